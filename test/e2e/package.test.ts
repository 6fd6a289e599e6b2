/** The package as users get it: packed, installed in an empty folder, run by its name, and imported by a typed script. */

import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installedPaths } from '../../src/capture/browser/candidates.ts';
import { networks } from '../../src/networks/index.ts';
import { expected } from '../world/expected.ts';
import { type DemoWorld, startWorld } from '../world/world.ts';
import { cleanEnv, type Ended, readReport, root, type TemporaryFolder, temporaryFolder } from './command.ts';

const run = promisify(execFile);

let temporary: TemporaryFolder;
let folder: string;
let tarball: string;
let packed: readonly string[];
let world: DemoWorld;
let env: Record<string, string>;

/** As on a fresh machine: an empty home. Only npm's cache is that of this machine, so that a second run is quick. */
async function freshEnv(home: string): Promise<Record<string, string>> {
  const bare = Object.fromEntries(
    Object.entries(cleanEnv()).filter(([name]) => !/^(npm_|XDG_|INIT_CWD$|NODE_)/i.test(name)),
  );
  const setting = async (name: string) => (await run('npm', ['config', 'get', name], { cwd: root })).stdout.trim();
  const [cache, registry] = await Promise.all([setting('cache'), setting('registry')]);
  return { ...bare, HOME: home, USERPROFILE: home, npm_config_cache: cache, npm_config_registry: registry };
}

async function start(command: string, args: readonly string[], more: Record<string, string> = {}): Promise<Ended> {
  const options = { cwd: folder, env: { ...env, ...more }, maxBuffer: 64 * 1024 * 1024 };
  return await run(command, [...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Ended) => ({ code: error.code, stdout: error.stdout, stderr: error.stderr }),
  );
}

const npm = async (...args: string[]) => {
  const { code, stderr } = await start('npm', [...args, '--prefer-offline', '--no-audit', '--no-fund']);
  expect(code, stderr).toBe(0);
};
const bijwerken = (...args: string[]) => start('npx', ['--no-install', 'bijwerken', ...args]);

const isThere = (file: string) =>
  access(file, constants.F_OK).then(
    () => true,
    () => false,
  );

/** Three of the demo's profiles: one over plain HTTP, one whose page is whole without scripts, one that needs a browser. */
const PROFILES = ['website', 'linkedin-hoofdpagina', 'x-hoofdaccount'];
const NEEDS_BROWSER = 'x-hoofdaccount';

async function writeProfiles(): Promise<void> {
  const demo = JSON.parse(await readFile(path.join(root, 'profiles.json'), 'utf8'));
  const { banners: _1, importantNetworks: _2, ...brand } = demo.brand;
  const file = {
    ...demo,
    $schema: './node_modules/bijwerken/schema/profiles.schema.json',
    brand: { ...brand, logos: [{ file: 'logo.svg', role: 'primary' }] },
    profiles: demo.profiles.filter(({ id }: { id: string }) => PROFILES.includes(id)),
  };
  await writeFile(path.join(folder, 'profiles.json'), JSON.stringify(file, null, 2));
  await copyFile(path.join(root, 'brand', 'logo.svg'), path.join(folder, 'logo.svg'));
}

beforeAll(async () => {
  temporary = await temporaryFolder();
  folder = path.join(temporary.path, 'organisatie');
  const home = path.join(temporary.path, 'home');
  await Promise.all([mkdir(folder), mkdir(home)]);
  env = await freshEnv(home);
  // Built already, before all tests.
  const { stdout } = await run('npm', ['pack', root, '--ignore-scripts', '--json'], { cwd: temporary.path, env });
  const [{ filename, files }] = JSON.parse(stdout);
  tarball = path.join(temporary.path, filename);
  packed = files.map((file: { path: string }) => file.path);
  world = await startWorld({ now: Date.now() });
  await writeProfiles();
}, 120_000);

afterAll(async () => {
  await world.close();
  await temporary.remove();
});

const audit = (...args: string[]) =>
  bijwerken('audit', '--proxy', world.proxyUrl, '--ignore-https-errors', '--per-host-delay', '0', ...args);
const latest = () => readReport(path.join(folder, 'reports', 'latest'));

describe('what is packed', () => {
  test('only what users need', () => {
    const others = packed.filter((file) => !/^(dist\/.+\.(js|d\.ts)|schema\/[a-z]+\.schema\.json)$/.test(file));
    expect([...others].sort()).toEqual([
      'LICENSE',
      'README.md',
      'action.yml',
      'package.json',
      'scripts/ciOutputs.mjs',
      'scripts/ciPublic.mjs',
    ]);
    expect(packed.filter((file) => /test|\.map$/.test(file))).toEqual([]);
    expect(packed).toEqual(
      expect.arrayContaining(['dist/index.js', 'dist/index.d.ts', 'dist/cli/main.js', 'schema/profiles.schema.json']),
    );
  });

  test('no file names a place of the machine that built it', async () => {
    for (const file of packed) expect(await readFile(path.join(root, file), 'utf8'), file).not.toContain(root);
  });

  test('types name only packages that come along', async () => {
    const { dependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
    for (const file of packed.filter((name) => name.endsWith('.d.ts'))) {
      const text = await readFile(path.join(root, file), 'utf8');
      const named = [...text.matchAll(/(?:from|import\()\s*['"]([^'".][^'"]*)['"]/g)].map((match) => match[1] ?? '');
      const packages = named
        .filter((name) => !name.startsWith('node:'))
        .map((name) =>
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
        );
      expect(
        packages.filter((name) => !(name in dependencies)),
        file,
      ).toEqual([]);
    }
  });
});

describe('installed without optional packages', () => {
  let ended: Ended;

  beforeAll(async () => {
    await npm('install', tarball, '--omit=optional');
    expect(await isThere(path.join(folder, 'node_modules', '@sparticuz'))).toBe(false);
    // A machine that has a browser plays one that has none: the one that is named is no browser.
    const found = await Promise.all(installedPaths(process.env, process.platform).map(isThere));
    const none: Record<string, string> = found.some(Boolean) ? { BIJWERKEN_BROWSER: process.execPath } : {};
    const options = ['--proxy', world.proxyUrl, '--ignore-https-errors', '--per-host-delay', '0'];
    ended = await start('npx', ['--no-install', 'bijwerken', 'audit', ...options], none);
  }, 120_000);

  test('the file is right all the same', async () => {
    const { code, stderr } = await bijwerken('validate');
    expect(code, stderr).toBe(0);
  });

  test('what needs a browser is unverifiable, and says so; the others are judged', async () => {
    const { profiles, run: done, notices } = await latest();
    expect(profiles.map(({ id, verdict }) => [id, verdict === 'unverifiable'])).toEqual(
      profiles.map(({ id }) => [id, id === NEEDS_BROWSER]),
    );
    const unseen = profiles.find(({ id }) => id === NEEDS_BROWSER);
    const browser = unseen?.capture.sources.find(({ source }) => source === 'browser');
    expect(browser?.because).toMatch(/browser/i);
    expect(notices.map(({ code }) => code)).toContain('no-browser');
    expect(done).toMatchObject({ complete: true, exitCode: 0, browser: null });
    expect(ended.code, ended.stderr).toBe(0);
  });

  test('the one command that mends it is printed', () => {
    expect(ended.stderr).toContain('  npm install --include=optional ');
  });
});

describe('installed whole, by that command', () => {
  beforeAll(async () => {
    await npm('install', '--include=optional');
  }, 120_000);

  test('the schema is where the file says it is', async () => {
    const { $schema } = JSON.parse(await readFile(path.join(folder, 'profiles.json'), 'utf8'));
    expect(await isThere(path.join(folder, $schema))).toBe(true);
  });

  test('validate', async () => {
    const { code, stdout, stderr } = await bijwerken('validate');
    expect(code, stderr).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain('3 profiles');
  });

  test('audit finds what the demo shows', async () => {
    const { code, stdout, stderr } = await audit('--json');
    expect(code, stderr).toBe(0);
    const report = await latest();
    expect(JSON.parse(stdout)).toEqual(report);
    const verdicts = expected.filter(({ id }) => PROFILES.includes(id)).map(({ id, verdict }) => [id, verdict]);
    expect(report.profiles.map(({ id, verdict }) => [id, verdict]).sort()).toEqual(verdicts.sort());
    expect(report.run.browser).not.toBeNull();
    expect(stderr).not.toContain('--include=optional');
  }, 60_000);

  test('a script with types, checked strictly with all it imports, and run', async () => {
    await writeFile(path.join(folder, 'check.ts'), SCRIPT);
    const types = path.join(root, 'node_modules', '@types');
    const compilerOptions = { module: 'nodenext', target: 'es2023', strict: true, skipLibCheck: false };
    const config = {
      compilerOptions: { ...compilerOptions, types: ['node'], typeRoots: [types] },
      files: ['check.ts'],
    };
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const checked = await start(process.execPath, [tsc, '-p', folder]);
    expect(checked.stdout).toBe('');
    expect(checked.code).toBe(0);
    const { code, stdout, stderr } = await start(process.execPath, ['check.js', world.proxyUrl]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      networks: networks.map(({ id }) => id),
      handle: 'voorbeeld',
      sure: true,
      logo: ['same', 0],
      audited: ['website', 'consistent', 0],
      refused: 1,
    });
  }, 60_000);

  test('what scripts import is explained where editors show it', async () => {
    const declared: readonly [string, string][] = [
      ['audit.d.ts', 'export declare function audit('],
      ['readPage.d.ts', 'export declare function readPage('],
      ['compare/logo/compareLogo.d.ts', 'export declare function compareLogo('],
      ['networks/index.d.ts', 'export declare const networks:'],
      ['options.d.ts', 'export interface AuditOptions'],
    ];
    for (const [file, declaration] of declared) {
      const text = await readFile(path.join(folder, 'node_modules', 'bijwerken', 'dist', file), 'utf8');
      expect(text.split(declaration)[0]?.trimEnd() ?? '', file).toMatch(/\*\/$/);
    }
  });
});

const SCRIPT = `
import { readFile } from 'node:fs/promises';
import { type AuditResult, audit, compareLogo, networks, type PageReading, readProfile, UserError } from 'bijwerken';

const page = '{"username":"voorbeeld","acct":"voorbeeld","display_name":"Voorbeeld","id":"1"}';
const at = '2026-11-23T02:00:00Z';
const reading: PageReading = readProfile({ body: page, url: 'https://mastodon.nl/@voorbeeld', at, source: 'api' });
const handle: string | null | undefined = reading.observation?.handle?.value;

const image: Buffer = await readFile('logo.svg');
const { verdict, matched, score } = await compareLogo(image, [{ image, role: 'primary' }]);
const sure: number = score;

const proxy = process.argv[2] ?? '';
const options = { proxy, ignoreHttpsErrors: true, perHostDelayMs: 0, only: ['website'], out: 'by-script' };
const { report, exitCode }: AuditResult = await audit({ ...options, signal: new AbortController().signal });
const refused = await audit({ config: 'nowhere.json' }).catch((error: unknown) => error);

process.stdout.write(
  JSON.stringify({
    networks: networks.map(({ id }) => id),
    handle,
    sure: sure > 0.9 && sure <= 1,
    logo: [verdict, matched],
    audited: [report.profiles[0]?.id, report.profiles[0]?.verdict, exitCode],
    refused: refused instanceof UserError ? refused.problems.length : refused,
  }),
);
`;

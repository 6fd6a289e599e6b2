/** The action's own steps, run for real against the demo world: outputs, summary and end after each kind of night. */

import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { cleanEnv, readReport, root, type TemporaryFolder, temporaryFolder } from '../e2e/command.ts';
import { writeProfiles } from '../e2e/site.ts';
import { closing, httpServer } from '../support/servers.ts';
import { type DemoWorld, startWorld } from '../world/world.ts';
import { isThere, type Job, type Played, play } from './playedRunner.ts';

const { keep, closeAll } = closing();
let world: DemoWorld;
let folder: TemporaryFolder;
let action: string;
let workspace: string;
let cache: Map<string, string>;
let number = 0;

beforeAll(async () => {
  world = await startWorld({ now: Date.now() });
});
afterAll(() => world.close());
afterAll(closeAll);

beforeEach(async () => {
  folder = await temporaryFolder();
  cache = new Map();
  action = path.join(folder.path, 'action');
  await mkdir(action);
  for (const name of ['action.yml', 'package.json', 'scripts', 'schema', 'dist', 'node_modules'])
    await symlink(path.join(root, name), path.join(action, name));
  await newWorkspace();
});
afterEach(() => folder.remove());

/** Each night has an empty machine: only the cache service remembers. */
async function newWorkspace(): Promise<void> {
  workspace = path.join(folder.path, `workspace-${++number}`);
  await cp(path.join(root, 'brand'), path.join(workspace, 'brand'), { recursive: true });
}

const RIGHT = 'linkedin-hoofdpagina';
const WRONG = 'linkedin-jong';
const WALLED = 'linkedin-werken-bij';

async function night(ids: readonly string[], inputs: Job['inputs'] = {}, settings = {}): Promise<Played> {
  const demo = JSON.parse(await readFile(path.join(root, 'profiles.json'), 'utf8'));
  const file = {
    ...demo,
    brand: { ...demo.brand, importantNetworks: [] },
    profiles: demo.profiles.filter(({ id }: { id: string }) => ids.includes(id)),
    settings: { ...demo.settings, minCoverage: 0, ...settings },
  };
  await writeFile(path.join(workspace, 'profiles.json'), JSON.stringify(file, null, 2));
  const temp = path.join(folder.path, `temp-${number}`);
  await mkdir(temp, { recursive: true });
  const { arguments: more = '', ...others } = inputs;
  const given = ['--proxy', world.proxyUrl, '--ignore-https-errors', '--per-host-delay', '0', more].join('\n');
  return play({ action, workspace, temp, cache, number, inputs: { ...others, arguments: given } });
}

const reportOf = ({ outputs }: Played) =>
  readReport(path.join(workspace, path.dirname(outputs['report-path'] ?? 'none')));

test('a right night: exit code 0, numbers, summary, report and captures apart, the run kept', async () => {
  const played = await night([RIGHT]);
  expect(played.isWell, played.log).toBe(true);
  const report = await reportOf(played);
  const run = `reports/${report.run.id}`;
  expect(played.outputs).toEqual({
    'exit-code': '0',
    new: '',
    fixed: '',
    errors: '0',
    coverage: '1',
    'report-path': `${run}/index.html`,
  });
  expect(played.summary).toBe(await readFile(path.join(workspace, run, 'summary.md'), 'utf8'));
  expect(played.artifacts).toEqual({
    'bijwerken-report': { paths: [run, `!${run}/captures/**`], days: '30' },
    'bijwerken-captures': { paths: [`${run}/captures`], days: '7' },
  });
  expect(await isThere(path.join(workspace, run, 'captures', RIGHT))).toBe(true);
  expect([...cache.keys()]).toContain(`bijwerken/run/bijwerken/${number}-1`);
});

test('findings: exit code 1 fails the job after summary and uploads; the next night knows them, and is well', async () => {
  const first = await night([RIGHT, WRONG]);
  expect(first.isWell).toBe(false);
  expect(first.outputs).toMatchObject({ 'exit-code': '1', new: '', errors: '1', coverage: '1' });
  expect(first.log).toMatch(/^::error file=profiles\.json,line=\d+,title=/m);
  expect(first.summary).not.toBe('');
  expect(Object.keys(first.artifacts)).toEqual(['bijwerken-report', 'bijwerken-captures']);
  expect(first.steps.at(-1)).toBe('End as the audit did');

  await newWorkspace();
  const second = await night([RIGHT, WRONG]);
  expect(second.isWell, second.log).toBe(true);
  expect(second.outputs).toMatchObject({ 'exit-code': '0', new: '0', fixed: '0', errors: '1' });
  expect((await reportOf(second)).history).toHaveLength(2);
});

test('too little seen: exit code 3 fails the job, and is reported all the same', async () => {
  const played = await night([RIGHT, WALLED], {}, { minCoverage: 0.9 });
  expect(played.isWell).toBe(false);
  expect(played.outputs).toMatchObject({ 'exit-code': '3', errors: '0', coverage: '0.5' });
  expect(played.summary).not.toBe('');
  expect(Object.keys(played.artifacts)).toEqual(['bijwerken-report', 'bijwerken-captures']);
});

test('a part of the profiles is reported, and nothing that the next night is compared with', async () => {
  const played = await night([RIGHT, WRONG], { arguments: `--only\n${RIGHT}`, upload: 'false' });
  expect(played.outputs).toMatchObject({ 'exit-code': '0', errors: '0' });
  expect(played.artifacts).toEqual({});
  expect([...cache.keys()].filter((key) => key.includes('/run/'))).toEqual([]);
});

test('a mistake in the file: exit code 2 fails the job, with nothing to upload', async () => {
  const played = await night([RIGHT], {}, { concurency: 4 });
  expect(played.isWell).toBe(false);
  expect(played.outputs).toEqual({ 'exit-code': '2', new: '', fixed: '', errors: '', coverage: '', 'report-path': '' });
  expect(played.log).toContain('concurency');
  expect(played.summary).toBe('');
  expect(played.artifacts).toEqual({});
});

const ATTACK = '$(touch hacked)`touch hacked`"; touch hacked; \'';

test.each(['config', 'out', 'fail-on', 'language', 'deliver', 'arguments', 'name', 'time-limit'])(
  'what stands in the input %s is never run',
  async (input) => {
    const played = await night([RIGHT], { [input]: ATTACK });
    // A folder may have any name.
    expect(played.isWell).toBe(input === 'out');
    expect(await isThere(path.join(workspace, 'hacked'))).toBe(false);
  },
);

test.each(['../elsewhere', '/tmp', 'a\nb', 'a/../../b'])('the folder of runs cannot be %j', async (out) => {
  const played = await night([RIGHT], { out });
  expect([played.isWell, played.steps]).toEqual([false, ['Set up Node', 'Prepare']]);
});

test('time that is up: what is done is reported, with exit code 3', async () => {
  const silent = await keep(httpServer(() => undefined));
  const url = `http://127.0.0.1:${silent.port}/`;
  const config = await writeProfiles(workspace, { profiles: [{ id: 'stil', url }] });
  const inputs = { config: path.basename(config), arguments: '--allow-private', 'time-limit': '0.15' };
  const played = await play({ action, workspace, temp: folder.path, cache, number, inputs });
  expect(played.isWell).toBe(false);
  expect(played.outputs['exit-code'], played.log).toBe('3');
  expect((await reportOf(played)).run).toMatchObject({ complete: false, exitCode: 3 });
  expect(Object.keys(played.artifacts)).toContain('bijwerken-report');
  expect([...cache.keys()].filter((key) => key.includes('/run/'))).toEqual([]);
});

test('a checkout is built where it stands, and what builds it sees no secret', async () => {
  const copy = path.join(folder.path, 'checkout');
  const names = ['action.yml', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
  for (const name of [...names, 'src', 'schema', 'scripts'])
    await cp(path.join(root, name), path.join(copy, name), { recursive: true });
  const bin = path.join(folder.path, 'bin');
  await mkdir(bin);
  // Stands before npm, tells what it was given, and leaves the rest to npm.
  const spy = `#!/bin/bash\nenv | grep -c ^BIJWERKEN_ >> "${folder.path}/seen"\nPATH="\${PATH#*:}" exec npm "$@"\n`;
  await writeFile(path.join(bin, 'npm'), spy, { mode: 0o755 });
  const env = {
    PATH: `${bin}:${cleanEnv().PATH ?? ''}`,
    BIJWERKEN_X_TOKEN: 'secret',
    npm_config_prefer_offline: 'true',
  };
  const job = { action: copy, workspace, temp: folder.path, cache, number, env, until: 'Install' };
  const played = await play(job);
  expect(played.isWell, played.log).toBe(true);
  expect(await readFile(path.join(folder.path, 'seen'), 'utf8')).toBe('0\n0\n');
  expect(played.log).toMatch(/^\d+\.\d+\.\d+$/m);
  expect(await isThere(path.join(copy, 'dist', 'cli', 'main.js'))).toBe(true);
}, 300_000);

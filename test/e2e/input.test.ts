/** What bad input gets: exit code 2, every reason on stderr, nothing on stdout, and no trace on disk. */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closing, httpServer } from '../support/servers.ts';
import { bijwerken, root, type TemporaryFolder, temporaryFolder } from './command.ts';
import { logoPng, sitePage, writeProfiles } from './site.ts';

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await temporaryFolder();
  return folder.remove;
});

const inFolder = (name: string) => path.join(folder.path, name);
const linesOf = (text: string) => text.trimEnd().split('\n');

/** A file that is right, but for what is put in its place. */
const file = (more: object = {}) => ({ version: 1, brand: { name: 'V' }, profiles: [], ...more });
const profile = (more: object = {}) => ({ id: 'x', network: 'x', url: 'https://x.com/voorbeeld', ...more });

interface BadFile {
  readonly what: string;
  readonly text: string | Buffer;
  /** What each line of stderr holds; null for any number of lines that are not named here. */
  readonly says: readonly (string | RegExp)[];
}

const BAD: readonly BadFile[] = [
  { what: 'empty', text: '', says: ['profiles.json: the file is empty'] },
  { what: 'not JSON', text: 'profielen:\n  - x', says: [/^profiles\.json:1:1: /] },
  { what: 'a comma too many', text: '{\n  "version": 1,\n}', says: ['profiles.json:3:1: a key in double quotes'] },
  { what: 'not UTF-8', text: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), says: ['the file is not UTF-8 text'] },
  { what: 'too large', text: `${' '.repeat(6 * 1024 * 1024)}{}`, says: ['at most 5242880 are read'] },
  {
    what: 'nothing in it',
    text: '{}',
    says: ['"version" is missing', '"brand" is missing', '"profiles" is missing'],
  },
  {
    what: 'keys and values that the schema does not know',
    text: JSON.stringify(
      file({
        version: 2,
        profiles: [
          profile({
            langauge: 'nl',
            waivers: [{ check: 'info.name', accepts: 'V', reason: 'r', owner: 'o' }],
          }),
        ],
      }),
      null,
      2,
    ),
    says: [
      'profiles.json:2:14 /version: expected 1, found 2',
      '/profiles/0/langauge: unknown key "langauge". Did you mean "language"?',
      '/profiles/0/waivers/0: the key "until" is missing',
    ],
  },
  {
    what: 'what a schema cannot say',
    text: JSON.stringify(
      file({
        brand: {
          name: 'V',
          logos: ['none.png', 'folder', 'text.png'].map((name) => ({ file: name, role: 'primary' })),
        },
        profiles: [
          profile({ network: 'linkdin' }),
          profile(),
          profile({ id: 'y', network: 'facebook', location: 'utrecht' }),
          profile({
            id: 'z',
            waivers: [{ check: 'presence.exists', accepts: 'V', reason: 'r', owner: 'o', until: '2999-01-01' }],
          }),
        ],
      }),
      null,
      2,
    ),
    says: [
      '/brand/logos/0/file: the image "none.png" does not exist',
      '/brand/logos/1/file: the image "folder" is not a file',
      '/brand/logos/2/file: the image "text.png" is not an image that can be read',
      /^profiles\.json:\d+:\d+ \/profiles\/0\/network: unknown network "linkdin"\. Did you mean "linkedin"\?/,
      '/profiles/1/id: the id "x" is taken by /profiles/0',
      '/profiles/2/url: "https://x.com/voorbeeld" is not the address of a profile on facebook.',
      '/profiles/2/location: there is no location "utrecht"',
      'presence.exists cannot be waived',
    ],
  },
];

describe('profiles.json', () => {
  test.each(BAD)('$what', async ({ text, says }) => {
    await writeFile(inFolder('profiles.json'), text);
    await mkdir(inFolder('folder'));
    await writeFile(inFolder('text.png'), 'no image');
    const { code, stdout, stderr } = await bijwerken(['audit', '--json'], { cwd: folder.path });
    expect(code, stderr).toBe(2);
    expect(stdout).toBe('');
    const lines = linesOf(stderr);
    expect(lines.length, stderr).toBe(says.length);
    for (const [index, part] of says.entries()) {
      expect(lines[index]).toEqual(
        typeof part === 'string' ? expect.stringContaining(part) : expect.stringMatching(part),
      );
    }
    expect((await readdir(folder.path)).sort()).toEqual(['folder', 'profiles.json', 'text.png']);
  });

  test('one that is not there, and a folder in its place', async () => {
    const missing = await bijwerken(['audit'], { cwd: folder.path });
    expect(missing).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'profiles.json: there is no such file. Run `bijwerken init` to make one, or name it with --config.\n',
    });
    await mkdir(inFolder('profiles.json'));
    const aFolder = await bijwerken(['validate'], { cwd: folder.path });
    expect(aFolder).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('this is a folder') });
  });

  test('a byte order mark is no mistake', async () => {
    await writeFile(inFolder('profiles.json'), `\uFEFF${JSON.stringify(file({ profiles: [profile()] }))}`);
    const { code, stderr } = await bijwerken(['validate'], { cwd: folder.path });
    expect(code, stderr).toBe(0);
  });

  test('the demo’s own file without a proxy: one line that says what to do', async () => {
    const { code, stdout, stderr } = await bijwerken(['audit', '--out', inFolder('reports')]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(linesOf(stderr)).toHaveLength(1);
    expect(stderr).toContain('npm run demo');
    expect(stderr).toContain('bijwerken init');
    expect(await readdir(folder.path)).toEqual([]);
  });
});

describe('wrong usage', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['an unknown option', ['audit', '--colour'], /unknown option '--colour'/],
    ['an option nearly right', ['audit', '--ouput', 'x'], /unknown option '--ouput'/],
    ['an unknown command', ['audti'], /unknown command 'audti'/],
    ['an argument too many', ['audit', 'profiles.json'], /too many arguments/],
    ['no argument', ['read', '--url', 'https://x.com/v'], /missing required argument 'file'/],
    ['no address', ['read', 'page.html'], /required option '--url <url>' not specified/],
    ['--fail-on maybe', ['audit', '--fail-on', 'maybe'], /--fail-on.*'maybe' is invalid.*error, warning, new, never/],
    ['--lang fr', ['audit', '--lang', 'fr'], /--lang.*'fr' is invalid.*nl, en/],
    ['--source telepathy', ['audit', '--source', 'telepathy'], /--source.*'telepathy' is invalid/],
    ['--per-host-delay soon', ['audit', '--per-host-delay', 'soon'], /--per-host-delay.*whole number/],
    ['--now yesterday', ['audit', '--now', 'yesterday'], /^--now: "yesterday" is not an ISO 8601 time/],
    ['--only nobody', ['audit', '--only', 'nobody'], /^--only: profiles\.json has no "nobody"\. It has: site\./],
    ['--only of nothing', ['audit', '--only', ','], /^--only/],
    ['--network of none', ['audit', '--network', 'x'], /^--network: profiles\.json has no "x"\. It has: website\./],
    ['--captures of a wrong folder', ['audit', '--captures', '.'], /no captures|not a folder of captures|captures/],
    ['--captures of no folder', ['audit', '--captures', 'nowhere'], /captures|no such/],
    ['--browser /nope', ['audit', '--browser', '/nope'], /^--browser: \/nope is not a program that can be started/],
    ['--proxy nonsense', ['audit', '--proxy', 'http://'], /^--proxy: this is not the address of a proxy/],
    ['--proxy of another kind', ['audit', '--proxy', 'socks5://p:1'], /^--proxy: this is not the address of a proxy/],
    ['report of no run', ['report', 'nowhere'], /report\.json: there is no report here/],
    ['read of no file', ['read', 'nowhere.html', '--url', 'https://x.com/v'], /^nowhere\.html: there is no such file/],
    ['read of no address', ['read', 'profiles.json', '--url', 'x.com/v'], /^--url: "x.com\/v" is not a web address/],
  ])('%s: one clear line', async (_, args, says) => {
    await writeProfiles(folder.path, { profiles: [{ id: 'site', url: 'http://127.0.0.1:9/' }] });
    const { code, stdout, stderr } = await bijwerken(args, { cwd: folder.path });
    expect(code, stderr).toBe(2);
    expect(stdout).toBe('');
    const lines = linesOf(stderr).filter((line) => line !== '' && !line.startsWith('('));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(says);
    expect(await readdir(folder.path)).toEqual(['profiles.json']);
  });
});

const { keep, closeAll } = closing();
afterAll(closeAll);

describe('what is right', () => {
  let origin: string;
  beforeAll(async () => {
    const site = await keep(
      httpServer((_, response) => response.setHeader('content-type', 'text/html').end(sitePage())),
    );
    origin = `http://127.0.0.1:${site.port}`;
  });

  const audit = async (...options: string[]) => {
    await writeFile(inFolder('logo.png'), await logoPng());
    await writeProfiles(folder.path, { profiles: [{ id: 'site', url: origin }] });
    return await bijwerken(['audit', '--allow-private', ...options], { cwd: folder.path });
  };

  test('--json is one document on stdout; all human text is on stderr', async () => {
    const { code, stdout, stderr } = await audit('--json', '--verbose');
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, run: { exitCode: 0 } });
    expect(stderr).toContain('index.html');
    expect(stderr).not.toContain('\u001b');
  });

  test('without it stdout stays empty; a report in no known format is refused', async () => {
    const { code, stdout } = await audit();
    expect(code).toBe(0);
    expect(stdout).toBe('');
    const pdf = await bijwerken(['report', 'reports/latest', '--format', 'pdf'], { cwd: folder.path });
    expect(pdf).toMatchObject({ code: 2, stdout: '' });
    expect(linesOf(pdf.stderr)).toHaveLength(1);
    expect(pdf.stderr).toMatch(/^--format: unknown format "pdf"\. Known: .*html/);
    const read = await bijwerken(['read', 'logo.png', '--url', `${origin}/`, '--network', 'website'], {
      cwd: folder.path,
    });
    expect(read.code).toBe(0);
    expect(JSON.parse(read.stdout)).toMatchObject({ network: 'website', observation: null });
  });
});

describe('help', () => {
  test.each(['init', 'audit', 'capture', 'validate', 'read', 'report', 'doctor'])(
    '%s --help teaches',
    async (command) => {
      const { code, stdout, stderr } = await bijwerken([command, '--help']);
      expect(code).toBe(0);
      expect(stderr).toBe('');
      expect(stdout).toContain(`Usage: bijwerken ${command}`);
      for (const line of stdout.split('\n').filter((each) => /^ {2}--?\w/.test(each))) {
        // An option without a word of explanation helps nobody.
        expect(line).toMatch(/^ {2}(-\w, )?--[\w-]+( <[\w.-]+>)?( {2,}\S.*)?$/);
      }
    },
  );

  test('the first help names every command, how to begin, and the exit codes; it loads nothing heavy', async () => {
    const hook = inFolder('hook.mjs');
    const seen = inFolder('loaded.txt');
    await writeFile(inFolder('record.mjs'), RECORD);
    await writeFile(
      hook,
      `import { register } from 'node:module';\nregister(new URL('./record.mjs', import.meta.url), { data: ${JSON.stringify(seen)} });\n`,
    );
    const { code, stdout, stderr } = await bijwerken(['--help'], { env: { NODE_OPTIONS: `--import=${hook}` } });
    expect(code, stderr).toBe(0);
    for (const word of ['init', 'audit', 'validate', 'doctor', 'Exit codes:', 'To begin:'])
      expect(stdout).toContain(word);
    const loaded = linesOf(await readFile(seen, 'utf8'));
    expect(loaded.some((url) => url.endsWith('/dist/cli/main.js'))).toBe(true);
    const packages = new Set(loaded.flatMap((url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []));
    expect([...packages]).toEqual(['commander']);
  });

  test('--version is the package’s own', async () => {
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
    expect(await bijwerken(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

/** A loader that writes down every module that is loaded. */
const RECORD = `import { appendFileSync } from 'node:fs';
let to;
export const initialize = (data) => { to = data; };
export const load = (url, context, next) => { appendFileSync(to, url + '\\n'); return next(url, context); };
`;

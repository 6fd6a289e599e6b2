/** Which browsers are tried, in which order, and where they are looked for on each platform. */

import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { unpackBundled } from '../../../src/capture/browser/bundled.ts';
import { browserCandidates, type Candidate, installedPaths } from '../../../src/capture/browser/candidates.ts';
import { UserError } from '../../../src/model/problem.ts';

vi.mock('../../../src/capture/browser/bundled.ts');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'candidates-'));
  vi.mocked(unpackBundled).mockReset().mockResolvedValue(null);
});
afterEach(() => rm(folder, { recursive: true }));

async function program(name: string, mode = 0o755): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, '#!/bin/sh\n');
  await chmod(file, mode);
  return file;
}

type Env = Record<string, string | undefined>;

async function all(named: string | undefined, env: Env, platform: NodeJS.Platform = 'linux'): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for await (const candidate of browserCandidates(named, env, platform)) found.push(candidate);
  // What this machine has of its own is no part of the case.
  return found.filter(({ kind, executablePath }) => kind !== 'installed' || executablePath?.startsWith(folder));
}

const dispose = async () => {};
const bundled = {
  executablePath: '/b/chromium',
  fonts: { FONTCONFIG_PATH: '/b/fonts' },
  libraries: { LD_LIBRARY_PATH: '/b/lib' },
  dispose,
};

describe('the order', () => {
  test('a named one is the only one, before that of the environment', async () => {
    const [one, other] = [await program('one'), await program('other')];
    expect(await all(one, { BIJWERKEN_BROWSER: other })).toEqual([{ kind: 'named', executablePath: one }]);
    expect(await all(undefined, { BIJWERKEN_BROWSER: other })).toEqual([{ kind: 'named', executablePath: other }]);
    expect(unpackBundled).not.toHaveBeenCalled();
  });

  test('Playwright’s own, then what is installed, then the bundled one, with its libraries last', async () => {
    vi.mocked(unpackBundled).mockResolvedValue(bundled);
    const edge = await program('microsoft-edge');
    const chrome = await program('google-chrome');
    await program('chromium', 0o644);
    await mkdir(path.join(folder, 'chromium-browser'));
    expect(await all(undefined, { PATH: `relative:${folder}`, BIJWERKEN_BROWSER: '' })).toEqual([
      { kind: 'playwright' },
      { kind: 'installed', executablePath: chrome },
      { kind: 'installed', executablePath: edge },
      { kind: 'bundled', executablePath: '/b/chromium', env: bundled.fonts, dispose },
      { kind: 'bundled', executablePath: '/b/chromium', env: { ...bundled.fonts, ...bundled.libraries }, dispose },
    ]);
  });

  test('nothing is unpacked before it is needed, and only where it can run', async () => {
    const candidates = browserCandidates(undefined, { PATH: folder }, 'linux');
    await candidates.next();
    await candidates.return(undefined);
    expect(await all(undefined, {}, 'darwin')).toEqual([{ kind: 'playwright' }]);
    expect(await all(undefined, {}, 'win32')).toEqual([{ kind: 'playwright' }]);
    expect(unpackBundled).not.toHaveBeenCalled();
  });
});

test.each([
  ['--browser', (file: string) => all(file, {})],
  ['BIJWERKEN_BROWSER', (file: string) => all(undefined, { BIJWERKEN_BROWSER: file })],
])('%s that cannot be started is a mistake of the user', async (where, ask) => {
  const missing = path.join(folder, 'missing');
  for (const file of [missing, await program('no-program', 0o644), folder]) {
    const error = await ask(file).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({
      problems: [
        { where, message: `${file} is not a program that can be started.`, hint: expect.stringMatching(/\S/) },
      ],
    });
  }
});

describe('installed', () => {
  test('on Linux: every folder of PATH that is absolute, and the usual ones', () => {
    const paths = installedPaths({ PATH: '/a:.:bin::/usr/bin' }, 'linux');
    expect(paths.slice(0, 5)).toEqual([
      '/a/google-chrome-stable',
      '/usr/bin/google-chrome-stable',
      '/usr/local/bin/google-chrome-stable',
      '/snap/bin/google-chrome-stable',
      '/opt/google/chrome/google-chrome-stable',
    ]);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((file) => !path.posix.isAbsolute(file))).toEqual([]);
    expect(installedPaths({}, 'linux')).toContain('/usr/bin/chromium');
  });

  test('on macOS: the applications of all, then of the user', () => {
    const paths = installedPaths({ HOME: '/Users/an' }, 'darwin');
    expect(paths).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(paths).toContain('/Users/an/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge');
    expect(paths).toHaveLength(6);
    for (const HOME of [undefined, '', 'home']) expect(installedPaths({ HOME }, 'darwin')).toHaveLength(3);
  });

  test('on Windows: in the program folders, whatever the case of their names', () => {
    const env = {
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'D:\\Local',
    };
    const paths = installedPaths(env, 'win32');
    expect(paths).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
    expect(paths).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(paths).toContain('D:\\Local\\Chromium\\Application\\chrome.exe');
    expect(paths.filter((file) => !path.win32.isAbsolute(file))).toEqual([]);
    expect(paths).toHaveLength(9);
  });

  test.each(['', '.', 'Program Files', 'C:', '\\here'])('on Windows: never in %j', (root) => {
    expect(installedPaths({ PROGRAMFILES: root, LOCALAPPDATA: root }, 'win32')).toEqual([]);
  });
});

/** The bundled Chromium is unpacked whole or not at all, into a folder that nobody else can write to. */

import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { unpackBundled } from '../../../src/capture/browser/bundled.ts';
import { cacheFolder } from '../../../src/capture/browser/cacheFolder.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'home-'));
  // What others leave in the temp folder is no part of the case.
  vi.stubEnv('TMPDIR', home);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true, force: true });
});

const modeOf = (folder: string) => lstatSync(folder).mode & 0o777;

describe('the cache folder', () => {
  test('is made for this user alone', async () => {
    const folder = await cacheFolder({ HOME: home });
    expect(folder).toBe(path.join(home, '.cache', 'bijwerken'));
    expect([modeOf(path.join(home, '.cache')), modeOf(folder ?? '')]).toEqual([0o700, 0o700]);
  });

  test('stands where XDG_CACHE_HOME says, when that is a place', async () => {
    const own = path.join(home, 'own');
    expect(await cacheFolder({ HOME: home, XDG_CACHE_HOME: own })).toBe(path.join(own, 'bijwerken'));
    expect(await cacheFolder({ HOME: home, XDG_CACHE_HOME: 'own' })).toBe(path.join(home, '.cache', 'bijwerken'));
  });

  const others: readonly (readonly [string, (folder: string) => Promise<unknown>])[] = [
    ['is open to all', (folder) => chmod(folder, 0o777)],
    ['is open to a group', (folder) => chmod(folder, 0o770)],
    ['stands where all may rename', (folder) => chmod(path.dirname(folder), 0o777)],
    [
      'is a link',
      async (folder) => {
        await rm(folder, { recursive: true });
        await symlink(home, folder);
      },
    ],
    [
      'is a file',
      async (folder) => {
        await rm(folder, { recursive: true });
        await writeFile(folder, '');
      },
    ],
  ];
  test.each(others)('that %s is not used', async (_name, spoil) => {
    await spoil((await cacheFolder({ HOME: home })) ?? '');
    expect(await cacheFolder({ HOME: home })).toBeNull();
  });

  test('of another owner is not used', async () => {
    await cacheFolder({ HOME: home });
    vi.spyOn(process, 'getuid').mockReturnValue(4242);
    expect(await cacheFolder({ HOME: home })).toBeNull();
    vi.restoreAllMocks();
  });

  test.each([{}, { HOME: '' }, { HOME: 'relative' }, { HOME: '/dev/null/home' }])(
    'there is none with %j',
    async (env) => {
      expect(await cacheFolder(env)).toBeNull();
    },
  );
});

describe.skipIf(process.platform !== 'linux')('unpacking', () => {
  const env = (more: object = {}) => ({ PATH: process.env.PATH, HOME: home, ...more });
  const cache = () => path.join(home, '.cache', 'bijwerken');

  test('two at once end well, and leave one browser and nothing else', async () => {
    const [one, other] = await Promise.all([unpackBundled(env()), unpackBundled(env())]);
    expect(one?.executablePath).toBe(other?.executablePath);
    expect(lstatSync(one?.executablePath ?? '').mode & 0o111).not.toBe(0);
    expect(readdirSync(cache())).toHaveLength(1);
    const before = lstatSync(one?.executablePath ?? '').ino;
    // What is there is used again, and what closes first takes nothing from others.
    await one?.dispose();
    expect(lstatSync((await unpackBundled(env()))?.executablePath ?? '').ino).toBe(before);
    // A folder that lost its browser is no browser.
    await rm(one?.executablePath ?? '');
    const again = await unpackBundled(env());
    expect(existsSync(again?.executablePath ?? '')).toBe(true);
    expect(readdirSync(cache())).toHaveLength(1);
    expect(readdirSync(path.dirname(again?.executablePath ?? ''))).not.toContain('damaged');
  });

  test('a draft that another process left is not taken for a browser', async () => {
    await mkdir(cache(), { recursive: true, mode: 0o700 });
    const draft = path.join(cache(), 'chromium-147.0.0.abcdef');
    await mkdir(draft);
    await writeFile(path.join(draft, 'chromium'), 'half');
    const found = await unpackBundled(env());
    expect(found?.executablePath.startsWith(draft)).toBe(false);
    expect(lstatSync(found?.executablePath ?? '').size).toBeGreaterThan(1e7);
  });

  test('without a folder of our own: one for this time, and it is removed', async () => {
    const found = await unpackBundled(env({ HOME: undefined }));
    const folder = path.dirname(path.dirname(found?.executablePath ?? ''));
    expect([path.dirname(folder), modeOf(folder)]).toEqual([tmpdir(), 0o700]);
    expect(process.listeners('exit').length).toBeGreaterThan(0);
    await found?.dispose();
    expect(existsSync(folder)).toBe(false);
  });

  test('what cannot be unpacked is said, and leaves nothing', async () => {
    const other = env({ HOME: undefined, PATH: '/nowhere' });
    vi.spyOn(process, 'execPath', 'get').mockReturnValue('/nowhere/node');
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('bijwerken-'));
    await expect(unpackBundled(other)).rejects.toThrow();
    await expect(unpackBundled(env())).rejects.toThrow();
    vi.restoreAllMocks();
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('bijwerken-'))).toEqual(before);
    expect(readdirSync(cache())).toEqual([]);
  });
});

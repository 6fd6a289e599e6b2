/** How a browser is started: with a sandbox where that can run, through the guard, without our secrets. Nothing is started here. */

import { type Browser, chromium, errors } from 'playwright';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPageBrowser } from '../../../src/capture/browser/browser.ts';
import { unpackBundled } from '../../../src/capture/browser/bundled.ts';
import * as candidates from '../../../src/capture/browser/candidates.ts';
import { browserEnvironment } from '../../../src/capture/browser/environment.ts';
import { isSandboxFailure, launchBrowser, NoBrowser } from '../../../src/capture/browser/launch.ts';
import { type Guard, startGuard } from '../../../src/capture/guard.ts';
import { UserError } from '../../../src/model/problem.ts';
import { fakeWorld } from '../../support/fakeWorld.ts';
import { closing, silentLog } from '../../support/servers.ts';
import { pageRequest } from './visiting.ts';

vi.mock('../../../src/capture/browser/bundled.ts');

const { keep, closeAll } = closing();
const launch = vi.spyOn(chromium, 'launch');
const world = fakeWorld();
let guard: Guard;
beforeEach(async () => {
  const limits = { allowPrivate: false, connectTimeoutMs: 1000, maxBytesPerTunnel: 1000 };
  guard = await keep(startGuard({ world, log: silentLog, ...limits }));
  launch.mockReset().mockRejectedValue(new Error("browserType.launch: Executable doesn't exist at /x\n<launching> y"));
  vi.mocked(unpackBundled).mockReset().mockResolvedValue(null);
  vi.spyOn(candidates, 'installedPaths').mockReturnValue([]);
});
afterEach(closeAll);

/** As much of a browser as starting it asks for. */
function aBrowser(close = async () => {}): Browser {
  const session = { send: async () => ({ processInfo: [] }), detach: async () => {} };
  const browser = {
    version: () => '1.2',
    close,
    once: () => {},
    isConnected: () => true,
    newBrowserCDPSession: async () => session,
  };
  return browser as unknown as Browser;
}

const options = (more: object = {}) => ({ guard, world, env: {}, log: silentLog, path: process.execPath, ...more });
const noSandbox = new Error(
  'browserType.launch: Target closed\n[1:1:FATAL:zygote_host_impl_linux.cc(1)] No usable sandbox!',
);

const asUser = (uid: number) => vi.spyOn(process, 'getuid').mockReturnValue(uid);

describe('the sandbox', () => {
  test('is on for a user', async () => {
    asUser(1000);
    launch.mockResolvedValue(aBrowser());
    expect(await launchBrowser(options())).toMatchObject({ kind: 'named', sandbox: true, version: '1.2' });
    expect(launch.mock.calls.map(([given]) => given?.chromiumSandbox)).toEqual([true]);
  });

  test('is off where it cannot run, and only there', async () => {
    asUser(1000);
    launch.mockRejectedValueOnce(noSandbox).mockResolvedValue(aBrowser());
    expect(await launchBrowser(options())).toMatchObject({ sandbox: false });
    launch.mockReset().mockRejectedValue(new Error('Timeout 30000ms exceeded.'));
    await expect(launchBrowser(options())).rejects.toBeInstanceOf(NoBrowser);
    expect(launch.mock.calls.map(([given]) => given?.chromiumSandbox)).toEqual([true]);
  });

  test.skipIf(process.platform !== 'linux')('is off for root, at once', async () => {
    asUser(0);
    launch.mockResolvedValue(aBrowser());
    expect(await launchBrowser(options())).toMatchObject({ sandbox: false });
    expect(launch.mock.calls.map(([given]) => given?.chromiumSandbox)).toEqual([false]);
  });

  test.each([
    ['No usable sandbox! If you are running on Ubuntu 23.10+', true],
    ['Failed to move to new namespace: PID namespaces supported', true],
    ['The SUID sandbox helper binary was found, but is not configured correctly', true],
    ['FATAL:sandbox/linux/services/credentials.cc(131)] Check failed', true],
    ['<launching> /home/an/no usable sandbox/chrome --type=zygote_host', false],
    ['error while loading shared libraries: libnss3.so', false],
    ['spawn /home/sandbox/chrome ENOENT', false],
  ])('%j', (text, expected) => {
    expect(isSandboxFailure(`browserType.launch: x\n${text}`)).toBe(expected);
  });
});

test('everything goes through the guard, by Playwright’s own option, and no token goes along', async () => {
  launch.mockResolvedValue(aBrowser());
  await launchBrowser(options({ env: { HOME: '/h', BIJWERKEN_X: 's', HTTPS_PROXY: 'http://u:p@proxy' } }));
  const { url: server, username, password } = guard.credentials;
  const given = launch.mock.calls[0]?.[0];
  expect(given).toMatchObject({ proxy: { server, username, password }, env: { HOME: '/h' } });
  expect(given?.env).toEqual({ HOME: '/h' });
  expect(given?.args?.filter((each) => /^--(proxy|no-sandbox|disable-web-security)/.test(each))).toEqual([]);
  expect(given?.args).toEqual(
    expect.arrayContaining([
      '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
      '--webrtc-ip-handling-policy=disable_non_proxied_udp',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ]),
  );
});

test('the environment of the browser holds what it needs, and nothing else', () => {
  const needed = {
    PATH: '/bin',
    HOME: '/h',
    LC_ALL: 'nl',
    XDG_RUNTIME_DIR: '/r',
    SystemRoot: 'C:\\Windows',
    'ProgramFiles(x86)': 'C:\\P',
  };
  const others = {
    BIJWERKEN_LINKEDIN_TOKEN: 't',
    NPM_AUTH: 'a',
    DATABASE_URL: 'd',
    https_proxy: 'p',
    NODE_OPTIONS: '-r x',
    GITHUB_PAT: 'g',
    TZ: undefined,
  };
  expect(browserEnvironment({ ...needed, ...others })).toEqual(needed);
});

describe('no browser', () => {
  test('says what was tried, once, and every visit answers so', async () => {
    const browser = createPageBrowser({ ...options({ path: undefined }), ignoreHttpsErrors: false });
    const { signal } = new AbortController();
    const visit = () =>
      browser.visit(pageRequest('https://page.example/'), {
        language: 'nl',
        signal,
        timeoutMs: 1000,
        isEnough: () => true,
      });
    const [first, second] = [await visit(), await visit()];
    expect([first, second]).toMatchObject([
      { document: { failure: { kind: 'no-browser' } } },
      { document: { failure: { kind: 'no-browser' } } },
    ]);
    expect(browser.missing()).toBe("playwright: Executable doesn't exist at /x.");
    expect(browser.running()).toBeNull();
    expect(launch).toHaveBeenCalledTimes(1);
    await browser.close();
  });

  test('a place where nothing can be unpacked is one reason more', async () => {
    vi.mocked(unpackBundled).mockRejectedValue(new Error('ENOSPC: no space left on device'));
    await expect(launchBrowser(options({ path: undefined }))).rejects.toMatchObject({
      attempts: [expect.stringContaining('playwright: '), 'bundled: ENOSPC: no space left on device.'],
    });
  });

  test('a named one that does not exist is thrown at whoever asked', async () => {
    const browser = createPageBrowser({ ...options({ path: '/nowhere/chrome' }), ignoreHttpsErrors: false });
    const { signal } = new AbortController();
    const visit = browser.visit(pageRequest('https://page.example/'), {
      language: 'nl',
      signal,
      timeoutMs: 1000,
      isEnough: () => true,
    });
    await expect(visit).rejects.toBeInstanceOf(UserError);
    await browser.close();
  });
});

describe('what was unpacked for one time', () => {
  const unpacked = (dispose: () => Promise<void>) =>
    vi.mocked(unpackBundled).mockResolvedValue({ executablePath: '/b', fonts: {}, libraries: {}, dispose });

  test('is removed when the browser is closed, once', async () => {
    const dispose = vi.fn(async () => {});
    unpacked(dispose);
    launch
      .mockRejectedValueOnce(new Error('none'))
      .mockRejectedValueOnce(new errors.TimeoutError('slow'))
      .mockResolvedValue(aBrowser());
    const running = await launchBrowser(options({ path: undefined }));
    expect(dispose).not.toHaveBeenCalled();
    await Promise.all([running.close(), running.close()]);
    expect(dispose).toHaveBeenCalledTimes(1);
  });

  test('is removed when no browser starts', async () => {
    const dispose = vi.fn(async () => {});
    unpacked(dispose);
    await expect(launchBrowser(options({ path: undefined }))).rejects.toBeInstanceOf(NoBrowser);
    expect(dispose).toHaveBeenCalledTimes(1);
  });

  test('a browser that starts after all was closed is ended, and nobody waits for it', async () => {
    const closed = vi.fn(async () => {});
    let arrive = (_: Browser) => {};
    launch.mockReturnValue(
      new Promise((resolve) => {
        arrive = resolve;
      }),
    );
    const browser = createPageBrowser({ ...options(), ignoreHttpsErrors: false });
    const controller = new AbortController();
    const { signal } = controller;
    const visit = browser.visit(pageRequest('https://page.example/'), {
      language: 'nl',
      signal,
      timeoutMs: 1000,
      isEnough: () => true,
    });
    controller.abort(new Error('stop'));
    expect((await visit).document).toMatchObject({ failure: { kind: 'interrupted' } });
    await world.settle(browser.close());
    expect(closed).not.toHaveBeenCalled();
    arrive(aBrowser(closed));
    await vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(1));
  });

  test('and a browser that never ends keeps nobody', async () => {
    const dispose = vi.fn(async () => {});
    unpacked(dispose);
    launch.mockRejectedValueOnce(new Error('none')).mockResolvedValue(aBrowser(() => new Promise(() => {})));
    const running = await launchBrowser(options({ path: undefined }));
    await world.settle(running.close());
    expect(dispose).toHaveBeenCalledTimes(1);
  });
});

/** What is kept of a login, how it is packed and stored, who may use it, and that nothing of it comes out. */

import { lstat, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRedactor } from '../../../src/capture/redact.ts';
import { expiryOf, isSignedIn, keptState } from '../../../src/capture/session/kept.ts';
import { MAX_PACKED, packSession, unpackSession } from '../../../src/capture/session/packed.ts';
import { isFromOutside } from '../../../src/capture/session/pullRequest.ts';
import { createSessions } from '../../../src/capture/session/sessions.ts';
import { sessionFile, sessionVariable, storedSession, storeSession } from '../../../src/capture/session/store.ts';
import { refuseWithoutDisplay } from '../../../src/capture/session/window.ts';
import type { Outcome } from '../../../src/model/capture.ts';
import type { SessionPlan } from '../../../src/model/network.ts';
import type { Session } from '../../../src/model/session.ts';
import { networks } from '../../../src/networks/index.ts';
import { aCookie, aSession } from '../../support/sessions.ts';

const PLAN: SessionPlan = {
  login: 'https://net.example/login',
  domains: ['net.example'],
  cookies: ['token', 'device'],
  signedIn: ['token'],
  storageKeys: ['seat'],
  underWay: ['/login'],
  terms: { says: '', source: '' },
};

describe('kept', () => {
  test('only named cookies of the network’s own domains, and named storage of its own pages', () => {
    const state = {
      cookies: [
        aCookie('token', { domain: '.net.example' }),
        aCookie('device', { domain: 'www.net.example', secure: false }),
        aCookie('token', { domain: 'evilnet.example' }),
        aCookie('token', { domain: 'net.example.evil.example' }),
        aCookie('advertisements', { domain: 'net.example' }),
      ],
      origins: [
        {
          origin: 'https://net.example',
          localStorage: [
            { name: 'seat', value: 'a' },
            { name: 'mail', value: 'b' },
          ],
        },
        { origin: 'http://net.example', localStorage: [{ name: 'seat', value: 'a' }] },
        { origin: 'https://other.example', localStorage: [{ name: 'seat', value: 'a' }] },
      ],
    };
    const kept = keptState(state, PLAN);
    expect(kept.cookies.map(({ name, domain, secure }) => [name, domain, secure])).toEqual([
      ['token', '.net.example', true],
      ['device', 'www.net.example', true],
    ]);
    expect(kept.origins).toEqual([{ origin: 'https://net.example', localStorage: [{ name: 'seat', value: 'a' }] }]);
  });

  const now = Date.parse('2026-11-23T02:00:00Z');
  test.each([
    ['no cookie', [], false],
    ['an empty one', [aCookie('token', { value: '' })], false],
    ['one that has ended', [aCookie('token', { expires: now / 1000 - 1 })], false],
    ['one that ends later', [aCookie('token', { expires: now / 1000 + 1 })], true],
    ['one that ends with the browser', [aCookie('token', { expires: -1 })], true],
    ['another one', [aCookie('device')], false],
    ['one of another network', [aCookie('token', { domain: '.other.example' })], false],
  ])('signed in with %s: %#', (_, cookies, is) => {
    expect(isSignedIn({ cookies, origins: [] }, PLAN, now)).toBe(is);
  });

  test('the end is that of the cookie that matters', () => {
    const session = aSession('net', [aCookie('token', { expires: 2_000_000_000 }), aCookie('device', { expires: 5 })]);
    expect(expiryOf(session, PLAN)).toBe(2_000_000_000_000);
    expect(expiryOf(aSession('net', [aCookie('token', { expires: -1 })]), PLAN)).toBeNull();
  });
});

describe('packed', () => {
  const session = aSession('linkedin', [aCookie('li_at')]);

  test('comes back as it was, on one line of harmless characters', () => {
    const packed = packSession(session);
    expect(packed).toMatch(/^[\w-]+$/);
    expect(unpackSession(`  ${packed}\n`)).toEqual(session);
    expect(Buffer.from(packed, 'base64url').toString('latin1')).not.toBe('');
  });

  test.each([
    ['nothing', ''],
    ['plain JSON', JSON.stringify(session)],
    ['something else', 'A'.repeat(100)],
    ['cut', packSession(session).slice(0, -10)],
    ['a session without cookies', packSession({ ...session, cookies: undefined } as unknown as Session)],
    ['a cookie of another kind', packSession({ ...session, cookies: [{ name: 'a' }] } as unknown as Session)],
    ['another version', packSession({ ...session, version: 2 } as unknown as Session)],
    ['too much', 'A'.repeat(MAX_PACKED + 1)],
  ])('%s is no session', (_, text) => {
    expect(unpackSession(text)).toBeNull();
  });

  test('what unpacks to more than a megabyte is not unpacked', () => {
    const bomb = packSession(aSession('linkedin', [aCookie('li_at', { value: 'a'.repeat(2_000_000) })]));
    expect(bomb.length).toBeLessThan(MAX_PACKED);
    expect(unpackSession(bomb)).toBeNull();
  });
});

describe('stored', () => {
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'bijwerken-session-'));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  test('outside the working folder, for one user alone, whole or not at all', async () => {
    const env = { HOME: home };
    const file = await storeSession('linkedin', 'packed', env);
    expect(file).toBe(path.join(home, '.config', 'bijwerken', 'sessions', 'linkedin.json'));
    expect((await lstat(file)).mode & 0o777).toBe(0o600);
    expect((await lstat(path.dirname(file))).mode & 0o777).toBe(0o700);
    expect(await storedSession('linkedin', env)).toBe('packed');
    await storeSession('linkedin', 'newer', env);
    expect(await storedSession('linkedin', env)).toBe('newer');
    expect(await readdir(path.dirname(file))).toEqual(['linkedin.json']);
    expect(await storedSession('facebook', env)).toBeNull();
  });

  test('a file that others can read is refused, and told how to be mended', async () => {
    const env = { XDG_CONFIG_HOME: path.join(home, 'open') };
    const file = await storeSession('x', 'packed', env);
    const text = await readFile(file);
    await rm(file);
    await writeFile(file, text, { mode: 0o644 });
    await expect(storedSession('x', env)).rejects.toThrow(/others can read this session.*chmod 600/);
  });

  test('the folder is the one that the system names', () => {
    expect(sessionFile('x', { XDG_CONFIG_HOME: '/c', HOME: '/h' })).toBe('/c/bijwerken/sessions/x.json');
    expect(sessionFile('x', { XDG_CONFIG_HOME: 'relative', HOME: '/h' })).toBe('/h/.config/bijwerken/sessions/x.json');
    expect(sessionFile('x', {})).toBeNull();
    expect(sessionVariable('google-business')).toBe('BIJWERKEN_SESSION_GOOGLE_BUSINESS');
  });
});

describe('a run that somebody from outside may have started', () => {
  test.each([
    [{ GITHUB_EVENT_NAME: 'pull_request' }],
    [{ GITHUB_EVENT_NAME: 'pull_request_target' }],
    [{ GITHUB_EVENT_NAME: 'issue_comment' }],
    [{ GITHUB_EVENT_NAME: 'workflow_run' }],
    [{ GITHUB_EVENT_NAME: 'push', GITHUB_HEAD_REF: 'a-branch' }],
    [{ CI_PIPELINE_SOURCE: 'merge_request_event' }],
    [{ CI_PIPELINE_SOURCE: 'external_pull_request_event' }],
    [{ BUILD_REASON: 'PullRequest' }],
    [{ BUILD_REASON: 'IndividualCI', SYSTEM_PULLREQUEST_ISFORK: 'True' }],
    [{ TRAVIS_PULL_REQUEST: '12' }],
    [{ CIRCLE_PR_NUMBER: '3' }],
    [{ BITBUCKET_PR_ID: '3' }],
    [{ CHANGE_ID: 'PR-3' }],
  ])('%j', (env: Record<string, string>) => {
    expect(isFromOutside(env)).toBe(true);
  });

  test.each([
    [{}],
    [{ GITHUB_EVENT_NAME: 'schedule', GITHUB_HEAD_REF: '' }],
    [{ GITHUB_EVENT_NAME: 'workflow_dispatch' }],
    [{ CI_PIPELINE_SOURCE: 'schedule' }],
    [{ BUILD_REASON: 'Schedule', SYSTEM_PULLREQUEST_ISFORK: 'False' }],
    [{ TRAVIS_PULL_REQUEST: 'false' }],
  ])('not %j', (env: Record<string, string>) => {
    expect(isFromOutside(env)).toBe(false);
  });
});

test.each<[Outcome, boolean]>([
  ['profile', true],
  ['unreadable', true],
  ['not-found', true],
  ['timeout', true],
  ['challenge', false],
  ['login-wall', false],
  ['rate-limited', false],
])('after %s the session goes on: %s', (outcome, goesOn) => {
  const state = { cookies: [], origins: [] };
  const sessions = createSessions(
    new Map([
      ['x', state],
      ['facebook', state],
    ]),
  );
  sessions.answered('x', outcome);
  expect(sessions.of('x')).toEqual(goesOn ? state : null);
  expect(sessions.of('facebook')).toEqual(state);
  expect(sessions.of('threads')).toBeNull();
});

describe('the redactor', () => {
  const value = '"ajax:4815162342/+secret="';
  const session: Session = {
    ...aSession('x', [aCookie('ct0', { value }), aCookie('twid', { value: 'u%3D1234567890' })]),
    origins: [{ origin: 'https://x.com', localStorage: [{ name: 'k', value: 'stored-secret' }] }],
  };
  const packed = packSession(session);
  const redact = createRedactor({ BIJWERKEN_SESSION_X: ` ${packed}\n` });

  test.each([
    ['the packed form', packed],
    ['its beginning', packed.slice(0, 80)],
    ['a cookie', value],
    ['a cookie without its quotes', 'ajax:4815162342/+secret='],
    ['a cookie in an address', encodeURIComponent('ajax:4815162342/+secret=')],
    ['a cookie in JSON', JSON.stringify({ value })],
    ['a cookie in base64', Buffer.from('ajax:4815162342/+secret=').toString('base64')],
    ['the number of the account', '"user_id":1234567890'],
    ['a value of the storage', 'stored-secret'],
  ])('takes out %s', (_, text) => {
    const redacted = redact(`before ${text} after`);
    for (const secret of [packed.slice(0, 60), '4815162342', '1234567890', 'stored-secret', 'ODE1MTYyMzQy']) {
      expect(redacted).not.toContain(secret);
    }
    expect(redacted).toMatch(/^before .*\[secret\].* after$/);
  });

  test('leaves what is no secret', () => {
    expect(redact('li_at, x.com, ct0')).toBe('li_at, x.com, ct0');
  });

  test('is quick with a session of 40 KB', () => {
    const large = aSession(
      'x',
      Array.from({ length: 40 }, (_, i) => aCookie(`c${i}`, { value: `v${i}-${'z'.repeat(300)}` })),
    );
    const shown = `v7-${'z'.repeat(300)}`;
    expect(createRedactor({ BIJWERKEN_SESSION_X: packSession(large) })(shown)).toBe('[secret]');
  });
});

test('a window needs a screen, and the error says what to do without', () => {
  expect(() => refuseWithoutDisplay({}, 'linux', 'linkedin')).toThrow(/no screen.*bijwerken login linkedin --print/s);
  expect(() => refuseWithoutDisplay({ DISPLAY: ':0' }, 'linux', 'linkedin')).not.toThrow();
  expect(() => refuseWithoutDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', 'linkedin')).not.toThrow();
  expect(() => refuseWithoutDisplay({}, 'darwin', 'linkedin')).not.toThrow();
});

describe('the networks’ own plans', () => {
  const plans = networks.flatMap(({ id, session }) => (session ? [{ id, session }] : []));

  test('are those that show guests little', () => {
    expect(plans.map(({ id }) => id).sort()).toEqual(['facebook', 'instagram', 'linkedin', 'threads', 'x']);
  });

  test.each(plans)('$id', ({ id, session }) => {
    expect(session.cookies).toEqual(expect.arrayContaining([...session.signedIn]));
    expect(session.signedIn.length).toBeGreaterThan(0);
    const { hostname, protocol, pathname } = new URL(session.login);
    expect(protocol).toBe('https:');
    expect(session.domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))).toBe(true);
    expect(session.underWay.some((begin) => pathname.startsWith(begin))).toBe(true);
    expect(new URL(session.terms.source).protocol).toBe('https:');
    expect(networks.find((network) => network.id === id)?.sources.browser).toBeDefined();
  });
});

/** Which sessions a run may use: named, at hand, signed in, and nobody from outside at the door. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packSession } from '../src/capture/session/packed.ts';
import { storeSession } from '../src/capture/session/store.ts';
import { directory } from '../src/directory.ts';
import type { ProfileEntry } from '../src/model/config.ts';
import { planVisits, type Selection } from '../src/plan/plan.ts';
import { loginState, ownLogins } from '../src/sessions.ts';
import { aCookie, aSession } from './support/sessions.ts';
import { aConfiguration } from './support/visits.ts';

const NOW = Date.parse('2026-11-23T02:00:00Z');
const packed = (value: string, expires = -1) =>
  packSession(aSession('linkedin', [aCookie('li_at', { domain: '.linkedin.com', value, expires })]));

const entry = (sources?: ProfileEntry['sources']): ProfileEntry => ({
  id: 'linkedin-main',
  network: 'linkedin',
  url: 'https://www.linkedin.com/company/voorbeeld',
  ...(sources ? { sources } : {}),
});

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'bijwerken-own-logins-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const fed = { BIJWERKEN_SESSION_LINKEDIN: packed('from-the-environment') };
const codes = ({ notices }: Awaited<ReturnType<typeof ownLogins>>) =>
  notices.map(({ code, network }) => [code, network]);

describe('a session is used', () => {
  const named = [entry(['browser', 'session'])];

  test('where the profile names it and it is at hand', async () => {
    const logins = await ownLogins(named, {}, fed, NOW);
    expect([...logins.states.keys()]).toEqual(['linkedin']);
    expect(logins.states.get('linkedin')?.cookies[0]?.value).toBe('from-the-environment');
    expect(logins.notices).toEqual([]);
  });

  test.each<[string, ProfileEntry, Selection]>([
    ['nobody names it', entry(), {}],
    ['the profile lists others', entry(['api', 'browser']), {}],
    ['the profile lists others, whatever the run names', entry(['api', 'browser']), { sources: ['session'] }],
    ['the run names others', entry(['session']), { sources: ['http'] }],
    ['another profile is asked', entry(['session']), { only: ['x-main'] }],
    ['another network is asked', entry(['session']), { networks: ['x'] }],
  ])('not when %s', async (_, profile, selection) => {
    const logins = await ownLogins([profile], selection, fed, NOW);
    expect([...logins.states.keys(), ...logins.notices]).toEqual([]);
  });

  test('when the run names it and the profile has no list', async () => {
    const logins = await ownLogins([entry()], { sources: ['session'] }, fed, NOW);
    expect([...logins.states.keys()]).toEqual(['linkedin']);
  });

  test.each([
    ['a pull request', {}, { ...fed, GITHUB_EVENT_NAME: 'pull_request' }, 'session-not-in-pull-request'],
    ['a merge request', {}, { ...fed, CI_PIPELINE_SOURCE: 'merge_request_event' }, 'session-not-in-pull-request'],
    ['errors of secure connections ignored', { ignoreHttpsErrors: true }, fed, 'session-not-sent'],
    ['nothing stored or fed', {}, { HOME: '/nowhere' }, 'session-missing'],
    ['cookies that have ended', {}, { BIJWERKEN_SESSION_LINKEDIN: packed('ended', 5) }, 'session-expired'],
  ])('not with %s, which is said', async (_, options, env, code) => {
    const logins = await ownLogins(named, options, env, NOW);
    expect([...logins.states.keys()]).toEqual([]);
    expect(codes(logins)).toEqual([[code, 'linkedin']]);
  });

  test('a stored one is not even opened for a pull request', async () => {
    const env = { HOME: home, GITHUB_EVENT_NAME: 'pull_request_target' };
    await storeSession('linkedin', 'broken', env);
    expect(codes(await ownLogins(named, {}, env, NOW))).toEqual([['session-not-in-pull-request', 'linkedin']]);
    await expect(ownLogins(named, {}, { HOME: home }, NOW)).rejects.toThrow(/no session of Bijwerken/);
  });

  test('a stored one is known as a secret, and goes after what the environment feeds', async () => {
    const stored = packed('stored-value');
    await storeSession('linkedin', stored, { HOME: home });
    const logins = await ownLogins(named, {}, { HOME: home }, NOW);
    expect(logins.env.BIJWERKEN_SESSION_LINKEDIN).toBe(stored);
    const both = await ownLogins(named, {}, { HOME: home, ...fed }, NOW);
    expect(both.states.get('linkedin')?.cookies[0]?.value).toBe('from-the-environment');
  });

  test('one of another network, and what is none, are mistakes that are told without their value', async () => {
    const other = { BIJWERKEN_SESSION_LINKEDIN: packSession(aSession('x', [aCookie('auth_token')])) };
    await expect(ownLogins(named, {}, other, NOW)).rejects.toThrow('this is a session of x.');
    const none = { BIJWERKEN_SESSION_LINKEDIN: 'li_at=AQEDAsecret' };
    const error: unknown = await ownLogins(named, {}, none, NOW).catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/^UserError: BIJWERKEN_SESSION_LINKEDIN: this is no session/);
    expect(String(error)).not.toContain('AQEDA');
  });
});

test('the plan puts it after the browser, and only where it may be used', () => {
  const sourcesOf = (profile: ProfileEntry, sessions: readonly string[]) =>
    planVisits(
      aConfiguration({ profiles: [profile] }),
      directory,
      {},
      { tokens: new Set(), sessions: new Set(sessions) },
    )[0]?.sources;
  expect(sourcesOf(entry(['http', 'session', 'browser']), ['linkedin'])).toEqual(['http', 'browser', 'session']);
  expect(sourcesOf(entry(['http', 'session', 'browser']), [])).toEqual(['http', 'browser']);
  expect(sourcesOf(entry(), ['linkedin'])).toEqual(['http', 'browser']);
});

test('how a session stands is told without any value of it', async () => {
  const linkedin = directory.networks.find(({ id }) => id === 'linkedin');
  if (!linkedin) throw new Error('LinkedIn is a network.');
  const env = { BIJWERKEN_SESSION_LINKEDIN: packed('a-secret-value', 1_800_000_000) };
  const state = await loginState(linkedin, env, NOW);
  expect(state).toEqual({
    ...{ network: 'linkedin', name: 'LinkedIn', from: 'environment', savedAt: '2026-11-20T10:00:00.000Z' },
    ...{ expiresAt: '2027-01-15T08:00:00.000Z', isSignedIn: true },
  });
  expect(await loginState(linkedin, { HOME: '/nowhere' }, NOW)).toBeNull();
});

/** A login with a window that a test plays: what is waited for, what is refused, and what is said first. */

import { describe, expect, test } from 'vitest';
import { unpackSession } from '../src/capture/session/packed.ts';
import type { LoginWindow } from '../src/capture/session/window.ts';
import { type LoginTools, loginNetwork, signIn, warningsOf } from '../src/login.ts';
import type { SessionCookie } from '../src/model/session.ts';
import type { World } from '../src/model/world.ts';
import { aCookie } from './support/sessions.ts';

const linkedin = loginNetwork('linkedin');
const own = (name: string, parts: Partial<SessionCookie> = {}) =>
  aCookie(name, { domain: '.www.linkedin.com', value: `secret-${name}`, ...parts });
const never = new Promise<void>(() => {});

/** What the window shows at each look; the last stays. */
interface Scene {
  readonly looks: readonly { readonly address: string; readonly cookies: readonly SessionCookie[] }[];
  readonly closed?: Promise<void>;
  readonly enters?: number;
}

async function play({ looks, closed = never, enters = 0 }: Scene) {
  let time = Date.parse('2026-11-23T09:00:00Z');
  // Nobody waits here: to sleep is to be later.
  const sleep = async (ms: number) => {
    time += ms;
  };
  const world: World = { now: () => time, sleep, random: () => 0, resolve: async () => [], env: {} };
  const opened: string[] = [];
  const said: string[] = [];
  let look = -1;
  let isClosed = false;
  let entered = 0;
  const now = () => looks[Math.max(0, Math.min(look, looks.length - 1))];
  const window: LoginWindow = {
    address: () => now()?.address ?? '',
    state: async () => {
      look += 1;
      return { cookies: now()?.cookies ?? [], origins: [] };
    },
    closed,
    close: async () => {
      isClosed = true;
    },
  };
  const tools: LoginTools = {
    world,
    open: async (url) => {
      opened.push(url);
      return window;
    },
    done: () => {
      entered += 1;
      return entered <= enters ? Promise.resolve() : never;
    },
    say: (text) => said.push(text),
    signal: new AbortController().signal,
  };
  const result = await signIn(linkedin, tools).catch((error: unknown) => error);
  return { result, opened, said, isClosed, looked: look + 1 };
}

const FEED = 'https://www.linkedin.com/feed/';
const LOGIN = 'https://www.linkedin.com/login';

describe('signing in', () => {
  test('is seen when the page behind the login comes; only the cookies that matter are kept', async () => {
    const cookies = [own('li_at'), own('li_gc'), aCookie('li_at', { domain: '.ads.example' })];
    const { result, opened, isClosed, looked } = await play({
      looks: [
        { address: LOGIN, cookies: [] },
        { address: 'https://www.linkedin.com/checkpoint/challenge/1', cookies },
        { address: FEED, cookies },
      ],
    });
    expect(opened).toEqual([LOGIN]);
    expect(looked).toBe(3);
    expect(isClosed).toBe(true);
    const session = typeof result === 'string' ? unpackSession(result) : null;
    expect(session).toMatchObject({ version: 1, network: 'linkedin', origins: [] });
    expect(session?.cookies.map(({ name, domain }) => [name, domain])).toEqual([['li_at', '.www.linkedin.com']]);
  });

  test('Enter counts where the cookie is there, wherever the window is', async () => {
    const { result, looked } = await play({ looks: [{ address: LOGIN, cookies: [own('li_at')] }], enters: 1 });
    expect(result).toEqual(expect.stringMatching(/^[\w-]+$/));
    expect(looked).toBe(1);
  });

  test('Enter too early is told, and waited on', async () => {
    const { result, said } = await play({
      looks: [
        { address: LOGIN, cookies: [] },
        { address: FEED, cookies: [own('li_at')] },
      ],
      enters: 1,
    });
    expect(said.join('\n')).toContain('Nobody is signed in at LinkedIn yet');
    expect(result).toEqual(expect.stringMatching(/^[\w-]+$/));
  });

  test.each([
    ['a window that is closed', { looks: [], closed: Promise.resolve() }, /closed before anybody was signed in/],
    ['nobody', { looks: [{ address: LOGIN, cookies: [] }] }, /nobody signed in for twenty minutes/],
    [
      'a page of a stranger',
      { looks: [{ address: 'https://evil.example/', cookies: [own('li_at')] }] },
      /twenty minutes/,
    ],
    [
      'too much',
      { looks: [{ address: FEED, cookies: [own('li_at', { value: noise(60_000) })] }] },
      /at most 40960 \(40 KB\)/,
    ],
  ])('%s ends it with a message, and the window is closed', async (_, scene, message) => {
    const { result, isClosed } = await play(scene);
    expect(result).toBeInstanceOf(Error);
    expect(String(result)).toMatch(message);
    expect(String(result)).not.toContain('secret-');
    expect(isClosed).toBe(true);
  });
});

/** Text that does not pack. */
function noise(length: number): string {
  let seed = 1;
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % 64;
  };
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return Array.from({ length }, () => letters[next()]).join('');
}

test('a network without a login is told which have one', () => {
  expect(() => loginNetwork('github')).toThrow(/no login for "github".*linkedin/);
  expect(loginNetwork('LinkedIn').id).toBe('linkedin');
});

test.each([
  ['linkedin', /forbids bots, scripts and other automated ways/, 'https://www.linkedin.com/legal/user-agreement'],
  ['facebook', /forbid to visit its products or collect data .*by automated means/, 'https://www.facebook.com/terms'],
  ['instagram', /did not allow, and name automated ways/, 'https://help.instagram.com/581066165581870'],
  ['threads', /automated ways that Meta did not allow are forbidden/, 'https://help.instagram.com/769983657850450'],
  ['x', /forbid to crawl or scrape it in any form/, 'https://x.com/en/tos'],
])('the terms of %s are told in our words, with their own address', (id, says, source) => {
  const text = warningsOf(loginNetwork(id));
  expect(text).toMatch(says);
  expect(text).toContain(`Read them yourself: ${source})`);
});

test('what is said first names the terms, the lock, and a separate account', () => {
  const text = warningsOf(linkedin);
  for (const part of [
    'user agreement forbids',
    'https://www.linkedin.com/legal/',
    'may lock the account',
    'separate',
  ]) {
    expect(text).toContain(part);
  }
});

/** A real window on a screen that nobody looks at: a page that signs itself in plays the person. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Guard, startGuard } from '../../../src/capture/guard.ts';
import { unpackSession } from '../../../src/capture/session/packed.ts';
import { type OpenWindow, windowOpener } from '../../../src/capture/session/window.ts';
import { loginNetwork, signIn } from '../../../src/login.ts';
import { realWorld } from '../../../src/world.ts';
import { httpServer, silentLog, type TestServer } from '../../support/servers.ts';

const XVFB = '/usr/bin/Xvfb';
const BROWSERS = ['/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/usr/bin/chromium'];
const hasScreen = existsSync(XVFB) && BROWSERS.some((file) => existsSync(file));

const SECRET = 'seat-of-the-organisation-4815162342';
const isIn = ({ headers }: IncomingMessage) => (headers.cookie ?? '').includes(SECRET);

/** Whoever signs in gets the cookie, a question for a code, and only then the page behind the login. */
function play(incoming: IncomingMessage, answer: ServerResponse) {
  const html = (body: string) =>
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>${body}`);
  const { url = '', method } = incoming;
  if (method === 'POST' && url === '/login')
    return answer
      .writeHead(302, {
        location: '/checkpoint/code',
        'set-cookie': [`li_at=${SECRET}; Path=/; HttpOnly; Max-Age=3600`, 'measuring=me; Path=/'],
      })
      .end();
  if (url === '/login')
    return html('<form method="post" action="/login"></form><script>document.forms[0].submit()</script>');
  if (url === '/checkpoint/code' && isCodeKnown)
    return html('<script>setTimeout(() => location.assign("/feed"), 500)</script>');
  if (url === '/checkpoint/code') return html('<h1>Which code did we send?</h1>');
  if (url === '/feed' && isIn(incoming)) return html('<h1>Hello</h1>');
  return answer.writeHead(404).end();
}

let isCodeKnown = true;
let server: TestServer;
let guard: Guard;
let screen: { readonly display: string; end(): void };
const real = realWorld({ env: process.env });

/** Xvfb writes the number of the screen that it took. */
async function startScreen(): Promise<typeof screen> {
  const child = spawn(XVFB, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('Xvfb did not start.')));
    child.stdio[3]?.once('data', (chunk: Buffer) => resolve(String(chunk).trim()));
  });
  return { display: `:${number}`, end: () => void child.kill() };
}

describe.skipIf(!hasScreen)('a window of one’s own', () => {
  beforeAll(async () => {
    server = await httpServer(play);
    const limits = { connectTimeoutMs: 5000, maxBytesPerTunnel: 100_000_000 };
    guard = await startGuard({ world: real, allowPrivate: true, ...limits, log: silentLog });
    screen = await startScreen();
  });
  afterAll(async () => {
    screen?.end();
    await guard?.close();
    await server?.close();
  });

  const loginHere = () => {
    const linkedin = loginNetwork('linkedin');
    const login = `http://127.0.0.1:${server.port}/login`;
    const session = { ...linkedin.session, login, domains: ['127.0.0.1'] };
    const env = { ...process.env, DISPLAY: screen.display };
    const opener = windowOpener({ guard, world: { ...real, env }, env, log: silentLog });
    return { network: { ...linkedin, session }, opener };
  };
  const signInWith = (open: OpenWindow, network: ReturnType<typeof loginHere>['network'], said: string[] = []) =>
    signIn(network, {
      ...{ world: real, open, done: () => new Promise<void>(() => {}), signal: new AbortController().signal },
      say: (text) => said.push(text),
    });

  test('is opened, waited for, and gives the cookies that count', async () => {
    isCodeKnown = true;
    const { network, opener } = loginHere();
    const session = unpackSession(await signInWith(opener, network));
    expect(session?.network).toBe('linkedin');
    expect(session?.cookies.map(({ name, value }) => [name, value])).toEqual([['li_at', SECRET]]);
    expect(server.requests.filter((line) => !line.includes('favicon'))).toEqual([
      'GET /login',
      'POST /login',
      'GET /checkpoint/code',
      'GET /feed',
    ]);
  });

  test('at a question of the network nobody is signed in, and closing the window ends it', async () => {
    isCodeKnown = false;
    const { network, opener } = loginHere();
    let addresses: string[] = [];
    const open: OpenWindow = async (url) => {
      const window = await opener(url);
      let looks = 0;
      return {
        ...window,
        state: async () => {
          const state = await window.state();
          addresses = [...addresses, new URL(window.address()).pathname];
          looks += 1;
          // The person gives up.
          if (looks === 4) void window.close();
          return state;
        },
      };
    };
    await expect(signInWith(open, network)).rejects.toThrow(/the window was closed before anybody was signed in/);
    expect(addresses.at(-1)).toBe('/checkpoint/code');
  });
});

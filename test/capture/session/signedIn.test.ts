/** A real browser, signed in at a network that shows guests a login: what it sends where, and what is left of it. */

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openArchive, openStored } from '../../../src/capture/archive.ts';
import { createPageBrowser, type PageBrowser } from '../../../src/capture/browser/browser.ts';
import { type Capturing, captureProfile, lookAgain } from '../../../src/capture/capture.ts';
import { type Guard, startGuard } from '../../../src/capture/guard.ts';
import { createHttp } from '../../../src/capture/http.ts';
import { createPace } from '../../../src/capture/pace.ts';
import { createRedactor } from '../../../src/capture/redact.ts';
import { createRobots } from '../../../src/capture/robots.ts';
import { packSession } from '../../../src/capture/session/packed.ts';
import { createSessions } from '../../../src/capture/session/sessions.ts';
import type { Visit } from '../../../src/model/audit.ts';
import type { Network, Place } from '../../../src/model/network.ts';
import { readers, readVisit } from '../../../src/stages.ts';
import { realWorld } from '../../../src/world.ts';
import { httpServer, silentLog, type TestServer } from '../../support/servers.ts';
import { aCookie, aSession } from '../../support/sessions.ts';
import { aReadNetwork, aVisit } from '../../support/visits.ts';

const SECRET = 'seat-of-the-organisation-4815162342';
const VIEWER = 'Kijkje van Kijkenstein';

/** What a server was asked, with the cookies that came along. */
interface Asked {
  readonly path: string;
  readonly cookie: string;
}

let asked: Asked[] = [];
let strangerAsked: Asked[] = [];
/** What the server says to whoever is signed in. */
let mood: 'open' | 'expired' | 'challenge' | 'gone' = 'open';
let rules = '';
/** Put before the profile. */
let extra = '';
let server: TestServer;
let stranger: TestServer;
let guard: Guard;
let browser: PageBrowser;
const world = realWorld({ env: process.env });

const note = (list: Asked[], { url = '', headers }: IncomingMessage) =>
  list.push({ path: url, cookie: headers.cookie ?? '' });

const html = (answer: ServerResponse, status: number, body: string) =>
  void answer.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>${body}`);

function answerProfile(incoming: IncomingMessage, answer: ServerResponse) {
  note(asked, incoming);
  const { url = '', headers } = incoming;
  const isSignedIn = (headers.cookie ?? '').includes(SECRET);
  if (url.startsWith('/api')) return html(answer, 200, 'ok');
  if (url === '/robots.txt') return void answer.writeHead(200, { 'content-type': 'text/plain' }).end(rules);
  if (url === '/elders' && isSignedIn) return void answer.writeHead(302, { location: '/dicht' }).end();
  if (url.startsWith('/login')) return html(answer, 200, '<title>Log in</title><form id="login"></form>');
  if (url.startsWith('/clicked')) return html(answer, 200, 'noted');
  if (url.startsWith('/gast')) return html(answer, 200, page(url.slice(1), ''));
  if (!isSignedIn || mood === 'expired') return void answer.writeHead(302, { location: '/login?for=him' }).end();
  if (mood === 'challenge') return html(answer, 200, `<div id="puzzle">${VIEWER}, are you there?</div>`);
  if (mood === 'gone') return html(answer, 404, `<div id="viewer">${VIEWER}</div><h1 id="gone">Nobody</h1>`);
  return html(answer, 200, page(url.slice(1), headers.cookie ?? ''));
}

const page = (
  handle: string,
  cookie: string,
) => `${extra}<div id="viewer"><h1>${VIEWER}</h1><p class="bio">Ik kijk</p></div>
  <link rel="canonical" href="/${handle}"><main><h1 id="name">Naam van ${handle}</h1>
  <p class="bio">${cookie}</p><script>fetch('/api').then(() => fetch('http://localhost:${stranger.port}/count',
  { mode: 'no-cors', credentials: 'include' }))</script></main>`;

const place = (pick: Place<string>['pick']): Place<string> => ({ origin: 'dom', locator: 'test', pick });

const network: Network = {
  ...aReadNetwork(),
  recognise: ({ hostname, pathname, href }) =>
    hostname === '127.0.0.1' ? { handle: pathname.slice(1), kind: 'page', host: hostname, url: href } : null,
  sources: {
    browser: {
      requests: ({ url }, answered) => (answered.length > 0 ? [] : [{ document: 'page', url, accept: 'html' }]),
    },
  },
  signs: [
    { outcome: 'login-wall', id: 'lands on /login', matches: ({ finalUrl }) => finalUrl.includes('/login') },
    { outcome: 'challenge', id: 'shows a puzzle', matches: ({ $ }) => $('#puzzle').length > 0 },
    { outcome: 'not-found', id: 'says that there is nobody', matches: ({ $ }) => $('#gone').length > 0 },
  ],
  proof: [
    {
      origin: 'dom',
      locator: 'canonical',
      pick: ({ $ }) => [($('link[rel=canonical]').attr('href') ?? '').replace(/^.*\//, '')],
    },
  ],
  places: {
    name: [place(({ $ }) => $('#name').text() || undefined)],
    bio: [place(({ $ }) => $('main .bio').text() || undefined)],
  },
};

const visitTo = (id: string): Visit => {
  const url = `http://127.0.0.1:${server.port}/${id}`;
  const account = { handle: id, kind: 'page', host: '127.0.0.1', url };
  const parts = { network, account, sources: ['browser', 'session'], needed: ['name'] } as const;
  return aVisit({ id, url, sources: ['browser', 'session'] }, parts);
};

const state = {
  cookies: [aCookie('seat', { value: SECRET, domain: '127.0.0.1', secure: false })],
  origins: [],
};

function capturing(): Capturing {
  const redactor = createRedactor({});
  const http = createHttp({
    guard,
    world,
    userAgent: 'Bijwerken/test',
    ignoreHttpsErrors: false,
    log: silentLog,
    redactor,
  });
  return {
    ...{ world, guard, http, browser, readers, profileTimeoutMs: 60_000, links: new Map() },
    pace: createPace({ world, perHostDelayMs: 0 }),
    secretOf: () => null,
    baseOf: () => null,
    sessions: createSessions(new Map([['netwerk', state]])),
  };
}

const { signal } = new AbortController();
const withCookie = () => asked.filter(({ cookie }) => cookie !== '').map((each) => each.path);

beforeAll(async () => {
  server = await httpServer(answerProfile);
  stranger = await httpServer((incoming, answer) => {
    note(strangerAsked, incoming);
    html(answer, 200, 'counted');
  });
  const limits = { connectTimeoutMs: 5000, maxBytesPerTunnel: 100_000_000 };
  guard = await startGuard({ world, allowPrivate: true, ...limits, log: silentLog });
  browser = createPageBrowser({ guard, world, env: process.env, log: silentLog, ignoreHttpsErrors: false });
});

afterAll(async () => {
  await browser?.close();
  await guard?.close();
  for (const each of [server, stranger]) await each?.close();
});

beforeEach(() => {
  mood = 'open';
  rules = '';
  extra = '';
  asked = [];
  strangerAsked = [];
});

test('a guest meets the wall, the session sees the profile, and nothing is kept of the page', async () => {
  const visit = visitTo('voorbeeld');
  const capture = await captureProfile(visit, capturing(), signal);
  const reading = readVisit(visit, capture.captures);
  expect(capture.captures.map(({ source }) => source)).toEqual(['browser', 'session']);
  expect(reading.readings.map(({ outcome }) => outcome)).toEqual(['login-wall', 'profile']);
  expect(reading.outcome).toBe('profile');
  expect(reading.observation?.name).toEqual({
    ...{ value: 'Naam van voorbeeld', origin: 'dom', source: 'session', locator: 'test' },
  });
  const [guest, signedIn] = capture.captures;
  expect(guest?.screenshot).toBeDefined();
  expect(signedIn?.screenshot).toBeUndefined();
  expect(JSON.stringify(signedIn)).not.toContain(VIEWER);
  expect(JSON.stringify(signedIn)).not.toContain('<');
});

test('the cookie goes to the network’s own host alone, and no later guest has it', async () => {
  await captureProfile(visitTo('voorbeeld'), capturing(), signal);
  await vi.waitFor(() => expect(strangerAsked.length).toBeGreaterThan(0), { timeout: 5000 });
  expect(withCookie()).toContain('/voorbeeld');
  expect(strangerAsked.map(({ cookie }) => cookie).join('')).toBe('');
  asked = [];
  const guest: Visit = { ...visitTo('voorbeeld'), sources: ['browser'] };
  const { captures } = await captureProfile(guest, capturing(), signal);
  expect(readVisit(guest, captures).outcome).toBe('login-wall');
  expect(withCookie()).toEqual([]);
});

test('what is stored holds no value of the session, and reads the same; a field that held one is left out', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'bijwerken-signed-in-'));
  const env = { BIJWERKEN_SESSION_NETWERK: packSession(aSession('netwerk', state.cookies)) };
  const visit = visitTo('voorbeeld');
  const capture = await captureProfile(visit, capturing(), signal);
  expect(readVisit(visit, capture.captures).observation?.bio?.value).toContain(SECRET);
  const run = { version: 1, startedAt: '2026-11-23T02:00:00.000Z', tool: 'test' } as const;
  await (await openArchive(folder, run, createRedactor(env))).save(capture);
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const bytes = await readFile(file);
    const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
    expect(`${file} ${text}`).not.toContain(SECRET);
    expect(`${file} ${text}`).not.toContain(VIEWER);
  }
  const again = await (await openStored(folder)).load('voorbeeld');
  const reading = readVisit(visit, again?.captures ?? []);
  expect(reading.outcome).toBe('profile');
  expect(Object.keys(reading.observation ?? {})).toEqual(['name']);
  await rm(folder, { recursive: true });
});

describe.each([
  ['expired', 'login-wall'],
  ['challenge', 'challenge'],
] as const)('a session that meets: %s', (how, outcome) => {
  test('says nothing of the profile, and no other profile is asked through it', async () => {
    mood = how;
    const run = capturing();
    const first = visitTo('voorbeeld');
    const { captures } = await captureProfile(first, run, signal);
    const reading = readVisit(first, captures);
    expect(reading.readings.map((each) => [each.source, each.outcome])).toEqual([
      ['browser', 'login-wall'],
      ['session', outcome],
    ]);
    expect(reading).toMatchObject({ outcome: 'login-wall', because: 'the page lands on /login', confirmed: false });
    expect(captures.map(({ documents }) => documents[0]?.finalUrl.includes('him'))).toEqual([true, false]);
    expect(JSON.stringify(captures)).not.toContain(VIEWER);
    asked = [];
    const second = visitTo('utrecht');
    const later = await captureProfile(second, run, signal);
    expect(withCookie()).toEqual([]);
    expect(later.captures.at(-1)).toMatchObject({ source: 'session', documents: [{ status: 0, body: '' }] });
    expect(readVisit(second, later.captures).outcome).toBe('login-wall');
  });
});

test('an absence that only the session sees is never confirmed, and not asked twice', async () => {
  mood = 'gone';
  const visit = visitTo('voorbeeld');
  const run = capturing();
  const first = await captureProfile(visit, run, signal);
  asked = [];
  expect(await lookAgain(visit, first, run, signal)).toBe(first);
  expect(asked).toEqual([]);
  expect(readVisit(visit, first.captures)).toMatchObject({ outcome: 'not-found', confirmed: false });
  const twice = [...first.captures, ...first.captures.map((each) => ({ ...each, look: 2 as const }))];
  expect(readVisit(visit, twice).confirmed).toBe(false);
});

test('where errors of secure connections are ignored, nobody is signed in', async () => {
  const careless = createPageBrowser({ guard, world, env: process.env, log: silentLog, ignoreHttpsErrors: true });
  const visit: Visit = { ...visitTo('voorbeeld'), sources: ['session'] };
  const { captures } = await captureProfile(visit, { ...capturing(), browser: careless }, signal);
  await careless.close();
  expect(captures[0]?.documents[0]?.failure?.kind).toBe('refused-address');
  expect(asked).toEqual([]);
});

describe('where the settings honour robots.txt', () => {
  const honouring = () => ({ ...capturing(), robots: createRobots({ setting: 'honour', registered: [] }) });

  test.each([
    ['the page that is asked for', 'dicht', ['/robots.txt']],
    ['the page that it leads to', 'elders', ['/robots.txt', '/elders']],
  ])('a session is bound by it too: %s', async (_, id, paths) => {
    rules = 'User-agent: *\nDisallow: /dicht';
    const visit: Visit = { ...visitTo(id), sources: ['session'] };
    const { captures } = await captureProfile(visit, honouring(), signal);
    expect(captures[0]?.documents[0]).toMatchObject({ status: 0, body: '', failure: { kind: 'robots' } });
    expect(asked.map((each) => each.path)).toEqual(paths);
    // robots.txt is asked as everybody would.
    expect(asked[0]?.cookie).toBe('');
  });

  test('what it allows is seen', async () => {
    rules = 'User-agent: *\nDisallow: /dicht';
    const visit: Visit = { ...visitTo('voorbeeld'), sources: ['session'] };
    expect(readVisit(visit, (await captureProfile(visit, honouring(), signal)).captures).outcome).toBe('profile');
  });
});

describe('what a page would do for a click', () => {
  /** Every button and link writes down that it was clicked; the name comes only after the button that refuses. */
  const buttons = `<div role="dialog"><p>Wij gebruiken cookies.</p><button>Alles weigeren</button><button>Alles accepteren</button></div>
    <button aria-label="Volgen">Volgen</button><button>Meer weergeven</button><button>… more</button><a href="#meer">Lees meer</a>
    <details><summary>Meer</summary>meer</details>
    <script>addEventListener('click', (event) => fetch('/clicked?' + encodeURIComponent(event.target.textContent)), true)</script>`;

  test('nothing is clicked for whoever is signed in, though something needed is missing', async () => {
    const visit: Visit = { ...visitTo('knoppen'), sources: ['session'], needed: ['name', 'logo'] };
    extra = buttons;
    const { captures } = await captureProfile(visit, capturing(), signal);
    expect(readVisit(visit, captures).outcome).toBe('profile');
    expect(asked.map((each) => each.path).filter((path) => path.startsWith('/clicked'))).toEqual([]);
  });

  test('for a guest only the refusal is', async () => {
    const visit: Visit = { ...visitTo('gast-knoppen'), sources: ['browser'], needed: ['name', 'logo'] };
    extra = buttons;
    await captureProfile(visit, capturing(), signal);
    const clicked = asked.map((each) => each.path).filter((path) => path.startsWith('/clicked'));
    expect(clicked).toEqual(['/clicked?Alles%20weigeren']);
  });
});

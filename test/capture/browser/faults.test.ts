/** Pages that hang, crash, flood and never end: each gives its own failure in its own time, and harms no other. */

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { selfSigned } from '../../support/servers.ts';
import { html, type Site, startVisiting, type Visiting } from './visiting.ts';

let visiting: Visiting;
const site: Record<string, Site[string]> = { '/fine': html('<p id="done">fine</p>') };
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  visiting = await startVisiting({ site, certificate: await selfSigned(['page.example']) });
});

afterAll(async () => {
  await visiting?.close();
  process.removeListener('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

const script = (text: string) => html(`<!doctype html><p>page</p><script>${text}</script>`);
const fails = (kind: string) => ({ body: '', failure: { kind } });

/** The browser still serves others. */
async function expectFine(): Promise<void> {
  const { document } = await visiting.visit('http://page.example/fine');
  expect(document).toMatchObject({ status: 200, body: expect.stringContaining('fine') });
}

/** Bytes without end, as fast as they are taken. */
const flood =
  (chunk: string, headers: Record<string, string> = {}): Site[string] =>
  (answer) => {
    answer.writeHead(200, { 'content-type': 'text/html', ...headers });
    const more = () => {
      while (answer.writable && answer.write(chunk));
    };
    answer.on('drain', more);
    more();
  };

const deep = `setTimeout(() => { let deepest = document.body;
  for (let depth = 0; depth < 100000; depth++) deepest = deepest.appendChild(document.createElement('div'));
  document.body.offsetHeight; }, 0);`;

type Fault = readonly [name: string, answer: Site[string], expected: object, timeoutMs?: number];

const cases: readonly Fault[] = [
  ['hangs its renderer', script('while (true) {}'), fails('timeout'), 3000],
  ['hangs it later', script('setTimeout(() => { while (true) {} }, 200)'), fails('timeout'), 3000],
  ['asks without end', script('while (true) { alert(1); confirm(2); prompt(3); }'), fails('timeout'), 3000],
  ['crashes its tab', script(deep), fails('crashed')],
  ['is larger than is read', flood(`<!--${'x'.repeat(100_000)}-->`), fails('too-large')],
  [
    'holds more than is read',
    script('document.body.append(document.createComment("x".repeat(20000000)))'),
    fails('too-large'),
  ],
  [
    'hides how large it is',
    script(`document.body.append(document.createComment('x'.repeat(20000000)));
      Object.defineProperty(Element.prototype, 'outerHTML', { get: () => 'small' });
      Object.defineProperty(document, 'documentElement', { get: () => ({ outerHTML: 'small' }) });`),
    fails('too-large'),
  ],
  ['moves on without end', script('location.href = "?" + Math.random()'), fails('too-many-redirects')],
  ['loads itself without end', script('location.reload()'), fails('too-many-redirects')],
  [
    'redirects without end',
    (answer) => void answer.writeHead(302, { location: `?${Math.random()}` }).end(),
    fails('too-many-redirects'),
  ],
  ['never answers', () => {}, fails('timeout'), 3000],
  ['breaks off', (answer) => void answer.destroy(), fails('network-error')],
  ['is a file', html('x', { 'content-disposition': 'attachment; filename=x.html' }), fails('not-text')],
  ['is an archive', html('PK', { 'content-type': 'application/zip' }), fails('not-text')],
  ['is a picture', html('GIF89a', { 'content-type': 'image/gif' }), fails('not-text')],
  ['has no content', (answer) => void answer.writeHead(204).end(), fails('network-error')],
  ['closes itself', script('setTimeout(() => window.close(), 100)'), {}],
];

/** Those that wait for their time to be up do so side by side. */
test.concurrent.each(cases.map((fault, index) => [fault[0], fault, `/fault${index}`] as const))(
  'a page that %s',
  async (_name, [, answer, expected, timeoutMs = 20_000], path) => {
    site[path] = answer;
    const { document } = await visiting.visit(`http://page.example${path}`, { timeoutMs });
    expect(document).toMatchObject({ requestedUrl: `http://page.example${path}`, ...expected });
    expect(document.sha256).toBe(createHash('sha256').update(document.body).digest('hex'));
    await expectFine();
  },
);

const readable: readonly (readonly [string, Site[string]])[] = [
  ['asks questions', script('alert(1); confirm(2); prompt(3); document.body.id = "done"')],
  ['would keep its visitor', script('onbeforeunload = () => "stay"; document.body.id = "done"')],
  ['opens windows', script('for (let i = 0; i < 15; i++) open("/fine?" + i); document.body.id = "done"')],
  [
    'sends a file beside',
    script(
      'const a = document.createElement("a"); a.href = "/file"; a.download = "x"; a.click(); location = "/file"; document.body.id = "done"',
    ),
  ],
  ['wants a service worker', script('navigator.serviceWorker?.register("/fine"); document.body.id = "done"')],
  [
    'never ends its body',
    (answer) => void answer.writeHead(200, { 'content-type': 'text/html' }).write('<p id="done">here</p>'),
  ],
  ['waits for a script that never comes', html('<p id="done">here</p><script src="/never"></script>')],
  [
    'names its parts like the page',
    html('<form name="documentElement"><input name="outerHTML"></form><p id="done">here</p>'),
  ],
  [
    'closes the way it is looked at',
    script(
      'Document.prototype.querySelector = null; JSON.stringify = () => { throw 1 }; Object.getOwnPropertyDescriptor = null; document.body.id = "done"',
    ),
  ],
];

test.each(readable)('a page that %s is read', async (_name, answer) => {
  site['/page'] = answer;
  site['/file'] = html('x', { 'content-type': 'application/zip', 'content-disposition': 'attachment; filename=x.zip' });
  site['/never'] = () => {};
  const { document } = await visiting.visit('https://page.example/page');
  expect(document.failure).toBeUndefined();
  expect(document).toMatchObject({ status: 200, finalUrl: 'https://page.example/page' });
  expect(document.body).toMatch(/^<(!DOCTYPE )?html>.*id="done"/s);
  await expectFine();
});

test('a run that is interrupted interrupts its visits', async () => {
  site['/hangs'] = script('while (true) {}');
  const controller = new AbortController();
  const visit = visiting.visit('http://page.example/hangs', { signal: controller.signal });
  await visiting.site.whenAsked(visiting.site.requests.length + 1);
  controller.abort(new Error('stop'));
  expect((await visit).document).toMatchObject(fails('interrupted'));
  const { document } = await visiting.visit('http://page.example/fine', { signal: controller.signal });
  expect(document).toMatchObject(fails('interrupted'));
  await expectFine();
});

test('neither context nor renderer outlives its visit', async () => {
  await expectFine();
  // Chromium keeps one renderer in hand for the next page.
  await expect
    .poll(() => visiting.left(), { timeout: 10_000 })
    .toEqual({ contexts: 0, renderers: expect.toSatisfy((count) => count <= 1) });
});

test('a browser that dies takes its pages with it, and the next visit has a new one', async () => {
  site['/hangs'] = script('while (true) {}');
  const visits = [1, 2].map(() => visiting.visit('http://page.example/hangs'));
  await visiting.site.whenAsked(visiting.site.requests.length + 2);
  visiting.kill('SIGKILL');
  for (const { document } of await Promise.all(visits)) expect(document).toMatchObject(fails('crashed'));
  const before = visiting.browser.running();
  await Promise.all([expectFine(), expectFine(), expectFine()]);
  expect(visiting.browser.running()).not.toBe(before);
});

test('a browser that hangs is ended by force, and so is every page', async () => {
  const own = await startVisiting({ site });
  await own.visit('http://page.example/fine');
  site['/hangs'] = script('while (true) {}');
  const visit = own.visit('http://page.example/hangs');
  await own.site.whenAsked(2);
  own.kill('SIGSTOP');
  await own.close();
  expect((await visit).document).toMatchObject({ failure: {} });
  await expect.poll(() => own.isAlive()).toBe(false);
  expect((await own.visit('http://page.example/fine')).document).toMatchObject(fails('interrupted'));
});

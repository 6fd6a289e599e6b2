/** A real browser that is kept from some addresses: what it never asks for, and what it still shows. */

import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Failure } from '../../../src/model/capture.ts';
import { html, type Site, startVisiting, type Visiting } from './visiting.ts';

const CLOSED: Failure = { kind: 'robots', detail: 'robots.txt asks not to visit this page.' };

const to = (location: string) => (answer: ServerResponse) => void answer.writeHead(302, { location }).end();

const site: Site = {
  '/open': html('<p id="done">Hier</p>'),
  '/via': to('http://other.example/via'),
  'other.example/via': to('http://page.example/dicht'),
  '/over': to('/open'),
  '/dicht': html('<p id="done">Dicht</p>'),
  '/frame': html('<iframe src="/dicht"></iframe><p id="done">Met een venster erin</p>'),
  '/script': html('<p id="here">Hier</p><script>location.href = "/dicht"</script>'),
  '/post': html('<form method="post" action="/dicht"></form><script>document.forms[0].submit()</script>'),
};

let visiting: Visiting;
beforeAll(async () => {
  visiting = await startVisiting({ site });
});
afterAll(() => visiting?.close());

async function visited(path: string) {
  const asked: string[] = [];
  const before = visiting.site.requests.length;
  const { document } = await visiting.visit(`http://page.example${path}`, {
    mayGo: async (url) => {
      asked.push(url.pathname);
      return url.pathname === '/dicht' ? CLOSED : null;
    },
  });
  return { document, asked, wasAsked: visiting.site.requests.slice(before).some((line) => line.includes('/dicht')) };
}

test.each([
  ['at once', '/dicht', ['/dicht']],
  ['through redirects', '/via', ['/via', '/via', '/dicht']],
])('an address that may not be asked is not: %s', async (_, path, addresses) => {
  const { document, asked, wasAsked } = await visited(path);
  expect(document).toMatchObject({ failure: CLOSED, body: '', status: 0 });
  expect([asked, wasAsked]).toEqual([addresses, false]);
});

test('what may be asked is', async () => {
  const { document, asked } = await visited('/over');
  expect(document).toMatchObject({ status: 200, finalUrl: 'http://page.example/open' });
  expect(document.body).toContain('Hier');
  expect(asked).toEqual(['/over', '/open']);
});

test.each(['/script', '/post'])('a page that goes there by itself stays where it was: %s', async (path) => {
  const { document, wasAsked } = await visited(path);
  expect(document.failure).toBeUndefined();
  expect([document.finalUrl, wasAsked]).toEqual([`http://page.example${path}`, false]);
});

test('frames are parts of a page that was allowed', async () => {
  const { document, asked, wasAsked } = await visited('/frame');
  expect(document.body).toContain('Met een venster erin');
  expect([asked, wasAsked]).toEqual([['/frame'], true]);
});

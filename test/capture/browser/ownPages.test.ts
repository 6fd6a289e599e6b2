/** What the browser itself shows in a page's stead, under the page's address, is never read as the page. */

import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Look, openEye } from '../../../src/capture/browser/look.ts';
import { type Settling, settle } from '../../../src/capture/browser/settle.ts';
import { fakeWorld } from '../../support/fakeWorld.ts';
import { html, pageRequest, startVisiting, type Visiting } from './visiting.ts';

let visiting: Visiting;

beforeAll(async () => {
  const site = {
    '/sends-to-nothing': html(`<p>page</p><script>
      const at = URL.createObjectURL(new Blob(['x'])); URL.revokeObjectURL(at); setTimeout(() => { location = at }, 50);
    </script>`),
  };
  visiting = await startVisiting({ site });
});

afterAll(() => visiting?.close());

test('a page that ends at an error of the browser', async () => {
  const { document, screenshot } = await visiting.visit('http://page.example/sends-to-nothing');
  expect(document).toMatchObject({ body: '', failure: { kind: 'network-error' } });
  expect(screenshot).toBeUndefined();
});

test('the browser says of its own error that it is none of the site', async () => {
  const launched: Browser | undefined = await vi.mocked(chromium.launch).mock.results.at(-1)?.value;
  if (!launched) throw new Error('No browser was started.');
  const context = await launched.newContext();
  const page = await context.newPage();
  const eye = await openEye(page, 1000);
  await page.setContent('<p>page</p>');
  expect(await eye.look(-1)).toMatchObject({ isBrowsers: false });
  await page.goto('http://127.0.0.1:1/').catch(() => {});
  expect(await eye.look(-1)).toMatchObject({ isBrowsers: true });
  await context.close();
});

/** Before a form goes over HTTP, and at a dangerous site, Chromium stops without a request that fails. */
test('a warning of the browser, with the status and the address of the page before it', async () => {
  const warning: Look = {
    address: 'https://page.example/saved',
    length: 60,
    complete: true,
    body: '<html><title>Form is not secure</title><h1>Not secure</h1></html>',
    isBrowsers: true,
  };
  const world = fakeWorld({ instantUpTo: 1000 });
  const state = { asked: warning.address, status: 404, contentType: 'text/html', visited: [], moves: 1 };
  const settling: Settling = {
    request: pageRequest('https://page.example/'),
    eye: { look: async () => warning, run: async () => null },
    frame: { state: () => state, isBusy: () => false, crashed: new Promise(() => {}) },
    address: () => warning.address,
    isTooLarge: () => false,
    isEnough: () => false,
    world,
    signal: new AbortController().signal,
    until: world.now() + 20_000,
  };
  expect(await settle(settling)).toMatchObject({
    body: '',
    failure: { kind: 'network-error', detail: 'The browser stopped at a page of its own, an error or a warning.' },
  });
});

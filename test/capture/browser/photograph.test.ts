/** A picture of a page that plain HTTP gave: what was read is drawn, and the network's page is not asked again. */

import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CapturedDocument } from '../../../src/model/capture.ts';
import { aDocument } from '../../support/captured.ts';
import { startVisiting, type Visiting } from './visiting.ts';

let visiting: Visiting;
const asked: string[] = [];

beforeAll(async () => {
  visiting = await startVisiting({
    site: {
      'page.example/style.css': (answer) => {
        asked.push('style');
        answer.writeHead(200, { 'content-type': 'text/css' }).end('body { background: rgb(0, 128, 0); }');
      },
      '/profile': (answer) => {
        asked.push('profile');
        answer.writeHead(200, { 'content-type': 'text/html' }).end('the network, asked again');
      },
      '/elsewhere': (answer) => {
        asked.push('elsewhere');
        answer.writeHead(200, { 'content-type': 'text/html' }).end('elsewhere');
      },
      '/logo.png': (answer) => {
        asked.push('image');
        answer.writeHead(404).end();
      },
    },
  });
});

afterAll(async () => {
  await visiting.close();
});

const captured = (body: string): CapturedDocument => aDocument({ finalUrl: 'http://page.example/profile', body });
const draw = (document: CapturedDocument) =>
  visiting.browser.photograph(document, { signal: new AbortController().signal });

async function colourOf(png: Uint8Array | undefined): Promise<number[]> {
  expect(png).toBeDefined();
  const { data } = await sharp(png)
    .extract({ left: 600, top: 600, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data.subarray(0, 3)];
}

test('is of the captured page, with its style, and asks for nothing else', async () => {
  asked.length = 0;
  const body = `<!doctype html><link rel="stylesheet" href="/style.css"><img src="/logo.png">
    <script src="/elsewhere"></script><iframe src="/elsewhere"></iframe><p>what was read</p>`;
  expect(await colourOf(await draw(captured(body)))).toEqual([0, 128, 0]);
  expect(asked).toEqual(['style']);
});

test.each([
  ['a script', '<script>document.body.style.background = "red"; location.href = "/elsewhere"</script>'],
  ['a refresh', '<meta http-equiv="refresh" content="0;url=/elsewhere">'],
  [
    'a refresh for browsers without scripts',
    '<noscript><meta http-equiv="refresh" content="0;url=/elsewhere"></noscript>',
  ],
])('%s does not take it elsewhere', async (_, trap) => {
  asked.length = 0;
  const body = `<!doctype html><body style="background: rgb(0, 0, 128)">${trap}<p>what was read</p></body>`;
  expect(await colourOf(await draw(captured(body)))).toEqual([0, 0, 128]);
  expect(asked).toEqual([]);
});

test('there is none of what is not on the web, nor after an interruption', async () => {
  expect(await draw(aDocument({ finalUrl: 'file:///etc/passwd', body: 'x' }))).toBeUndefined();
  const signal = AbortSignal.abort(new Error('interrupted'));
  expect(await visiting.browser.photograph(captured('<p>x</p>'), { signal })).toBeUndefined();
});

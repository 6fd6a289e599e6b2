/** When a page is read, and what is not asked for on its behalf. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isTracker, unwanted } from '../../../src/capture/trackers.ts';
import { html, type Site, startVisiting, type Visiting } from './visiting.ts';

let visiting: Visiting;
const site: Record<string, Site[string]> = {};

beforeAll(async () => {
  visiting = await startVisiting({ site });
});
afterAll(() => visiting?.close());

/** Asks for `late`, and shows its answer with the id `done`. */
const lazy = (late: string) => `<!doctype html><div id="app">loading</div><script>
  fetch('${late}').then((answer) => answer.text()).then((text) => {
    document.getElementById('app').innerHTML = '<p id="done">' + text + '</p>';
  });</script>`;

describe.concurrent('a page is read', () => {
  test('as soon as it holds what is needed, whatever else is on its way', async () => {
    site['/early'] = html(`<p id="done">here</p><script src="/never"></script>`);
    site['/never'] = () => {};
    const seen: string[] = [];
    const isEnough = ({ body }: { body: string }) => seen.push(body) > 0 && body.includes('id="done"');
    const { document, screenshot } = await visiting.visit('http://page.example/early', { isEnough });
    expect(document).toMatchObject({ status: 200, contentType: 'text/html; charset=utf-8' });
    expect(seen).toHaveLength(1);
    expect(
      Buffer.from(screenshot ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  test.each([1000, 2500])('after what it asks for came, %i ms later', async (ms) => {
    site[`/lazy${ms}`] = html(lazy(`/late${ms}`));
    site[`/late${ms}`] = (answer) => void setTimeout(() => answer.end('late'), ms);
    const { document } = await visiting.visit(`http://page.example/lazy${ms}`, { isEnough: () => false });
    expect(document.body).toContain('<p id="done">late</p>');
  });

  test('without what does not come in a reasonable time', async () => {
    site['/lazy'] = html(lazy('/never'));
    site['/never'] = () => {};
    const { document } = await visiting.visit('http://page.example/lazy', { isEnough: () => false });
    expect(document.failure).toBeUndefined();
    expect(document.body).toContain('loading');
  });

  test('as it is, when it never rests and the time is nearly up', async () => {
    site['/restless'] = html(`<p>here</p><script>setInterval(() => document.body.append('x'), 20)</script>`);
    const { document } = await visiting.visit('http://page.example/restless', { timeoutMs: 5000 });
    expect(document).toMatchObject({ status: 200, body: expect.stringContaining('here') });
  });

  test('again only when it changed', async () => {
    site['/still'] = html('<p>still</p>');
    let reads = 0;
    const isEnough = () => {
      reads += 1;
      return false;
    };
    await visiting.visit('http://page.example/still', { isEnough });
    expect(reads).toBe(1);
  });

  test('with the address where it ended and those on the way', async () => {
    site['/from'] = (answer) => void answer.writeHead(302, { location: '/over' }).end();
    site['/over'] = html('<script>location.replace("/there#part")</script>');
    site['/there'] = (answer) =>
      void answer.writeHead(410, { 'content-type': 'text/html' }).end('<p id="done">gone</p>');
    const { document } = await visiting.visit('http://page.example/from');
    expect(document).toMatchObject({
      requestedUrl: 'http://page.example/from',
      finalUrl: 'http://page.example/there#part',
      redirects: ['http://page.example/from', 'http://page.example/over'],
      status: 410,
    });
  });

  test('in the language and the clock of its readers', async () => {
    const text = `document.body.innerHTML = '<p id="done">' + [navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone] + '</p>'`;
    const seen: (string | undefined)[] = [];
    site['/language'] = (answer, incoming) => {
      seen.push(incoming.headers['accept-language']);
      html(`<!doctype html><body><script>${text}</script>`)(answer);
    };
    const bodies: string[] = [];
    for (const language of ['nl', 'en', 'fr']) {
      const { document } = await visiting.visit('http://page.example/language', { language });
      bodies.push(/id="done">([^<]*)/.exec(document.body)?.[1] ?? '');
    }
    expect(bodies.map((body) => body.split(','))).toEqual([
      ['nl-NL', 'Europe/Amsterdam'],
      ['en-GB', 'Europe/Amsterdam'],
      ['fr', 'Europe/Amsterdam'],
    ]);
    expect(seen).toEqual([
      expect.stringMatching(/^nl-NL/),
      expect.stringMatching(/^en-GB/),
      expect.stringMatching(/^fr/),
    ]);
  });

  test('with nothing of the visit before', async () => {
    const cookies: (string | undefined)[] = [];
    site['/cookie'] = (answer, incoming) => {
      cookies.push(incoming.headers.cookie);
      html('<p id="done">x</p><script>localStorage.a = 1</script>', { 'set-cookie': 'a=b; Max-Age=1000' })(answer);
    };
    await visiting.visit('http://page.example/cookie');
    await visiting.visit('http://page.example/cookie');
    expect(cookies).toEqual([undefined, undefined]);
  });
});

test('pictures, fonts, films and those who measure are never asked for; what builds the page is', async () => {
  site['/media'] = html(`<!doctype html><link rel="icon" href="/icon.png"><link rel="stylesheet" href="/style.css">
    <script src="/app.js"></script><script src="http://www.google-analytics.com/ga.js"></script>
    <script src="http://cdn.example/lib.js"></script>
    <img src="/logo.png"><picture><source srcset="/wide.webp"><img src="/small.png"></picture>
    <video src="/film.mp4" autoplay poster="/poster.jpg"></video><audio src="/sound.mp3" autoplay></audio>
    <style>@font-face { font-family: own; src: url(/own.woff2) } body { font-family: own; background: url(/back.png) }</style>
    <p>text</p><script>
      new Image().src = 'http://www.google-analytics.com/pixel?x'; navigator.sendBeacon('http://www.google-analytics.com/beacon');
      fetch('http://www.google-analytics.com/fetch').catch(() => {});
      const frame = document.createElement('iframe'); frame.src = 'http://www.google-analytics.com/frame'; document.body.append(frame);
      fetch('/data.json');
    </script>`);
  const before = visiting.upstream.requests.length;
  const { document } = await visiting.visit('http://page.example/media');
  expect(document.status).toBe(200);
  const asked = visiting.upstream.requests.slice(before).map((line) => line.replace(/^GET http:\/\//, ''));
  // A browser with windows asks for the site's icon by itself; nothing can tell it not to.
  expect(asked.filter((each) => each !== 'page.example/icon.png').sort()).toEqual([
    'cdn.example/lib.js',
    'page.example/app.js',
    'page.example/data.json',
    'page.example/media',
    'page.example/style.css',
  ]);
});

test.each([
  ['content-autofill.googleapis.com', true],
  ['www.google-analytics.com', true],
  ['www.googleapis.com', false],
  ['clients2.google.com', true],
])('%j is never asked, by the browser itself either: %s', (host, expected) => {
  expect(unwanted(host) !== undefined).toBe(expected);
});

test.each([
  ['www.google-analytics.com', true],
  ['google-analytics.com', true],
  ['px.ads.linkedin.com', true],
  ['www.linkedin.com', false],
  ['notgoogle-analytics.com', false],
  ['google-analytics.com.example', false],
  ['connect.facebook.net', true],
  ['static.xx.fbcdn.net', false],
  ['', false],
])('%j measures: %s', (host, expected) => {
  expect(isTracker(host)).toBe(expected);
});

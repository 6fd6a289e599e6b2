/** The HTTP client through a real guard to real servers: what it asks, what it follows, where it stops. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { type GuardOptions, startGuard } from '../../src/capture/guard.ts';
import { createHttp, type FetchOptions, type HttpOptions } from '../../src/capture/http.ts';
import { createRedactor } from '../../src/capture/redact.ts';
import type { PageRequest } from '../../src/model/capture.ts';
import { type FakeWorldOptions, fakeWorld } from '../support/fakeWorld.ts';
import {
  closing,
  httpServer,
  proxyServer,
  selfSigned,
  silentLog,
  tcpServer,
  tlsServer,
  tlsSocketServer,
} from '../support/servers.ts';

const { keep, closeAll } = closing();
afterEach(closeAll);

const HOSTS = { 'a.example': '127.0.0.1', 'b.example': '127.0.0.1' };

interface Options {
  readonly world?: FakeWorldOptions;
  readonly guard?: Partial<GuardOptions>;
  readonly http?: Partial<HttpOptions>;
}

async function clientWith(options: Options = {}) {
  // Waits of up to 15 seconds are the pauses between attempts; longer ones are deadlines.
  const world = fakeWorld({ hosts: HOSTS, instantUpTo: 15_000, ...options.world });
  const limits = { world, allowPrivate: true, connectTimeoutMs: 60_000, maxBytesPerTunnel: 1e9, log: silentLog };
  const guard = await keep(startGuard({ ...limits, ...options.guard }));
  const settings = { guard, world, userAgent: 'Bijwerken/test', ignoreHttpsErrors: false, log: silentLog };
  const http = await keep(createHttp({ ...settings, redactor: createRedactor(world.env), ...options.http }));
  const page = (url: string, request: Partial<PageRequest> = {}, more: Partial<FetchOptions> = {}) =>
    http.fetchDocument(
      { document: 'page', url, accept: 'html', ...request },
      { signal: new AbortController().signal, ...more },
    );
  return { world, guard, http, page };
}

type Route = (answer: ServerResponse, incoming: IncomingMessage) => void;

/** Each path its own answer; a path asked more often than it has answers repeats the last. */
function site(routes: Readonly<Record<string, Route | readonly Route[]>>) {
  const asked = new Map<string, number>();
  return keep(
    httpServer((incoming, answer) => {
      const path = incoming.url ?? '';
      const found = routes[path];
      const all = typeof found === 'function' ? [found] : (found ?? []);
      const turn = asked.get(path) ?? 0;
      asked.set(path, turn + 1);
      const route = all[Math.min(turn, all.length - 1)];
      if (route) route(answer, incoming);
      else answer.writeHead(404, { 'content-type': 'text/html' }).end('nothing here');
    }),
  );
}

const html =
  (body: string | Buffer, headers: Record<string, string> = {}): Route =>
  (answer) =>
    void answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
const status =
  (code: number, headers: Record<string, string> = {}, body = 'x'): Route =>
  (answer) =>
    void answer.writeHead(code, { 'content-type': 'text/html', ...headers }).end(body);
const to =
  (location: string, code = 302): Route =>
  (answer) =>
    void answer.writeHead(code, { location }).end();

describe('a document', () => {
  test('is what the server said, with its headers and hash', async () => {
    const server = await site({ '/p?q=1': html('<p>dag</p>') });
    const { page } = await clientWith();
    const url = `http://a.example:${server.port}/p?q=1#part`;
    expect(await page(url, { headers: { 'X-Own': '1' } })).toEqual({
      document: 'page',
      requestedUrl: url,
      finalUrl: url,
      redirects: [],
      status: 200,
      contentType: 'text/html; charset=utf-8',
      at: '2026-11-23T02:00:00.000Z',
      body: '<p>dag</p>',
      sha256: 'a3cef2a5cfa4622984c4843ac45a9fc5186037a19276e9eefa6b313876104aa2',
    });
    expect(server.requests).toEqual(['GET /p?q=1']);
    expect(server.headers[0]).toEqual({
      host: `a.example:${server.port}`,
      connection: 'close',
      'user-agent': 'Bijwerken/test',
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'accept-language': 'nl-NL,nl;q=0.9,en;q=0.6',
      'accept-encoding': 'gzip, deflate, br',
      'x-own': '1',
    });
  });

  test('asks in the profile’s language, for what is wanted', async () => {
    const server = await site({});
    const { page, http } = await clientWith();
    const url = `http://a.example:${server.port}/`;
    await page(url, { accept: 'json' }, { language: 'en' });
    await page(url, { accept: 'feed' }, { language: 'de-AT' });
    await http.fetchImage(url, { signal: new AbortController().signal });
    expect(server.headers.map((headers) => [headers.accept?.split(',')[0], headers['accept-language']])).toEqual([
      ['application/json', 'en-GB,en;q=0.9,nl;q=0.6'],
      ['application/atom+xml', 'de,en;q=0.7,nl;q=0.6'],
      ['image/avif', 'nl-NL,nl;q=0.9,en;q=0.6'],
    ]);
  });

  test.each([404, 403, 410, 429, 999])('with status %i is no failure: the adapter judges it', async (code) => {
    const server = await site({ '/': status(code, {}, 'body') });
    const { page } = await clientWith();
    const document = await page(`http://a.example:${server.port}/`);
    expect(document).toMatchObject({ status: code, body: 'body' });
    expect(document).not.toHaveProperty('failure');
    expect(server.requests).toHaveLength(1);
  });

  test('with status 500 keeps its body beside the failure', async () => {
    const server = await site({ '/': status(500, {}, 'oops') });
    const { page } = await clientWith();
    const failure = { kind: 'network-error', detail: 'a.example answered 500.' };
    expect(await page(`http://a.example:${server.port}/`)).toMatchObject({ status: 500, body: 'oops', failure });
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ['gzip', gzipSync('gepakt')],
    ['br', brotliCompressSync('gepakt')],
    ['deflate', deflateSync('gepakt')],
    ['deflate', deflateRawSync('gepakt')],
    ['GZIP, br', brotliCompressSync(gzipSync('gepakt'))],
    ['identity', Buffer.from('gepakt')],
  ])('packed as %s is unpacked', async (encoding, bytes) => {
    const server = await site({ '/': html(bytes, { 'content-encoding': encoding }) });
    const { page } = await clientWith();
    expect((await page(`http://a.example:${server.port}/`)).body).toBe('gepakt');
  });

  test.each([
    ['gzip', Buffer.from('no gzip')],
    ['gzip', gzipSync('cut short').subarray(0, 15)],
    ['zstd', Buffer.from('unasked')],
    ['gzip, gzip, gzip', gzipSync(gzipSync(gzipSync('deep')))],
  ])('packed wrongly (%s) is a failure', async (encoding, bytes) => {
    const server = await site({ '/': html(bytes, { 'content-encoding': encoding }) });
    const { page } = await clientWith();
    const detail = 'a.example sent a packed body that cannot be unpacked.';
    expect(await page(`http://a.example:${server.port}/`)).toMatchObject({
      status: 200,
      body: '',
      failure: { kind: 'network-error', detail },
    });
  });

  test.each(['image/png', 'application/pdf', 'application/octet-stream', 'video/mp4', 'image/svg+xml'])(
    'of type %s is not text',
    async (type) => {
      const server = await site({ '/': html('x', { 'content-type': type }) });
      const { page } = await clientWith();
      const failure = { kind: 'not-text', detail: `a.example sent ${type} where a page was expected.` };
      expect(await page(`http://a.example:${server.port}/`)).toMatchObject({
        status: 200,
        body: '',
        contentType: type,
        failure,
      });
    },
  );

  test('never shows a secret, whoever says it', async () => {
    const server = await site({ '/?t=geheim-123': html('you sent geheim-123') });
    const { page } = await clientWith({ world: { env: { BIJWERKEN_TOKEN: 'geheim-123' } } });
    const document = await page(`http://a.example:${server.port}/?t=geheim-123`);
    expect(server.requests).toEqual(['GET /?t=geheim-123']);
    expect(document.body).toBe('you sent [secret]');
    expect(JSON.stringify(document)).not.toContain('geheim-123');
  });
});

describe('a question that is posted', () => {
  /** Says how it was asked, and with what. */
  const echo: Route = (answer, incoming) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const type = incoming.headers['content-type'] ?? 'nothing';
      html(`${incoming.method} ${type} ${Buffer.concat(parts).toString()}`)(answer, incoming);
    });
  };
  const posts = '{"max_count":20}';

  test('goes as JSON', async () => {
    const server = await site({ '/list': echo });
    const { page } = await clientWith();
    const document = await page(`http://a.example:${server.port}/list`, { accept: 'json', posts });
    expect(document.body).toBe(`POST application/json ${posts}`);
  });

  test.each([
    [307, `POST application/json ${posts}`],
    [308, `POST application/json ${posts}`],
    [301, 'GET application/json '],
    [302, 'GET application/json '],
    [303, 'GET application/json '],
  ])('after a redirect with %i on the same host: %s', async (code, body) => {
    const server = await site({ '/list': to('/there', code), '/there': echo });
    const { page } = await clientWith();
    expect((await page(`http://a.example:${server.port}/list`, { posts })).body).toBe(body);
  });

  test('is nothing that another host gets', async () => {
    const other = await site({ '/there': echo });
    const server = await site({ '/list': to(`//b.example:${other.port}/there`, 307) });
    const { page } = await clientWith();
    const document = await page(`http://a.example:${server.port}/list`, { posts });
    expect(document.body).toBe('GET application/json ');
  });
});

describe('redirects', () => {
  test('are followed and written down, relative ones too', async () => {
    const other = await site({ '/end': html('there') });
    const server = await site({
      '/a': to('/b', 301),
      '/b': to(Buffer.from('?c=é').toString('latin1'), 307),
      '/b?c=%C3%A9': (answer) => void answer.writeHead(308, { location: `//b.example:${other.port}/end#x` }).end(),
    });
    const { page } = await clientWith();
    const base = `http://a.example:${server.port}`;
    const document = await page(`${base}/a`);
    expect(document).toMatchObject({ status: 200, body: 'there', finalUrl: `http://b.example:${other.port}/end` });
    expect(document.redirects).toEqual([`${base}/a`, `${base}/b`, `${base}/b?c=%C3%A9`]);
  });

  test('in a circle end at once', async () => {
    const server = await site({ '/a': to('/b'), '/b': to('/a') });
    const { page } = await clientWith();
    const failure = { kind: 'too-many-redirects', detail: 'a.example redirects in a circle.' };
    expect(await page(`http://a.example:${server.port}/a`)).toMatchObject({ status: 0, body: '', failure });
    expect(server.requests).toEqual(['GET /a', 'GET /b']);
  });

  test('without end stop after ten', async () => {
    const server = await keep(httpServer((incoming, answer) => to(`${incoming.url}x`)(answer, incoming)));
    const { page } = await clientWith();
    const document = await page(`http://a.example:${server.port}/`);
    expect(document.failure).toEqual({ kind: 'too-many-redirects', detail: 'a.example redirects more than 10 times.' });
    expect(server.requests).toHaveLength(11);
  });

  test.each(['mailto:a@b.example', 'file:///etc/passwd', 'javascript:alert(1)', 'http://', 'http://[::'])(
    'to %s are not followed',
    async (location) => {
      const server = await site({ '/': to(location) });
      const { page } = await clientWith();
      const document = await page(`http://a.example:${server.port}/`);
      expect(document.failure?.kind).toBe('network-error');
      expect(document.failure?.detail).toContain('a.example redirects to ');
    },
  );

  test('into a private network are refused, and nothing arrives', async () => {
    const inner = await site({ '/': html('inner') });
    const upstreamed = await site({ '/': to(`http://127.0.0.1:${inner.port}/`) });
    const proxy = await keep(proxyServer(() => upstreamed.port));
    const { page } = await clientWith({
      guard: { allowPrivate: false, upstream: { url: `http://127.0.0.1:${proxy.port}` } },
    });
    const document = await page('http://www.example.org/');
    expect(document).toMatchObject({
      status: 0,
      body: '',
      finalUrl: `http://127.0.0.1:${inner.port}/`,
      redirects: ['http://www.example.org/'],
      failure: { kind: 'refused-address', detail: '127.0.0.1 was not asked: loopback address.' },
    });
    expect(inner.connections()).toBe(0);
  });

  test('without an address are answers', async () => {
    const server = await site({ '/': status(302, {}, 'where to?') });
    const { page } = await clientWith();
    expect(await page(`http://a.example:${server.port}/`)).toMatchObject({ status: 302, body: 'where to?' });
  });
});

describe('secrets', () => {
  const secrets = { Authorization: 'Bearer x', Cookie: 'a=b', 'X-Restli-Token': 'y', 'X-Plain': 'z' };
  const names = ['a.example', 'b.example'];
  const secure = async (routes: (port: () => number) => Readonly<Record<string, Route>>) => {
    const { cert, key } = await selfSigned(names);
    const server = await keep(
      tlsServer({ cert, key }, (incoming, answer) => all[incoming.url ?? '']?.(answer, incoming)),
    );
    const all = routes(() => server.port);
    return { server, ...(await clientWith({ http: { ca: cert } })) };
  };

  test('are kept on the host, dropped for another, and do not come back', async () => {
    const { server, page } = await secure((port) => ({
      '/1': to('/2'),
      '/2': (answer, incoming) => to(`https://b.example:${port()}/3`)(answer, incoming),
      '/3': (answer, incoming) => to(`https://a.example:${port()}/4`)(answer, incoming),
      '/4': html('end'),
    }));
    const document = await page(`https://a.example:${server.port}/1`, { headers: secrets });
    expect(document).toMatchObject({ status: 200, body: 'end', finalUrl: `https://a.example:${server.port}/4` });
    const kept = server.headers.map((sent) => Object.keys(secrets).filter((name) => name.toLowerCase() in sent));
    expect(kept).toEqual([Object.keys(secrets), Object.keys(secrets), ['X-Plain'], ['X-Plain']]);
  });

  test('stay off a step down to http on the same host', async () => {
    const { server, page } = await secure((port) => ({
      '/': (answer, incoming) => to(`http://a.example:${port()}/`)(answer, incoming),
    }));
    const document = await page(`https://a.example:${server.port}/`, { headers: secrets });
    const detail = 'a.example was not asked over http: the request carries a secret, and others could read it.';
    expect(document).toMatchObject({ status: 0, body: '', failure: { kind: 'network-error', detail } });
    expect(server.connections()).toBe(1);
  });

  test('are never sent over http', async () => {
    const server = await site({});
    const { page } = await clientWith();
    const document = await page(`http://a.example:${server.port}/`, { headers: { authorization: 'Bearer x' } });
    const detail = 'a.example was not asked over http: the request carries a secret, and others could read it.';
    expect(document).toMatchObject({ status: 0, failure: { kind: 'network-error', detail } });
    expect(server.connections()).toBe(0);
  });

  test('in the address stay on the host, and off a step down to http', async () => {
    const { server, page } = await secure((port) => ({
      '/1?key=geheim-4711&a=b': (answer, incoming) =>
        to(`https://b.example:${port()}${incoming.url}`)(answer, incoming),
      '/1?a=b': html('end'),
      '/2?key=geheim-4711': (answer, incoming) => to(`https://b.example:${port()}/3/geheim-4711`)(answer, incoming),
      '/4?key=geheim-4711': (answer, incoming) => to(`http://a.example:${port()}/4b?key=geheim-4711`)(answer, incoming),
    }));
    const ask = (path: string) => page(`https://a.example:${server.port}${path}`, { secret: 'key' });
    expect(await ask('/1?key=geheim-4711&a=b')).toMatchObject({ status: 200, body: 'end' });
    expect((await ask('/2?key=geheim-4711')).failure?.detail).toBe('a.example gives our token away.');
    expect((await ask('/4?key=geheim-4711')).failure?.detail).toMatch(/^a\.example was not asked over http/);
    expect(server.requests.filter((line) => line.includes('geheim'))).toEqual([
      'GET /1?key=geheim-4711&a=b',
      'GET /2?key=geheim-4711',
      'GET /4?key=geheim-4711',
    ]);
  });

  test('are not sent where certificates are not checked', async () => {
    const server = await keep(tlsServer(await selfSigned(['a.example']), (_, answer) => void answer.end('ok')));
    const { page } = await clientWith({ http: { ignoreHttpsErrors: true } });
    expect((await page(`https://a.example:${server.port}/`, { headers: secrets })).body).toBe('ok');
    expect(Object.keys(server.headers[0] ?? {})).toEqual(expect.arrayContaining(['x-plain']));
    expect(server.headers[0]).not.toHaveProperty('authorization');
    expect(server.headers[0]).not.toHaveProperty('cookie');
    expect(server.headers[0]).not.toHaveProperty('x-restli-token');
  });
});

describe('limits', () => {
  test('300 MB that nobody wants is not fetched', async () => {
    let sent = 0;
    const server = await site({
      '/': (answer) => {
        answer.writeHead(200, { 'content-type': 'text/html' });
        const more = () => {
          while (sent < 300_000_000 && !answer.destroyed) {
            sent += 65_536;
            if (!answer.write(Buffer.alloc(65_536, 'x'))) return;
          }
        };
        answer.on('drain', more);
        more();
      },
    });
    const { page, guard } = await clientWith();
    const failure = { kind: 'too-large', detail: 'a.example sent more than 10 MB.' };
    expect(await page(`http://a.example:${server.port}/`)).toMatchObject({ status: 200, body: '', failure });
    expect(guard.bytes()).toBeLessThan(30_000_000);
    expect(server.requests).toHaveLength(1);
  });

  test('300 MB that is announced is not begun', async () => {
    const server = await site({
      '/': (answer) =>
        void answer.writeHead(200, { 'content-type': 'text/html', 'content-length': '300000000' }).write('x'),
    });
    const { page } = await clientWith();
    expect((await page(`http://a.example:${server.port}/`)).failure?.kind).toBe('too-large');
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('a bomb of %s does not go off', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(60_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    const server = await site({ '/': html(bomb, { 'content-encoding': encoding }) });
    const { page } = await clientWith();
    expect(await page(`http://a.example:${server.port}/`)).toMatchObject({
      status: 200,
      body: '',
      failure: { kind: 'too-large' },
    });
  });

  test('a body that drips ends with the time allowed', async () => {
    let drips: ReturnType<typeof setInterval> | undefined;
    const server = await site({
      '/': (answer) => {
        answer.writeHead(200, { 'content-type': 'text/html' });
        drips = setInterval(() => answer.write('.'), 1);
        answer.on('close', () => clearInterval(drips));
      },
    });
    const { page, world } = await clientWith();
    const asked = page(`http://a.example:${server.port}/`);
    await server.whenAsked(1);
    await world.advance(20_000);
    const detail = 'a.example did not answer in full within 20 seconds.';
    expect(await asked).toMatchObject({ body: '', failure: { kind: 'timeout', detail } });
    expect(server.requests).toHaveLength(1);
  });

  test('a server that says nothing ends with the caller’s time', async () => {
    const server = await site({ '/': () => {} });
    const { page, world } = await clientWith({ world: { instantUpTo: 0 } });
    const asked = page(`http://a.example:${server.port}/`, {}, { timeoutMs: 3000 });
    await server.whenAsked(1);
    await world.advance(3000);
    expect((await asked).failure).toEqual({
      kind: 'timeout',
      detail: 'a.example did not answer in full within 3 seconds.',
    });
  });

  test('headers without end are too large', async () => {
    const server = await keep(
      tcpServer((socket) =>
        socket.once('data', () => socket.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(200_000)}\r\n\r\n`)),
      ),
    );
    const { page } = await clientWith();
    const document = await page(`http://a.example:${server.port}/`);
    expect(document.failure?.kind).toMatch(/too-large|network-error/);
    expect(document.body).toBe('');
  });

  test('a budget that is used up is told as such, and not tried again', async () => {
    const server = await site({ '/': html('x'.repeat(500_000)) });
    const { page, guard } = await clientWith();
    const credentials = guard.newCredentials(100_000);
    const url = `http://a.example:${server.port}/`;
    expect((await page(url, {}, { credentials })).failure?.kind).toBe('too-large');
    expect((await page(url, {}, { credentials })).failure?.kind).toBe('too-large');
    expect(server.requests).toHaveLength(1);
    expect((await page(url)).body).toHaveLength(500_000);
  });
});

describe('stopping', () => {
  test('the caller’s signal ends a request and a pause', async () => {
    const server = await site({ '/': () => {}, '/busy': status(503) });
    const { page, world } = await clientWith({ world: { instantUpTo: 0 } });
    for (const path of ['/', '/busy']) {
      const controller = new AbortController();
      const asked = page(`http://a.example:${server.port}${path}`, {}, { signal: controller.signal });
      await server.whenAsked(path === '/' ? 1 : 2);
      while (path === '/busy' && !world.slept.includes(1000)) await new Promise(setImmediate);
      controller.abort();
      expect((await asked).failure?.kind).toBe('interrupted');
    }
  });

  test('close() ends what is under way', async () => {
    const server = await site({ '/': () => {} });
    const { page, http } = await clientWith();
    const asked = page(`http://a.example:${server.port}/`);
    await server.whenAsked(1);
    http.close();
    expect((await asked).failure?.kind).toBe('interrupted');
  });

  test('an aborted signal asks nothing', async () => {
    const server = await site({});
    const { page } = await clientWith();
    expect((await page(`http://a.example:${server.port}/`, {}, { signal: AbortSignal.abort() })).failure?.kind).toBe(
      'interrupted',
    );
    expect(server.connections()).toBe(0);
  });
});

describe('retries', () => {
  test.each([502, 503, 504])('status %i passes', async (code) => {
    const server = await site({ '/': [status(code), status(code), html('at last')] });
    const { page, world } = await clientWith();
    expect(await page(`http://a.example:${server.port}/`)).toMatchObject({ status: 200, body: 'at last' });
    expect(world.slept.filter((ms) => ms < 15_000)).toEqual([1000, 2000]);
  });

  test('two and no more', async () => {
    const server = await site({ '/': status(503, {}, 'busy') });
    const { page } = await clientWith();
    const failure = { kind: 'network-error', detail: 'a.example answered 503.' };
    expect(await page(`http://a.example:${server.port}/`)).toMatchObject({ status: 503, body: 'busy', failure });
    expect(server.requests).toHaveLength(3);
  });

  test('a short Retry-After is kept to, a long one is only written down', async () => {
    const server = await site({
      '/short': [status(429, { 'retry-after': '7' }), html('ok')],
      '/date': [status(503, { 'retry-after': 'Mon, 23 Nov 2026 02:00:16 GMT' }), html('ok')],
      '/long': status(429, { 'retry-after': '3600' }),
      '/none': status(429),
    });
    const { page, world } = await clientWith();
    const base = `http://a.example:${server.port}`;
    const pauses = () => world.slept.filter((ms) => ms < 15_000);
    expect((await page(`${base}/short`)).body).toBe('ok');
    expect(pauses()).toEqual([7500]);
    expect((await page(`${base}/date`)).body).toBe('ok');
    expect(pauses()).toEqual([7500, 9500]);
    expect(await page(`${base}/long`)).toMatchObject({ status: 429, retryAfter: 3600 });
    expect(await page(`${base}/none`)).toMatchObject({ status: 429 });
    expect(pauses()).toEqual([7500, 9500]);
  });

  test('a challenge is answered by nobody: no retry, no failure', async () => {
    const server = await site({ '/': status(503, { 'cf-mitigated': 'challenge' }, 'Just a moment') });
    const { page } = await clientWith();
    const document = await page(`http://a.example:${server.port}/`);
    expect(document).toMatchObject({ status: 503, body: 'Just a moment' });
    expect(document).not.toHaveProperty('failure');
    expect(server.requests).toHaveLength(1);
  });

  test('a pause that is longer than the time left is not begun', async () => {
    const server = await site({ '/': status(503, { 'retry-after': '14' }) });
    const { page } = await clientWith({ world: { instantUpTo: 14_000 } });
    const asked = await page(`http://a.example:${server.port}/`, {}, { timeoutMs: 14_200 });
    expect(asked.status).toBe(503);
    expect(server.requests).toHaveLength(1);
  });

  test('a broken connection is tried again, plainly and over TLS', async () => {
    let turns = 0;
    const server = await keep(
      tcpServer((socket) =>
        socket.once('data', () => {
          turns += 1;
          if (turns < 3) socket.destroy();
          else socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 2\r\n\r\nok');
        }),
      ),
    );
    const { page } = await clientWith();
    expect((await page(`http://a.example:${server.port}/`)).body).toBe('ok');
    expect(turns).toBe(3);
    turns = -10;
    expect((await page(`https://a.example:${server.port}/`)).failure).toEqual({
      kind: 'network-error',
      detail: 'a.example broke off the connection.',
    });
    expect(turns).toBe(-7);
  });

  test('a body that breaks off is tried again', async () => {
    const cut: Route = (answer) =>
      void answer
        .writeHead(200, { 'content-type': 'text/html', 'content-length': '9' })
        .write('hal', () => answer.destroy());
    const server = await site({ '/': [cut, html('whole')] });
    const { page } = await clientWith();
    expect((await page(`http://a.example:${server.port}/`)).body).toBe('whole');
  });
});

describe('failures in plain words', () => {
  test('certificates', async () => {
    const server = await keep(tlsServer(await selfSigned(['a.example']), (_, answer) => void answer.end('ok')));
    const { page } = await clientWith();
    const document = await page(`https://a.example:${server.port}/`);
    const detail = 'The TLS certificate of a.example is not valid: it is self-signed.';
    expect(document).toMatchObject({ status: 0, body: '', failure: { kind: 'network-error', detail } });
    expect(server.requests).toEqual([]);
    expect(server.connections()).toBe(1);
  });

  test('certificates that are not checked', async () => {
    const server = await keep(
      tlsServer(
        await selfSigned(['other.example']),
        (_, answer) => void answer.writeHead(200, { 'content-type': 'text/html' }).end('ok'),
      ),
    );
    const { page } = await clientWith({ http: { ignoreHttpsErrors: true } });
    expect(await page(`https://a.example:${server.port}/`)).toMatchObject({ status: 200, body: 'ok' });
  });

  test('no TLS at all', async () => {
    const server = await site({});
    const { page } = await clientWith();
    expect((await page(`https://a.example:${server.port}/`)).failure?.detail).toMatch(
      /^No secure connection could be made with a\.example \(\w+\)\.$/,
    );
  });

  describe.each(['http', 'https'])('over %s', (scheme) => {
    test.each([
      ['no HTTP', 'hallo\r\n\r\n', 'network-error'],
      ['status 000', 'HTTP/1.1 000 None\r\ncontent-length: 0\r\n\r\n', 'network-error'],
      ['status 099', 'HTTP/1.1 099 Low\r\ncontent-length: 0\r\n\r\n', 'network-error'],
      ['status 1000', 'HTTP/1.1 1000 High\r\ncontent-length: 0\r\n\r\n', 'network-error'],
      [
        'an upgrade nobody asked for',
        'HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
        'network-error',
      ],
      ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', 'network-error'],
      ['a length that is none', 'HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\nab', 'network-error'],
      ['bad chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n', 'network-error'],
      [
        'a header with a control character',
        'HTTP/1.1 200 OK\r\nx: a\u0001b\r\ncontent-length: 0\r\n\r\n',
        'network-error',
      ],
      ['nothing but an end', '', 'network-error'],
    ])('%s is a failure and no crash', async (_, said, kind) => {
      const onConnection = (socket: Socket) => void socket.once('data', () => socket.end(said));
      const { cert, key } = await selfSigned(['a.example']);
      const server = await keep(
        scheme === 'http' ? tcpServer(onConnection) : tlsSocketServer({ cert, key }, onConnection),
      );
      const { page } = await clientWith({ http: { ca: cert } });
      const document = await page(`${scheme}://a.example:${server.port}/`);
      expect([document.failure?.kind, document.body]).toEqual([kind, '']);
    });

    test('early hints are passed over', async () => {
      const said =
        'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 2\r\n\r\nok';
      const onConnection = (socket: Socket) => void socket.once('data', () => socket.end(said));
      const { cert, key } = await selfSigned(['a.example']);
      const server = await keep(
        scheme === 'http' ? tcpServer(onConnection) : tlsSocketServer({ cert, key }, onConnection),
      );
      const { page } = await clientWith({ http: { ca: cert } });
      expect((await page(`${scheme}://a.example:${server.port}/`)).body).toBe('ok');
    });
  });

  test.each(['http', 'https'])('names and ports that are not there, over %s', async (scheme) => {
    const server = await site({});
    await server.close();
    const { page, world } = await clientWith();
    expect((await page(`${scheme}://nobody.example/`)).failure).toEqual({
      kind: 'network-error',
      detail: 'nobody.example could not be found (DNS).',
    });
    expect(world.resolved).toEqual(['nobody.example']);
    expect((await page(`${scheme}://a.example:${server.port}/`)).failure).toEqual({
      kind: 'network-error',
      detail: 'The connection was refused by a.example.',
    });
    expect(world.resolved).toHaveLength(4);
  });

  test.each(['http', 'https'])('addresses that are refused, once, over %s', async (scheme) => {
    const { page, world } = await clientWith({ guard: { allowPrivate: false } });
    expect((await page(`${scheme}://a.example/`)).failure).toEqual({
      kind: 'refused-address',
      detail: 'a.example was not asked: loopback address.',
    });
    expect(world.resolved).toEqual(['a.example']);
  });

  test.each(['ftp://a.example/', 'not an address', 'file:///etc/passwd', 'data:text/html,x', 'http://'])(
    '%s is no address for us',
    async (url) => {
      const { page } = await clientWith();
      expect(await page(url)).toMatchObject({ status: 0, finalUrl: url, failure: { kind: 'network-error' } });
    },
  );
});

describe('images', () => {
  const image = async (options: Options, path: string, routes: Parameters<typeof site>[0]) => {
    const server = await site(routes);
    const { http } = await clientWith(options);
    return http.fetchImage(`http://a.example:${server.port}${path}`, { signal: new AbortController().signal });
  };

  test('are bytes with their hash', async () => {
    const bytes = Buffer.from([0x89, 0x50, 0xff, 0x00]);
    const found = await image({}, '/logo.png', { '/logo.png': html(bytes, { 'content-type': 'image/png' }) });
    expect(found).toMatchObject({
      status: 200,
      contentType: 'image/png',
      sha256: '54a16a64cb5ad98b99a3135b3f985be927426ef4ba9be2f22e3b51d7fb8e2042',
    });
    expect(Buffer.from(found.bytes)).toEqual(bytes);
  });

  test('over 15 MB are not kept', async () => {
    const found = await image({}, '/', { '/': html(Buffer.alloc(16_000_000), { 'content-type': 'image/png' }) });
    expect(found).toMatchObject({
      status: 200,
      failure: { kind: 'too-large', detail: 'a.example sent more than 15 MB.' },
    });
    expect(found.bytes).toHaveLength(0);
  });
});

/** The guard over real sockets: who may use it, what it refuses, where it connects, and what it counts. */

import { type IncomingHttpHeaders, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type Guard, type GuardCredentials, type GuardOptions, startGuard } from '../../src/capture/guard.ts';
import { type FakeWorldOptions, fakeWorld } from '../support/fakeWorld.ts';
import { closing, httpServer, proxyServer, selfSigned, silentLog, tcpServer, tlsServer } from '../support/servers.ts';

const { keep, closeAll } = closing();
afterEach(closeAll);

interface Options extends Partial<Omit<GuardOptions, 'world'>> {
  readonly hosts?: FakeWorldOptions['hosts'];
}

async function guardWith({ hosts, ...options }: Options = {}) {
  const world = fakeWorld({ hosts });
  const guard = await keep(
    startGuard({
      world,
      allowPrivate: false,
      connectTimeoutMs: 10_000,
      maxBytesPerTunnel: 50_000_000,
      log: silentLog,
      ...options,
    }),
  );
  return { guard, world };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly socket?: Socket;
}

const basic = ({ username, password }: { username: string; password: string }) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

function ask(guard: Guard, method: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const authorization = { 'proxy-authorization': basic(guard.credentials) };
    const asked = request({
      host: '127.0.0.1',
      port: guard.port,
      method,
      path,
      headers: { ...authorization, ...headers },
    });
    asked.on('connect', (response, socket) => {
      socket.on('error', () => {});
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: '', socket });
    });
    asked.on('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

const tunnel = (guard: Guard, target: string, headers = {}) => ask(guard, 'CONNECT', target, headers);
const plain = (guard: Guard, url: string, headers = {}) => ask(guard, 'GET', url, headers);

/** One plain exchange inside an open tunnel. */
function speak(socket: Socket | undefined, text: string): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    socket?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    socket?.on('error', () => {});
    socket?.on('close', () => resolve(said));
    socket?.write(text);
  });
}

const hello = () => keep(httpServer((_, answer) => void answer.end('hello')));

describe('addresses', () => {
  const classes = [
    ['127.0.0.1', 'loopback address'],
    ['::1', 'loopback address'],
    ['169.254.169.254', 'link local address'],
    ['::ffff:127.0.0.1', 'loopback address'],
    ['::ffff:7f00:1', 'loopback address'],
    ['100.64.0.1', 'carrier grade nat address'],
    ['10.0.0.1', 'private address'],
    ['0.0.0.0', 'unspecified address'],
    ['::', 'unspecified address'],
    ['224.0.0.1', 'multicast address'],
    ['255.255.255.255', 'broadcast address'],
    ['fd00:ec2::254', 'unique local address'],
    ['64:ff9b::7f00:1', 'loopback address'],
    ['2002:7f00:1::', '6to4 address'],
    ['fe80::1%lo', 'not an address'],
  ] as const;

  test.each(classes)('a name that leads to %s is refused, and nothing arrives', async (address, reason) => {
    const server = await hello();
    const { guard, world } = await guardWith({ hosts: { 'trap.example': address } });
    const tunnelled = await tunnel(guard, `trap.example:${server.port}`);
    const asked = await plain(guard, `http://trap.example:${server.port}/`);
    expect([tunnelled.status, tunnelled.headers['x-bijwerken-refused']]).toEqual([403, reason]);
    expect([asked.status, asked.headers['x-bijwerken-refused']]).toEqual([403, reason]);
    expect(guard.refusals()).toEqual([
      { host: 'trap.example', port: server.port, reason, at: world.now() },
      { host: 'trap.example', port: server.port, reason, at: world.now() },
    ]);
    expect(server.connections()).toBe(0);
  });

  test.each([
    ['127.0.0.1', 'loopback address'],
    ['2130706433', 'loopback address'],
    ['0x7f.1', 'loopback address'],
    ['0177.0.0.1', 'loopback address'],
    ['127.0.0.1.', 'loopback address'],
    ['[::1]', 'loopback address'],
    ['[::ffff:127.0.0.1]', 'loopback address'],
    ['localhost', 'name without a domain'],
    ['LOCALHOST.', 'name without a domain'],
    ['a.localhost', 'private name (.localhost)'],
    ['metadata.google.internal', 'private name (.internal)'],
  ])('%s is refused without being looked up', async (host, reason) => {
    const server = await hello();
    const { guard, world } = await guardWith({ hosts: { localhost: '127.0.0.1' } });
    for (const answer of [
      await tunnel(guard, `${host}:${server.port}`),
      await plain(guard, `http://${host}:${server.port}/`),
    ]) {
      expect([answer.status, answer.headers['x-bijwerken-refused']]).toEqual([403, reason]);
    }
    expect(server.connections()).toBe(0);
    expect(world.resolved).toEqual([]);
  });

  test('one private address among public ones is enough', async () => {
    const { guard } = await guardWith({ hosts: { 'mixed.example': ['93.184.216.34', '127.0.0.1'] } });
    expect((await tunnel(guard, 'mixed.example:443')).headers['x-bijwerken-refused']).toBe('loopback address');
  });

  test.each([['[fe80::1%25eth0]:443'], ['example.org'], ['a b:443'], ['u:p@example.org:443']])(
    '%s is no target',
    async (target) => {
      const { guard } = await guardWith({ hosts: { 'example.org': '127.0.0.1' } });
      const socket = connect(guard.port, '127.0.0.1');
      const answer = await speak(
        socket,
        `CONNECT ${target} HTTP/1.1\r\nhost: x\r\nproxy-authorization: ${basic(guard.credentials)}\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 40[03] |^$/);
    },
  );

  test.each([22, 25, 6379])('port %i is refused even where private addresses are allowed', async (port) => {
    const { guard } = await guardWith({ allowPrivate: true, hosts: { 'ports.example': '127.0.0.1' } });
    const answer = await tunnel(guard, `ports.example:${port}`);
    expect(answer.headers['x-bijwerken-refused']).toBe(`port ${port} is not for the web`);
  });

  test('a name is looked up once: what was checked is what is connected to', async () => {
    const server = await hello();
    const hosts = { 'rebind.example': (call: number) => [call === 1 ? '127.0.0.1' : '127.0.0.2'] };
    const { guard, world } = await guardWith({ allowPrivate: true, hosts });
    expect((await plain(guard, `http://rebind.example:${server.port}/`)).body).toBe('hello');
    expect(world.resolved).toEqual(['rebind.example']);
  });

  test('with a first private and a second public answer nothing is asked again', async () => {
    const hosts = { 'rebind.example': (call: number) => [call === 1 ? '127.0.0.1' : '93.184.216.34'] };
    const { guard, world } = await guardWith({ hosts });
    expect((await tunnel(guard, 'rebind.example:443')).status).toBe(403);
    expect(world.resolved).toEqual(['rebind.example']);
  });
});

describe('credentials', () => {
  const wrong = async (guard: Guard) => [
    undefined,
    'Basic',
    'Basic !!!',
    `Bearer ${guard.credentials.password}`,
    basic({ username: guard.credentials.username, password: 'x' }),
    basic({ username: 'x', password: guard.credentials.password }),
    basic({ username: '', password: '' }),
  ];

  test('without the right ones nobody is served, by CONNECT or plainly', async () => {
    const server = await hello();
    const { guard } = await guardWith({ allowPrivate: true, hosts: { 'ok.example': '127.0.0.1' } });
    for (const value of await wrong(guard)) {
      const headers = value === undefined ? { 'proxy-authorization': '' } : { 'proxy-authorization': value };
      const tunnelled = await tunnel(guard, `ok.example:${server.port}`, headers);
      const asked = await plain(guard, `http://ok.example:${server.port}/`, headers);
      expect([tunnelled.status, tunnelled.headers['proxy-authenticate']]).toEqual([407, 'Basic realm="bijwerken"']);
      expect(asked.status).toBe(407);
    }
    expect(server.connections()).toBe(0);
  });

  test('differ from guard to guard and end with close()', async () => {
    const { guard } = await guardWith({ allowPrivate: true, hosts: { 'ok.example': '127.0.0.1' } });
    const mine = guard.newCredentials(1000);
    expect(mine.username).not.toBe(guard.credentials.username);
    mine.close();
    expect((await tunnel(guard, 'ok.example:443', { 'proxy-authorization': basic(mine) })).status).toBe(407);
  });
});

describe('carrying', () => {
  const open = (hosts = { 'ok.example': '127.0.0.1' }, more: Options = {}) =>
    guardWith({ allowPrivate: true, hosts, ...more });

  test('a tunnel carries bytes both ways and counts them', async () => {
    const server = await hello();
    const { guard } = await open();
    const { status, socket } = await tunnel(guard, `ok.example:${server.port}`);
    const sent = 'GET / HTTP/1.1\r\nhost: ok.example\r\nconnection: close\r\n\r\n';
    const said = await speak(socket, sent);
    expect(status).toBe(200);
    expect(said).toContain('hello');
    expect(guard.bytes()).toBe(sent.length + said.length);
    expect(guard.credentials.bytes()).toBe(guard.bytes());
  });

  test('a plain request loses what is between client and proxy', async () => {
    const server = await keep(
      httpServer((_, answer) => {
        answer.setHeader('x-bijwerken-refused', 'a lie');
        answer.setHeader('x-hop', 'hop');
        answer.setHeader('set-cookie', ['a=1', 'b=2']);
        answer.setHeader('connection', 'x-hop');
        answer.end('plain');
      }),
    );
    const { guard } = await open();
    const headers = {
      connection: 'x-mine',
      'x-mine': '1',
      'proxy-connection': 'keep-alive',
      te: 'trailers',
      accept: 'text/html',
    };
    const answer = await plain(guard, `http://u:p@ok.example:${server.port}/a?b=c`, headers);
    expect(server.requests).toEqual(['GET /a?b=c']);
    expect(server.headers[0]).toEqual({ accept: 'text/html', host: `ok.example:${server.port}`, connection: 'close' });
    expect(answer.body).toBe('plain');
    expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2']);
    expect(answer.headers).not.toHaveProperty('x-bijwerken-refused');
    expect(answer.headers).not.toHaveProperty('x-hop');
  });

  test('a body that was cut short stays cut short', async () => {
    const server = await keep(
      httpServer((_, answer) => {
        answer.writeHead(200, { 'content-length': '100' });
        answer.write('half', () => answer.destroy());
      }),
    );
    const { guard } = await open();
    await expect(plain(guard, `http://ok.example:${server.port}/`)).rejects.toThrow('aborted');
  });

  test.each([
    ['GET /path HTTP/1.1', 400],
    ['GET https://ok.example/ HTTP/1.1', 400],
    ['GET ftp://ok.example/ HTTP/1.1', 400],
    ['GET http:///// HTTP/1.1', 400],
  ])('%s is answered %i', async (line, status) => {
    const { guard } = await open();
    const socket = connect(guard.port, '127.0.0.1');
    const answer = await speak(
      socket,
      `${line}\r\nhost: x\r\nproxy-authorization: ${basic(guard.credentials)}\r\n\r\n`,
    );
    expect(answer).toContain(`HTTP/1.1 ${status} `);
  });

  test('an upgrade in the open is turned down', async () => {
    const server = await hello();
    const { guard } = await open();
    const socket = connect(guard.port, '127.0.0.1');
    const lines = ['connection: upgrade', 'upgrade: websocket', `proxy-authorization: ${basic(guard.credentials)}`];
    const answer = await speak(
      socket,
      `GET http://ok.example:${server.port}/ HTTP/1.1\r\nhost: x\r\n${lines.join('\r\n')}\r\n\r\n`,
    );
    expect(answer).toContain('HTTP/1.1 501 ');
    expect(server.connections()).toBe(0);
  });

  test('rubbish and endless headers end the connection and nothing else', async () => {
    const server = await hello();
    const { guard } = await open();
    expect(await speak(connect(guard.port, '127.0.0.1'), '\x16\x03\x01 rubbish\r\n\r\n')).toBe('');
    expect(
      await speak(connect(guard.port, '127.0.0.1'), `GET http://ok.example/ HTTP/1.1\r\nx: ${'y'.repeat(200_000)}`),
    ).toBe('');
    expect((await plain(guard, `http://ok.example:${server.port}/`)).body).toBe('hello');
  });

  test('an address that refuses is passed over for the next', async () => {
    const server = await hello();
    const { guard } = await open({ 'ok.example': ['127.0.0.9', '127.0.0.1'] } as never);
    expect((await plain(guard, `http://ok.example:${server.port}/`)).body).toBe('hello');
  });

  test('what goes wrong has a name', async () => {
    const server = await hello();
    await server.close();
    const { guard } = await open();
    const gone = await tunnel(guard, `ok.example:${server.port}`);
    const unknown = await plain(guard, 'http://nobody.example/');
    expect([gone.status, gone.headers['x-bijwerken-failed']]).toEqual([502, 'connection-refused']);
    expect([unknown.status, unknown.headers['x-bijwerken-failed']]).toEqual([502, 'dns']);
    expect(unknown.body).toBe('nobody.example could not be found (DNS).\n');
    expect(guard.refusals()).toEqual([]);
  });

  test('a name server that never answers ends with the time allowed', async () => {
    const clock = fakeWorld();
    const slow = { ...clock, resolve: () => new Promise<never>(() => {}) };
    const guard = await keep(
      startGuard({ world: slow, allowPrivate: true, connectTimeoutMs: 10_000, maxBytesPerTunnel: 1, log: silentLog }),
    );
    const asked = tunnel(guard, 'slow.example:443');
    await clock.whenAsleep(1);
    await clock.advance(10_000);
    const answer = await asked;
    expect([answer.status, answer.headers['x-bijwerken-failed']]).toEqual([504, 'connect-timeout']);
  });
});

describe('budgets', () => {
  const endless = () =>
    keep(
      tcpServer((socket) => {
        const more = () => {
          while (socket.write(Buffer.alloc(65_536, 'x'))) if (socket.destroyed) return;
        };
        socket.on('drain', more).once('data', more);
      }),
    );
  const as = (credentials: GuardCredentials) => ({ 'proxy-authorization': basic(credentials) });
  const hosts = { 'endless.example': '127.0.0.1', 'ok.example': '127.0.0.1' };

  test('an endless body ends its own connections and no others', async () => {
    const [server, fine] = [await endless(), await hello()];
    const { guard } = await guardWith({ allowPrivate: true, hosts });
    const [greedy, modest] = [guard.newCredentials(1_000_000), guard.newCredentials(1_000_000)];
    const quiet = await tunnel(guard, `ok.example:${fine.port}`, as(modest));
    const { socket } = await tunnel(guard, `endless.example:${server.port}`, as(greedy));
    await speak(socket, 'go');
    expect(greedy.exceeded()).toBe(true);
    expect(greedy.bytes()).toBeLessThan(2_000_000);
    expect(modest.exceeded()).toBe(false);
    expect(await speak(quiet.socket, 'GET / HTTP/1.0\r\n\r\n')).toContain('hello');

    const again = await tunnel(guard, `ok.example:${fine.port}`, as(greedy));
    expect([again.status, again.headers['x-bijwerken-failed']]).toEqual([502, 'budget']);
  });

  test('one tunnel may not carry more than its share', async () => {
    const server = await endless();
    const { guard } = await guardWith({ allowPrivate: true, hosts, maxBytesPerTunnel: 200_000 });
    const { socket } = await tunnel(guard, `endless.example:${server.port}`);
    await speak(socket, 'go');
    expect(guard.credentials.exceeded()).toBe(true);
    expect(guard.bytes()).toBeLessThan(1_000_000);
  });

  test('close() ends what is open', async () => {
    const server = await hello();
    const { guard } = await guardWith({ allowPrivate: true, hosts });
    const { socket } = await tunnel(guard, `ok.example:${server.port}`);
    const ended = speak(socket, '');
    await guard.close();
    expect(await ended).toBe('');
    await expect(tunnel(guard, 'ok.example:443')).rejects.toThrow('ECONNREFUSED');
  });

  test('an aborted signal closes the guard', async () => {
    const server = await hello();
    const controller = new AbortController();
    const { guard } = await guardWith({ allowPrivate: true, hosts, signal: controller.signal });
    const { socket } = await tunnel(guard, `ok.example:${server.port}`);
    const ended = speak(socket, '');
    controller.abort();
    expect(await ended).toBe('');
  });
});

describe('with a proxy beyond', () => {
  const world = async (more: Options = {}) => {
    const server = await hello();
    const proxy = await keep(proxyServer((host) => (host === 'down.example' ? undefined : server.port)));
    const upstream = { url: `http://user:p%40ss@127.0.0.1:${proxy.port}` };
    return { server, proxy, ...(await guardWith({ upstream, ...more })) };
  };
  const authorization = basic({ username: 'user', password: 'p@ss' });

  test('names are handed on without being looked up, with the proxy’s own credentials', async () => {
    const { guard, proxy, world: names } = await world();
    const { status, socket } = await tunnel(guard, 'www.linkedin.com:443');
    expect(await speak(socket, 'GET / HTTP/1.0\r\n\r\n')).toContain('hello');
    const asked = await plain(guard, 'http://www.example.org/page?x=1');
    expect([status, asked.status, asked.body]).toEqual([200, 200, 'hello']);
    expect(proxy.requests).toEqual(['CONNECT www.linkedin.com:443', 'GET http://www.example.org/page?x=1']);
    expect(proxy.headers.map((headers) => headers['proxy-authorization'])).toEqual([authorization, authorization]);
    expect(names.resolved).toEqual([]);
  });

  test.each([
    '127.0.0.1',
    '[::1]',
    '10.1.2.3',
    '169.254.169.254',
    '2130706433',
    'localhost',
    'printer',
    'nas.local',
    'db.internal',
    'x.localhost',
    'a.home.arpa',
  ])('%s is not handed on', async (host) => {
    const { guard, proxy } = await world();
    expect((await tunnel(guard, `${host}:443`)).status).toBe(403);
    expect((await plain(guard, `http://${host}/`)).status).toBe(403);
    expect(proxy.connections()).toBe(0);
  });

  test('allowPrivate hands on what is private', async () => {
    const { guard, proxy } = await world({ allowPrivate: true });
    expect((await tunnel(guard, '10.1.2.3:443')).status).toBe(200);
    expect(proxy.requests).toEqual(['CONNECT 10.1.2.3:443']);
  });

  test('NO_PROXY goes direct, and is checked there', async () => {
    const { guard, proxy } = await world({ noProxy: 'direct.example', hosts: { 'direct.example': '127.0.0.1' } });
    expect((await tunnel(guard, 'direct.example:443')).headers['x-bijwerken-refused']).toBe('loopback address');
    expect(proxy.connections()).toBe(0);
  });

  test('NO_PROXY with allowPrivate reaches the server itself', async () => {
    const noProxy = '.direct.example';
    const { guard, proxy, server } = await world({
      allowPrivate: true,
      noProxy,
      hosts: { 'a.direct.example': '127.0.0.1' },
    });
    expect((await plain(guard, `http://a.direct.example:${server.port}/`)).body).toBe('hello');
    expect(proxy.connections()).toBe(0);
  });

  test.each([
    [407, 'proxy-credentials'],
    [403, 'proxy-refused'],
    [502, 'proxy-failed'],
    [503, 'proxy-failed'],
  ])('a proxy that answers %i: %s', async (status, code) => {
    const proxy = await keep(
      tcpServer((socket) =>
        socket.once('data', () => socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`)),
      ),
    );
    const { guard } = await guardWith({ upstream: { url: `http://127.0.0.1:${proxy.port}` } });
    const answer = await tunnel(guard, 'example.org:443');
    expect([answer.status, answer.headers['x-bijwerken-failed']]).toEqual([502, code]);
  });

  test('a proxy’s wish for credentials never looks like ours', async () => {
    const proxy = await keep(
      httpServer((_, answer) => void answer.writeHead(407, { 'proxy-authenticate': 'Basic' }).end()),
    );
    const { guard } = await guardWith({ upstream: { url: `http://127.0.0.1:${proxy.port}` } });
    const answer = await plain(guard, 'http://example.org/');
    expect([answer.status, answer.headers['x-bijwerken-failed']]).toEqual([502, 'proxy-credentials']);
    expect(answer.headers).not.toHaveProperty('proxy-authenticate');
  });

  test('a proxy that hangs up or is not there', async () => {
    const rude = await keep(tcpServer((socket) => socket.once('data', () => socket.destroy())));
    const first = await guardWith({ upstream: { url: `http://127.0.0.1:${rude.port}` } });
    expect((await tunnel(first.guard, 'example.org:443')).headers['x-bijwerken-failed']).toBe('proxy-failed');
    await rude.close();
    expect((await tunnel(first.guard, 'example.org:443')).headers['x-bijwerken-failed']).toBe('proxy-unreachable');
    expect((await plain(first.guard, 'http://example.org/')).headers['x-bijwerken-failed']).toBe('proxy-unreachable');
  });

  test('a proxy behind TLS must prove who it is', async () => {
    const proxy = await keep(tlsServer(await selfSigned(['127.0.0.1']), (_, answer) => void answer.end('hello')));
    const { guard } = await guardWith({ upstream: { url: `https://127.0.0.1:${proxy.port}` } });
    expect((await plain(guard, 'http://example.org/')).headers['x-bijwerken-failed']).toBe('proxy-unreachable');
    expect([proxy.connections(), proxy.requests]).toEqual([1, []]);
  });

  test.each(['socks5://127.0.0.1:1080', 'http://', 'ftp://u:geheim@host'])('%s is no proxy for us', async (url) => {
    const start = guardWith({ upstream: { url } });
    await expect(start).rejects.toThrow(/proxy/i);
    await expect(start).rejects.not.toThrow(/geheim/);
  });
});

/** Real servers on loopback for tests: plain, TLS, raw sockets and a small proxy. Each closes at once. */

import { createServer, type IncomingMessage, type RequestListener, request } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsSocketServer } from 'node:tls';
import { generate } from 'selfsigned';

export interface TestServer {
  readonly port: number;
  /** `METHOD url`, in order. */
  readonly requests: readonly string[];
  /** The headers of each request. */
  readonly headers: readonly IncomingMessage['headers'][];
  /** How many connections arrived, whatever they said. */
  connections(): number;
  /** Resolves once at least this many requests have arrived. */
  whenAsked(count: number): Promise<void>;
  close(): Promise<void>;
}

export function httpServer(listener: RequestListener): Promise<TestServer> {
  const seen = openLog();
  const server = createServer((incoming, answer) => {
    seen.add(incoming);
    listener(incoming, answer);
  });
  return start(server, seen);
}

export async function tlsServer({ cert, key }: Certificate, listener: RequestListener): Promise<TestServer> {
  const seen = openLog();
  const server = createTlsServer({ cert, key }, (incoming, answer) => {
    seen.add(incoming);
    listener(incoming, answer);
  });
  return start(server, seen);
}

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A certificate of our own making, for these names or addresses. */
export async function selfSigned(names: readonly string[]): Promise<Certificate> {
  const altNames = names.map((value) =>
    /^[\d.]+$/.test(value) ? ({ type: 7, ip: value } as const) : ({ type: 2, value } as const),
  );
  const made = await generate([{ name: 'commonName', value: names[0] ?? 'test' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  return { cert: made.cert, key: made.private };
}

/** Bytes in, bytes out: for servers that break the rules. */
export function tcpServer(onConnection: (socket: Socket) => void): Promise<TestServer> {
  return start(createTcpServer(onConnection), openLog());
}

/** The same behind TLS. */
export function tlsSocketServer(
  { cert, key }: Certificate,
  onConnection: (socket: Socket) => void,
): Promise<TestServer> {
  return start(createTlsSocketServer({ cert, key }, onConnection), openLog());
}

/** An ordinary proxy: CONNECT and absolute form. Every host leads to loopback, to the port that `portOf` names. */
export function proxyServer(portOf: (host: string, port: number) => number | undefined): Promise<TestServer> {
  const seen = openLog();
  const server = createServer((incoming, answer) => {
    seen.add(incoming);
    const url = new URL(incoming.url ?? '');
    const port = portOf(url.hostname, Number(url.port) || 80);
    if (port === undefined) return void answer.writeHead(502).end();
    const onward = request({
      host: '127.0.0.1',
      port,
      method: incoming.method,
      path: url.pathname,
      headers: incoming.headers,
    });
    onward.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, client, head) => {
    seen.add(incoming);
    const [host = '', asked = ''] = (incoming.url ?? '').split(':');
    const port = portOf(host, Number(asked));
    if (port === undefined) return void client.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
    const onward = connect({ host: '127.0.0.1', port }, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.write(head);
      onward.pipe(client).pipe(onward);
    });
    client.on('error', () => onward.destroy()).on('close', () => onward.destroy());
    onward.on('error', () => client.destroy()).on('close', () => client.destroy());
  });
  return start(server, seen);
}

interface Seen {
  readonly requests: string[];
  readonly headers: IncomingMessage['headers'][];
  readonly waiting: Set<() => void>;
  add(incoming: IncomingMessage): void;
}

function openLog(): Seen {
  const requests: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const waiting = new Set<() => void>();
  const add = (incoming: IncomingMessage) => {
    requests.push(`${incoming.method} ${incoming.url}`);
    headers.push(incoming.headers);
    for (const check of [...waiting]) check();
  };
  return { requests, headers, waiting, add };
}

async function start(server: Server, { requests, headers, waiting }: Seen): Promise<TestServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: portOf(server.address()),
    requests,
    headers,
    connections: () => connections,
    whenAsked: (count) =>
      new Promise((resolve) => {
        const check = () => {
          if (requests.length < count) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address) return address.port;
  throw new Error('The test server has no port.');
}

/** Closes whatever was kept, last first; for `afterEach(keep.closeAll)`. */
export function closing() {
  const kept: { close(): unknown }[] = [];
  const keep = async <T extends { close(): unknown }>(thing: T | Promise<T>): Promise<T> => {
    const made = await thing;
    kept.push(made);
    return made;
  };
  const closeAll = async () => {
    for (const thing of kept.splice(0).reverse()) await thing.close();
  };
  return { keep, closeAll };
}

export const silentLog = { debug: () => {}, warn: () => {} };

/** The demo world: an intercepting proxy on loopback that plays the networks. What lies behind it is ours, all before it is real. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { SecureContext } from 'node:tls';
import { createSecureContext, TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import type { Answer, Asked } from './answer.ts';
import { createHosts } from './hosts.ts';

export interface WorldOptions {
  /** Milliseconds since the epoch; the pages' dates are relative to it. */
  readonly now: number;
  readonly log?: (line: string) => void;
  /** Answers in place of the networks; undefined for what they answer themselves. */
  readonly instead?: (asked: Asked) => Answer | undefined;
}

export interface SeenRequest {
  /** `CONNECT` for tunnels that were refused, else the method inside. */
  readonly method: string;
  readonly url: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly at: number;
}

export interface DemoWorld {
  readonly proxyUrl: string;
  readonly requests: readonly SeenRequest[];
  close(): Promise<void>;
}

export async function startWorld({ now, log = () => undefined, instead }: WorldOptions): Promise<DemoWorld> {
  const requests: SeenRequest[] = [];
  const hosts = createHosts(now);
  const secure = await certificate();
  const record = (method: string, url: string, host: string, headers: Readonly<Record<string, string>>) => {
    requests.push({ method, url, host, headers, at: Date.now() });
    log(`${method} ${url}`);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const asked = read(request);
    record(asked.method, asked.url.href, asked.url.hostname, asked.headers);
    const host = hosts(asked.url.hostname);
    const answer = instead?.(asked) ?? (host ? await host(asked) : unreachable());
    await write(response, answer, asked.method);
  };
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    request.resume();
    serve(request, response).catch((error: unknown) => {
      log(`world: ${String(error)}`);
      response.destroy();
    });
  };
  const inside = createServer(handle);
  const proxy = createServer(handle);
  const sockets = new Set<Duplex>();
  proxy.on('connection', (socket) => keep(sockets, socket));
  proxy.on('connect', (request: IncomingMessage, socket: Duplex) => {
    const [name = '', port = '443'] = (request.url ?? '').split(':');
    if (!hosts(name)) {
      record('CONNECT', request.url ?? '', name, {});
      return void socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    inside.emit('connection', port === '443' ? encrypted(socket, secure) : socket);
  });

  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => proxy.close(() => resolve()));
  };
  return { proxyUrl: `http://127.0.0.1:${port}`, requests, close };
}

/** Made anew at every start, and never stored. */
async function certificate(): Promise<SecureContext> {
  const made = await generate([{ name: 'commonName', value: 'Bijwerken demo' }], {
    keyType: 'ec',
    algorithm: 'sha256',
  });
  return createSecureContext({ key: made.private, cert: made.cert });
}

function encrypted(socket: Duplex, secureContext: SecureContext): TLSSocket {
  const tls = new TLSSocket(socket as Socket, { isServer: true, secureContext, ALPNProtocols: ['http/1.1'] });
  // Clients hang up in the middle; that is their right.
  tls.on('error', () => tls.destroy());
  return tls;
}

function keep(sockets: Set<Duplex>, socket: Duplex): void {
  sockets.add(socket);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => sockets.delete(socket));
}

function read(request: IncomingMessage): Asked {
  const scheme = request.socket instanceof TLSSocket ? 'https' : 'http';
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? 'unknown.invalid'}`),
    headers,
  };
}

const unreachable = (): Answer => ({ status: 502, headers: { 'content-type': 'text/plain' }, body: 'Bad Gateway' });

async function write(response: ServerResponse, { status, headers, body, drip }: Answer, method: string): Promise<void> {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, ...(drip ? {} : { 'content-length': bytes.length }) });
  if (method === 'HEAD' || !drip) return void response.end(method === 'HEAD' ? undefined : bytes);
  const size = Math.ceil(bytes.length / drip.pieces);
  for (let from = 0; from < bytes.length && !response.destroyed; from += size) {
    await new Promise((resolve) => setTimeout(resolve, drip.everyMs));
    response.write(bytes.subarray(from, from + size));
  }
  response.end();
}

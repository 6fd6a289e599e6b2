/** What the guard does with one connection: check who asks, check what for, dial, and hand over. */

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { isUrl } from '../model/isUrl.ts';
import { normaliseHost, parseAuthority, type Target } from './addresses.ts';
import { type DialOptions, dialDirect, refusalOfTarget } from './dial.ts';
import { answerOf, type Barred, type BarredAnswer, failed } from './guardAnswers.ts';
import { forward, joinTunnel } from './relay.ts';
import type { Ticket, Tickets } from './tickets.ts';
import { unwanted } from './trackers.ts';
import { openProxy, type Tunnelled, tunnelThrough, type Upstream } from './upstream.ts';

/** What every connection is served with. */
export interface Scene {
  readonly tickets: Tickets;
  readonly upstreamFor: (target: Target) => Upstream | undefined;
  /** Writes the refusal down. */
  readonly refuse: (target: Target, reason: string) => Barred;
  readonly dial: DialOptions;
}

export function serve(server: Server, scene: Scene): void {
  // Nothing below should throw; if it does, one connection ends and not the run.
  server.on('connect', (incoming, socket, head) => {
    serveTunnel(incoming, socket, head, scene).catch(() => socket.destroy());
  });
  server.on('request', (incoming, answer) => {
    servePlain(incoming, answer, scene).catch(() => answer.destroy());
  });
  // WebSockets come through CONNECT; an upgrade in the open would leave the guard's sight.
  server.on('upgrade', (_incoming, socket: Duplex) =>
    reply(socket, { status: 501, headers: {}, body: 'Use CONNECT.\n' }),
  );
  server.on('clientError', (_error, socket) => socket.destroy());
}

const WRONG_CREDENTIALS: BarredAnswer = {
  status: 407,
  headers: { 'proxy-authenticate': 'Basic realm="bijwerken"' },
  body: 'Credentials are needed.\n',
};

const BAD_REQUEST: BarredAnswer = { status: 400, headers: {}, body: 'This is not an address for a proxy.\n' };

async function serveTunnel(incoming: IncomingMessage, client: Duplex, head: Buffer, scene: Scene): Promise<void> {
  const gone = goneSignal(client);
  const ticket = scene.tickets.find(incoming.headers['proxy-authorization']);
  if (!ticket) return reply(client, WRONG_CREDENTIALS);
  const target = parseAuthority(incoming.url ?? '');
  if (!target) return reply(client, answerOf(scene.refuse(unnamed(incoming.url), 'not a valid host'), 'The address'));
  const opened = await openTunnel(target, ticket, scene, gone);
  if (opened.kind !== 'open') return reply(client, answerOf(opened, target.host));
  if (client.destroyed) return void opened.socket.destroy();
  const count = ticket.meter([client, opened.socket]);
  client.write('HTTP/1.1 200 Connection established\r\n\r\n');
  if (opened.head.length > 0) client.write(opened.head);
  if (head.length > 0) opened.socket.write(head);
  count(head.length + opened.head.length);
  joinTunnel(client, opened.socket, count);
}

const unnamed = (authority = ''): Target => ({ host: authority.slice(0, 100), port: 0 });

async function openTunnel(target: Target, ticket: Ticket, scene: Scene, gone: AbortSignal): Promise<Tunnelled> {
  const barred = barredBefore(target, ticket, scene);
  if (barred) return barred;
  const upstream = scene.upstreamFor(target);
  if (upstream) return tunnelThrough(upstream, target, scene.dial, gone);
  const dialled = await dialDirect(target, scene.dial, gone);
  if (dialled.kind === 'refused') return scene.refuse(target, dialled.reason);
  return dialled.kind === 'open' ? { ...dialled, head: Buffer.alloc(0) } : dialled;
}

function barredBefore(target: Target, ticket: Ticket, scene: Scene): Barred | undefined {
  if (ticket.isSpent()) return failed('budget');
  // A browser opens connections before a page's request is stopped.
  const reason = unwanted(target.host) ?? refusalOfTarget(target, scene.dial.allowPrivate);
  return reason === undefined ? undefined : scene.refuse(target, reason);
}

async function servePlain(incoming: IncomingMessage, answer: ServerResponse, scene: Scene): Promise<void> {
  const gone = goneSignal(answer);
  const ticket = scene.tickets.find(incoming.headers['proxy-authorization']);
  if (!ticket) return respond(answer, WRONG_CREDENTIALS);
  const url = plainUrl(incoming.url);
  if (!url) return respond(answer, BAD_REQUEST);
  const host = normaliseHost(url.hostname);
  if (host === undefined) return respond(answer, BAD_REQUEST);
  const target = { host, port: Number(url.port) || 80 };
  const bar = (barred: Barred) => respond(answer, answerOf(barred, host));

  const barred = barredBefore(target, ticket, scene);
  if (barred) return bar(barred);
  const upstream = scene.upstreamFor(target);
  const socket = upstream ? await openProxy(upstream, scene.dial, gone) : await dialPlain(target, scene, gone);
  if (!socket) return bar(failed('proxy-unreachable'));
  if ('kind' in socket) return bar(socket);
  if (answer.destroyed) return void socket.destroy();
  forward(incoming, answer, {
    socket,
    path: upstream ? url.href : `${url.pathname}${url.search}`,
    host: url.host,
    extra: upstream?.headers ?? {},
    count: ticket.meter([incoming.socket, socket]),
    onFailure: () => bar(failed('reset')),
    onProxyCredentials: () => bar(failed('proxy-credentials')),
  });
}

async function dialPlain(target: Target, scene: Scene, gone: AbortSignal): Promise<Socket | Barred> {
  const dialled = await dialDirect(target, scene.dial, gone);
  if (dialled.kind === 'refused') return scene.refuse(target, dialled.reason);
  return dialled.kind === 'open' ? dialled.socket : dialled;
}

/** An address in absolute form, without credentials and fragment. */
function plainUrl(text = ''): URL | undefined {
  if (!/^http:\/\//i.test(text) || !isUrl(text)) return undefined;
  const url = new URL(text);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

function goneSignal(client: Duplex | ServerResponse): AbortSignal {
  const controller = new AbortController();
  client.on('error', () => client.destroy());
  client.once('close', () => controller.abort());
  return controller.signal;
}

function respond(answer: ServerResponse, { status, headers, body }: BarredAnswer): void {
  if (answer.headersSent || answer.destroyed) return;
  answer.writeHead(status, { ...headers, connection: 'close', 'content-length': Buffer.byteLength(body) }).end(body);
}

/** For a socket that the HTTP server has let go of. */
function reply(client: Duplex, { status, headers, body }: BarredAnswer): void {
  if (client.destroyed) return;
  const all = { ...headers, connection: 'close', 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  client.on('error', () => client.destroy());
  client.resume();
  client.end(`HTTP/1.1 ${status} ${REASONS[status] ?? 'Refused'}\r\n${lines.join('')}\r\n${body}`);
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  407: 'Proxy Authentication Required',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  504: 'Gateway Timeout',
};

/**
 * The one door to the network: a forward proxy on loopback that Node's client and the browser both use.
 * It looks names up once, refuses what is not public, counts bytes, and never reads what it carries.
 */

import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Log, World } from '../model/world.ts';
import type { Target } from './addresses.ts';
import { refused } from './guardAnswers.ts';
import { noProxyMatcher } from './noProxy.ts';
import { type Scene, serve } from './serve.ts';
import { createTickets, type GuardCredentials } from './tickets.ts';
import { parseUpstream } from './upstream.ts';

export type { GuardCredentials } from './tickets.ts';

export interface GuardOptions {
  readonly world: World;
  /** The proxy that everything is handed on to: `http://user:pass@host:port`, or https. */
  readonly upstream?: { readonly url: string };
  /** What goes direct although there is an upstream, as in NO_PROXY. */
  readonly noProxy?: string;
  readonly allowPrivate: boolean;
  readonly connectTimeoutMs: number;
  readonly maxBytesPerTunnel: number;
  readonly log: Log;
  readonly signal?: AbortSignal;
}

interface Refusal {
  readonly host: string;
  readonly port: number;
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface Guard {
  /** `http://127.0.0.1:<port>`, without credentials. */
  readonly url: string;
  readonly port: number;
  /** For the guard's own user, without a budget; each profile is given credentials of its own. */
  readonly credentials: GuardCredentials;
  /** Credentials with a budget: when it is used up, their connections end, and nobody else's. */
  newCredentials(budgetBytes: number): GuardCredentials;
  /** What was refused, oldest first; at most a thousand are kept. */
  refusals(): readonly Refusal[];
  bytes(): number;
  /** Ends every connection at once. */
  close(): Promise<void>;
}

const MAX_REFUSALS = 1000;

export async function startGuard(options: GuardOptions): Promise<Guard> {
  const server = createServer({ maxHeaderSize: 65_536, headersTimeout: 15_000, keepAliveTimeout: 5_000 });
  const sockets = trackSockets(server);
  // Parsed first: a wrong proxy must not leave a server behind.
  const upstreamFor = chooseUpstream(options);
  const port = await listen(server);
  const url = `http://127.0.0.1:${port}`;
  const refusals: Refusal[] = [];
  const tickets = createTickets(url, options.maxBytesPerTunnel);
  const refuse = (target: Target, reason: string) => {
    options.log.debug(`guard: ${target.host}:${target.port} refused: ${reason}`);
    if (refusals.length < MAX_REFUSALS) refusals.push({ ...target, reason, at: options.world.now() });
    return refused(reason);
  };
  serve(server, { tickets, upstreamFor, refuse, dial: options });

  const close = () => closeAll(server, sockets);
  options.signal?.addEventListener('abort', () => void close(), { once: true });
  if (options.signal?.aborted) await close();
  const { credentials } = tickets.issue(Number.POSITIVE_INFINITY);
  const newCredentials = (budgetBytes: number) => tickets.issue(budgetBytes).credentials;
  return { url, port, credentials, newCredentials, refusals: () => [...refusals], bytes: tickets.bytes, close };
}

function chooseUpstream({ upstream, noProxy }: GuardOptions): Scene['upstreamFor'] {
  const goesDirect = noProxyMatcher(noProxy ?? '');
  const parsed = upstream && parseUpstream(upstream.url);
  return (target) => (goesDirect(target) ? undefined : parsed);
}

function trackSockets(server: Server): Set<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      if (typeof address === 'object' && address) resolve(address.port);
      else reject(new Error('The guard has no port.'));
    });
  });
}

/** Client sockets take their remote ones with them: a pair never outlives one of its halves. */
function closeAll(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}

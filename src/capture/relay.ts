/** Carries bytes between the guard's client and the server: as a tunnel, or as one plain HTTP exchange. */

import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { FAILED_HEADER, REFUSED_HEADER } from './guardAnswers.ts';

/** Belongs to one connection only, or to us. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authentication-info',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  REFUSED_HEADER,
  FAILED_HEADER,
]);

export function joinTunnel(client: Duplex, remote: Duplex, count: (bytes: number) => void): void {
  for (const [from, to] of [
    [client, remote],
    [remote, client],
  ] as const) {
    from.on('data', (chunk: Buffer) => count(chunk.length));
    from.on('error', () => to.destroy());
    from.on('close', () => (from.errored ? to.destroy() : finish(to)));
    from.pipe(to);
  }
}

/** What was received in full is still delivered. */
const finish = (socket: Duplex) => (socket instanceof Socket ? socket.destroySoon() : socket.destroy());

export interface Forwarding {
  readonly socket: Socket;
  /** The path alone for a server, the whole address for a proxy. */
  readonly path: string;
  readonly host: string;
  readonly extra: Readonly<Record<string, string>>;
  readonly count: (bytes: number) => void;
  /** Called instead of answering when nothing could be learned from the server. */
  readonly onFailure: () => void;
  /** Called instead of answering when a proxy wants other credentials: ours are not theirs. */
  readonly onProxyCredentials: () => void;
}

/** One request on a connection of its own; `Connection: close` on both sides keeps one exchange from reaching another. */
export function forward(incoming: IncomingMessage, answer: ServerResponse, options: Forwarding): void {
  const asked = request({
    createConnection: () => options.socket,
    setHost: false,
    method: incoming.method,
    path: options.path,
    headers: requestHeaders(incoming, options),
  });
  asked.on('response', (response) => {
    if (response.statusCode === 407) {
      options.socket.destroy();
      return options.onProxyCredentials();
    }
    const status = response.statusCode ?? 0;
    // Node reads a status of 000 or 099 and then refuses to write it.
    if (status < 200) {
      options.socket.destroy();
      return options.onFailure();
    }
    answer.writeHead(status, endToEnd(response));
    response.on('data', (chunk: Buffer) => options.count(chunk.length));
    // Cut short there, cut short here: a half body must not look whole.
    response.on('close', () => (response.complete ? answer.end() : answer.destroy()));
    response.on('error', () => answer.destroy());
    response.pipe(answer, { end: false });
  });
  asked.on('upgrade', (_response, socket) => {
    socket.destroy();
    options.onFailure();
  });
  asked.on('error', () => (answer.headersSent ? answer.destroy() : options.onFailure()));
  answer.on('close', () => options.socket.destroy());
  incoming.on('data', (chunk: Buffer) => options.count(chunk.length));
  incoming.on('error', () => options.socket.destroy());
  incoming.pipe(asked);
}

function requestHeaders(incoming: IncomingMessage, { host, extra }: Forwarding): Record<string, string | string[]> {
  const headers = { ...endToEnd(incoming), host, ...extra, connection: 'close' };
  // Said aloud, or Node would send such a body of a GET without any frame.
  return incoming.headers['transfer-encoding'] ? { ...headers, 'transfer-encoding': 'chunked' } : headers;
}

/** All headers but those of the connection, repeated ones kept apart. */
function endToEnd(message: IncomingMessage): Record<string, string | string[]> {
  const named = (message.headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const kept: Record<string, string | string[]> = Object.create(null);
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    if (HOP_BY_HOP.has(name) || named.includes(name) || values === undefined) continue;
    kept[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return { ...kept, ...(message.statusCode ? { connection: 'close' } : {}) };
}

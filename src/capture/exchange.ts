/** One HTTP exchange through the guard, on a connection of its own. Follows nothing, reads no body, judges nothing. */

import { request as requestTunnel } from 'node:http';
import { isIP, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { type buildConnector, Client } from 'undici';
import { asError, failureOf, guardError } from './failures.ts';
import type { GuardCredentials } from './guard.ts';

export interface Exchange {
  readonly status: number;
  /** The first header of that name, as text. */
  readonly header: (name: string) => string | undefined;
  readonly body: Readable;
  /** Ends the connection, whatever is still to come. */
  readonly end: () => void;
}

/** How certificates are judged. */
export interface Trust {
  readonly rejectUnauthorized: boolean;
  /** Every authority that is trusted, in PEM; default those that came with Node. */
  readonly ca?: readonly string[];
}

export interface ExchangeOptions {
  /** Posted as it is; left out for a plain request. */
  readonly posts?: string | undefined;
  readonly credentials: GuardCredentials;
  readonly trust: Trust;
  readonly signal: AbortSignal;
}

/** The answer as soon as its headers are there; rejects when there is none, the guard's refusals included. */
export async function exchange(url: URL, headers: Record<string, string>, options: ExchangeOptions): Promise<Exchange> {
  const { credentials, signal, posts } = options;
  const secure = url.protocol === 'https:';
  // Plain requests go in absolute form: proxies beyond ours often allow CONNECT to port 443 only.
  const client = new Client(secure ? url.origin : credentials.url, {
    ...(secure ? { connect: tunnelConnector(url, options) } : {}),
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 65_536,
  });
  const end = () => void client.destroy().catch(() => {});
  try {
    const answer = await client.request({
      ...(posts === undefined ? { method: 'GET' } : { method: 'POST', body: posts }),
      path: secure ? `${url.pathname}${url.search}` : `${url.origin}${url.pathname}${url.search}`,
      headers: secure ? headers : { ...headers, host: url.host, 'proxy-authorization': basic(credentials) },
      signal,
      reset: true,
    });
    const header = headerOf(answer.headers);
    answer.body.on('error', () => {});
    const error = secure ? undefined : guardError(header, url.hostname);
    if (error) throw error;
    return { status: answer.statusCode, header, body: answer.body, end };
  } catch (error) {
    end();
    throw error;
  }
}

const headerOf = (headers: Record<string, string | string[] | undefined>) => (name: string) => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};

const basic = ({ username, password }: GuardCredentials) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Ours and not undici's ProxyAgent: that one forgets why a proxy said no. */
function tunnelConnector(url: URL, options: ExchangeOptions): buildConnector.connector {
  return (_, callback) => {
    openTunnel(url, options)
      .then((socket) => secured(socket, url, options))
      .then(
        (socket) => callback(null, socket),
        (error: unknown) => callback(error instanceof Error ? error : new Error('No connection.'), null),
      );
  };
}

function openTunnel(url: URL, { credentials, signal }: ExchangeOptions): Promise<Socket> {
  const guard = new URL(credentials.url);
  const authority = `${url.hostname}:${url.port || '443'}`;
  return new Promise((resolve, reject) => {
    const asked = requestTunnel({
      host: guard.hostname,
      port: guard.port,
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, 'proxy-authorization': basic(credentials) },
      signal,
    });
    asked.on('connect', (response, socket) => {
      socket.on('error', () => {});
      if (response.statusCode === 200) return resolve(socket);
      socket.destroy();
      const header = (name: string) => response.headersDistinct[name]?.[0];
      const other = failureOf(
        'network-error',
        `${url.hostname} was not asked: the guard answered ${response.statusCode}.`,
      );
      reject(guardError(header, url.hostname) ?? asError(other));
    });
    asked.on('error', reject);
    asked.end();
  });
}

function secured(socket: Socket, url: URL, { trust, signal }: ExchangeOptions): Promise<Socket> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    const servername = isIP(host) === 0 ? { servername: host } : {};
    const { rejectUnauthorized } = trust;
    const authorities = trust.ca ? { ca: [...trust.ca] } : {};
    const options = { socket, host, ...servername, rejectUnauthorized, ...authorities, ALPNProtocols: ['http/1.1'] };
    const tls = connectTls(options);
    const abort = () => tls.destroy(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    tls.once('secureConnect', () => {
      signal.removeEventListener('abort', abort);
      resolve(tls);
    });
    tls.on('error', reject);
    tls.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
    if (signal.aborted) abort();
  });
}

/** The proxy beyond ours (`--proxy`, HTTPS_PROXY): asks it for a tunnel and tells its refusals apart. */

import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import { isUrl } from '../model/isUrl.ts';
import type { Target } from './addresses.ts';
import { type DialOptions, dialProxy } from './dial.ts';
import { type Barred, type FailureCode, failed } from './guardAnswers.ts';

export interface Upstream {
  readonly address: URL;
  /** `Proxy-Authorization` and nothing else, or empty. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Throws a sentence without the proxy's password in it. */
export function parseUpstream(url: string): Upstream {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`;
  if (!isUrl(text)) throw new Error('The proxy is not a valid address; expected http://host:port.');
  const address = new URL(text);
  if (address.protocol !== 'http:' && address.protocol !== 'https:') {
    throw new Error(`A proxy of the kind ${address.protocol}// cannot be used; expected http://host:port.`);
  }
  const { username, password } = address;
  if (username === '' && password === '') return { address, headers: {} };
  const pair = `${decoded(username)}:${decoded(password)}`;
  return { address, headers: { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` } };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export type Tunnelled = { readonly kind: 'open'; readonly socket: Socket; readonly head: Buffer } | Barred;

export async function tunnelThrough(
  upstream: Upstream,
  target: Target,
  options: DialOptions,
  signal: AbortSignal,
): Promise<Tunnelled> {
  const socket = await openProxy(upstream, options, signal);
  if (!socket) return failed('proxy-unreachable');
  try {
    const { status, head } = await askForTunnel(upstream, target, socket, signal);
    if (status === 200) return { kind: 'open', socket, head };
    socket.destroy();
    return failed(CODES[status] ?? (status >= 500 ? 'proxy-failed' : 'proxy-refused'));
  } catch {
    socket.destroy();
    return failed('proxy-failed');
  }
}

const CODES: Readonly<Record<number, FailureCode>> = { 407: 'proxy-credentials' };

/** A connection to the proxy itself; undefined when it cannot be had. */
export async function openProxy(upstream: Upstream, options: DialOptions, signal: AbortSignal) {
  try {
    return await dialProxy(upstream.address, options, signal);
  } catch {
    return undefined;
  }
}

function askForTunnel({ headers }: Upstream, { host, port }: Target, socket: Socket, signal: AbortSignal) {
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return new Promise<{ status: number; head: Buffer }>((resolve, reject) => {
    const asked = request({
      createConnection: () => socket,
      setHost: false,
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...headers },
      signal,
    });
    asked.on('connect', (response: IncomingMessage, _socket, head: Buffer) =>
      resolve({ status: response.statusCode ?? 0, head }),
    );
    asked.on('error', reject);
    asked.on('close', () => reject(new Error('The proxy broke off.')));
    asked.end();
  });
}

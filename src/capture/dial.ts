/** Opens the guard's own connections: to an address that was checked, or to the proxy that the user named. */

import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { World } from '../model/world.ts';
import { refusalOfAddress, refusalOfName, refusalOfPort, type Target } from './addresses.ts';
import { isExpired, untilAborted, withDeadline } from './deadline.ts';
import { type Barred, failed, refused } from './guardAnswers.ts';

export type Dialled = { readonly kind: 'open'; readonly socket: Socket } | Barred;

/** Enough for every real host; more would only let a name keep us busy. */
const MAX_ADDRESSES = 4;

/** Why a target is not asked whichever way the connection would go. */
export function refusalOfTarget({ host, port }: Target, allowPrivate: boolean): string | undefined {
  const refusal = refusalOfPort(port);
  if (refusal !== undefined || allowPrivate) return refusal;
  return isIP(host) === 0 ? refusalOfName(host) : refusalOfAddress(host);
}

export interface DialOptions {
  readonly world: World;
  readonly allowPrivate: boolean;
  readonly connectTimeoutMs: number;
}

/** Looks the name up once, checks every answer, and connects to what was checked: never to the name. */
export async function dialDirect(target: Target, options: DialOptions, signal: AbortSignal): Promise<Dialled> {
  const { world, connectTimeoutMs } = options;
  try {
    return await withDeadline(world, connectTimeoutMs, signal, async (inTime) => {
      const addresses = isIP(target.host) === 0 ? await lookUp(target.host, world, inTime) : [target.host];
      if (!Array.isArray(addresses)) return addresses;
      // One private answer among public ones is a trap, not a choice.
      const refusal = options.allowPrivate ? undefined : addresses.map(refusalOfAddress).find((reason) => reason);
      if (refusal !== undefined) return refused(refusal);
      return connectToAny(addresses, target.port, options, inTime);
    });
  } catch (error) {
    return failed(isExpired(error) ? 'connect-timeout' : 'unreachable');
  }
}

async function lookUp(host: string, world: World, signal: AbortSignal): Promise<string[] | Barred> {
  try {
    const addresses = [...(await untilAborted(world.resolve(host), signal))];
    return addresses.length === 0 ? failed('dns') : addresses;
  } catch (error) {
    if (signal.aborted) throw error;
    return failed(codeOf(error) === 'EAI_AGAIN' || codeOf(error) === 'ETIMEOUT' ? 'dns-temporary' : 'dns');
  }
}

/** IPv4 first: many machines that run this have no IPv6 beyond their own network. */
async function connectToAny(all: readonly string[], port: number, options: DialOptions, signal: AbortSignal) {
  const valid = all.filter((address) => isIP(address) !== 0);
  const addresses = valid.sort((a, b) => isIP(a) - isIP(b)).slice(0, MAX_ADDRESSES);
  let last: Dialled = failed('unreachable');
  for (const address of addresses) {
    last = await dialAddress(address, port, options.connectTimeoutMs / addresses.length, options.world, signal);
    if (last.kind === 'open') return last;
  }
  return last;
}

async function dialAddress(address: string, port: number, ms: number, world: World, signal: AbortSignal) {
  try {
    const socket = await withDeadline(world, ms, signal, (inTime) =>
      opened(connectTcp({ host: address, port, autoSelectFamily: false }), 'connect', inTime),
    );
    return { kind: 'open', socket } as const;
  } catch (error) {
    if (isExpired(error)) return failed('connect-timeout');
    return failed(CODES[codeOf(error)] ?? 'unreachable');
  }
}

const CODES: Readonly<Record<string, 'connection-refused' | 'connect-timeout' | 'reset'>> = {
  ECONNREFUSED: 'connection-refused',
  ETIMEDOUT: 'connect-timeout',
  ECONNRESET: 'reset',
};

/** The proxy is the user's own choice: it may stand anywhere, loopback included. */
export async function dialProxy(proxy: URL, options: DialOptions, signal: AbortSignal): Promise<Socket> {
  const { world, connectTimeoutMs } = options;
  const name = proxy.hostname.replace(/^\[|\]$/g, '');
  const port = Number(proxy.port) || (proxy.protocol === 'https:' ? 443 : 80);
  return withDeadline(world, connectTimeoutMs, signal, async (inTime) => {
    const host = isIP(name) === 0 ? (await untilAborted(world.resolve(name), inTime))[0] : name;
    if (host === undefined || isIP(host) === 0) throw new Error('The proxy has no address.');
    const socket = await opened(connectTcp({ host, port, autoSelectFamily: false }), 'connect', inTime);
    if (proxy.protocol !== 'https:') return socket;
    return opened(
      connectTls({ socket, ...(isIP(name) === 0 ? { servername: name } : { host: name }) }),
      'secureConnect',
      inTime,
    );
  });
}

function opened<S extends Socket>(socket: S, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<S> {
  return new Promise((resolve, reject) => {
    const abort = () => socket.destroy(signal.reason);
    // Stays for the socket's life: an error after this moment must not end the program.
    socket.on('error', reject);
    socket.once('close', () => reject(new Error('closed')));
    socket.once(event, () => {
      signal.removeEventListener('abort', abort);
      resolve(socket);
    });
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
  });
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

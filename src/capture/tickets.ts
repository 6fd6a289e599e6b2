/** The guard's credentials: who may use it, and how many bytes each may have. */

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Duplex } from 'node:stream';

export interface GuardCredentials {
  /** The guard's address, without the credentials. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Bytes that went either way. */
  bytes(): number;
  /** True once a connection was cut because of its size, or the budget is used up. */
  exceeded(): boolean;
  /** Ends every connection made with these credentials and accepts them no more. */
  close(): void;
}

/** One user of the guard, as the guard sees it. */
export interface Ticket {
  readonly credentials: GuardCredentials;
  isSpent(): boolean;
  /** Follows the sockets of one connection; the returned function counts, and cuts it when it is too much. */
  meter(sockets: readonly Duplex[]): (bytes: number) => void;
}

export interface Tickets {
  issue(maxBytes: number): Ticket;
  /** The ticket of a `Proxy-Authorization` header; undefined when it is missing, wrong or closed. */
  find(authorization: string | undefined): Ticket | undefined;
  bytes(): number;
}

export function createTickets(url: string, maxBytesPerConnection: number): Tickets {
  const open = new Map<string, { ticket: Ticket; digest: Buffer }>();
  let total = 0;

  return {
    bytes: () => total,

    issue(maxBytes) {
      const username = `guest-${randomBytes(6).toString('hex')}`;
      const password = randomBytes(24).toString('base64url');
      const onBytes = (bytes: number) => {
        total += bytes;
      };
      const limits = { maxBytes, maxBytesPerConnection };
      const account = openAccount(limits, onBytes);
      const close = () => {
        open.delete(username);
        account.cut();
      };
      const { bytes, exceeded } = account;
      const credentials = { url, username, password, bytes, exceeded, close };
      const ticket = { credentials, isSpent: account.isSpent, meter: account.meter };
      open.set(username, { ticket, digest: digestOf(`${username}:${password}`) });
      return ticket;
    },

    find(authorization) {
      const encoded = /^basic ([A-Za-z0-9+/=]{1,400})$/i.exec(authorization ?? '')?.[1] ?? '';
      const given = Buffer.from(encoded, 'base64').toString('utf8');
      const entry = open.get(given.split(':', 1)[0] ?? '');
      const matches = timingSafeEqual(digestOf(given), entry?.digest ?? digestOf(''));
      return entry && matches ? entry.ticket : undefined;
    },
  };
}

// Of one length, so that nothing can be learned from comparing them.
const digestOf = (text: string) => createHash('sha256').update(text).digest();

function openAccount(limits: { maxBytes: number; maxBytesPerConnection: number }, onBytes: (bytes: number) => void) {
  const sockets = new Set<Duplex>();
  let spent = 0;
  let tooMuch = false;

  const cut = (which: Iterable<Duplex>) => {
    for (const socket of [...which]) socket.destroy();
  };

  return {
    bytes: () => spent,
    exceeded: () => tooMuch,
    isSpent: () => spent > limits.maxBytes,
    cut: () => cut(sockets),

    meter(ends: readonly Duplex[]) {
      let here = 0;
      for (const end of ends) {
        sockets.add(end);
        end.once('close', () => sockets.delete(end));
      }
      return (bytes: number) => {
        here += bytes;
        spent += bytes;
        onBytes(bytes);
        if (here > limits.maxBytesPerConnection) cut(ends);
        if (spent > limits.maxBytes) cut(sockets);
        tooMuch ||= here > limits.maxBytesPerConnection || spent > limits.maxBytes;
      };
    },
  };
}

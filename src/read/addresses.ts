/** Which account an address names: every spelling of a network's addresses, brought down to one. Pure patterns. */

import { isUrl } from '../model/isUrl.ts';
import type { Account } from '../model/network.ts';
import type { Names } from './places.ts';
import { decoded, sameHandle } from './text.ts';

export interface AddressPatterns {
  /** Hosts of the network, lower case; `*.linkedin.com` stands for every host under it. */
  readonly hosts: readonly string[];
  /** `/company/:handle`; `/@:handle`. What comes after is ignored. The text before `:handle` gives the kind. */
  readonly paths: readonly string[];
  /** The one address that all spellings come down to. */
  readonly canonical: (handle: string, kind: string) => string;
  /** First path parts that are never a handle. */
  readonly reserved?: readonly string[];
  /** What a handle looks like, when the network limits it. */
  readonly handle?: RegExp;
  /** The kind for patterns that name none; default `account`. */
  readonly kind?: string;
}

export interface Identity {
  readonly hosts: readonly string[];
  readonly recognise: (url: URL) => Account | null;
  /** Whether an address (of a canonical link, a JSON-LD node …) names this account. */
  readonly names: Names;
  /** The handle that an address names, if it is of this network. */
  readonly handleIn: (address: unknown) => string | undefined;
}

export function addresses(patterns: AddressPatterns): Identity {
  const recognise = (url: URL): Account | null => {
    if (!isWeb(url) || !isHostOf(url.hostname, patterns.hosts)) return null;
    for (const pattern of patterns.paths) {
      const found = match(pattern, url.pathname);
      if (found !== null) return accountFrom(found, kindOf(pattern, patterns), patterns);
    }
    return null;
  };
  const accountIn = (address: unknown): Account | null =>
    typeof address === 'string' && isUrl(address) ? recognise(new URL(address)) : null;
  return {
    hosts: patterns.hosts,
    recognise,
    handleIn: (address) => accountIn(address)?.handle,
    names: (address, account) => {
      const found = accountIn(address);
      return found !== null && sameHandle(found.handle, account.handle);
    },
  };
}

/** Whether a host is one of these, `*.` standing for any host under it. */
export const isHostOf = (host: string, hosts: readonly string[]): boolean => {
  const bare = host.toLowerCase().replace(/\.$/, '');
  return hosts.some((one) => (one.startsWith('*.') ? bare.endsWith(one.slice(1)) : bare === one));
};

const isWeb = ({ protocol }: URL): boolean => protocol === 'https:' || protocol === 'http:';

function match(pattern: string, path: string): string | null {
  const [before = ''] = pattern.split(':handle');
  const clean = path.replace(/\/{2,}/g, '/');
  if (clean.slice(0, before.length).toLowerCase() !== before) return null;
  const handle = clean.slice(before.length).split('/')[0] ?? '';
  return handle === '' ? null : handle;
}

function accountFrom(
  raw: string,
  kind: string,
  { canonical, reserved, handle: shape }: AddressPatterns,
): Account | null {
  const handle = decoded(raw).trim().replace(/^@/, '').normalize('NFC');
  if (handle === '' || /[\u0000-\u0020/\\?#]/.test(handle)) return null;
  if (reserved?.includes(handle.toLowerCase()) || (shape !== undefined && !shape.test(handle))) return null;
  const url = canonical(encodeURIComponent(handle), kind);
  return { handle, kind, host: new URL(url).hostname, url };
}

const kindOf = (pattern: string, { kind }: AddressPatterns): string =>
  pattern
    .split(':handle')[0]
    ?.split('/')
    .find((part) => /^[a-z-]+$/.test(part)) ??
  kind ??
  'account';

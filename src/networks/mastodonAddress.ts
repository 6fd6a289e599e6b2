/** Which Mastodon account an address names: profile addresses and API addresses, on any host. */

import type { Account } from '../model/network.ts';
import { isHostOf } from '../read/addresses.ts';
import { decoded } from '../read/text.ts';

/** Hosts that write `/@name` too and do not speak this API. */
const OTHERS = [
  'bsky.app',
  'dribbble.com',
  'facebook.com',
  'flipboard.com',
  'hashnode.com',
  'hive.blog',
  'instagram.com',
  'ko-fi.com',
  'kwai.com',
  'lemon8-app.com',
  'linkedin.com',
  'medium.com',
  'minds.com',
  'odysee.com',
  'peakd.com',
  'pexels.com',
  'pinterest.com',
  'reddit.com',
  'snapchat.com',
  'steemit.com',
  'substack.com',
  't.me',
  'threads.com',
  'threads.net',
  'tiktok.com',
  'twitter.com',
  'unsplash.com',
  'vimeo.com',
  'x.com',
  'youtube.com',
].flatMap((host) => [host, `*.${host}`]);

const NAME = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,98}[\p{L}\p{N}_])?$/u;
const SERVER = /^(?=.{1,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?$/;
const ID = /^[A-Za-z0-9]{1,64}$/;

export function recognise(url: URL): Account | null {
  if (!/^https?:$/.test(url.protocol) || isHostOf(url.hostname, OTHERS)) return null;
  const parts = url.pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  if (parts[0] === 'api') return fromApi(url, parts);
  const rest = parts[0] === 'web' ? parts.slice(1) : parts;
  if (rest[0]?.startsWith('@')) return named(rest[0].slice(1), url);
  return rest[0] === 'users' && rest[1] !== undefined ? named(rest[1], url) : null;
}

function fromApi(url: URL, [, version, what, which = '']: readonly string[]): Account | null {
  if (version !== 'v1' || what !== 'accounts') return null;
  if (which === 'lookup') return named(url.searchParams.get('acct') ?? '', url);
  if (!ID.test(which) || !/\d/.test(which)) return null;
  const { host, origin } = serverAt(url);
  return { handle: which, kind: 'id', host, url: `${origin}/api/v1/accounts/${which}` };
}

function named(written: string, url: URL): Account | null {
  const [name = '', elsewhere, ...more] = written.replace(/^@/, '').split('@');
  if (!NAME.test(name) || more.length > 0) return null;
  if (elsewhere !== undefined && !SERVER.test(elsewhere.toLowerCase())) return null;
  const server = elsewhere === undefined || elsewhere.toLowerCase() === url.host ? serverAt(url) : other(elsewhere);
  return { handle: name, kind: 'account', host: server.host, url: `${server.origin}/@${encodeURIComponent(name)}` };
}

interface Server {
  readonly host: string;
  readonly origin: string;
}

const other = (host: string): Server => ({ host: host.toLowerCase(), origin: `https://${host.toLowerCase()}` });

/** Servers speak HTTPS; only one that somebody tries out at home may not. */
const serverAt = ({ host, hostname, protocol }: URL): Server =>
  protocol === 'http:' && (hostname === 'localhost' || host !== hostname)
    ? { host, origin: `http://${host}` }
    : { host, origin: `https://${host}` };

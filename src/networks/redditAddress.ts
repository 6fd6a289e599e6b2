/** Which community or person on Reddit an address names. Posts, comments and searches are none. */

import { isUrl } from '../model/isUrl.ts';
import type { Account } from '../model/network.ts';
import { isHostOf } from '../read/addresses.ts';
import { decoded } from '../read/text.ts';

export const HOSTS = ['reddit.com', '*.reddit.com'];
const NAME = /^[A-Za-z\d_-]{2,40}$/;
/** Of communities: what many are shown together, and whatever comes up. */
const RESERVED = new Set(['all', 'popular', 'random', 'randnsfw', 'friends', 'mod', 'me', 'home']);

export function recognise({ protocol, hostname, pathname }: URL): Account | null {
  if (!/^https?:$/.test(protocol) || !isHostOf(hostname, HOSTS)) return null;
  const [first = '', second = '', ...rest] = pathname.split('/').filter((part) => part !== '');
  const isPost = ['comments', 's', 'wiki', 'm'].includes(rest[0] ?? '');
  const name = decoded(second).replace(/\.(?:json|rss)$/, '');
  if (isPost || !NAME.test(name)) return null;
  // A person's own page is a community too, under this name.
  const [, person] = /^u_([A-Za-z\d_-]{2,40})$/.exec(name) ?? [];
  if (/^(?:u|user)$/i.test(first)) return account(name, 'user');
  if (first.toLowerCase() !== 'r' || RESERVED.has(name.toLowerCase())) return null;
  return person === undefined ? account(name, 'subreddit') : account(person, 'user');
}

export const accountIn = (address: string): Account | null => (isUrl(address) ? recognise(new URL(address)) : null);

function account(handle: string, kind: 'user' | 'subreddit'): Account {
  const url = `https://www.reddit.com/${kind === 'user' ? 'user' : 'r'}/${handle}/`;
  return { handle, kind, host: 'www.reddit.com', url };
}

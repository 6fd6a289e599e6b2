/** Which Bluesky account an address names: profile pages and API addresses (of any AppView). */

import { isUrl } from '../model/isUrl.ts';
import type { Account } from '../model/network.ts';
import { isHostOf } from '../read/addresses.ts';
import { decoded } from '../read/text.ts';

const HOSTS = ['bsky.app', 'www.bsky.app', 'main.bsky.app', 'staging.bsky.app'];
const HANDLE = /^(?=.{3,253}$)[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9](?:[a-z0-9-]{0,62}))+$/i;
const DID = /^did:(?:plc:[a-z0-9]{1,64}|web:[A-Za-z0-9.%:-]{1,253})$/;

export const isDid = (text: string | undefined): text is string => text?.startsWith('did:') === true;

export function recognise(url: URL): Account | null {
  if (!/^https?:$/.test(url.protocol)) return null;
  if (url.pathname.startsWith('/xrpc/app.bsky.')) return account(url.searchParams.get('actor') ?? '');
  const [first, second = ''] = url.pathname.split('/').filter((part) => part !== '');
  return first?.toLowerCase() === 'profile' && isHostOf(url.hostname, HOSTS) ? account(decoded(second)) : null;
}

/** The handle or DID that an address names. */
export const handleIn = (address: string): string | undefined =>
  isUrl(address) ? recognise(new URL(address))?.handle : undefined;

function account(written: string): Account | null {
  const handle = written.trim().replace(/^@/, '');
  if (!HANDLE.test(handle) && !DID.test(handle)) return null;
  return { handle, kind: 'account', host: 'bsky.app', url: `https://bsky.app/profile/${handle}` };
}

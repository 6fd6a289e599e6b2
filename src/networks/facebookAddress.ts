/** Which Facebook page an address names, in all the spellings that Facebook has had for it. Pure patterns. */

import { isUrl } from '../model/isUrl.ts';
import type { Account } from '../model/network.ts';
import { isHostOf } from '../read/addresses.ts';
import { decoded } from '../read/text.ts';

/** Language hosts (`nl-nl.`), mobile hosts (`m.`, `mbasic.`, `touch.`) and others all serve the same pages. */
const HOSTS = ['facebook.com', '*.facebook.com', 'fb.com', 'www.fb.com', 'm.fb.com'];
/** Hosts of Facebook that hold no pages. */
const OTHER_HOSTS =
  /^(?:l|lm|business|developers|about|apps|graph|upload|connect|adsmanager|newsroom|research|engineering)\./;

const RESERVED = new Set(
  `ad_center ads adsmanager ajax allactivity api bookmarks business careers challenge checkpoint checkout commerce
  confirmemail cookie cookies creatorstudio deactivated dialog directory events favicon.ico feed find-friends flx
  friends fundraisers gaming gettingstarted graphql groups hashtag help home home.php index.php invite jobs l.php
  location login login.php logout logout.php maps marketplace media memories messages messenger notes
  notifications onthisday oauth p pages payments people permalink.php photo photo.php photos places plugins
  policies policy.php privacy privacy_sandbox profile.php public questions r.php reactions recover recommendations
  reel reels reg reg.php register requests rsrc.php save search settings share share.php sharer sharer.php signup
  stories story.php subscribe support survey terms terms.php tr unsupportedbrowser video video.php videos watch
  whitehat xti.php`.split(/\s+/),
);

const ID = /^\d{5,20}$/;
/** Older pages have shorter names than are given out today, and some have letters beyond Latin. */
const VANITY = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}._-]{0,98}[\p{L}\p{N}\p{M}])?$/u;

export const hosts: readonly string[] = HOSTS;

export function recognise(url: URL): Account | null {
  if (!/^https?:$/.test(url.protocol) || !isHostOf(url.hostname, HOSTS) || OTHER_HOSTS.test(url.hostname)) return null;
  const [first = '', ...rest] = url.pathname.split('/').filter((part) => part !== '');
  switch (first.toLowerCase()) {
    case 'profile.php':
      return byId(url.searchParams.get('id') ?? '', 'profile');
    case 'people':
      return byId(rest[1] ?? '', 'profile');
    case 'p':
      return byId(endingId(rest[0] ?? '') ?? '', 'profile');
    case 'pages':
      return inPages(rest);
    case 'pg':
      return byVanity(rest[0] ?? '');
    default:
      return byVanity(first);
  }
}

/** `/pages/Name/123`, and `/pages/category/Bakery/Name-123`. */
function inPages(parts: readonly string[]): Account | null {
  if (parts[0]?.toLowerCase() !== 'category') return byId(parts[1] ?? '', 'page');
  const last = parts[2] ?? '';
  return byId(endingId(last) ?? '', 'page') ?? byVanity(last);
}

function byVanity(part: string): Account | null {
  const handle = decoded(part).normalize('NFC');
  if (ID.test(handle)) return byId(handle, 'page');
  const id = endingId(handle);
  if (id !== null) return byId(id, 'page');
  if (RESERVED.has(handle.toLowerCase()) || !VANITY.test(handle)) return null;
  const url = `https://www.facebook.com/${encodeURIComponent(handle)}`;
  return { handle, kind: 'page', host: 'www.facebook.com', url };
}

/** Ids of new-style pages are profiles' ids; the older ones of pages are only known without `profile.php`. */
function byId(id: string, kind: 'profile' | 'page'): Account | null {
  if (!ID.test(id)) return null;
  const url = `https://www.facebook.com/${kind === 'profile' ? 'profile.php?id=' : ''}${id}`;
  return { handle: id, kind, host: 'www.facebook.com', url };
}

/** Names given out hold no hyphen: `Some-Page-123456789` is a page without one, and its id. */
const endingId = (part: string): string | null => /-(\d{8,20})$/.exec(decoded(part).slice(-200))?.[1] ?? null;

/** The handle or id that an address names. */
export const handleIn = (address: unknown): string | undefined =>
  typeof address === 'string' && isUrl(address) ? recognise(new URL(address))?.handle : undefined;

export const isId = (handle: string): boolean => ID.test(handle);

/** Addresses of other sites go through `l.facebook.com/l.php?u=…`, with a tracking parameter. */
export function unwrapLink(address: string): string | undefined {
  if (!isUrl(address)) return undefined;
  const url = new URL(address);
  const isRedirector =
    /^lm?\.facebook\.com$/.test(url.hostname) || (isHostOf(url.hostname, HOSTS) && url.pathname === '/l.php');
  const inner = isRedirector ? url.searchParams.get('u') : address;
  if (inner === null || !isUrl(inner)) return undefined;
  const target = new URL(inner);
  target.searchParams.delete('fbclid');
  return /^https?:$/.test(target.protocol) ? target.href : undefined;
}

/** Whether two web addresses lead to the same page, as far as can be told without asking the web. */

import { getDomain } from 'tldts';
import { trimAround, wellFormed, withoutInvisible } from './characters.ts';
import {
  LANGUAGE_SEGMENT,
  LINK_HUBS,
  SHARED_HOSTS,
  SHORTENERS,
  SOCIAL_HOSTS,
  TRACKING,
  VARIANT_LABEL,
} from './linkHosts.ts';
import { type Address, addressOf, hostOf, isHostName, keyOf, LONGEST, readable, unwrapped } from './urlParts.ts';

/**
 * `same`: one page · `prefix`: the shown address is cut and is its start · `same-site`: one lies under the other, only
 * the query differs, or it is the same in another language or for telephones · `sibling`: another page of the same host ·
 * `same-domain`: another host of the same domain · `short-link`: it leads on to somewhere that cannot be seen here ·
 * `unreadable`: no web address · `different`.
 */
export type UrlRelation =
  | 'same'
  | 'prefix'
  | 'same-site'
  | 'sibling'
  | 'same-domain'
  | 'short-link'
  | 'unreadable'
  | 'different';

/** Host, path and query without what does not count: scheme, `www.`, last slash, fragment, tracking. Null if it is none. */
export function normaliseUrl(text: string): string | null {
  const address = addressOf(text);
  return address && keyOf(address);
}

export function compareUrl(
  expected: string,
  found: string,
  { truncated = false }: { readonly truncated?: boolean } = {},
): UrlRelation {
  const wanted = addressOf(expected);
  if (!wanted) return 'unreadable';
  if (normaliseUrl(found) === keyOf(wanted)) return 'same';
  const shown = withoutInvisible(trimAround(wellFormed(found.slice(0, LONGEST))));
  const cut = /…|\.{3}/u.exec(shown);
  if (cut || truncated) {
    return compareCut(wanted, shown.slice(0, cut?.index ?? shown.length));
  }
  const seen = addressOf(found);
  return seen ? compareAddresses(wanted, seen) : 'unreadable';
}

function compareAddresses(wanted: Address, seen: Address): UrlRelation {
  if (SHORTENERS.has(seen.host)) return 'short-link';
  const [one, other] = [withoutVariant(wanted), withoutVariant(seen)];
  if (keyOf(one) === keyOf(other) && (one !== wanted || other !== seen)) return 'same-site';
  if (one.host === other.host && wanted.host !== seen.host && !SHARED_HOSTS.has(one.host)) {
    return isNested(one, other) ? 'same-site' : 'same-domain';
  }
  if (wanted.host !== seen.host) return isSameDomain(wanted.host, seen.host) ? 'same-domain' : 'different';
  if (SHARED_HOSTS.has(wanted.host)) return 'different';
  if (hasOtherValue(wanted, seen)) return 'sibling';
  return isNested(wanted, seen) || isNested(one, other) ? 'same-site' : 'sibling';
}

/** `?page_id=12` and `?page_id=99` are two pages. */
function hasOtherValue(wanted: Address, seen: Address): boolean {
  const [one, other] = [new URLSearchParams(wanted.query), new URLSearchParams(seen.query)];
  return [...one].some(([name, value]) => other.has(name) && !other.getAll(name).includes(value));
}

function isNested(one: Address, other: Address): boolean {
  const [a, b] = [`${one.path}/`, `${other.path}/`];
  return a.startsWith(b) || b.startsWith(a);
}

/** The same page without what names a language or a small screen; the address itself when it names none. */
function withoutVariant(address: Address): Address {
  const bare = address.host.replace(VARIANT_LABEL, '');
  const host = bare !== address.host && getDomain(bare, { allowPrivateDomains: true }) !== null ? bare : address.host;
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/u.exec(address.path) ?? [];
  const path = LANGUAGE_SEGMENT.test(first) ? rest : address.path;
  return host === address.host && path === address.path ? address : { ...address, host, path };
}

const isSameDomain = (a: string, b: string): boolean => {
  const domain = getDomain(a, { allowPrivateDomains: true });
  return domain !== null && domain === getDomain(b, { allowPrivateDomains: true });
};

/** Whether both addresses lie under one name that someone registered; on hosts that many share, only one and the same page does. */
export function isOneSite(a: string, b: string): boolean {
  const [one, other] = [addressOf(a), addressOf(b)];
  if (!one || !other) return false;
  if (SHARED_HOSTS.has(one.host) || SHARED_HOSTS.has(other.host)) return keyOf(one) === keyOf(other);
  return one.host === other.host || isSameDomain(one.host, other.host);
}

/** `voorbeeld.nl` of `https://www.voorbeeld.nl/contact`; the text itself when it is no address. */
export const hostNamed = (text: string): string => addressOf(text)?.host ?? text;

export const isLinkHub = (text: string): boolean => {
  const host = hostNamed(text);
  return LINK_HUBS.has(host) || LINK_HUBS.has(getDomain(host) ?? '');
};

export const isShortener = (text: string): boolean => SHORTENERS.has(hostNamed(text));

/**
 * The address to ask for what a text shows: without tracking, so that many profiles ask the same one. Null for what is
 * cut, what is no address, and for networks, which tell a program nothing. Where no scheme is shown none is promised.
 */
export function addressToAsk(text: string): string | null {
  if (/…|\.{3}/u.test(text)) return null;
  const url = unwrapped(text);
  const host = url && hostOf(url);
  if (!url || !host || !isHostName(url.hostname) || SOCIAL_HOSTS.has(host)) return null;
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name.toLowerCase())) url.searchParams.delete(name);
  if (!/https?:/iu.test(text)) url.protocol = 'http:';
  url.username = '';
  url.password = '';
  url.hash = '';
  return url.href;
}

/** `voorbeeld.nl/over-…`: what is shown must be the start of what is expected. */
function compareCut(wanted: Address, shown: string): UrlRelation {
  const bare = shown
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '');
  const slash = bare.indexOf('/');
  if (slash < 0) return bare.length >= 6 && keyOf(wanted).startsWith(bare) ? 'prefix' : 'different';
  const host = addressOf(bare.slice(0, slash))?.host;
  if (host !== wanted.host) return host ? compareAddresses(wanted, { host, path: '', query: '' }) : 'unreadable';
  const rest = keyOf({ ...wanted, host: '' });
  const seen = bare.slice(slash);
  if (rest !== '' && (rest.startsWith(seen) || readable(rest).startsWith(seen))) return 'prefix';
  if (SHARED_HOSTS.has(host)) return 'different';
  return wanted.path === '' || `${seen}/`.startsWith(`${wanted.path}/`) ? 'same-site' : 'sibling';
}

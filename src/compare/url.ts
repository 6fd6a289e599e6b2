/** Whether two web addresses lead to the same page, as far as can be told without asking the web. */

import { getDomain } from 'tldts';
import { trimAround, wellFormed, withoutInvisible } from './characters.ts';
import {
  INDEX_FILE,
  LANGUAGE_SEGMENT,
  LINK_HUBS,
  REDIRECTORS,
  SHARED_HOSTS,
  SHORTENERS,
  SOCIAL_HOSTS,
  TRACKING,
  VARIANT_LABEL,
} from './linkHosts.ts';

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

const LONGEST = 4_000;

interface Address {
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

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
  return isNested(wanted, seen) || isNested(one, other) ? 'same-site' : 'sibling';
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

const keyOf = ({ host, path, query }: Address): string => host + path + query;

const isHostName = (name: string): boolean => /^[a-z\d._:[\]-]+$/u.test(name);

/** The address itself, or the one that a network's own page leads on to. */
function unwrapped(text: string): URL | null {
  let url = parsed(text);
  for (let steps = 0; url && steps < 3; steps += 1) {
    const target = url.searchParams.get(REDIRECTORS[hostOf(url) + url.pathname] ?? '');
    if (!target) break;
    url = parsed(target) ?? url;
  }
  return url;
}

function addressOf(text: string): Address | null {
  const url = unwrapped(text);
  if (!url || !isHostName(url.hostname)) return null;
  return { host: hostOf(url), path: pathOf(url), query: queryOf(url) };
}

function parsed(text: string): URL | null {
  if (text.length > LONGEST) return null;
  const opened = withoutInvisible(trimAround(wellFormed(text))).replace(/^[<("']+/u, '');
  // A sign after a bare host is the sentence's; in a path it may be the address's own.
  const bare = /^(?:https?:\/\/)?[^/?#]*$/iu.test(opened) ? opened.replace(/[>)"',;]{1,9}$/u, '') : opened;
  if (/\s/u.test(bare)) return onlyAddressIn(bare);
  const absolute = /^https?:\/\//iu.test(bare) ? bare : withScheme(bare);
  try {
    return absolute === null ? null : new URL(absolute);
  } catch {
    return null;
  }
}

/** `Website: voorbeeld.nl` holds one address; of two, neither is it. */
function onlyAddressIn(text: string): URL | null {
  const addresses = text.split(/\s+/u).flatMap((word) => parsed(word) ?? []);
  return addresses.length === 1 ? (addresses[0] ?? null) : null;
}

function withScheme(text: string): string | null {
  if (text.startsWith('//')) return `https:${text}`;
  // `voorbeeld.nl:8080` is a host with a port, `mailto:x` another kind of address, `info@voorbeeld.nl` a mailbox.
  return /^(?:[^\s/?#@:]+\.[^\s/?#@:.]{2,}|(?:\d{1,3}\.){3}\d{1,3})\.?(?::\d+)?(?:[/?#]|$)/u.test(text)
    ? `https://${text}`
    : null;
}

const hostOf = (url: URL): string => {
  const name = url.hostname.replace(/^www\.(?=.*\.)/u, '').replace(/\.$/u, '');
  return url.port === '' || url.port === '80' || url.port === '443' ? name : `${name}:${url.port}`;
};

function pathOf(url: URL): string {
  const segments = readable(url.pathname)
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
  if (INDEX_FILE.test(segments.at(-1) ?? '')) segments.pop();
  return segments.map((segment) => `/${encodeURI(segment).toLowerCase()}`).join('');
}

/** Percent signs only where they have a meaning of their own. */
function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path.replaceAll('%', '%25');
  }
}

function queryOf(url: URL): string {
  const parameters = new URLSearchParams([...url.searchParams].filter(([name]) => !TRACKING.test(name.toLowerCase())));
  parameters.sort();
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}

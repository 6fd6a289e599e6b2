/** Whether two web addresses lead to the same page, as far as can be told without asking the web. */

import { getDomain } from 'tldts';
import { trimAround, wellFormed, withoutInvisible } from './characters.ts';

/**
 * `same`: one page · `prefix`: the shown address is cut and is its start · `same-site`: one lies under the other, or only
 * the query differs · `sibling`: another page of the same host · `same-domain`: another host of the same domain ·
 * `short-link`: it leads on to somewhere that cannot be seen here · `unreadable`: no web address · `different`.
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

/** Parameters that count visitors and change nothing about the page. */
const TRACKING =
  /^(?:utm_.*|hsa_.*|_hs.*|mc_[ce]id|pk_.*|mtm_.*|piwik_.*|matomo_.*|vero_.*|[gwdy]c?lid|fbclid|msclkid|twclid|ttclid|yclid|igshid|igsh|gbraid|wbraid|li_fat_id|mkt_tok|_ga|_gl|ref|ref_src|ref_url|trk|s_cid|cmpid|fb_action_.*|mibextid)$/u;

/** Hosts on which every path is someone else's. */
const SHARED_HOSTS = new Set([
  ...['facebook.com', 'instagram.com', 'linkedin.com', 'nl.linkedin.com', 'x.com', 'twitter.com', 'youtube.com'],
  ...['tiktok.com', 'pinterest.com', 'threads.net', 'bsky.app', 'sites.google.com', 'docs.google.com', 'forms.gle'],
  ...['linktr.ee', 'campsite.bio', 'beacons.ai', 'lnk.bio', 'bio.link', 'eventbrite.nl', 'meetup.com', 'medium.com'],
]);

const SHORTENERS = new Set([
  ...['t.co', 'lnkd.in', 'bit.ly', 'ow.ly', 'buff.ly', 'tinyurl.com', 'goo.gl', 'dlvr.it', 'is.gd', 'rb.gy', 'cutt.ly'],
  ...['fb.me', 'youtu.be', 'hubs.ly', 'shorturl.at', 't.ly'],
]);

/** Pages that only lead on, with the parameter that names where to. */
const REDIRECTORS: Readonly<Record<string, string>> = {
  'l.facebook.com/l.php': 'u',
  'lm.facebook.com/l.php': 'u',
  'l.instagram.com/': 'u',
  'linkedin.com/redir/redirect': 'url',
  'linkedin.com/safety/go': 'url',
  'youtube.com/redirect': 'q',
  'google.com/url': 'q',
};

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
  if (wanted.host !== seen.host) return isSameDomain(wanted.host, seen.host) ? 'same-domain' : 'different';
  if (SHARED_HOSTS.has(wanted.host)) return 'different';
  const [a, b] = [`${wanted.path}/`, `${seen.path}/`];
  return a.startsWith(b) || b.startsWith(a) ? 'same-site' : 'sibling';
}

const isSameDomain = (a: string, b: string): boolean => {
  const domain = getDomain(a, { allowPrivateDomains: true });
  return domain !== null && domain === getDomain(b, { allowPrivateDomains: true });
};

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

function addressOf(text: string): Address | null {
  let url = parsed(text);
  for (let steps = 0; url && steps < 3; steps += 1) {
    const target = url.searchParams.get(REDIRECTORS[hostOf(url) + url.pathname] ?? '');
    if (!target) break;
    url = parsed(target) ?? url;
  }
  if (!url || !/^[a-z\d._:[\]-]+$/u.test(url.hostname)) return null;
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
  if (/^(?:index|default)\.(?:html?|php|aspx?)$/u.test(segments.at(-1) ?? '')) segments.pop();
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

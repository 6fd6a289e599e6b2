/** A written web address as a URL, and what of it counts when two are compared. */

import { trimAround, wellFormed, withoutInvisible } from './characters.ts';
import { INDEX_FILE, REDIRECTOR_KINDS, REDIRECTORS, TRACKING } from './linkHosts.ts';

export const LONGEST = 4_000;

export interface Address {
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

export const keyOf = ({ host, path, query }: Address): string => host + path + query;

export const isHostName = (name: string): boolean => /^[a-z\d._:[\]-]+[,;]?$/u.test(name);

/** The address itself, or the one that a network's own page leads on to. */
export function unwrapped(text: string): URL | null {
  let url = parsed(text);
  for (let steps = 0; url && steps < 3; steps += 1) {
    const target = targetOf(url);
    if (target === null) break;
    url = parsed(target) ?? url;
  }
  return url;
}

export function addressOf(text: string): Address | null {
  const url = unwrapped(text);
  if (!url || !isHostName(url.hostname)) return null;
  return { host: hostOf(url), path: pathOf(url), query: queryOf(url) };
}

function targetOf(url: URL): string | null {
  const page = hostOf(url) + url.pathname;
  const names = REDIRECTORS[page] ?? REDIRECTOR_KINDS.find(([kind]) => kind.test(page))?.[1] ?? [];
  return names.map((name) => url.searchParams.get(name)).find((target) => target) ?? null;
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

export const hostOf = (url: URL): string => {
  const name = url.hostname.replace(/^www\.(?=.*\.)/u, '').replace(/[.,;]+$/u, '');
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
export function readable(path: string): string {
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

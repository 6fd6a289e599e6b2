/**
 * Which place on Google Maps an address names. A place has one number (`cid`), which stands in addresses in three
 * forms: in decimals, as the second half of `0x…:0x…`, and within a Place ID (`ChIJ…`). Short links name nothing else.
 */

import { isUrl } from '../model/isUrl.ts';
import type { Account } from '../model/network.ts';
import { isHostOf } from '../read/addresses.ts';
import { decoded } from '../read/text.ts';

const SUFFIX = /^(?:www\.|maps\.|local\.|search\.)?google\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/;
const SHORT = ['maps.app.goo.gl', 'goo.gl', 'g.page', 'g.co', 'share.google'];
const API = ['places.googleapis.com', 'maps.googleapis.com', '*.googleapis.com'];
export const HOSTS = [
  ...['com', 'nl', 'be', 'de', 'fr', 'es', 'it', 'co.uk', 'at', 'ch', 'lu'].flatMap((ending) =>
    ['', 'www.', 'maps.'].map((before) => `${before}google.${ending}`),
  ),
  ...['search.google.com', 'consent.google.com', 'accounts.google.com', 'business.google.com'],
  ...SHORT.filter((host) => host !== 'goo.gl' && host !== 'g.co'),
];

export function recognise(url: URL): Account | null {
  if (!/^https?:$/.test(url.protocol)) return null;
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  if (isHostOf(host, SHORT)) return short(host, url);
  if (isHostOf(host, API)) return inApi(url);
  if (host === 'business.google.com') return byLocation(/^\/n\/(\d{1,30})(?:\/|$)/.exec(url.pathname)?.[1]);
  return SUFFIX.test(host) ? onMaps(host, url) : null;
}

export const placeIn = (address: unknown): Account | null =>
  typeof address === 'string' && isUrl(address) ? recognise(new URL(address)) : null;

function onMaps(host: string, url: URL): Account | null {
  const { pathname, searchParams } = url;
  const isMaps = host.startsWith('maps.') || /^\/(?:maps|local|travel)(?:\/|$)/.test(pathname);
  if (!isMaps && searchParams.get('cid') === null) return null;
  const path = decoded(`${pathname} ${searchParams.get('pb') ?? ''}`).slice(0, 4000);
  const named = /^\/maps\/(?:preview\/)?place\/([^/]{1,400})/.exec(pathname)?.[1] ?? '';
  const query = searchParams.get('q') ?? '';
  const cid =
    decimal(searchParams.get('cid') ?? searchParams.get('ludocid')) ??
    cidInPair(searchParams.get('ftid')) ??
    cidInPlaceId(searchParams.get('place_id') ?? searchParams.get('placeid') ?? searchParams.get('query_place_id')) ??
    cidInPlaceId(/^place_id:(.{1,200})$/.exec(query)?.[1] ?? /^place_id:(.{1,200})$/.exec(decoded(named))?.[1]) ??
    cidInPair(pairIn(path));
  if (cid !== undefined) return byNumber(cid);
  const name = decoded(named.replaceAll('+', ' ')).trim();
  if (name === '' || /^(?:@|data=|place_id:)/.test(name)) return null;
  const bare = `https://www.google.com/maps/place/${named}`;
  return { handle: name.normalize('NFC'), kind: 'name', host: 'www.google.com', url: bare };
}

/** `maps.app.goo.gl/<code>`, `goo.gl/maps/<code>`, `g.page/<name>`. */
function short(host: string, { pathname }: URL): Account | null {
  const before = host === 'goo.gl' ? '/maps/' : host === 'g.co' ? '/kgs/' : '/';
  if (!pathname.startsWith(before)) return null;
  const parts = pathname.slice(before.length).split('/');
  const code = decoded(parts[0] === 'r' && host === 'g.page' ? `r/${parts[1] ?? ''}` : (parts[0] ?? ''));
  if (!/^(?:r\/)?[\w.-]{2,200}$/.test(code)) return null;
  return { handle: code, kind: 'short', host, url: `https://${host}${before}${code}` };
}

/** The Places interfaces by Place ID, and the owner's interface by its own number of the location. */
function inApi({ hostname, pathname, searchParams }: URL): Account | null {
  const id = /^\/v1\/places\/([^/:]{1,300})$/.exec(pathname)?.[1] ?? searchParams.get('place_id');
  const isMaps = /^(?:places|maps)\./.test(hostname);
  const cid = isMaps ? cidInPlaceId(id) : undefined;
  if (cid !== undefined) return byNumber(cid);
  const location = /\/locations\/(\d{1,30})(?:$|[/:])/.exec(pathname)?.[1];
  return hostname.startsWith('mybusiness') ? byLocation(location) : null;
}

/** The page on which its owner manages it. */
function byLocation(location: string | undefined): Account | null {
  if (location === undefined) return null;
  const url = `https://business.google.com/n/${location}/profile`;
  return { handle: location, kind: 'location', host: 'business.google.com', url };
}

const byNumber = (cid: string): Account => ({
  handle: cid,
  kind: 'cid',
  host: 'www.google.com',
  url: `https://www.google.com/maps?cid=${cid}`,
});

const decimal = (written: string | null): string | undefined =>
  written !== null && /^\d{1,20}$/.test(written) && BigInt(written) > 0n ? String(BigInt(written)) : undefined;

/** `!1s0x14e7…:0xe541…` in an address; the last of several is the place that is open. */
export const pairIn = (address: string): string | undefined =>
  [...decoded(address).matchAll(/![13]s(0x[\da-f]{1,16}:0x[\da-f]{1,16})/gi)].at(-1)?.[1];

/** `0x14e7…:0xe541…` */
export function cidInPair(pair: unknown): string | undefined {
  const half = typeof pair === 'string' ? /^0x[\da-f]{1,16}:0x([\da-f]{1,16})$/i.exec(pair)?.[1] : undefined;
  return half === undefined ? undefined : (decimal(String(BigInt(`0x${half}`))) ?? undefined);
}

/** A Place ID is two numbers of eight bytes: where it lies, and the `cid`. Places of other kinds have other forms. */
export function cidInPlaceId(id: unknown): string | undefined {
  if (typeof id !== 'string' || !/^ChIJ[\w-]{23}$/.test(id)) return undefined;
  const bytes = Buffer.from(id, 'base64url');
  return bytes.length === 20 && bytes[11] === 0x11 ? decimal(String(bytes.readBigUInt64LE(12))) : undefined;
}

/** The Place ID of `0x…:0x…`; without the first half there is none. */
export function placeIdOf(pair: unknown): string | undefined {
  const halves = typeof pair === 'string' ? /^0x([\da-f]{1,16}):0x([\da-f]{1,16})$/i.exec(pair) : null;
  const [first, second] = (halves?.slice(1) ?? []).map((half) => BigInt(`0x${half}`));
  if (first === undefined || second === undefined || first === 0n) return undefined;
  const bytes = Buffer.from([0x0a, 0x12, 0x09, 0, 0, 0, 0, 0, 0, 0, 0, 0x11, 0, 0, 0, 0, 0, 0, 0, 0]);
  bytes.writeBigUInt64LE(first, 3);
  bytes.writeBigUInt64LE(second, 12);
  return bytes.toString('base64url');
}

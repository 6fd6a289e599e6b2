/**
 * The user objects and posts that Instagram's and Threads's pages and interfaces hold, whatever their shape. Others
 * stand beside the account (people who are tagged, who commented, the visitor): only what bears its handle is taken.
 */

import { isUrl } from '../model/isUrl.ts';
import type { ParsedDocument } from '../model/network.ts';
import type { ImageReference, PostalAddress } from '../model/observation.ts';
import { postalAddress } from '../read/address.ts';
import { countAt, isObject, isText, type JsonObject, listOf, objectsIn, parseJson, textAt } from '../read/json.ts';
import type { Picked } from '../read/places.ts';
import { scriptJson } from '../read/scriptJson.ts';
import { sameHandle } from '../read/text.ts';

const WORDS = ['"username"', 'taken_at'];

const embedded = new WeakMap<ParsedDocument, readonly unknown[]>();

/** The JSON of a page's scripts, read once. */
export function embeddedIn(document: ParsedDocument): readonly unknown[] {
  const known = embedded.get(document) ?? scriptJson(document, WORDS);
  embedded.set(document, known);
  return known;
}

/** Keys that only an object holds which says something of its user. */
const TELLING = [
  'biography',
  'follower_count',
  'followers_count',
  'edge_followed_by',
  'followed_by',
  'bio_links',
  'external_url',
  'full_name',
  'hd_profile_pic_url_info',
  'profile_pic_url',
  'profile_picture_url',
  'threads_biography',
  'threads_profile_picture_url',
];

/** The objects of the account with this handle, those that tell most first. */
export function usersNamed(roots: readonly unknown[], handle: string): readonly JsonObject[] {
  const found: JsonObject[] = [];
  for (const root of roots) {
    for (const object of objectsIn(root)) {
      const name = object.username;
      if (isText(name) && handle !== '' && sameHandle(name, handle) && tells(object) > 0) found.push(object);
    }
  }
  return found.sort((a, b) => tells(b) - tells(a));
}

const tells = (object: JsonObject): number => TELLING.filter((key) => Object.hasOwn(object, key)).length;

/** What the first of the objects gives that has a place for it. */
export function fromUsers<T>(users: readonly JsonObject[], pick: (user: JsonObject) => Picked<T>): Picked<T> {
  for (const user of users) {
    const value = pick(user);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Empty is there and empty; null is what is kept from strangers. */
const textIn = (user: JsonObject, ...keys: readonly string[]): Picked<string> => {
  const value = keys.map((key) => user[key]).find(isText);
  return value === undefined ? undefined : value.trim() || null;
};

export const handleOf = (user: JsonObject): Picked<string> => textIn(user, 'username');
export const nameOf = (user: JsonObject): Picked<string> => textIn(user, 'full_name', 'name');
export const bioOf = (user: JsonObject): Picked<string> => textIn(user, 'biography', 'threads_biography');

export const followersOf = (user: JsonObject): number | undefined =>
  countAt(user, 'follower_count') ??
  countAt(user, 'followers_count') ??
  countAt(user, 'edge_followed_by', 'count') ??
  countAt(user, 'followed_by', 'count');

/** The number that stays when the handle changes. The Graph interfaces' own `id` is another one. */
export function pinOf(user: JsonObject): string | undefined {
  const ids = [user.pk, user.pk_id, user.ig_id, user.id].map((id) => (typeof id === 'number' ? String(id) : id));
  return ids.filter(isText).find((id) => /^\d{1,14}$/.test(id));
}

/** The links of the bio; null when there is a list of them and it is empty. */
export function websitesOf(user: JsonObject): Picked<readonly string[]> {
  const links = listOf(user.bio_links).flatMap((link) =>
    [textAt(link, 'url'), textAt(link, 'lynx_url')].filter(isText).slice(0, 1),
  );
  const single = [user.external_url, user.website].filter(isText);
  const found = [...links, ...single].map(unwrapped).filter(isText);
  if (found.length > 0) return [...new Set(found)];
  const isEmpty = Array.isArray(user.bio_links) || user.external_url === null || single.length > 0;
  return isEmpty ? null : undefined;
}

/** Addresses of other sites go through `l.instagram.com/?u=…`. */
export function unwrapped(address: string): string | undefined {
  if (!isUrl(address)) return address.trim() || undefined;
  const url = new URL(address);
  if (!/^l\.(?:instagram|threads|facebook)\.(?:com|net)$/.test(url.hostname)) return address;
  const inner = url.searchParams.get('u') ?? '';
  if (!isUrl(inner)) return undefined;
  const target = new URL(inner);
  target.searchParams.delete('fbclid');
  return target.href;
}

/** The grey figure of accounts without a picture. */
const NOBODY = /44884218_345707102882519_2446069589734326272_n|11906329_960233084022564_1448528159_a/;

/** The largest picture that the object names. */
export function logoOf(user: JsonObject): Picked<ImageReference> {
  const urls = [
    textAt(user, 'hd_profile_pic_url_info', 'url'),
    largest(user.hd_profile_pic_versions),
    user.profile_pic_url_hd,
    user.profile_pic_url,
    user.profile_picture_url,
    user.threads_profile_picture_url,
  ];
  return pictureAt(urls.filter(isText)[0]);
}

/** An address of a picture, null for the one that stands for none. */
export const pictureAt = (url: string | undefined): Picked<ImageReference> =>
  url === undefined || url === '' ? undefined : NOBODY.test(url) ? null : { url };

function largest(versions: unknown): string | undefined {
  const sized = listOf(versions).flatMap((version) => {
    const url = textAt(version, 'url');
    return isText(url) ? [{ url, width: countAt(version, 'width') ?? 0 }] : [];
  });
  return sized.sort((a, b) => b.width - a.width)[0]?.url;
}

const listed = (values: readonly unknown[]): readonly string[] | undefined => {
  const found = values.filter(isText).filter((value) => value.trim() !== '');
  return found.length > 0 ? found.slice(0, 1) : undefined;
};

export const emailsOf = (user: JsonObject): readonly string[] | undefined =>
  listed([user.business_email, user.public_email]);

export function phonesOf(user: JsonObject): readonly string[] | undefined {
  const { public_phone_number: number, public_phone_country_code: country } = user;
  const isWhole = isText(number) && isText(country) && /^\d{1,4}$/.test(country) && /^[1-9]/.test(number);
  return listed([isWhole ? `+${country}${number}` : number, user.business_phone_number, user.contact_phone_number]);
}

/** Beside the fields of the apps there was a text of JSON. */
export function addressOf(user: JsonObject): PostalAddress | undefined {
  const written = isText(user.business_address_json) ? parseJson(user.business_address_json) : undefined;
  const parts = isObject(written) ? written : user;
  const address = postalAddress({
    streetAddress: parts.street_address ?? parts.address_street,
    postalCode: parts.zip_code ?? parts.zip,
    addressLocality: parts.city_name,
    addressRegion: parts.region_name,
    addressCountry: parts.country_code,
  });
  return address ?? undefined;
}

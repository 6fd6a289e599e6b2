/**
 * The user objects of Pinterest's pages and interfaces: the state of the page (snake case), GraphQL's (camel case), and
 * API v5's. Beside the account stand those whose pins it saved, and the visitor. Pure; part of the Pinterest adapter.
 */

import type { Account, ParsedDocument } from '../model/network.ts';
import type { Activity, ImageReference } from '../model/observation.ts';
import { atLeast, latest, newest, rfcInterval } from '../read/dates.ts';
import { feedIn } from '../read/feed.ts';
import { at, countAt, isObject, isText, type JsonObject, objectsIn, textAt } from '../read/json.ts';
import type { Picked } from '../read/places.ts';
import { scriptJson } from '../read/scriptJson.ts';
import { sameHandle } from '../read/text.ts';
import { handleIn } from './pinterestAddress.ts';

const WORDS = ['"username"', 'User not found'];
const TELLING = ['about', 'website_url', 'websiteUrl', 'follower_count', 'followerCount', 'full_name', 'fullName'];

const roots = new WeakMap<ParsedDocument, readonly unknown[]>();
const users = new WeakMap<ParsedDocument, ReadonlyMap<string, readonly JsonObject[]>>();

export function rootsOf(document: ParsedDocument): readonly unknown[] {
  const known = roots.get(document) ?? (document.json === undefined ? scriptJson(document, WORDS) : [document.json]);
  roots.set(document, known);
  return known;
}

/** The account's own objects, those that tell most first. */
export function usersIn(document: ParsedDocument, { handle }: Account): readonly JsonObject[] {
  const known = users.get(document) ?? new Map<string, readonly JsonObject[]>();
  const found = known.get(handle) ?? named(document, handle);
  users.set(document, new Map(known).set(handle, found));
  return found;
}

function named(document: ParsedDocument, handle: string): readonly JsonObject[] {
  const found: JsonObject[] = [];
  for (const root of rootsOf(document)) {
    for (const object of objectsIn(root)) {
      const { username } = object;
      if (isText(username) && handle !== '' && sameHandle(username, handle) && tells(object) > 0) found.push(object);
    }
  }
  return found.sort((a, b) => tells(b) - tells(a));
}

const tells = (object: JsonObject): number => TELLING.filter((key) => Object.hasOwn(object, key)).length;

/** What the first of the account's objects gives that has a place for it. */
export function pick<T>(document: ParsedDocument, account: Account, of: (user: JsonObject) => Picked<T>): Picked<T> {
  for (const user of usersIn(document, account)) {
    const value = of(user);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Whom an answer is about: the site's own interface, the widgets', API v5. */
export const subjectsOfAnswer = ({ json }: ParsedDocument): readonly string[] =>
  [['resource_response', 'data'], ['data', 'user'], ['data', 'v3GetUserHandlerQuery', 'data'], []]
    .map((path) => textAt(at(json, ...path), 'username'))
    .filter(isText);

const textIn = (user: JsonObject, ...keys: readonly string[]): Picked<string> => {
  const key = keys.find((one) => Object.hasOwn(user, one));
  const value = key === undefined ? undefined : user[key];
  return value === null ? null : isText(value) ? value.trim() || null : undefined;
};

export const handleOf = (user: JsonObject): Picked<string> => textIn(user, 'username');
/** API v5 has a name only for organisations: where it has none, nothing is said of a name. */
export function nameOf(user: JsonObject): Picked<string> {
  const name = textIn(user, 'full_name', 'fullName');
  return name === undefined ? (textIn(user, 'business_name') ?? undefined) : name;
}
export const bioOf = (user: JsonObject): Picked<string> => textIn(user, 'about');
export const followersOf = (user: JsonObject): number | undefined =>
  countAt(user, 'follower_count') ?? countAt(user, 'followerCount');

/** The number that stays when the name changes; GraphQL's `id` is another. */
export const pinOf = (user: JsonObject): string | undefined =>
  [user.entityId, user.entity_id, user.id].filter(isText).find((id) => /^\d{5,25}$/.test(id));

export function websitesOf(user: JsonObject): Picked<readonly string[]> {
  const address = textIn(user, 'website_url', 'websiteUrl');
  return isText(address) ? [address] : address;
}

const PICTURES = [
  ...['image_xlarge_url', 'imageXlargeUrl', 'image_large_url', 'imageLargeUrl', 'profile_image'],
  ...['image_medium_url', 'imageMediumUrl', 'image_small_url', 'imageSmallUrl'],
];

export function logoOf(user: JsonObject): Picked<ImageReference> {
  if (user.is_default_image === true || user.isDefaultImage === true) return null;
  return pictureAt(PICTURES.map((key) => user[key]).find(isText));
}

/** The picture of accounts that have none stands among Pinterest's own. */
export const pictureAt = (url: string | undefined): Picked<ImageReference> =>
  url === undefined || url === '' ? undefined : /\/images\/user\/default_/.test(url) ? null : { url };

/** `profile_cover.images.originals.url`; a cover made of pins has no picture of its own. */
export function bannerOf(user: JsonObject): ImageReference | undefined {
  const cover = user.profile_cover ?? user.profileCover;
  const url = textAt(cover, 'images', 'originals', 'url') ?? textAt(cover, 'images', 'orig', 'url');
  return isObject(cover) && isText(url) ? { url } : undefined;
}

/** Pinterest's own word for the last time that a pin was saved. A page may be older than it is: a lower bound. */
export function lastSave(user: JsonObject): Activity | undefined {
  const written = textAt(user, 'last_pin_save_time') ?? textAt(user, 'lastPinSaveTime');
  return isText(written) ? atLeast(rfcInterval(written)) : undefined;
}

/** The feed of all public boards begins with the newest pin; in another order it proves no more than its newest. */
export function lastInFeed(document: ParsedDocument, { handle }: Account): Activity | undefined {
  const feed = feedIn(document);
  if (feed === undefined || !sameHandle(handleIn(feed.link) ?? '', handle)) return undefined;
  const times = feed.published.map((one) => (one === null ? Number.NaN : Date.parse(one.from)));
  const isSorted = times.every((time, index) => index === 0 || time <= (times[index - 1] ?? Number.NaN));
  return (isSorted ? latest : atLeast)(newest(feed.published));
}

/** The interface's own answer for a name that nobody has, about the name that was asked for: alone, or in the page. */
export function isNotFound(document: ParsedDocument, { handle }: Account): boolean {
  const asked = textAt(document.json, 'resource', 'options', 'username');
  const answer = at(document.json, 'resource_response');
  if (answer !== undefined) return (!isText(asked) || sameHandle(asked, handle)) && saysNotFound(answer);
  return rootsOf(document).some((root) => [...objectsIn(root)].some((state) => holdsNotFound(state, handle)));
}

/** `"UserResource": { '[["username","name"]]': { "error": … } }` */
const holdsNotFound = ({ UserResource: answers }: JsonObject, handle: string): boolean =>
  isObject(answers) &&
  Object.entries(answers).some(
    ([options, answer]) => options.toLowerCase().includes(`"${handle.toLowerCase()}"`) && saysNotFound(answer),
  );

const saysNotFound = (answer: unknown): boolean =>
  [answer, at(answer, 'error')].some(
    (error) =>
      [at(error, 'code'), at(error, 'api_error_code')].includes(30) &&
      /^User not found\b/.test(textAt(error, 'message') ?? ''),
  );

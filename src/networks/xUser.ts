/**
 * The user objects that X's answers hold, whatever their shape: the API's (v2 and v1.1), GraphQL's of 2026 and the one
 * before it (`legacy`), and the state that a page carries. Pure; part of the X adapter.
 */

import type { Account, ParsedDocument } from '../model/network.ts';
import { snowflakeTime } from '../read/dates.ts';
import { assignedJson, findObject } from '../read/embedded.ts';
import { at, countAt, isObject, isText, type JsonObject, listOf, textAt } from '../read/json.ts';
import type { Picked } from '../read/places.ts';
import { decodeEntities, sameHandle } from '../read/text.ts';

type Path = readonly string[];

const HANDLE: readonly Path[] = [['core', 'screen_name'], ['legacy', 'screen_name'], ['screen_name'], ['username']];
const NAME: readonly Path[] = [['core', 'name'], ['legacy', 'name'], ['name']];
const BIO: readonly Path[] = [['profile_bio', 'description'], ['legacy', 'description'], ['description']];
const LOGO: readonly Path[] = [
  ['avatar', 'image_url'],
  ['legacy', 'profile_image_url_https'],
  ['profile_image_url_https'],
  ['profile_image_url'],
];
const BANNER: readonly Path[] = [['banner', 'image_url'], ['legacy', 'profile_banner_url'], ['profile_banner_url']];
const FOLLOWERS: readonly Path[] = [
  ['relationship_counts', 'followers'],
  ['legacy', 'followers_count'],
  ['followers_count'],
  ['public_metrics', 'followers_count'],
];
const ENTITIES: readonly Path[] = [['profile_bio', 'entities'], ['legacy', 'entities'], ['entities']];

/** The account's own user object in an API's answer, or in the state of a page. */
export const userInAnswer = ({ json }: ParsedDocument, account: Account): JsonObject | undefined =>
  findObject(json, (object) => isUser(object) && sameHandle(handleOf(object) ?? '', account.handle));

export function userInState(document: ParsedDocument, account: Account): JsonObject | undefined {
  const users = at(assignedJson(document, '__INITIAL_STATE__'), 'entities', 'users', 'entities');
  return findObject(users, (object) => isUser(object) && sameHandle(handleOf(object) ?? '', account.handle));
}

/** Where the answers of X's interfaces hold the users that were asked for; what is linked to stands elsewhere. */
const ROOTS: readonly Path[] = [
  ['data', 'user', 'result'],
  ['data', 'user_results', 'result'],
  ['data', 'user_result_by_screen_name', 'result'],
  ['data', 'user'],
  ['data'],
  [],
];

/** What an answer gives for the accounts that were asked for: users, or what stands in their place. */
export const resultsIn = (answer: unknown): readonly JsonObject[] =>
  ROOTS.flatMap((path) => listOf(at(answer, ...path))).filter(isObject);

/** The handle of the user that an answer is about, whoever was asked for; of several the one that was. */
export function subjectOfAnswer({ json }: ParsedDocument, { handle }: Account): string | undefined {
  const handles = resultsIn(json).map(handleOf).filter(isText);
  return handles.find((one) => sameHandle(one, handle)) ?? handles[0];
}

const isUser = (object: JsonObject): boolean => handleOf(object) !== undefined && nameOf(object) !== undefined;

export const handleOf = (user: JsonObject): string | undefined => firstText(user, HANDLE) ?? undefined;
export const nameOf = (user: JsonObject): Picked<string> => unescaped(firstText(user, NAME));
export const logoOf = (user: JsonObject): Picked<string> => firstText(user, LOGO);
export const followersOf = (user: JsonObject): number | undefined =>
  FOLLOWERS.map((path) => countAt(user, ...path)).find((count) => count !== undefined);

/** X leaves the key out of an account without a banner; only an empty `banner` says for certain that there is none. */
export const bannerOf = (user: JsonObject): Picked<string> =>
  firstText(user, BANNER) ?? (isObject(user.banner) ? null : undefined);

/** The lasting number; GraphQL's `id` is that number in base64. */
export const pinOf = (user: JsonObject): string | undefined =>
  [user.rest_id, user.id_str, user.id].filter(isText).find((id) => /^\d{1,20}$/.test(id));

/** The bio as its reader sees it: X's short links stand for the addresses that they show. */
export function bioOf(user: JsonObject): Picked<string> {
  const bio = unescaped(firstText(user, BIO));
  if (!isText(bio)) return bio;
  return linksIn(user, 'description').reduce(
    (text, { short, shown }) => (short === '' ? text : text.replaceAll(short, shown)),
    bio,
  );
}

/** The expanded website; null when the object has a place for it and it is empty. */
export function websitesOf(user: JsonObject): Picked<readonly string[]> {
  const entities = ENTITIES.map((path) => at(user, ...path)).find(isObject);
  const url = textAt(user, 'legacy', 'url') ?? textAt(user, 'url');
  const found = linksIn(user, 'url').map(({ target }) => target);
  if (found.length > 0) return found;
  if (isText(url) && url !== '') return isShort(url) ? undefined : [url];
  return entities === undefined ? undefined : null;
}

/** The API's own word for the newest post: chronological, unlike a guest's page. */
export const newestPostOf = (user: JsonObject) =>
  isText(user.most_recent_tweet_id) ? snowflakeTime(user.most_recent_tweet_id) : null;

export const isShort = (address: string): boolean => /^https?:\/\/t\.co\//i.test(address);

function linksIn(user: JsonObject, part: 'url' | 'description') {
  return ENTITIES.flatMap((path) => listOf(at(user, ...path, part, 'urls'))).flatMap((link) => {
    const target = textAt(link, 'expanded_url') ?? textAt(link, 'unwound_url');
    if (!isText(target) || isShort(target)) return [];
    const shown = textAt(link, 'display_url');
    const isWhole = isText(shown) && shown !== '' && !shown.endsWith('…');
    return [{ short: textAt(link, 'url') ?? '', target, shown: isWhole ? shown : target }];
  });
}

/** X writes `&`, `<` and `>` as entities inside JSON. */
const unescaped = (text: Picked<string>): Picked<string> => (isText(text) ? decodeEntities(text) : text);

function firstText(user: JsonObject, paths: readonly Path[]): Picked<string> {
  for (const path of paths) {
    const value = textAt(user, ...path);
    if (value !== undefined) return value === '' ? null : value;
  }
  return undefined;
}

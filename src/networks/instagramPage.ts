/** Who an Instagram page or answer is about, and what its JSON says of that account. Pure; part of the adapter. */

import type { Account, ParsedDocument } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { atLeast, latest, newest } from '../read/dates.ts';
import { at, countAt, isObject, isText, type JsonObject, listOf, objectsIn, textAt } from '../read/json.ts';
import { hasType, type Picked } from '../read/places.ts';
import { sameHandle } from '../read/text.ts';
import { handleIn, names } from './instagramAddress.ts';
import { graphTimes, ownPostTimes } from './metaPosts.ts';
import { embeddedIn, usersNamed } from './metaUser.ts';

const users = new WeakMap<ParsedDocument, ReadonlyMap<string, readonly JsonObject[]>>();

/** The account's own objects in the answer of an interface, or in the scripts of a page. */
export function usersIn(document: ParsedDocument, account: Account): readonly JsonObject[] {
  const known = users.get(document) ?? new Map<string, readonly JsonObject[]>();
  const found = known.get(account.handle) ?? usersNamed(rootsOf(document), account.handle);
  users.set(document, new Map(known).set(account.handle, found));
  return found;
}

const rootsOf = (document: ParsedDocument): readonly unknown[] =>
  document.json === undefined ? embeddedIn(document) : [document.json];

/** Where the answers of interfaces, old and new, hold the account that was asked for. */
const ANSWERS: readonly (readonly (string | number)[])[] = [
  ['data', 'xig_user_by_username'],
  ['data', 'user'],
  ['graphql', 'user'],
  ['user'],
  ['business_discovery'],
  [],
];

export const subjectsOfAnswer = ({ json }: ParsedDocument): readonly string[] =>
  ANSWERS.map((path) => textAt(at(json, ...path), 'username')).filter(isText);

/** The handles that the page's own data gives as what it is about; tagged people and the visitor stand elsewhere. */
export function subjectsOfPage(document: ParsedDocument): readonly string[] {
  const found: unknown[] = [];
  for (const root of embeddedIn(document)) {
    for (const object of objectsIn(root)) {
      if (isObject(object.xig_user_by_username)) found.push(object.xig_user_by_username.username);
      if (Array.isArray(object.ProfilePage)) found.push(at(object.ProfilePage, 0, 'graphql', 'user', 'username'));
      if (Array.isArray(object.ProfilePage)) found.push(at(object.ProfilePage, 0, 'user', 'username'));
      if (at(object, 'polarisRouteConfig', 'pageID') === 'profilePage') found.push(at(object, 'params', 'username'));
    }
  }
  return found.filter(isText);
}

/** The page's addresses: its own, and the one that opens it in the app. */
export function statedHandles({ $ }: ParsedDocument): readonly string[] {
  const app = /^instagram:\/\/user\?username=([\w.]{1,30})/.exec(meta($, 'al:ios:url'))?.[1];
  const own = [$('link[rel="canonical"]').first().attr('href'), meta($, 'og:url')];
  return [...own.filter((address) => !isPostAddress(address)).map(handleIn), app].filter(isText);
}

const meta = ($: ParsedDocument['$'], property: string): string =>
  $(`meta[property="${property}"]`).first().attr('content') ?? '';

export const isPostAddress = (address: string | undefined): boolean =>
  /^https?:\/\/[^/]{1,100}\/(?:[\w.]{1,30}\/)?(?:p|reel|tv|stories)\/[^/?#]/i.test(address ?? '');

/** The id in the route that the page was made for, beside the name. */
export function idInRoute(document: ParsedDocument, { handle }: Account): string | undefined {
  for (const root of embeddedIn(document)) {
    for (const object of objectsIn(root)) {
      const name = at(object, 'params', 'username');
      if (!isText(name) || !sameHandle(name, handle) || !('polarisRouteConfig' in object)) continue;
      for (const inner of objectsIn(object)) if (isText(inner.profile_id)) return digits(inner.profile_id);
    }
  }
  return undefined;
}

const digits = (text: string): string | undefined => (/^\d{1,14}$/.test(text) ? text : undefined);

/** The JSON-LD node that bears the handle: `alternateName` (2018), `identifier` of the author (2022). */
export const personIn = ({ jsonLd }: ParsedDocument, account: Account): JsonObject | undefined =>
  jsonLd.find((node) => hasType(node, ['Person', 'Organization']) && bears(node, account));

function bears(node: JsonObject, account: Account): boolean {
  const written = [node.alternateName, at(node, 'identifier', 'value')].filter(isText);
  if (written.length > 0) return written.some((name) => sameHandle(name, account.handle));
  return names(node.url, account) || names(at(node, 'mainEntityofPage', '@id'), account);
}

/** The page around the person, or the person who carries the page's numbers. */
export function pageOf(document: ParsedDocument, account: Account): JsonObject | undefined {
  const person = personIn(document, account);
  if (person === undefined) return undefined;
  return document.jsonLd.find(
    (node) => hasType(node, ['ProfilePage']) && [node.author, node.mainEntity, node.creator].includes(person),
  );
}

export function followersInLinkedData(document: ParsedDocument, account: Account): number | undefined {
  const person = personIn(document, account);
  const counters = [person, pageOf(document, account), at(person, 'mainEntityofPage')]
    .flatMap((node) => listOf(at(node, 'interactionStatistic')))
    .filter(isObject);
  const follows = counters.find(
    ({ interactionType }) => isText(interactionType) && /FollowAction$/.test(interactionType),
  );
  return countAt(follows, 'userInteractionCount');
}

/** The Graph interface lists an account's own posts, newest first; a page shows strangers some of them. */
export function activityIn(document: ParsedDocument, account: Account): Picked<Activity> {
  const own = usersIn(document, account);
  for (const user of own) {
    const listedAt = latest(newest(graphTimes(user.media)));
    if (listedAt !== undefined) return listedAt;
    if (countAt(user, 'media_count') === 0 && 'followers_count' in user) return null;
  }
  return atLeast(newest(ownPostTimes(rootsOf(document), account.handle, own)));
}

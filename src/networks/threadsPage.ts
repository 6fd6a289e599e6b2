/** Who a page of Threads is about, and what its sentences and scripts say of that account. Pure; part of the adapter. */

import type { Account, ParsedDocument } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { followersIn } from '../read/counts.ts';
import { atLeast, newest } from '../read/dates.ts';
import { at, isObject, isText, type JsonObject, objectsIn, textAt } from '../read/json.ts';
import type { Picked } from '../read/places.ts';
import { sameHandle } from '../read/text.ts';
import { ownPostTimes } from './metaPosts.ts';
import { embeddedIn, usersNamed } from './metaUser.ts';

const users = new WeakMap<ParsedDocument, ReadonlyMap<string, readonly JsonObject[]>>();

const rootsOf = (document: ParsedDocument): readonly unknown[] =>
  document.json === undefined ? embeddedIn(document) : [document.json];

/** The account's own objects in the answer of an interface, or in the scripts of a page. */
export function usersIn(document: ParsedDocument, { handle }: Account): readonly JsonObject[] {
  const known = users.get(document) ?? new Map<string, readonly JsonObject[]>();
  const found = known.get(handle) ?? usersNamed(rootsOf(document), handle);
  users.set(document, new Map(known).set(handle, found));
  return found;
}

/** Where answers hold the account that was asked for: the interface's own, the site's, and those of 2023. */
export const subjectsOfAnswer = ({ json }: ParsedDocument): readonly string[] =>
  [[], ['data', 'user'], ['data', 'userData', 'user'], ['user']]
    .map((path) => textAt(at(json, ...path), 'username'))
    .filter(isText);

/** The handles that the page's own data gives as what it is about. */
export function subjectsOfPage(document: ParsedDocument): readonly string[] {
  return routesIn(document).map(({ vanity }) => vanity);
}

interface Route {
  readonly vanity: string;
  readonly object: JsonObject;
}

/** The route that the page was made for: `params.vanity`, and the account's id among its properties. */
function routesIn(document: ParsedDocument): readonly Route[] {
  const found: Route[] = [];
  for (const root of embeddedIn(document)) {
    for (const object of objectsIn(root)) {
      const vanity = at(object, 'params', 'vanity');
      if (isText(vanity) && /profile/i.test(textAt(object, 'tracePolicy') ?? '')) found.push({ vanity, object });
    }
  }
  return found;
}

export function idInRoute(document: ParsedDocument, { handle }: Account): string | undefined {
  for (const { vanity, object } of routesIn(document)) {
    if (!sameHandle(vanity, handle)) continue;
    for (const { props } of objectsIn(object)) {
      const id = isObject(props) ? props.user_id : undefined;
      if (isText(id) && /^\d{1,14}$/.test(id)) return id;
    }
  }
  return undefined;
}

export const activityIn = (document: ParsedDocument, account: Account): Activity | undefined =>
  atLeast(newest(ownPostTimes(rootsOf(document), account.handle, usersIn(document, account))));

const PART = ' • ';

/** `862 Followers • 12 Threads • …` */
export const followersInDescription = (description: string): number | undefined =>
  followersIn((description.split(PART, 1)[0] ?? '').slice(0, 120)) ?? undefined;

/**
 * `… • the bio. See the latest conversations with @handle.`: the last sentence is Threads's own, in any language. What
 * is left of a text without it may be cut, and one without a bio proves no empty bio.
 */
export function bioInDescription(description: string, handle: string): Picked<string> {
  const [, threads, ...rest] = description.slice(0, 4000).split(PART);
  const text = rest.join(PART);
  if (threads === undefined || text === '' || !/^\D{0,30}\d/u.test(threads)) return undefined;
  // The full stop at the very end is that of Threads's own sentence.
  const ends = ['. ', '! ', '? ', '。'].map((end) => text.lastIndexOf(end, text.length - 2));
  const last = Math.max(...ends);
  const tail = text.slice(last + 1);
  const isOurs = tail.length < 160 && tail.toLowerCase().includes(`@${handle.toLowerCase()}`);
  return isOurs ? text.slice(0, last + 1).trim() || undefined : undefined;
}

/**
 * The user that a Vimeo document is about: in the JSON-LD of its page, in the open answers of `/api/v2/…/info.json`, and in
 * those of the official interface. Pure; part of the Vimeo adapter.
 */

import type { Account, ParsedDocument } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { latest, newest } from '../read/dates.ts';
import { at, countAt, isObject, isText, type JsonObject, listOf, textAt } from '../read/json.ts';
import { hasType, type Names, type Picked } from '../read/places.ts';
import { decodeEntities, sameHandle } from '../read/text.ts';

/** The user in an answer: open (`profile_url`) or official (`uri`, `link`); of a list of videos their maker. */
export function userIn({ json }: ParsedDocument): JsonObject | undefined {
  if (isObject(json) && isText(json.profile_url)) return json;
  const user = [json, at(json, 'data', 0, 'user')].find((one) => /^\/users\/\d+$/.test(textAt(one, 'uri') ?? ''));
  return isObject(user) ? user : undefined;
}

export const addressOf = (user: JsonObject): string | undefined =>
  [user.profile_url, user.link].filter(isText).find((address) => address !== '');

export const idOf = (user: JsonObject): string | undefined => {
  const id = countAt(user, 'id') ?? /^\/users\/(\d{1,15})$/.exec(textAt(user, 'uri') ?? '')?.[1];
  return id === undefined ? undefined : String(id);
};

export const textOf = (user: JsonObject, ...keys: readonly string[]): Picked<string> => {
  const value = keys.map((key) => textAt(user, key)).find((text) => text !== undefined);
  return isText(value) ? value.trim() || null : value;
};

/** Both interfaces tell of a user completely: what they leave empty is empty. */
export function websitesOf(user: JsonObject): Picked<readonly string[]> {
  if (Array.isArray(user.websites)) {
    const listed = user.websites.map((one) => textAt(one, 'link')).filter(isText);
    return listed.length > 0 ? listed : null;
  }
  const url = textAt(user, 'url');
  return isText(url) && isText(user.profile_url) ? (url.trim() === '' ? null : [url.trim()]) : undefined;
}

export function logoOf(user: JsonObject): string | undefined {
  const sizes = listOf(at(user, 'pictures', 'sizes')).filter(isObject);
  const width = (size: JsonObject) => (typeof size.width === 'number' ? size.width : 0);
  const [largest] = [...sizes].sort((a, b) => width(b) - width(a));
  const url =
    largest?.link ?? ['portrait_huge', 'portrait_large', 'portrait_medium'].map((key) => user[key]).find(isText);
  return isText(url) ? url : undefined;
}

export const followersOf = (user: JsonObject): number | undefined =>
  countAt(user, 'metadata', 'connections', 'followers', 'total');

export const neverPosted = (user: JsonObject): Picked<Activity> =>
  (countAt(user, 'total_videos_uploaded') ?? countAt(user, 'metadata', 'connections', 'videos', 'total')) === 0
    ? null
    : undefined;

/** What stands where no picture was chosen. */
export const isDefault = (url: string): boolean => /\/portraits?\/default/.test(url);

/** The person or organisation that a ProfilePage is about, if it is this account. */
export function subjectOf({ jsonLd }: ParsedDocument, account: Account, names: Names): JsonObject | undefined {
  const page = jsonLd.find((node) => hasType(node, ['ProfilePage']) && isObject(node.mainEntity));
  const entity = isObject(page?.mainEntity) ? page.mainEntity : undefined;
  return entity && namesOf(entity, page, names, account) ? entity : undefined;
}

const namesOf = (entity: JsonObject, page: JsonObject | undefined, names: Names, account: Account): boolean =>
  sameHandle(textAt(entity, 'alternateName') ?? '', account.handle) ||
  sameHandle(`user${pinOf(entity) ?? ''}`, account.handle) ||
  [entity.url, page?.url, page?.['@id']].some((address) => names(address, account));

/** Whom the ProfilePage is about, whoever was asked for. */
export const subjectsIn = ({ jsonLd }: ParsedDocument): readonly string[] => {
  const entity = jsonLd.find((node) => hasType(node, ['ProfilePage']))?.mainEntity;
  const pin = pinOf(entity);
  return [textAt(entity, 'alternateName'), pin === undefined ? undefined : `user${pin}`].filter(isText);
};

export const pinOf = (entity: unknown): string | undefined => {
  const id = at(entity, 'identifier');
  const text = typeof id === 'number' ? String(id) : id;
  return isText(text) && /^\d{1,15}$/.test(text) ? text : undefined;
};

export const entityText = (entity: JsonObject, key: string): Picked<string> => {
  const value = textAt(entity, key);
  return isText(value) ? decodeEntities(value).trim() || null : value;
};

/** Its own page on Vimeo stands among the links. */
export function linksOf(entity: JsonObject): readonly string[] | undefined {
  const listed = listOf(entity.sameAs)
    .filter(isText)
    .filter((address) => !/^https?:\/\/(?:www\.)?vimeo\.com\//i.test(address));
  return listed.length > 0 ? listed : undefined;
}

export function followersIn(entity: JsonObject): number | undefined {
  const follows = listOf(entity.interactionStatistic).find((one) => {
    const type = at(one, 'interactionType');
    return /FollowAction$/.test(textAt(type, '@type') ?? (isText(type) ? type : 'FollowAction'));
  });
  return countAt(follows, 'userInteractionCount');
}

/** The feed of newest videos, parsed as a page: names in lower case, and no element ends by itself. */
export function newestInFeed({ $, at: seen }: ParsedDocument): Activity | undefined {
  const items = $('rss item').toArray().slice(0, 100);
  const dates = items
    .map((item) => Date.parse($(item).find('pubdate').first().text().trim()))
    .filter((date) => date <= Date.parse(seen) + 86_400_000)
    .map((date) => new Date(date).toISOString());
  return latest(newest(dates.map((date) => ({ from: date, to: date }))));
}

export const nameInFeed = ({ $ }: ParsedDocument): string | undefined =>
  $('rss item').first().find('dc\\:creator').first().text().trim() || undefined;

export const addressInFeed = ({ $ }: ParsedDocument): string | undefined =>
  $('rss').first().find('atom\\:link[rel="self"]').first().attr('href');

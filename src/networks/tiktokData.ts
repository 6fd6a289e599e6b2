/**
 * The user that a TikTok document is about, in each of the ways in which TikTok has put it there: the state of its page
 * (2024 and later, 2022, 2020) and the answers of its interfaces. The viewer's own data stands elsewhere in the same
 * trees, and is never looked at. Pure; part of the TikTok adapter.
 */

import type { Account, ParsedDocument } from '../model/network.ts';
import { assignedJson } from '../read/embedded.ts';
import { at, countAt, isObject, isText, type JsonObject, parseJson, textAt } from '../read/json.ts';
import type { Picked } from '../read/places.ts';
import { sameHandle } from '../read/text.ts';

/** What a document says of one user; a page that has no such user has a code instead. */
export interface Info {
  readonly user?: JsonObject;
  readonly stats?: JsonObject;
  readonly items: readonly unknown[];
  /** Whether the user stands there as such, and not as the author of videos, of whom less is said. */
  readonly isWhole?: boolean;
  /** 0 when all is well. */
  readonly code?: number;
}

const states = new WeakMap<ParsedDocument, Map<string, unknown>>();

/** The data in a script with this id, parsed once. */
function stateIn(document: ParsedDocument, id: string): unknown {
  const known = states.get(document) ?? new Map<string, unknown>();
  states.set(document, known);
  if (!known.has(id)) known.set(id, parseJson(document.$(`script[id="${id}"]`).first().text()));
  return known.get(id);
}

const scopeOf = (document: ParsedDocument): unknown =>
  at(stateIn(document, '__UNIVERSAL_DATA_FOR_REHYDRATION__'), '__DEFAULT_SCOPE__');

const sigiOf = (document: ParsedDocument): unknown =>
  // Before 2022 it was assigned: `window['SIGI_STATE']={…}`.
  stateIn(document, 'SIGI_STATE') ?? assignedJson(document, 'SIGI_STATE');

const nextOf = (document: ParsedDocument): unknown => at(stateIn(document, '__NEXT_DATA__'), 'props', 'pageProps');

/** Whether the page carries the state that TikTok draws pages from, whatever is in it. */
export const hasState = (document: ParsedDocument): boolean =>
  [scopeOf(document), sigiOf(document), nextOf(document)].some(isObject);

/** Whether that state is about anything at all: a user, a video, a tag. */
export const isAboutSomething = (document: ParsedDocument): boolean => {
  const keys = [scopeOf(document), sigiOf(document), nextOf(document)].flatMap((state) => Object.keys(Object(state)));
  return keys.some((key) =>
    /detail|(?:User|Video|Challenge|Music|Tag|Item)(?:Page|Module)$|userInfo|userData|itemInfo/.test(key),
  );
};

export const infoInPage = (document: ParsedDocument): Info | undefined =>
  infoInScope(scopeOf(document)) ?? infoInSigi(sigiOf(document)) ?? infoInNext(nextOf(document));

function infoInScope(scope: unknown): Info | undefined {
  const detail = at(scope, 'webapp.user-detail') ?? at(scope, 'webapp.reflow.user.detail');
  return isObject(detail) ? infoOf(detail) : undefined;
}

function infoInSigi(state: unknown): Info | undefined {
  const [page, users] = [at(state, 'UserPage') ?? at(state, 'MobileUserPage'), modulesOf(state, 'users')];
  const names = Object.keys(users);
  const code = countAt(page, 'statusCode');
  // On the page of one video its author stands there too: only the page of a user says which user it is of.
  const subject =
    textAt(page, 'uniqueId') || (at(state, 'VideoPage') === undefined && names.length === 1 ? names[0] : '');
  const key =
    names.find((name) => sameHandle(name, subject ?? '')) ??
    names.find((name) => textAt(users[name], 'id') === subject);
  const [user, stats] = [key && users[key], key && modulesOf(state, 'stats')[key]];
  if (!isObject(user) && !code) return undefined;
  const items = Object.values(Object(at(state, 'ItemModule')));
  return { ...known({ user, stats }), isWhole: true, items, ...(code === undefined ? {} : { code }) };
}

const modulesOf = (state: unknown, part: 'users' | 'stats'): JsonObject => {
  const found = at(state, 'UserModule', part) ?? at(state, 'MobileUserModule', part);
  return isObject(found) ? found : {};
};

function infoInNext(props: unknown): Info | undefined {
  if (!isObject(props)) return undefined;
  const old = isObject(props.userData) ? { user: props.userData, stats: props.userData } : props.userInfo;
  const isUser = isObject(old) || (countAt(props, 'statusCode') ?? 0) > 0;
  return isUser ? infoOf({ userInfo: old, statusCode: props.statusCode, itemList: props.items }) : undefined;
}

/** The answers of `/api/user/detail/`, of `/api/post/item_list/`, and of the official interface. */
export function infoInAnswer({ json }: ParsedDocument): Info | undefined {
  if (!isObject(json)) return undefined;
  const official = at(json, 'data', 'user');
  if (isObject(official)) return { user: official, stats: official, items: [], code: 0 };
  return 'userInfo' in json || 'statusCode' in json || 'status_code' in json || 'itemList' in json
    ? infoOf({ ...json, statusCode: json.statusCode ?? json.status_code })
    : undefined;
}

function infoOf(detail: JsonObject): Info {
  const items = [detail.itemList, at(detail, 'userInfo', 'itemList')].find(
    (list) => Array.isArray(list) && list.length > 0,
  );
  const code = countAt(detail, 'statusCode');
  const parts = known({ user: at(detail, 'userInfo', 'user'), stats: at(detail, 'userInfo', 'stats') });
  const [first] = Array.isArray(items) ? items : [];
  // A list of videos repeats their author.
  const author = parts.user ?? at(first, 'author');
  return {
    ...parts,
    ...(isObject(author) ? { user: author } : {}),
    ...(parts.stats || !isObject(at(first, 'authorStats')) ? {} : known({ stats: at(first, 'authorStats') })),
    isWhole: parts.user !== undefined,
    items: Array.isArray(items) ? items : [],
    ...(code === undefined ? {} : { code }),
  };
}

const known = ({ user, stats }: { user?: unknown; stats?: unknown }) => ({
  ...(isObject(user) && handleOf(user) ? { user } : {}),
  ...(isObject(stats) ? { stats } : {}),
});

export const handleOf = (user: JsonObject | undefined): string | undefined =>
  textAt(user, 'uniqueId') || textAt(user, 'username') || undefined;

/** The info of the account that was asked for, and of no other. */
export const ownInfo = (info: Info | undefined, { handle }: Account): Info | undefined =>
  info?.user !== undefined && sameHandle(handleOf(info.user) ?? '', handle) ? info : undefined;

const firstText = (object: JsonObject, keys: readonly string[]): Picked<string> => {
  const value = keys.map((key) => textAt(object, key)).find((text) => text !== undefined);
  return isText(value) ? value.trim() || null : value;
};

export const nameOf = (user: JsonObject) => firstText(user, ['nickname', 'nickName', 'display_name']);
export const bioOf = (user: JsonObject) => firstText(user, ['signature', 'bio_description']);
/** Never the official interface's `open_id`: it is another for each application. */
export const pinOf = (user: JsonObject): string | undefined =>
  textAt(user, 'id') || textAt(user, 'userId') || undefined;

/** The largest comes first; those of 2019 are lists. */
export const logoOf = (user: JsonObject): string | undefined =>
  [
    ...['avatarLarger', 'avatar_large_url', 'avatarMedium', 'avatar_url', 'avatar_url_100', 'avatarThumb'],
    ...['coversLarger', 'coversMedium', 'covers'],
  ]
    .map((key) => user[key] ?? undefined)
    .map((value) => (Array.isArray(value) ? at(value, 0) : value))
    .filter(isText)
    .find((url) => /^https?:/.test(url));

/** As the user wrote it, often without `https://`. A whole user without a link has none. */
export function websitesOf(user: JsonObject, { isWhole }: Info): Picked<readonly string[]> {
  const link = textAt(user, 'bioLink', 'link');
  if (isText(link) && link.trim() !== '') return [link.trim()];
  const hasNone = isObject(user.bioLink) || (user.bioLink === undefined && isText(user.id) && isText(user.signature));
  return isWhole && hasNone ? null : undefined;
}

export const followersOf = (stats: JsonObject | undefined): number | undefined =>
  countAt(stats, 'followerCount') ?? countAt(stats, 'follower_count') ?? countAt(stats, 'fans');

export const videosOf = (stats: JsonObject | undefined): number | undefined =>
  countAt(stats, 'videoCount') ?? countAt(stats, 'video_count');

export const isPrivate = (user: JsonObject): boolean => user.privateAccount === true || user.secret === true;

export const createdOf = (user: JsonObject): string | undefined => {
  const seconds = countAt(user, 'createTime') ?? 0;
  return seconds > 1_300_000_000 && seconds < 1e11 ? new Date(seconds * 1000).toISOString() : undefined;
};

/**
 * What Facebook's Graph interface answers of a page and of its posts. It leaves out what is empty, so that nothing is
 * read as empty here. Pure; part of the Facebook adapter.
 */

import type { ParsedDocument, Place, Sign } from '../model/network.ts';
import type { Activity, ImageReference, PostalAddress } from '../model/observation.ts';
import { postalAddress } from '../read/address.ts';
import { isoInterval, latest, newest } from '../read/dates.ts';
import { at, countAt, isObject, isText, type JsonObject, listOf, textAt } from '../read/json.ts';
import { api, inDocument, type Picked } from '../read/places.ts';
import { called, replies, sign } from '../read/signs.ts';
import { isId } from './facebookAddress.ts';
import { graphTokenIsRefused, tooManyGraphRequests } from './metaSigns.ts';

export const POST_PAGES = ['posts', 'posts-2', 'posts-3', 'posts-4'];

/** The page in an answer, whoever was asked for. */
export const pageIn = (answer: unknown): JsonObject | undefined =>
  isObject(answer) && isText(answer.id) && isId(answer.id) && isText(answer.name) ? answer : undefined;

/** An address with a number names the id, any other the name. */
export const subjectsOf = (page: JsonObject): readonly string[] =>
  [textAt(page, 'username'), textAt(page, 'id')].filter(isText);

/** Published by the page itself: a post with a parent was another's. */
export const ownPosts = ({ json }: ParsedDocument): readonly JsonObject[] =>
  listOf(at(json, 'data'))
    .slice(0, 100)
    .filter(isObject)
    .filter(({ parent_id }) => !isText(parent_id));

function newestPost(document: ParsedDocument): Activity | undefined {
  const dates = ownPosts(document).map((post) => isoInterval(textAt(post, 'created_time') ?? ''));
  return latest(newest(dates));
}

const ofPage = <T>(locator: string, pick: (page: JsonObject) => Picked<T>): Place<T> =>
  api<T>(locator, (answer) => {
    const page = pageIn(answer);
    return page && pick(page);
  });

const filled = (page: JsonObject, ...keys: readonly string[]): string | undefined =>
  keys.map((key) => textAt(page, key)?.trim()).find((value) => isText(value) && value !== '');

/** One field for all of them, parted by spaces or commas. */
function websitesOf(page: JsonObject): readonly string[] | undefined {
  const all = (filled(page, 'website') ?? '').slice(0, 2000).split(/[\s,;]+/);
  const found = all.filter((part) => /[^.]\.[^.]/.test(part));
  return found.length > 0 ? found : undefined;
}

function addressOf(page: JsonObject): PostalAddress | undefined {
  const { location } = page;
  const part = (key: string) => textAt(location, key) ?? undefined;
  const address = postalAddress({
    streetAddress: part('street'),
    postalCode: part('zip'),
    addressLocality: part('city'),
    addressRegion: part('state'),
    addressCountry: part('country'),
  });
  const line = filled(page, 'single_line_address');
  return address ?? (line === undefined ? undefined : { text: line });
}

/** A grey figure stands for pages without a picture. */
function logoOf({ picture }: JsonObject): Picked<ImageReference> {
  const url = textAt(picture, 'data', 'url');
  if (!isText(url)) return undefined;
  return at(picture, 'data', 'is_silhouette') === true ? null : { url };
}

const bannerOf = ({ cover }: JsonObject): ImageReference | undefined => {
  const url = textAt(cover, 'source');
  return isText(url) ? { url } : undefined;
};

export const places = {
  name: ofPage('name', (page) => filled(page, 'name')),
  handle: ofPage('username', (page) => filled(page, 'username')),
  bio: ofPage('about', (page) => filled(page, 'about', 'bio', 'description')),
  websites: ofPage('website', websitesOf),
  emails: ofPage<readonly string[]>('emails', (page) => {
    const found = listOf(page.emails).filter(isText);
    return found.length > 0 ? found : undefined;
  }),
  phones: ofPage<readonly string[]>('phone', (page) => {
    const phone = filled(page, 'phone');
    return phone === undefined ? undefined : [phone];
  }),
  address: ofPage('location', addressOf),
  logo: ofPage('picture', logoOf),
  banner: ofPage('cover', bannerOf),
  followers: ofPage('followers_count', (page) => countAt(page, 'followers_count')),
  lastActivity: POST_PAGES.map((name) =>
    inDocument(
      name,
      api('created_time', (_, document) => newestPost(document)),
    ),
  ),
  pin: ofPage('id', (page) => filled(page, 'id')),
};

export const subjects: Place<readonly string[]> = api<readonly string[]>('username, id', (answer, _, { handle }) => {
  const page = pageIn(answer);
  return page && subjectsOf(page).filter((name) => isId(handle) || !isId(name));
});

const errs = (code: number, subcode?: number) => (answer: unknown) =>
  at(answer, 'error', 'code') === code && (subcode === undefined || at(answer, 'error', 'error_subcode') === subcode);

export const signs: readonly Sign[] = [
  sign('rate-limited', tooManyGraphRequests),
  sign('login-wall', graphTokenIsRefused),
  sign('not-found', called('answers that there is no such name', replies('', errs(803)))),
  // Facebook's one answer for what is not there, and for what is not for this token.
  sign('unreadable', called('answers that it is not there, or not for this token', replies('', errs(100, 33)))),
  sign(
    'unreadable',
    called(
      'answers that the page is not published',
      replies('', (answer) => pageIn(answer)?.is_published === false),
    ),
  ),
];

/** Fields of a Facebook page out of its embedded JSON; undefined where the guest's answer does not carry them. */

import type { Account, ParsedDocument } from '../model/network.ts';
import type { Activity, ImageReference } from '../model/observation.ts';
import { followersIn, parseCount } from '../read/counts.ts';
import { atLeast, epochInterval, newest } from '../read/dates.ts';
import { at, isObject, isText, type JsonObject, listOf, objectsIn, textAt } from '../read/json.ts';
import type { Picked } from '../read/places.ts';
import { sameHandle } from '../read/text.ts';
import { handleIn, isId, unwrapLink } from './facebookAddress.ts';
import { pageData, type Subject } from './facebookPage.ts';

type From<T> = (document: ParsedDocument, account: Account) => Picked<T>;

const firstOf = <A, B>(values: readonly A[], pick: (value: A) => B | undefined): B | undefined => {
  for (const value of values) {
    const found = pick(value);
    if (found !== undefined) return found;
  }
  return undefined;
};

const textOrNull = (text: string | null | undefined): Picked<string> => (isText(text) ? text.trim() || null : text);

export const name: From<string> = (document) =>
  firstOf(pageData(document).self, (node) => textAt(node, 'name')?.trim() || undefined);

export const handle: From<string> = (document) => {
  const written = pageData(document).subject.handle;
  return written === undefined || isId(written) ? undefined : written;
};

export const pin: From<string> = (document) => pageData(document).subject.ids[0];

/** The intro; null when its part of the page is there and holds nothing. */
export const intro: From<string> = (document) => {
  const { own } = pageData(document);
  const status = firstOf(own, (node) => textAt(node, 'profile_status_text', 'text') ?? undefined);
  if (status !== undefined) return textOrNull(status);
  const isEmpty = own.some(
    (node) =>
      node.__typename === 'ProfileTileViewIntroBioRenderer' &&
      Array.isArray(at(node, 'view', 'profile_tile_items', 'nodes')) &&
      listOf(at(node, 'view', 'profile_tile_items', 'nodes')).length === 0,
  );
  return isEmpty ? null : undefined;
};

export const description: From<string> = (document) =>
  firstOf(pageData(document).self, (node) => textAt(node, 'best_description', 'text')?.trim() || undefined);

const PICTURES = ['profilePicLarge', 'profilePicMedium', 'profile_picture', 'profilePic160', 'profilePicSmall'];

export const picture: From<ImageReference> = (document) => {
  const { self } = pageData(document);
  const url = firstOf(PICTURES, (key) => firstOf(self, (node) => textAt(node, key, 'uri') ?? undefined));
  return url === undefined ? undefined : { url };
};

/** `cover_photo: null` is a page without one. */
export const cover: From<ImageReference> = (document) => {
  const { self } = pageData(document);
  const shown = firstOf(self, (node) => coverIn(node.cover_photo));
  if (shown !== undefined) return shown;
  return self.some((node) => node.cover_photo === null && 'profilePicLarge' in node) ? null : undefined;
};

function coverIn(photo: unknown): ImageReference | undefined {
  const picture = at(photo, 'photo', 'image') ?? at(photo, 'image');
  const url = textAt(picture, 'uri');
  if (!isText(url)) return undefined;
  return { url, ...size('width', at(picture, 'width')), ...size('height', at(picture, 'height')) };
}

const size = (key: string, value: unknown) => (typeof value === 'number' ? { [key]: value } : {});

/** The header's line, `3.7K likes • 3.7K followers`: told apart by where each part leads, not by its language. */
export const followers: From<number> = (document) =>
  firstOf(pageData(document).self, (node) =>
    firstOf(listOf(at(node, 'profile_social_context', 'content')), (part) => {
      const [uri, text] = [textAt(part, 'uri'), textAt(part, 'text', 'text')];
      const count =
        isText(text) && isText(uri) && /\/followers\/?(?:$|\?)|[?&]sk=followers\b/.test(uri) ? text : undefined;
      return count === undefined ? undefined : (countOf(count) ?? undefined);
    }),
  );

/** The word for followers may be missing from our list: the address has said what it is. */
const countOf = (text: string): number | null => followersIn(text) ?? parseCount(text);

/** The cards of the intro that a guest is shown. Guests are not shown all: a card that is missing is not empty. */
const cards = (document: ParsedDocument, type: RegExp): readonly JsonObject[] =>
  pageData(document)
    .own.filter((node) => type.test(textAt(node, 'timeline_context_list_item_type') ?? ''))
    .map((node) => at(node, 'renderer', 'context_item'))
    .filter(isObject);

const titleOf = (card: JsonObject): string | undefined =>
  (textAt(card, 'title', 'text') ?? textAt(card, 'plaintext_title', 'text'))?.trim() || undefined;

const listed = (values: readonly (string | undefined)[]): readonly string[] | undefined => {
  const found = values.filter(isText);
  return found.length > 0 ? found : undefined;
};

export const emails: From<readonly string[]> = (document) =>
  listed(cards(document, /^INTRO_CARD_(?:\w{1,30}_)?EMAIL$/).map(titleOf));

export const phones: From<readonly string[]> = (document) =>
  listed(cards(document, /^INTRO_CARD_(?:\w{1,30}_)?PHONE(?:_NUMBER)?$/).map(titleOf));

export const address: From<{ readonly text: string }> = (document) => {
  const text = firstOf(cards(document, /^INTRO_CARD_(?:\w{1,30}_)?ADDRESS$/), titleOf);
  return text === undefined ? undefined : { text };
};

export const websites: From<readonly string[]> = (document) =>
  listed(cards(document, /^INTRO_CARD_WEBSITE$/).map((card) => linkOf(card) ?? titleOf(card)));

const linkOf = (card: JsonObject): string | undefined => {
  const entities = listOf(at(card, 'title', 'ranges')).map((range) => at(range, 'entity'));
  const addresses = entities.flatMap((entity) => [
    textAt(entity, 'external_url'),
    textAt(entity, 'web_link', 'url'),
    textAt(entity, 'url'),
  ]);
  return firstOf([...addresses, textAt(card, 'url')], (found) => (isText(found) ? unwrapLink(found) : undefined));
};

/** `Page · Media`: the categories, which Facebook shows as a text where a page has none. */
export const categories = (document: ParsedDocument): readonly string[] =>
  cards(document, /^INTRO_CARD_INFLUENCER_CATEGORY$/)
    .flatMap((card) => titleOf(card)?.split(' · ') ?? [])
    .map((part) => part.trim());

/** The newest of the posts shown, the pinned one among them: a lower bound. */
export const newestPost: From<Activity> = (document) => {
  const { own, subject } = pageData(document);
  const latestPossible = Date.parse(document.at) / 1000 + 86_400;
  const times = own
    .filter(isStory)
    .flatMap((story) => timesOf(story, subject))
    .filter((time) => !(time > latestPossible));
  return atLeast(newest(times.map(epochInterval)));
};

const isStory = (node: JsonObject): boolean =>
  isObject(node.comet_sections) && (isText(node.post_id) || node.__typename === 'Story' || 'actors' in node);

/** When the story was made, if its first actor is the page. What it shares has actors and a time of its own. */
function timesOf(story: JsonObject, subject: Subject): readonly number[] {
  const parts = [...objectsIn({ ...story, attached_story: null })];
  const shared = new Set(parts.flatMap(({ attached_story: inner }) => (isObject(inner) ? [...objectsIn(inner)] : [])));
  const ownParts = parts.filter((part) => !shared.has(part));
  const actor = firstOf(ownParts, ({ actors }) => firstOf(listOf(actors), (one) => textAt(one, 'id') ?? undefined));
  const isOwn = actor === undefined ? ownParts.some((part) => leadsTo(part, subject)) : subject.ids.includes(actor);
  if (!isOwn) return [];
  return ownParts
    .filter((part) => handleIn(part.url) === undefined || leadsTo(part, subject))
    .map(({ creation_time: time }) => time)
    .filter((time): time is number => typeof time === 'number');
}

const leadsTo = ({ url }: JsonObject, { ids, handle: own }: Subject): boolean => {
  const named = handleIn(url);
  return named !== undefined && [own, ...ids].some((one) => one !== undefined && sameHandle(one, named));
};

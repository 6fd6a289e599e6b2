/**
 * What a Facebook page's embedded JSON says of the page itself. Other pages stand in it too (suggestions, posts that
 * were shared): only what carries the page's own id, or stands under it, is taken.
 */

import type { Account, ParsedDocument } from '../model/network.ts';
import { isObject, isText, type JsonObject, listOf, textAt } from '../read/json.ts';
import { hasType } from '../read/places.ts';
import { scriptJson } from '../read/scriptJson.ts';
import { sameHandle } from '../read/text.ts';
import { handleIn, isId } from './facebookAddress.ts';

const WORDS = [
  'userVanity',
  'profile_header_renderer',
  'profile_social_context',
  'profile_tile_items',
  'timeline_context_list_item_type',
  'creation_time',
  'best_description',
  'cover_photo',
  'profilePicLarge',
  'delegate_page',
];

/** Who the page says it is. */
export interface Subject {
  /** The profile's id, the older id of the page behind it, and others that the page gives as its own. */
  readonly ids: readonly string[];
  readonly handle?: string;
}

export interface PageData {
  readonly subject: Subject;
  /** Objects that are the page: its header and other views of it. */
  readonly self: readonly JsonObject[];
  /** Objects that are not the page and stand in its own sections, none of them another page's. */
  readonly own: readonly JsonObject[];
}

const read = new WeakMap<ParsedDocument, PageData>();

/** Read once per document. */
export function pageData(document: ParsedDocument): PageData {
  const known = read.get(document);
  if (known) return known;
  const data = readData(document);
  read.set(document, data);
  return data;
}

function readData(document: ParsedDocument): PageData {
  const roots = scriptJson(document, WORDS);
  const stated = statedIds(document);
  const routes = routesIn(roots);
  const addressed = ownHandle(document);
  // Pages hold the routes of other profiles too: one counts as this page's when nothing the page says speaks against it.
  const route = routes.find(({ id, vanity }) =>
    stated.length > 0 ? stated.includes(id) : addressed === undefined || sameHandle(vanity, addressed),
  );
  const handle = addressed ?? (route?.vanity || undefined);
  const base: Subject = { ids: stated.length > 0 || !route ? stated : [route.id], ...(handle ? { handle } : {}) };
  const self = [...objects(roots, base)].filter(({ value }) => isSelf(value, base)).map(({ value }) => value);
  const delegates = self.map((node) => textAt(node, 'delegate_page', 'id')).filter(isText);
  const ids = [...base.ids, ...self.map((node) => textAt(node, 'id')).filter(isText), ...delegates];
  const subject = { ...base, ids: [...new Set(ids.filter(isId))] };
  const own = [...objects(roots, subject)].filter(({ isForeign }) => !isForeign).map(({ value }) => value);
  return { subject, self, own };
}

/** Ids in the addresses that open the page in Facebook's apps: `fb://profile/123`, `fb://page/?id=123`. */
export function statedIds({ $ }: ParsedDocument): readonly string[] {
  const addresses = ['al:android:url', 'al:ios:url'].map((name) =>
    $(`meta[property="${name}"]`).first().attr('content'),
  );
  const ids = addresses.map(
    (address) => /^fb:\/\/(?:profile|page)\/(?:\?id=)?(\d{5,20})(?:$|[/?&])/.exec(address ?? '')?.[1],
  );
  return [...new Set(ids.filter(isText))];
}

/** What the page gives as its own address. */
export function statedAddresses({ $ }: ParsedDocument): readonly string[] {
  const addresses = [
    $('link[rel="canonical"]').first().attr('href'),
    $('meta[property="og:url"]').first().attr('content'),
  ];
  return addresses.filter(isText);
}

/** The handles and ids that addresses name. */
export const namesIn = (addresses: readonly string[]): readonly string[] => addresses.map(handleIn).filter(isText);

export const ownHandle = (document: ParsedDocument): string | undefined =>
  namesIn(statedAddresses(document)).find((handle) => !isId(handle));

/** The JSON-LD node that has the page's own address; posts and trails of links have others. */
export function organisationIn(document: ParsedDocument, { handle }: Account): JsonObject | undefined {
  const own = [handle, ...statedIds(document)];
  return document.jsonLd.find(
    (node) =>
      isText(node.name) &&
      !hasType(node, ['ListItem', 'WebPage', 'Thing', 'ImageObject']) &&
      [node['@id'], node.url]
        .map(handleIn)
        .some((named) => named !== undefined && own.some((one) => sameHandle(named, one))),
  );
}

interface Route {
  readonly id: string;
  readonly vanity: string;
}

/** The routes of profiles that the page was made for: `"props":{"userID":"123","userVanity":"name"}`. */
function routesIn(roots: readonly unknown[]): readonly Route[] {
  const routes: Route[] = [];
  for (const { value } of objects(roots, { ids: [] })) {
    const { userID: id, userVanity: vanity, viewerID } = value;
    // The way to the profile of whoever is signed in stands on every page.
    if (isText(id) && isId(id) && isText(vanity) && id !== viewerID) routes.push({ id, vanity });
  }
  return routes;
}

/** What names the page, for the proof: its addresses and app ids; embedded ids only where these are missing or agree. */
export function namesOf(document: ParsedDocument, account: Account): readonly string[] {
  const stated = [...namesIn(statedAddresses(document)), ...statedIds(document)];
  if (stated.some((name) => sameHandle(name, account.handle))) return stated;
  const { ids, handle } = pageData(document).subject;
  // With an app id and no address at all, the page is that of the address that it was served at.
  const isNameless = statedAddresses(document).length === 0 && statedIds(document).length > 0 && handle === undefined;
  const served = isNameless ? namesIn([document.finalUrl]) : [];
  return [...stated, ...ids, ...(handle === undefined ? [] : [handle]), ...served];
}

const LOOKS_LIKE_A_PAGE = [
  'profilePicLarge',
  'cover_photo',
  'profile_social_context',
  'profile_picture',
  'best_description',
  '__isRenderedProfile',
];

function isSelf(value: JsonObject, { ids, handle }: Subject): boolean {
  if (!LOOKS_LIKE_A_PAGE.some((key) => key in value)) return false;
  const id = textAt(value, 'id');
  if (isText(id) && isId(id)) return ids.includes(id);
  const named = handleIn(value.url);
  return named !== undefined && [handle, ...ids].some((one) => one !== undefined && sameHandle(one, named));
}

interface Visited {
  readonly value: JsonObject;
  /** Under something that says it is another's. */
  readonly isForeign: boolean;
}

const MAX_NODES = 600_000;
const MAX_DEPTH = 120;
/** Where others' things stand inside one's own: posts that were shared, reactions, suggestions. */
const OTHERS = new Set([
  'attached_story',
  'feedback',
  'suggestions',
  'related_pages',
  'similar_profiles',
  'related_profiles',
]);

/** Every object, in the page's order, without recursion. */
function* objects(roots: readonly unknown[], subject: Subject): Generator<Visited> {
  const stack: { readonly value: unknown; readonly isForeign: boolean; readonly depth: number }[] = [];
  for (let index = roots.length - 1; index >= 0; index -= 1)
    stack.push({ value: roots[index], isForeign: false, depth: 0 });
  for (let seen = 0; seen < MAX_NODES; seen += 1) {
    const next = stack.pop();
    if (next === undefined) return;
    const { value, depth } = next;
    const isForeign = next.isForeign || (isObject(value) && isAnothers(value, subject));
    if (isObject(value)) yield { value, isForeign };
    if (typeof value !== 'object' || value === null || depth >= MAX_DEPTH) continue;
    for (const [key, child] of Object.entries(value).slice(0, MAX_NODES).reverse()) {
      if (typeof child !== 'object' || child === null) continue;
      stack.push({ value: child, isForeign: isForeign || OTHERS.has(key), depth: depth + 1 });
    }
  }
}

/** A section says whose it is in `user`, `profile` or `actors`; an item of the intro in its encoded id. */
function isAnothers(value: JsonObject, { ids }: Subject): boolean {
  const owners = [
    textAt(value, 'user', 'id'),
    textAt(value, 'profile', 'id'),
    ...actorsOf(value),
    ...encodedIds(value),
  ];
  const named = owners.filter(isText).filter(isId);
  return named.length > 0 && !named.some((id) => ids.includes(id));
}

const actorsOf = (value: JsonObject): readonly string[] =>
  listOf(value.actors)
    .map((actor) => textAt(actor, 'id'))
    .filter(isText);

/** `timeline_context_item_wrapper:["intro_card_website",{},<profile id>,…]` in Base64, once or twice over. */
function encodedIds({ id }: JsonObject): readonly string[] {
  if (!isText(id) || id.length < 40 || id.length > 1_000) return [];
  const outer = fromBase64(id);
  if (outer === null || !/^(?:timeline_context_item_wrapper|profile_tile_view):/.test(outer)) return [];
  const inner = fromBase64(outer.slice(outer.indexOf(':') + 1)) ?? outer;
  return [...inner.matchAll(/[,:](\d{8,20})(?=[,:])/g)].map(([, found = '']) => found).slice(-1);
}

function fromBase64(text: string): string | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  try {
    return atob(text);
  } catch {
    return null;
  }
}

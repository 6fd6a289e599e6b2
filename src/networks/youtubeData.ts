/**
 * The data behind a YouTube page: `ytInitialData`, or the same tree as YouTube's own interface answers it. Pure; part of
 * the YouTube adapter.
 */

import { isUrl } from '../model/isUrl.ts';
import type { ParsedDocument } from '../model/network.ts';
import { assignedJson } from '../read/embedded.ts';
import { at, isObject, isText, type JsonObject, listOf, objectsIn, parseJson } from '../read/json.ts';
import { accountIn, idIn } from './youtubeAddress.ts';

const NAME = 'ytInitialData';
const known = new WeakMap<ParsedDocument, JsonObject | null>();

/** The tree that a page is drawn from; undefined when the document has none. */
export function treeOf(document: ParsedDocument): JsonObject | undefined {
  if (!known.has(document)) known.set(document, findTree(document) ?? null);
  return known.get(document) ?? undefined;
}

function findTree(document: ParsedDocument): JsonObject | undefined {
  // A page saved as a list of answers is none of ours; one answer is.
  const { json } = document;
  const tree = json === undefined ? (assignedJson(document, NAME) ?? quoted(document.body)) : json;
  return isObject(tree) &&
    ['metadata', 'header', 'alerts', 'contents'].some((key) => isObject(at(tree, key)) || at(tree, key))
    ? tree
    : undefined;
}

const MAX_QUOTED = 8 * 1024 * 1024;

/** On phones the tree stands in a text: `var ytInitialData = '\x7b\x22…'`. */
function quoted(body: string): unknown {
  const start = body.indexOf(`${NAME} = '`);
  if (start === -1) return undefined;
  const from = start + NAME.length + 4;
  const end = endOfText(body, from);
  return end === -1 ? undefined : parseJson(unescaped(body.slice(from, end)));
}

function endOfText(body: string, from: number): number {
  for (let position = from; position < body.length && position - from < MAX_QUOTED; position += 1) {
    const char = body[position];
    if (char === '\\') position += 1;
    else if (char === "'") return position;
  }
  return -1;
}

const unescaped = (text: string): string =>
  text.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([\s\S]))/g, (_, byte, unit, other) => {
    const code = byte ?? unit;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(String(code), 16));
    return other === 'n' ? '\n' : other === 't' ? '\t' : other === 'r' ? '\r' : String(other);
  });

/** What the page says of the channel that it is about. */
export const metadataOf = (document: ParsedDocument): JsonObject | undefined => {
  const metadata = at(treeOf(document), 'metadata', 'channelMetadataRenderer');
  return isObject(metadata) ? metadata : undefined;
};

/** The header of 2024 and later. */
export const pageHeaderOf = (document: ParsedDocument): JsonObject | undefined => {
  const header = at(treeOf(document), 'header', 'pageHeaderRenderer', 'content', 'pageHeaderViewModel');
  return isObject(header) ? header : undefined;
};

/** The header before that; on phones it had another name. */
export const tabbedHeaderOf = (document: ParsedDocument): JsonObject | undefined => {
  const header = at(treeOf(document), 'header');
  const found = ['c4TabbedHeaderRenderer', 'channelMobileHeaderRenderer'].map((key) => at(header, key)).find(isObject);
  return found === undefined || !isOwn(found, document) ? undefined : found;
};

const abouts = new WeakMap<ParsedDocument, JsonObject | null>();

/** The panel "About", of either layout, where it is in the page. */
export function aboutOf(document: ParsedDocument): JsonObject | undefined {
  if (!abouts.has(document)) abouts.set(document, findAbout(document) ?? null);
  return abouts.get(document) ?? undefined;
}

function findAbout(document: ParsedDocument): JsonObject | undefined {
  for (const object of objectsIn(treeOf(document))) {
    const about = object.aboutChannelViewModel ?? object.channelAboutFullMetadataRenderer;
    if (isObject(about) && isOwn(about, document)) return about;
  }
  return undefined;
}

const isOwn = ({ channelId }: JsonObject, document: ParsedDocument): boolean =>
  !isText(channelId) || channelId === idOf(document);

export const idOf = (document: ParsedDocument): string | undefined => {
  const metadata = metadataOf(document);
  return isText(metadata?.externalId) ? metadata.externalId : idIn(metadata?.channelUrl);
};

/** A text in any of the ways in which YouTube writes texts: plain, in one piece, in runs. */
export function textOf(value: unknown): string | undefined {
  if (isText(value)) return value;
  const whole = [at(value, 'simpleText'), at(value, 'content')].find(isText);
  if (whole !== undefined) return whole;
  const runs = at(value, 'runs');
  return Array.isArray(runs)
    ? runs
        .map((run) => at(run, 'text'))
        .filter(isText)
        .join('')
    : undefined;
}

/** The addresses under which the channel is known, in the order in which the page gives them. */
export function namesOf(document: ParsedDocument) {
  const metadata = metadataOf(document);
  if (metadata === undefined) return [];
  const tabs = listOf(at(treeOf(document), 'contents', 'twoColumnBrowseResultsRenderer', 'tabs')).slice(0, 20);
  const bases = tabs.map((tab) => at(tab, 'tabRenderer', 'endpoint', 'browseEndpoint', 'canonicalBaseUrl'));
  return [metadata.vanityChannelUrl, ...listOf(metadata.ownerUrls), ...bases]
    .map(accountIn)
    .filter((account) => account !== null);
}

/** The address behind `youtube.com/redirect?q=…`; any other address as it is. */
export function unwrapped(address: unknown): string | undefined {
  if (!isText(address) || !isUrl(address, 'https://www.youtube.com')) return undefined;
  const url = new URL(address, 'https://www.youtube.com');
  const isWrapped = /(?:^|\.)youtube\.com$/.test(url.hostname) && url.pathname === '/redirect';
  const target = isWrapped ? (url.searchParams.get('q') ?? url.searchParams.get('url')) : url.href;
  return target !== null && /^https?:\/\//i.test(target) && isUrl(target) ? target : undefined;
}

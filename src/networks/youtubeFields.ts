/** What YouTube's tree says of a channel's numbers, links, pictures and videos. Pure; part of the YouTube adapter. */

import type { ParsedDocument } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { followersIn, parseCount } from '../read/counts.ts';
import { atLeast, newest, relativeInterval } from '../read/dates.ts';
import { at, isObject, isText, type JsonObject, listOf, objectsIn } from '../read/json.ts';
import type { Picked } from '../read/places.ts';
import { aboutOf, idOf, pageHeaderOf, tabbedHeaderOf, textOf, treeOf, unwrapped } from './youtubeData.ts';

type Images = readonly JsonObject[];

/** The widest of several sizes of one picture; one after another where none says how wide it is. */
export function widest(list: unknown): string | undefined {
  const images: Images = listOf(list).filter(isObject);
  const width = (image: JsonObject) => (typeof image.width === 'number' ? image.width : 0);
  const [best] = [...images].sort((a, b) => width(b) - width(a));
  const url = best?.url;
  return isText(url) ? url.replace(/^\/\//, 'https://') : undefined;
}

export function logoIn(document: ParsedDocument): string | undefined {
  const avatar = at(pageHeaderOf(document), 'image', 'decoratedAvatarViewModel', 'avatar', 'avatarViewModel');
  return widest(at(avatar, 'image', 'sources')) ?? widest(at(tabbedHeaderOf(document), 'avatar', 'thumbnails'));
}

/** A header without a banner means that there is none: the one of either layout has a place for it. */
export function bannerIn(document: ParsedDocument): Picked<string> {
  const header = pageHeaderOf(document);
  if (header !== undefined && isObject(header.metadata)) {
    return header.banner === undefined ? null : widest(at(header.banner, 'imageBannerViewModel', 'image', 'sources'));
  }
  const tabbed = tabbedHeaderOf(document);
  if (tabbed === undefined) return undefined;
  const hasNone = !Object.keys(tabbed).some((key) => /banner/i.test(key)) && tabbed.subscriberCountText !== undefined;
  return widest(at(tabbed, 'banner', 'thumbnails')) ?? (hasNone ? null : undefined);
}

/** The texts under the channel's name, line by line. */
const rowsOf = (document: ParsedDocument): readonly (readonly JsonObject[])[] =>
  listOf(at(pageHeaderOf(document), 'metadata', 'contentMetadataViewModel', 'metadataRows'))
    .slice(0, 10)
    .map((row) => listOf(at(row, 'metadataParts')).filter(isObject).slice(0, 10));

const partText = (part: JsonObject): string =>
  textOf(part.text)
    ?.replace(/[\u200E\u200F\u2068\u2069]/g, '')
    .trim() ?? '';

export const handleIn = (document: ParsedDocument): string | undefined => {
  const shown = [...rowsOf(document).flat().map(partText), textOf(tabbedHeaderOf(document)?.channelHandleText) ?? ''];
  return shown.find((text) => /^@[^\s@]{1,100}$/.test(text))?.slice(1);
};

/** Of the header's counts the one of subscribers: by its word, else the first of two that YouTube spells out beside it. */
export function followersInTree(document: ParsedDocument): number | undefined {
  for (const row of rowsOf(document)) {
    const parts = row.filter((part) => !partText(part).startsWith('@'));
    const named = parts.flatMap((part) => [partText(part), textOf(part.accessibilityLabel) ?? '']).map(followersIn);
    const [first] = parts;
    const spelt = first !== undefined && parts.length > 1 && isText(first.accessibilityLabel) ? partText(first) : '';
    const count = named.find((found) => found !== null) ?? parseCount(spelt);
    if (count !== null) return count;
  }
  const text =
    textOf(tabbedHeaderOf(document)?.subscriberCountText) ?? textOf(aboutOf(document)?.subscriberCountText) ?? '';
  return followersIn(text) ?? parseCount(text) ?? undefined;
}

/** All links where the panel "About" is there; else the ones that the header shows. */
export function websitesIn(document: ParsedDocument): Picked<readonly string[]> {
  const about = aboutOf(document);
  const listed = linksIn(about?.links ?? about?.primaryLinks);
  if (listed.length > 0) return listed;
  const header = pageHeaderOf(document);
  if (header !== undefined && isObject(header.metadata)) return attributed(header);
  const shown = linksIn(at(tabbedHeaderOf(document), 'headerLinks'));
  return shown.length > 0 ? shown : undefined;
}

/** Its first link, as it is shown there and with what it leads to. Without one there is no such line at all. */
function attributed(header: JsonObject): Picked<readonly string[]> {
  if (header.attribution === undefined) return null;
  const view = at(header.attribution, 'attributionViewModel');
  const found = linksIn(view === undefined ? undefined : at(view, 'text'));
  if (found.length > 0) return found;
  const text = textOf(at(view, 'text'))?.trim();
  return text && !/…$|\.\.\.$/.test(text) ? [text] : undefined;
}

const linksIn = (tree: unknown): readonly string[] => {
  const targets: string[] = [];
  for (const object of objectsIn(tree)) {
    const target = unwrapped(at(object, 'urlEndpoint', 'url'));
    if (target !== undefined && !targets.includes(target)) targets.push(target);
  }
  return targets;
};

const MAX_ITEMS = 200;

/** What the page shows of videos and posts: a lower bound, for the tab may be one of playlists or of popular videos. */
export function lastActivityIn(document: ParsedDocument): Activity | undefined {
  const id = idOf(document);
  const found = [];
  for (const object of objectsIn(at(treeOf(document), 'contents'))) {
    if (object.publishedTimeText === undefined && object.lockupViewModel === undefined) continue;
    const texts = publishedTexts(object);
    if (texts.length > 0 && isOwn(object, id)) found.push(...texts.map((text) => ago(text, document.at)));
    if (found.length > MAX_ITEMS) break;
  }
  return atLeast(newest(found));
}

/** Of a video or post its date; of a video's card of 2025 and later the last text of each line, of which one is a date. */
function publishedTexts(object: JsonObject): readonly string[] {
  const published = textOf(object.publishedTimeText);
  if (published !== undefined) return isText(object.videoId) || isText(object.postId) ? [published] : [];
  const card = object.lockupViewModel;
  if (at(card, 'contentType') !== 'LOCKUP_CONTENT_TYPE_VIDEO') return [];
  const metadata = at(card, 'metadata', 'lockupMetadataViewModel', 'metadata', 'contentMetadataViewModel');
  return listOf(at(metadata, 'metadataRows'))
    .map((row) => textOf(at(listOf(at(row, 'metadataParts')).at(-1), 'text')))
    .filter(isText)
    .filter(({ length }) => length < 60);
}

/** `Streamed 3 weeks ago`: a word or two before the number may be more than "ago". */
const ago = (text: string, seen: string) =>
  relativeInterval(text, seen) ?? relativeInterval(text.replace(/^(?:\p{L}{1,20}:? ){1,3}(?=\d)/u, ''), seen);

const BYLINES = ['shortBylineText', 'longBylineText', 'ownerText', 'authorEndpoint', 'lockupViewModel'];

/** A video that names a channel is of that channel. */
function isOwn(object: JsonObject, id: string | undefined): boolean {
  const channels: string[] = [];
  for (const inner of objectsIn(BYLINES.map((key) => object[key]))) {
    const browsed = at(inner, 'browseEndpoint', 'browseId');
    if (isText(browsed) && browsed.startsWith('UC')) channels.push(browsed);
  }
  return channels.length === 0 || (id !== undefined && channels.includes(id));
}

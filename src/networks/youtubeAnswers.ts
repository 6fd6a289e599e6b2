/** YouTube's feed of a channel's newest videos, and what the Data API v3 answers. Pure; part of the YouTube adapter. */

import type { Account, ParsedDocument } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { isoInterval, latest, newest } from '../read/dates.ts';
import { at, countAt, isObject, isText, type JsonObject, listOf, textAt } from '../read/json.ts';
import type { Picked } from '../read/places.ts';
import { sameHandle } from '../read/text.ts';
import { accountIn, idIn, isId } from './youtubeAddress.ts';

/** The feed's own elements come before its entries, and bear the same names. */
const ofFeed = ({ $ }: ParsedDocument, name: string) => $('feed').first().children(name).first();

export const isFeed = (document: ParsedDocument): boolean =>
  document.$('feed').length > 0 && idOfFeed(document) !== undefined;

export const idOfFeed = (document: ParsedDocument): string | undefined => {
  const addresses = [
    ofFeed(document, 'link[rel="alternate"]').attr('href'),
    ofFeed(document, 'author').children('uri').text(),
    ofFeed(document, 'link[rel="self"]').attr('href'),
  ];
  return addresses.map(idIn).find(isText);
};

/** Under which names the feed was asked for, and whose it is. */
export const subjectsOfFeed = (document: ParsedDocument): readonly string[] => {
  const asked = accountIn(ofFeed(document, 'link[rel="self"]').attr('href'));
  return isFeed(document) ? [idOfFeed(document), asked?.handle].filter(isText) : [];
};

export const nameOfFeed = (document: ParsedDocument): string | undefined =>
  isFeed(document) ? ofFeed(document, 'title').text().trim() || undefined : undefined;

/** The first date in the feed is the channel's own. */
export const createdInFeed = (document: ParsedDocument): string | undefined =>
  isFeed(document) ? ofFeed(document, 'published').text().trim() || undefined : undefined;

/** The newest fifteen or so, complete at their head; a feed without any is one of a channel without videos. */
export function newestInFeed(document: ParsedDocument): Picked<Activity> {
  if (!isFeed(document)) return undefined;
  const { $ } = document;
  const entries = $('feed > entry').toArray().slice(0, 100);
  if (entries.length === 0) return /<\/feed>\s{0,100}$/.test(document.body.slice(-200)) ? null : undefined;
  return latest(newest(entries.map((entry) => dated($(entry).children('published').first().text().trim(), document))));
}

/** A video that is announced, and still to come, is no sign of life yet. */
const dated = (written: string, { at: seen }: ParsedDocument) => {
  const found = isoInterval(written);
  return found !== null && Date.parse(found.from) <= Date.parse(seen) + 86_400_000 ? found : null;
};

/** The channel in an answer of `channels.list`: the one asked for, of several the one meant. */
export function channelIn({ json }: ParsedDocument, { handle }: Account): JsonObject | undefined {
  const channels = listOf(at(json, 'items'))
    .slice(0, 50)
    .filter(isObject)
    .filter(({ kind, id }) => kind === 'youtube#channel' && isText(id) && isId(id));
  const meant = channels.find((channel) => subjectsOf(channel).some((name) => sameHandle(name, handle)));
  return meant ?? channels[0];
}

export const subjectsOf = (channel: JsonObject | undefined): readonly string[] =>
  [textAt(channel, 'id'), textAt(channel, 'snippet', 'customUrl')].filter(isText);

export const followersOf = (channel: JsonObject): number | undefined =>
  at(channel, 'statistics', 'hiddenSubscriberCount') === true
    ? undefined
    : countAt(channel, 'statistics', 'subscriberCount');

export const logoOf = (channel: JsonObject): string | undefined =>
  ['high', 'medium', 'default'].map((size) => textAt(channel, 'snippet', 'thumbnails', size, 'url')).find(isText);

/** Empty where its settings are told, and no picture is among them. */
export const bannerOf = (channel: JsonObject): Picked<string> => {
  const url = textAt(channel, 'brandingSettings', 'image', 'bannerExternalUrl');
  if (isText(url)) return url || null;
  return isObject(channel.brandingSettings) ? null : undefined;
};

export const neverPosted = (channel: JsonObject): Picked<Activity> =>
  countAt(channel, 'statistics', 'videoCount') === 0 ? null : undefined;

/** Documents of the list of uploads, in the order in which they are asked for. */
export const UPLOAD_PAGES = ['uploads', 'uploads-2', 'uploads-3', 'uploads-4'];

/** The list of a channel's uploads, the newest first. */
export function uploadsIn({ json }: ParsedDocument): readonly JsonObject[] {
  return listOf(at(json, 'items'))
    .slice(0, 50)
    .filter(isObject)
    .filter(({ kind }) => kind === 'youtube#playlistItem');
}

export function newestUpload(document: ParsedDocument): Activity | undefined {
  const dates = uploadsIn(document).map((item) => {
    const written = textAt(item, 'contentDetails', 'videoPublishedAt') ?? textAt(item, 'snippet', 'publishedAt');
    return isText(written) ? dated(written, document) : null;
  });
  const found = latest(newest(dates));
  const isHead = !/[?&]pageToken=/.test(document.requestedUrl);
  return found && !isHead ? { ...found, completeness: 'at-least' } : found;
}

/** Whose uploads they are: a playlist of others' videos names its owner there. */
export const ownerOfUploads = (document: ParsedDocument): string | undefined =>
  uploadsIn(document)
    .map((item) => textAt(item, 'snippet', 'channelId'))
    .find(isText);

export const nameOfUploads = (document: ParsedDocument): string | undefined =>
  uploadsIn(document)
    .map((item) => textAt(item, 'snippet', 'channelTitle'))
    .find(isText);

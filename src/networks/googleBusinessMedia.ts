/** The pictures and posts of a place in My Business v4, as its owner put them there. Pure; part of the Google adapter. */

import type { ParsedDocument, Place } from '../model/network.ts';
import type { Activity, ImageReference } from '../model/observation.ts';
import { atLeast, isoInterval, newest } from '../read/dates.ts';
import { at, isObject, isText, type JsonObject, listOf, textAt } from '../read/json.ts';
import { api, inDocument, type Picked } from '../read/places.ts';

export const MEDIA_PAGES = ['media', 'media-2'];
export const POST_PAGES = ['posts', 'posts-2'];

/** `LOGO` is what `PROFILE` was called before. */
const CATEGORIES = { logo: ['PROFILE', 'LOGO'], banner: ['COVER'] } as const;

/** Pictures of another category say nothing of these two, and a list without them may be of the owner's photographs only. */
function pictureIn({ json }: ParsedDocument, which: keyof typeof CATEGORIES): ImageReference | undefined {
  const wanted: readonly string[] = CATEGORIES[which];
  const item = listOf(at(json, 'mediaItems')).find(
    (one) =>
      at(one, 'mediaFormat') === 'PHOTO' && wanted.includes(textAt(one, 'locationAssociation', 'category') ?? ''),
  );
  const url = textAt(item, 'googleUrl');
  return isText(url) && url !== '' ? { url } : undefined;
}

export const hasPictures = (page: ParsedDocument): boolean =>
  pictureIn(page, 'logo') !== undefined && pictureIn(page, 'banner') !== undefined;

export const picturePlaces = (which: keyof typeof CATEGORIES): readonly Place<ImageReference>[] =>
  MEDIA_PAGES.map((name) =>
    inDocument(
      name,
      api(`media ${CATEGORIES[which].join(' or ')}`, (_, document) => pictureIn(document, which)),
    ),
  );

/** When a post came to be seen: planned and repeated ones later than they were written. */
const timeOf = (post: JsonObject) =>
  newest(
    ['createTime', 'scheduledTime', 'recurringInstanceTime'].map((key) => isoInterval(textAt(post, key) ?? '', 'utc')),
  );

/** The documentation does not say in which order they come. */
export const newestPost = ({ json }: ParsedDocument): Activity | undefined =>
  atLeast(
    newest(
      listOf(at(json, 'localPosts'))
        .slice(0, 200)
        .filter(isObject)
        .filter(({ state }) => state === 'LIVE')
        .map(timeOf),
    ),
  );

/** A list without posts is an empty answer. */
function lastPost(document: ParsedDocument): Picked<Activity> {
  const isEmpty = isObject(document.json) && Object.keys(document.json).length === 0;
  return newestPost(document) ?? (isEmpty ? null : undefined);
}

export const postPlaces: readonly Place<Activity>[] = POST_PAGES.map((name) =>
  inDocument(
    name,
    api('newest post of the owner', (_, document) => lastPost(document)),
  ),
);

/**
 * The place in the data that Google Maps gives its own page: nested lists in which everything has its number, the same
 * since 2017. Pure; part of the Google adapter.
 */

import { isUrl } from '../model/isUrl.ts';
import type { ParsedDocument } from '../model/network.ts';
import type { Activity, PostalAddress } from '../model/observation.ts';
import { atLeast, epochInterval, newest } from '../read/dates.ts';
import { assignedJson } from '../read/embedded.ts';
import { at, isObject, isText, listOf, parseJson } from '../read/json.ts';
import { plainLine } from '../read/text.ts';
import { cidInPair, placeIdOf } from './googleBusinessAddress.ts';

export type MapsPlace = readonly unknown[];

const MAX_ANSWERS = 40;
const found = new WeakMap<ParsedDocument, { readonly place: MapsPlace | undefined }>();

/** The one place that an answer or a page is about; none for a list of results. */
export function placeOf(document: ParsedDocument): MapsPlace | undefined {
  const known = found.get(document) ?? {
    place: answersOf(document)
      .map(placeIn)
      .find((one) => one !== undefined),
  };
  found.set(document, known);
  return known.place;
}

/** Answers stand whole, after a guard against foreign scripts, or as texts within the page's state. */
function answersOf(document: ParsedDocument): readonly unknown[] {
  const { body, json } = document;
  if (json !== undefined) return [json];
  if (isGuarded(body)) return [unguarded(body)];
  const parts = at(assignedJson(document, 'APP_INITIALIZATION_STATE'), 3);
  const inside = isObject(parts) ? Object.values(parts) : listOf(parts);
  const texts = inside.flatMap((part) => (Array.isArray(part) ? part : [part])).filter(isText);
  return texts.filter(isGuarded).slice(0, MAX_ANSWERS).map(unguarded);
}

const isGuarded = (text: string): boolean => text.startsWith(")]}'");
const unguarded = (text: string): unknown => parseJson(text.slice(4));

/** An answer about a place; a search with one result only has it elsewhere. */
function placeIn(answer: unknown): MapsPlace | undefined {
  const results = listOf(at(answer, 0, 1)).filter((one) => isPlace(at(one, 14)));
  const candidate = isPlace(at(answer, 6)) ? at(answer, 6) : results.length === 1 ? at(results[0], 14) : undefined;
  return isPlace(candidate) ? candidate : undefined;
}

const isPlace = (value: unknown): value is MapsPlace =>
  Array.isArray(value) && cidInPair(value[10]) !== undefined && isText(value[11]);

const filled = (value: unknown): string | undefined =>
  isText(value) && value.trim() !== '' ? value.trim() : undefined;

export const cidOf = (place: MapsPlace): string | undefined => cidInPair(place[10]);

export const nameOf = (place: MapsPlace): string | undefined => filled(place[11]);

export const pinOf = (place: MapsPlace): string | undefined => filled(place[78]) ?? placeIdOf(place[10]);

/** The owner's own words; what Google's editors say of it stands elsewhere. */
export const bioOf = (place: MapsPlace): string | undefined => filled(at(place, 154, 0, 0));

/** The link goes over Google itself: `/url?q=…`. */
export const websiteOf = (place: MapsPlace): string | undefined => unwrapped(filled(at(place, 7, 0)));

export function unwrapped(href: string | undefined): string | undefined {
  if (href === undefined) return undefined;
  const url = isUrl(href, 'https://www.google.com') ? new URL(href, 'https://www.google.com') : undefined;
  if (url === undefined || !/^(?:www\.)?google\.[a-z.]{2,6}$/.test(url.hostname) || url.pathname !== '/url')
    return href;
  return url.searchParams.get('q') ?? url.searchParams.get('url') ?? undefined;
}

/** With the country's number where there is one; the first form is the national. */
export function phonesOf(place: MapsPlace): readonly string[] | undefined {
  const phones = listOf(at(place, 178)).flatMap((phone) => {
    const forms = listOf(at(phone, 1)).map((form) => filled(at(form, 0)));
    return forms.find((form) => form?.startsWith('+')) ?? filled(at(phone, 0)) ?? filled(at(phone, 3)) ?? [];
  });
  return phones.length === 0 ? undefined : phones;
}

/** As shown, with the parts that Google knows. */
export function addressOf(place: MapsPlace): PostalAddress | undefined {
  const name = nameOf(place) ?? '';
  const whole = filled(place[18]);
  const lines = listOf(place[2]).filter(isText).join(', ');
  const rest = whole?.startsWith(`${name}, `) ? whole.slice(name.length + 2) : whole;
  const text = filled(place[39]) ?? rest ?? filled(lines);
  if (text === undefined || text === name) return undefined;
  const [, street, , city, postalCode, region, country] = listOf(at(place, 183, 1)).map(filled);
  const parts = { street, postalCode, city, region, country };
  return { text, ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) };
}

/** The newest of the owner's own posts that are shown. */
export function lastActivityOf(place: MapsPlace): Activity | undefined {
  const posts = listOf(at(place, 122, 1)).map((post) => at(post, 2, 0));
  const times = posts.map((time) => Number(time)).filter((time) => time > 0);
  return atLeast(newest(times.map(epochInterval)));
}

/** The place that the page asks its data of: `/maps/preview/place?…!1s0x…:0x…`. */
export function pairOfLink({ $ }: ParsedDocument): string | undefined {
  const links = $('link[href*="/maps/preview/place"]').toArray().slice(0, 10);
  for (const link of links) {
    const [, pair] =
      /[!?&](?:1s|ftid=)(0x[\da-f]{1,16}(?::|%3A)0x[\da-f]{1,16})/i.exec($(link).attr('href') ?? '') ?? [];
    if (pair !== undefined) return pair.replace(/%3A/i, ':');
  }
  return undefined;
}

/** Whether a name in an address (`Museum Voorbeeld, Havenkade 1, Zeestad`) begins with the place's own. */
export function isNamed(written: string, name: string): boolean {
  const [asked, own] = [plain(written), plain(name)];
  return own !== '' && (asked === own || asked.startsWith(`${own} `));
}

const plain = (text: string): string =>
  plainLine(
    text
      .slice(0, 400)
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .toLowerCase(),
  );

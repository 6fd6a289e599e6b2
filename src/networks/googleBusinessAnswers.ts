/**
 * A place in the answers of Google's documented interfaces: Places (New, v1), Place Details (legacy), and what owners
 * ask of their own locations (Business Profile, Business Information v1 and My Business v4). From documentation. Pure.
 */

import { isUrl } from '../model/isUrl.ts';
import type { PostalAddress } from '../model/observation.ts';
import { at, isObject, isText, type JsonObject, listOf } from '../read/json.ts';

/** The place in an answer; none in a list, or in an error. */
export function placeInAnswer(answer: unknown): JsonObject | undefined {
  const [result, live] = [at(answer, 'result'), at(answer, 'location')];
  if (isObject(result) && isText(result.place_id)) return result;
  // As visitors see it, beside which of that the owner did not fill in.
  if (isObject(live) && isLocation(live)) return live;
  if (!isObject(answer)) return undefined;
  return isLocation(answer) || (isText(answer.id) && isObject(answer.displayName)) ? answer : undefined;
}

const isLocation = ({ name }: JsonObject): boolean => isText(name) && /(?:^|\/)locations\/\d/.test(name);

const firstText = (place: JsonObject, ...paths: readonly (readonly (string | number)[])[]): string | undefined =>
  paths.map((path) => at(place, ...path)).find((value): value is string => isText(value) && value.trim() !== '');

/** In the owners' interface `name` is the path of the location. */
export const nameIn = (place: JsonObject): string | undefined =>
  firstText(place, ['displayName', 'text'], ['title'], ['locationName'], ...(isText(place.place_id) ? [['name']] : []));

export const placeIdIn = (place: JsonObject): string | undefined =>
  firstText(place, ['place_id'], ['metadata', 'placeId'], ['locationKey', 'placeId'], ['id']);

export const locationIn = (place: JsonObject): string | undefined =>
  isText(place.name) ? /(?:^|\/)locations\/(\d{1,30})$/.exec(place.name)?.[1] : undefined;

export const websiteIn = (place: JsonObject): string | undefined =>
  firstText(place, ['websiteUri'], ['websiteUrl'], ['website']);

export const bioIn = (place: JsonObject): string | undefined => firstText(place, ['profile', 'description']);

export function phonesIn(place: JsonObject): readonly string[] | undefined {
  const first = firstText(
    place,
    ...[['internationalPhoneNumber'], ['international_phone_number'], ['phoneNumbers', 'primaryPhone']],
    ...[['primaryPhone'], ['nationalPhoneNumber'], ['formatted_phone_number']],
  );
  const more = [...listOf(at(place, 'phoneNumbers', 'additionalPhones')), ...listOf(at(place, 'additionalPhones'))];
  const phones = [first, ...more].filter(isText);
  return phones.length === 0 ? undefined : phones;
}

export function addressIn(place: JsonObject): PostalAddress | undefined {
  const parts = [place.storefrontAddress, place.postalAddress, place.address].find(isObject) ?? {};
  const street = listOf(parts.addressLines).filter(isText).join(', ');
  const line = [parts.postalCode, parts.locality].filter(isText).join(' ');
  const joined = [street, line, parts.administrativeArea].filter((part) => isText(part) && part !== '').join(', ');
  const text = firstText(place, ['formattedAddress'], ['formatted_address']) ?? joined;
  if (text === '') return undefined;
  const named = {
    street,
    postalCode: parts.postalCode,
    city: parts.locality,
    region: parts.administrativeArea,
    country: parts.regionCode,
  };
  return { text, ...Object.fromEntries(Object.entries(named).filter(([, part]) => isText(part) && part !== '')) };
}

/** As the owner set it, or as Google tells everybody. */
export const closedIn = (place: JsonObject): 'permanently' | undefined =>
  [at(place, 'openInfo', 'status'), place.businessStatus, place.business_status].includes('CLOSED_PERMANENTLY')
    ? 'permanently'
    : undefined;

/**
 * Whether an owners' answer was asked for a field and has none. Google leaves out what is empty, and refuses to be asked
 * for a field that it does not know.
 */
export function isEmptyThere(field: string, place: JsonObject, requestedUrl: string): boolean {
  const asked = isUrl(requestedUrl) ? (new URL(requestedUrl).searchParams.get('readMask') ?? '') : '';
  return isLocation(place) && place[field] === undefined && asked.split(',').includes(field);
}

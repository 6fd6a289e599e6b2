/** Compares postal addresses part by part: only what both sides have. Dutch conventions first. */

import { withoutUmlauts } from './characters.ts';
import { cityMatches, isAlsoProvince, isArea } from './cities.ts';
import { countryCode } from './countries.ts';
import { normalisePostalCode, type Piece, piecesOf } from './places.ts';
import { isSameStreet, isSameStreetCutShort, parseStreet, type StreetLine, unitIn } from './street.ts';

export interface AddressParts {
  readonly text?: string;
  readonly street?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly region?: string;
  readonly country?: string;
}

export type AddressPart = 'street' | 'postalCode' | 'city' | 'country';

/**
 * `same`: street, postal code and city as far as expected · `partial`: what is shown is right, but not all is shown ·
 * `different`: the parts named differ · `unreadable`: nothing in it can be compared.
 */
export interface AddressComparison {
  readonly relation: 'same' | 'partial' | 'different' | 'unreadable';
  readonly differing: readonly AddressPart[];
  readonly agreeing: readonly AddressPart[];
}

const LONGEST = 300;

type Answer = boolean | null;

const PARTS: readonly AddressPart[] = ['street', 'postalCode', 'city', 'country'];

export function compareAddress(expected: AddressParts, shown: AddressParts): AddressComparison {
  const isInPlace = shown.city !== undefined && shown.city === expected.city;
  const found = isInPlace ? shown : inPlace(shown);
  const answers: Readonly<Record<AddressPart, Answer>> = {
    street: compareStreet(expected, found, sameStreetIn(expected, found)),
    postalCode: comparePostalCode(expected, found),
    city: compareCity(expected, found),
    country: compareCountry(expected, found),
  };
  const differing = PARTS.filter((part) => answers[part] === false);
  const agreeing = PARTS.filter((part) => answers[part] === true);
  if (differing.length > 0) return { relation: 'different', differing, agreeing };
  if (agreeing.length === 0) return { relation: 'unreadable', differing, agreeing };
  const isWhole = PARTS.every((part) => part === 'country' || !expected[part] || agreeing.includes(part));
  return { relation: isWhole ? 'same' : 'partial', differing, agreeing };
}

const partsOf = ({ street, postalCode, city, region, country }: AddressParts): readonly string[] =>
  [street, postalCode, city, region, country].flatMap((part) => part?.trim() || []);

/** The city stands in the field of the street, or all of it in one: then the fields tell nothing. */
function inPlace(address: AddressParts): AddressParts {
  const short = (part = '') => part.slice(0, LONGEST);
  const [street, postalCode, city] = [short(address.street), short(address.postalCode), short(address.city)];
  const isMixed = /\p{L}{4}/u.test(postalCode) || /\d{4}\s?[A-Z]{2}(?!\p{L})|\d{4,5}\s\p{L}{2}/u.test(city);
  if (isMixed) return { text: partsOf(address).join(', ') };
  const isSwapped = !/\d/u.test(street) && /\p{L}{3}\D*\s\d{1,5}/u.test(city);
  return isSwapped ? { ...address, street: city, city: street } : address;
}

/** The parts in one line, for comparing a waiver with. */
export function normaliseAddress(address: AddressParts): string {
  const { street, postalCode, city, country } = address;
  const parts = [
    street,
    postalCode && normalisePostalCode(postalCode),
    city,
    country && (countryCode(country) ?? country),
  ];
  const given = parts.filter((part): part is string => Boolean(part?.trim()));
  return (given.length > 0 ? given : [address.text ?? '']).join(', ').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** A Dutch postal code with the number of the house is one address: then a name may be cut shorter. */
function sameStreetIn(expected: AddressParts, found: AddressParts): (a: StreetLine, b: StreetLine) => boolean {
  const isDutch = /^\s{0,3}[1-9]\d{3}\s{0,3}[a-z]{2}\s{0,3}$/iu.test(expected.postalCode ?? '');
  if (!isDutch || comparePostalCode(expected, found) !== true) return isSameStreet;
  return (a, b) => isSameStreet(a, b) || isSameStreetCutShort(a, b);
}

function compareStreet(
  expected: AddressParts,
  found: AddressParts,
  isSame: (a: StreetLine, b: StreetLine) => boolean,
): Answer {
  const wanted = spellings(expected.street ?? '').flatMap((street) => parseStreet(street) ?? []);
  if (wanted.length === 0) return null;
  const { pieces } = piecesOf(found.street ?? found.text ?? '', expected.postalCode);
  const texts = [...pieces.map(({ text }) => text), found.street ?? ''];
  const lines = texts.flatMap(spellings).flatMap((text) => parseStreet(text) ?? []);
  const [unit, other] = [unitIn(expected.street ?? ''), unitIn(found.street ?? found.text ?? '')];
  if (lines.length > 0 && unit !== null && other !== null && unit !== other) return false;
  return lines.length === 0 ? null : lines.some((line) => wanted.some((one) => isSame(one, line)));
}

const spellings = (text: string): readonly string[] => [
  ...new Set([text, withoutUmlauts(text), text.replaceAll('å', 'aa').replaceAll('ø', 'oe').replaceAll('æ', 'ae')]),
];

function comparePostalCode(expected: AddressParts, found: AddressParts): Answer {
  if (!expected.postalCode) return null;
  const wanted = normalisePostalCode(expected.postalCode);
  if (found.postalCode) return normalisePostalCode(found.postalCode) === wanted;
  const codes = piecesOf(found.text ?? '', expected.postalCode).codes.map(normalisePostalCode);
  return codes.length === 0 ? null : codes.includes(wanted);
}

function compareCity(expected: AddressParts, found: AddressParts): Answer {
  if (!expected.city || !/\p{L}/u.test(expected.city)) return null;
  if (found.city && /\p{L}/u.test(found.city)) return cityMatches(expected.city, found.city);
  const { pieces } = piecesOf(found.text ?? '', expected.postalCode);
  return cityInPieces(expected.city, pieces);
}

/** A city that is not named is only another city when a place in the text can be nothing else. */
function cityInPieces(city: string, pieces: readonly Piece[]): Answer {
  const places = pieces.flatMap(placeOf);
  const at = places.findIndex(({ text }) => cityMatches(city, text, { within: true }));
  if (at >= 0) {
    // In `Amersfoort, Utrecht` the second is the province.
    const isProvince = isAlsoProvince(city) && at > 0 && isPlaceLike(places[at - 1]?.text ?? '');
    return isProvince && !pieces.some(({ text }) => parseStreet(text)) ? null : true;
  }
  if (places.some(({ text, afterCode }) => afterCode && /\p{L}{2}/u.test(text))) return false;
  const street = pieces.findLastIndex(({ text }) => parseStreet(text) !== null);
  const next = pieces.slice(street + 1).find((piece) => places.includes(piece));
  return next && isPlaceLike(next.text) && !isArea(next.text) ? false : null;
}

/** What of a piece may name a city: not a street, but what follows its number. */
function placeOf(piece: Piece): Piece[] {
  if (countryCode(piece.text, { name: true })) return [];
  const line = parseStreet(piece.text);
  if (!line) return [piece];
  return line.rest === '' ? [] : [{ text: line.rest, afterCode: false }];
}

const isPlaceLike = (text: string): boolean =>
  /^\p{Lu}[\p{L}'’. -]{1,40}$/u.test(text) &&
  !text.endsWith('.') &&
  text.split(' ').length <= 3 &&
  // `Bergen op Zoom`, not `Op afspraak`.
  text
    .split(' ')
    .every(
      (word) => !/^\p{Ll}/u.test(word) || /^(?:aan|an|am|de|den|der|op|van|bij|in|en|le|la|sur|upon)$/u.test(word),
    );

function compareCountry(expected: AddressParts, found: AddressParts): Answer {
  const wanted = expected.country ? countryCode(expected.country) : null;
  if (!wanted) return null;
  if (found.country) {
    const seen = countryCode(found.country);
    return seen === null ? null : seen === wanted;
  }
  const { pieces } = piecesOf(found.text ?? '', expected.postalCode);
  const seen = pieces.flatMap(({ text }) => countryCode(text, { name: true }) ?? []);
  return seen.length === 0 ? null : seen.includes(wanted);
}

/** Compares postal addresses part by part: only what both sides have. Dutch conventions first. */

import { cityMatches, countryCode, normalisePostalCode, postalCodesIn, segmentsOf } from './places.ts';
import { isSameStreet, parseStreet } from './street.ts';

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

type Answer = boolean | null;

const PARTS: readonly AddressPart[] = ['street', 'postalCode', 'city', 'country'];

export function compareAddress(expected: AddressParts, found: AddressParts): AddressComparison {
  const answers: Readonly<Record<AddressPart, Answer>> = {
    street: compareStreet(expected, found),
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

function compareStreet(expected: AddressParts, found: AddressParts): Answer {
  const wanted = expected.street ? parseStreet(expected.street) : null;
  if (!wanted) return null;
  const lines = streetsIn(found.street ?? found.text ?? '', found);
  if (lines.length === 0) return null;
  return lines.some((line) => isSameStreet(wanted, line));
}

/** Every segment that reads as a street with a number, postal codes left out. */
function streetsIn(text: string, { postalCode, city }: AddressParts) {
  return segmentsOf(text).flatMap((segment) => {
    let rest = segment;
    for (const code of postalCodesIn(segment, postalCode)) rest = rest.replace(code, ' , ');
    if (city) rest = rest.replace(city, ' , ');
    return rest.split(',').flatMap((part) => parseStreet(part.trim()) ?? []);
  });
}

function comparePostalCode(expected: AddressParts, found: AddressParts): Answer {
  if (!expected.postalCode) return null;
  const wanted = normalisePostalCode(expected.postalCode);
  if (found.postalCode) return normalisePostalCode(found.postalCode) === wanted;
  const codes = postalCodesIn(found.text ?? '', expected.postalCode).map(normalisePostalCode);
  return codes.length === 0 ? null : codes.includes(wanted);
}

function compareCity(expected: AddressParts, found: AddressParts): Answer {
  if (!expected.city) return null;
  const { city } = expected;
  if (found.city) return cityMatches(city, found.city);
  return found.text ? cityInText(city, found.text, expected.street) : null;
}

/** A city that is not named is only another city when a place in the text can be nothing else. */
function cityInText(city: string, text: string, street: string | undefined): Answer {
  const segments = segmentsOf(text);
  if (segments.some((segment) => cityMatches(city, segment, { within: true }))) {
    // `Amsterdamseweg 1` and `Utrechtse Straat 1, Zeist` name a city that they are not in.
    return segments.some((segment) => !parseStreet(segment) && cityMatches(city, segment, { within: true })) || !street
      ? true
      : null;
  }
  const afterCode = segments.flatMap((segment) => {
    const code = postalCodesIn(segment, undefined)[0];
    return code === undefined ? [] : [segment.slice(segment.indexOf(code) + code.length).trim()];
  });
  if (afterCode.some((place) => /\p{L}{2}/u.test(place))) return false;
  const streetAt = segments.findIndex((segment) => parseStreet(segment) !== null);
  const places = segments.slice(streetAt + 1).filter((segment) => !/\d/u.test(segment) && !countryCode(segment));
  return places.length > 0 && isPlaceLike(places[0] ?? '') ? false : null;
}

const isPlaceLike = (text: string): boolean => /^\p{Lu}[\p{L}'’. -]{1,40}$/u.test(text) && text.split(' ').length <= 4;

function compareCountry(expected: AddressParts, found: AddressParts): Answer {
  const wanted = expected.country ? countryCode(expected.country) : null;
  if (!wanted) return null;
  if (found.country) {
    const seen = countryCode(found.country);
    return seen === null ? null : seen === wanted;
  }
  const seen = segmentsOf(found.text ?? '').flatMap((segment) => countryCode(segment, { name: true }) ?? []);
  return seen.length === 0 ? null : seen.includes(wanted);
}

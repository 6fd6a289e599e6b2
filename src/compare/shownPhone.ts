/** What a profile shows as its telephone number, held against the numbers that were expected. */

import { plainQuotesAndDashes, withoutInvisible } from './characters.ts';
import { countryOfPhone, isMasked, normalisePhones } from './phone.ts';

const LONGEST = 250;
const SHORTEST_LOCAL = 5;

/** Home first, then the countries of the expected numbers: `02 512 34 56` beside a Belgian number is Belgian. */
export const countriesOf = (home: string, expected: readonly (string | null)[]): readonly string[] => [
  ...new Set([home, ...expected.flatMap((number) => (number && countryOfPhone(number)) || [])]),
];

/**
 * All numbers in a shown value. Written without its country it may be read as one of several: then as the one that was
 * expected, else as that of the first country that has such a number.
 */
export function readPhones(
  text: string,
  countries: readonly string[],
  expected: readonly (string | null)[],
): readonly string[] {
  const readings = countries.map((country) => normalisePhones(text, country));
  const hit = readings.find((numbers) => numbers.some((number) => expected.includes(number)));
  return hit ?? asExpected(text, expected) ?? readings.find((numbers) => numbers.length > 0) ?? [];
}

/** National writing of a number range that the library does not know: the same digits behind the nought. */
function asExpected(text: string, expected: readonly (string | null)[]): readonly string[] | null {
  const shown = bareDigits(text);
  if (shown === null || shown.startsWith('+')) return null;
  const national = shown.replace(/^[01](?=\d{8})/u, '');
  const number = expected.find((one) => one !== null && national.length >= 8 && isNational(one, national));
  return number ? [number] : null;
}

const isNational = (number: string, digits: string): boolean =>
  number.startsWith('+') && number.endsWith(digits) && /^\+\d{1,3}$/u.test(number.slice(0, -digits.length));

/**
 * A value that is a number for anyone who looks at it, though none that exists (`1234567890`): its digits. Null too when
 * it may be the expected number without its area code.
 */
export function impossibleNumber(text: string, expected: readonly (string | null)[]): string | null {
  const shown = bareDigits(text);
  if (shown === null) return null;
  const isLocal = shown.length >= SHORTEST_LOCAL && expected.some((one) => one?.endsWith(shown));
  return isLocal ? null : shown;
}

/** The digits of a value that holds nothing else beside a label and a remark. */
function bareDigits(text: string): string | null {
  if (text.length > LONGEST || isMasked(text)) return null;
  const plain = plainQuotesAndDashes(withoutInvisible(text.normalize('NFKC')))
    .replace(/\([^()]*\p{L}[^()]*\)/gu, ' ')
    .replace(/^[^\d+(…]{1,30}(?=[\d+(])/u, '')
    .trim();
  if (!/^[+(]?[\d\s().[\]/+-]+$/u.test(plain)) return null;
  const digits = plain.replace(/\D/gu, '');
  return digits.length < 3 ? null : plain.startsWith('+') ? `+${digits}` : digits;
}

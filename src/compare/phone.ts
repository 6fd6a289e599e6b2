/** One form for a telephone number, however a country writes it. */

import {
  type CountryCode,
  findPhoneNumbersInText,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';
import { plainQuotesAndDashes, trimAround, wellFormed, withoutInvisible } from './characters.ts';
import { countryCode as codeOfCountry } from './countries.ts';

const LONGEST = 250;
/** `020-123…`, `+31 20 *** ** 67`: what is hidden cannot be compared. */
const MASKED = /\d\s?(?:…|\.{3})|[*•]{2}|\d\s?[xX]{2}/u;

/** `(24 uur per dag)`: the figures in it are no part of the number. */
const REMARK = /\s\([^()]*\p{L}{2}[^()]*\)/gu;

export const isMasked = (text: string): boolean => MASKED.test(text);

/** E.164 (`+31201234567`), or the bare digits of a short number (`1850`); null when there is no number in it. */
export const normalisePhone = (text: string, country: string): string | null =>
  normalisePhones(text, country)[0] ?? null;

/** All numbers in one written value: `020-1234567 / 06-12345678` holds two. */
export function normalisePhones(text: string, country: string): readonly string[] {
  const written = withoutInvisible(trimAround(wellFormed(unencoded(text.slice(0, LONGEST)))));
  const plain = plainQuotesAndDashes(written).replace(/[\p{Zs}\t]+/gu, ' ');
  if (isMasked(plain)) return [];
  const linked = /^(?:https?:\/\/)?(?:wa\.me\/|(?:api\.)?whatsapp\.com\/send\/?\?phone=)\+?(\d{6,15})/iu.exec(
    plain,
  )?.[1];
  const value = linked === undefined ? spelledOut(plain.replace(REMARK, '')) : `+${linked}`;
  const whole = parsed(value, country);
  if (whole) return [whole];
  const options = { defaultCountry: countryCode(country), v2: true } as const;
  const several = findPhoneNumbersInText(value, options).map(({ number }) => String(number.number));
  if (several.length > 0) return [...new Set(several)];
  const remarked = parsed(value.replace(/\([^()]*\)$/u, ''), country) ?? shortNumber(value);
  return remarked ? [remarked] : [];
}

const KEYS = ['', '', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/** `0800-BIBLIO`: letters as they stand on the keys. */
const spelledOut = (text: string): string =>
  text.replace(/(?<=(?<!\d)0?[89]\d0[\s.)-]{1,2})[A-Z]{4,9}$/u, (word) =>
    Array.from(word, (letter) => KEYS.findIndex((key) => key.includes(letter))).join(''),
  );

/** The country that an international number is of. */
export const countryOfPhone = (number: string): string | null => {
  const found = parsePhoneNumberFromString(number.slice(0, LONGEST));
  return found?.country ?? found?.getPossibleCountries()[0] ?? null;
};

/** Links may write the plus and the spaces as `%2B` and `%20`. */
const unencoded = (text: string): string =>
  text
    .replace(/%20/gu, ' ')
    .replace(/%2B/giu, '+')
    .replace(/%2[89]/gu, ' ');

/** As any network takes it: the way it is written if that says its country, else in international form. */
export function internationalPhone(text: string, country: string): string {
  if (text.trim().startsWith('+')) return text.trim();
  const number = parsePhoneNumberFromString(text.slice(0, LONGEST), { defaultCountry: countryCode(country) });
  return number?.isValid() && number.nationalNumber.length > 5 ? number.formatInternational() : text;
}

/** As people of the number's own country write it, where the network shows it so; a foreign number stays international. */
export function nationalPhone(text: string, country: string): string {
  const home = countryCode(country);
  const number = parsePhoneNumberFromString(text.slice(0, LONGEST), { defaultCountry: home });
  if (!number?.isValid() || number.country !== home || number.nationalNumber.length <= 5)
    return internationalPhone(text, country);
  return number.formatNational();
}

function parsed(text: string, country: string): string | null {
  const number = parsePhoneNumberFromString(text, { defaultCountry: countryCode(country) });
  if (!number) return null;
  if (number.isValid()) return number.number;
  // Without its area code a number is not yet one; with it, a number range that is new to the library still is.
  return number.isPossible() && number.nationalNumber.length > 6 && /^\W*(?:tel:)?\W*[+0]/iu.test(text)
    ? number.number
    : null;
}

const shortNumber = (text: string): string | null => {
  const digits = /^(?:tel:)?([\d -]{3,10})$/iu.exec(text.trim())?.[1]?.replace(/\D/gu, '') ?? '';
  return digits.length >= 3 && digits.length <= 6 ? digits : null;
};

const countryCode = (country: string): CountryCode | undefined => {
  const code = codeOfCountry(country) ?? country.toUpperCase();
  return isSupportedCountry(code) ? code : undefined;
};

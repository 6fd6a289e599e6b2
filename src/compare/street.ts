/** One line of an address: street, number and addition, in the many ways they are written. Dutch first. */

import { folded, plainQuotesAndDashes, wellFormed, withoutInvisible } from './characters.ts';

export interface StreetLine {
  readonly words: readonly string[];
  readonly number: string;
  readonly addition: string;
  /** What follows that is no addition, such as a city without a comma. */
  readonly rest: string;
}

const LONGEST = 300;
const BOX = /\b(?:p\.?\s?o\.?\s?box|postbox|post office box|postbus|pb\.?|bo[iî]te postale|postfach)\s{0,3}(?=\d)/u;

/** `1e Dwarsstraat 5`: a figure before the name is no number of a house. */
const ORDINAL = /\b[1-5](?:e|ste|de)(?=\s[a-z])/u;
const ORDINALS = ['eerste', 'tweede', 'derde', 'vierde', 'vijfde'];

const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bv\s?[./]\s?d\.?\s/gu, 'van der '],
  [/\bv\.\s?/gu, 'van '],
  [/str\.?(?=\s|$)/gu, 'straat'],
  [/ln\.?(?=\s|$)/gu, 'laan'],
  [/pln\.?(?=\s|$)/gu, 'plein'],
  [/wg\.?(?=\s|$)/gu, 'weg'],
  [/sngl\.?(?=\s|$)/gu, 'singel'],
  [/gr\.(?=\s|$)/gu, 'gracht'],
  [/stra(?:ß|ss)e(?=\s|$)/gu, 'straat'],
  [/\b(?:sint|sankt|saint)\s/gu, 'st. '],
  [/\bprof(?:\.\s?|\s)/gu, 'professor '],
  [/\b(?:dr(?:\.\s?|\s)|dokter\s)/gu, 'doctor '],
  [/\bmr(?:\.\s?|\s)/gu, 'meester '],
  [/\bds(?:\.\s?|\s)/gu, 'dominee '],
  [/\bir(?:\.\s?|\s)/gu, 'ingenieur '],
  [/\bburg(?:em)?(?:\.\s?|\s)/gu, 'burgemeester '],
  [/\bjhr(?:\.\s?|\s)/gu, 'jonkheer '],
  [/\broad\b/gu, 'rd.'],
  [/\bstreet\b/gu, 'st.'],
  [/\bavenue\b/gu, 'ave.'],
];

/** Null when there is no number in it. */
export function parseStreet(text: string): StreetLine | null {
  const line = folded(plainQuotesAndDashes(withoutInvisible(wellFormed(text.slice(0, LONGEST)))))
    .trim()
    .replace(BOX, 'postbus ')
    .replace(/(?<=\d) ?t\/?m\.? ?(?=\d)/u, '-')
    .replace(ORDINAL, (ordinal) => ORDINALS[Number(ordinal[0]) - 1] ?? ordinal);
  const after = /^(\D*[^\d\s,.-][^\d]*?)[\s,]*(?:\bnr\.?|\bno\.?|\bnummer|#)?\s{0,3}(\d{1,6})(?!\d)(.{0,40})$/u.exec(
    line,
  );
  if (after) return streetLine(after[1] ?? '', after[2] ?? '', after[3] ?? '');
  const before = /^(\d{1,6})([a-z]?)[\s,]+(\D{2,})$/u.exec(line);
  if (before) return streetLine(before[3] ?? '', before[1] ?? '', before[2] ?? '');
  // `Plein 1944 12`: the name has a figure of its own.
  const named = /^(.*\D)\s(\d{1,6})\s?-?([a-z]{0,4})$/u.exec(line);
  return named ? streetLine(named[1] ?? '', named[2] ?? '', named[3] ?? '') : null;
}

const streetLine = (name: string, number: string, rest: string): StreetLine | null => {
  const words = streetWords(name.replace(/[\s,](?:nr|no|nummer)\.?[\s,]*$/u, ''));
  if (words.length === 0) return null;
  const after = ADDITION.exec(rest.replace(FLOOR, ' '));
  const addition = (after?.[1] ?? '').replace(/[^a-z\d]/gu, '').replace(/^(?:bus|unit|appt?|apt|toev)(?=.)/u, '');
  return { words, number: number.replace(/^0+(?=\d)/u, ''), addition, rest: (after?.[2] ?? '').trim() };
};

/** `1-A`, `1 a`, `1A`, `12 hs`, `12-II`, `12-14`. */
const ADDITION =
  /^[\s/.-]{0,3}((?:toev\.?\s?|unit\s?|app?t?\.?\s?|bus\s?)?(?:bis|hs|huis|boven|beneden|zwart|rood|[ivx]{1,4}|[a-z]{0,2}[\s-]?\d{1,4}[a-z]?|(?!(?:te|in|op|nl|be)(?![a-z]))[a-z]{1,2}))?(?![a-z\d])(.*)$/u;
const FLOOR = /\(?\b\d{1,2}\s?(?:e|de|ste|st|nd|rd|th)\s(?:etage|verdieping|verd|floor)\b\.?\)?/u;

function streetWords(name: string): string[] {
  let text = `${name.trim()} `;
  for (const [pattern, full] of ABBREVIATIONS) text = text.replace(pattern, full);
  return text.split(/[^\p{L}\p{N}.]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

export const isSameStreet = (a: StreetLine, b: StreetLine): boolean =>
  a.number === b.number && a.addition === b.addition && isSameName(a.words, b.words);

/** Word by word, where one that ends in a full stop stands for any that begins like it; or all written as one. */
function isSameName(a: readonly string[], b: readonly string[]): boolean {
  if (a.join('').replaceAll('.', '') === b.join('').replaceAll('.', '')) return true;
  return a.length === b.length && a.every((word, at) => isSameWord(word, b[at] ?? ''));
}

function isSameWord(a: string, b: string): boolean {
  const [left, right] = [a.replaceAll('.', ''), b.replaceAll('.', '')];
  return left === right || (a.endsWith('.') && right.startsWith(left)) || (b.endsWith('.') && left.startsWith(right));
}

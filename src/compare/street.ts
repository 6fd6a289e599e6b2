/** One line of an address: street, number and addition, in the many ways they are written. Dutch first. */

import { folded, plainQuotesAndDashes, wellFormed, withoutInvisible } from './characters.ts';
import { ordinalsWritten, streetWords } from './streetWords.ts';

export interface StreetLine {
  readonly words: readonly string[];
  readonly number: string;
  readonly addition: string;
  /** What follows that is no addition, such as a city without a comma. */
  readonly rest: string;
}

const LONGEST = 300;
const BOX = /\b(?:p\.?\s?o\.?\s?box|postbox|post office box|postbus|pb\.?|bo[iî]te postale|postfach)\s{0,3}(?=\d)/u;

/** Rooms and floors within a building, as the English write them beside the number of the house. */
const UNIT =
  /(?<![\p{L}\d])(?:(?<=^\s?)unit|unit(?=\s[a-z]\d)|flat|suite|ste\.?|apartment|room|rm\.?|kamer|office|#)[\s#.]{0,2}((?:[a-z](?=\d))?\d{1,5}(?:\.\d{1,4})?[a-z]?)(?![\p{L}\d])[\s,]{0,2}/iu;

/** The number of the flat or suite, where one is named. */
export const unitIn = (text: string): string | null => UNIT.exec(text.slice(0, LONGEST))?.[1]?.toLowerCase() ?? null;

const plainLine = (text: string): string => {
  const line = folded(plainQuotesAndDashes(withoutInvisible(wellFormed(text.slice(0, LONGEST)))));
  const written = line
    .replace(/(?<=^\D{3,80} )#(?=\d{1,6}$)/u, '')
    .replace(UNIT, ' ')
    .replace(/(?<=\d[a-z]?),\s?(?=(?:bus|bte|boite)\s?\d)/u, ' ')
    .trim()
    .replace(/[\s,]+$/u, '')
    .replace(BOX, 'postbus ')
    .replace(/(?<=^postbus \d{1,3})[. ](?=\d{3}$)/u, '')
    .replace(/(?<=\d) ?t\/?m\.? ?(?=\d)/u, '-')
    // `Plein 1944 nr. 20`, `Plein 1944, 20`
    .replace(/(?<=\s(?:1[5-9]|20)\d\d)(?:,\s?|,?\s(?:nr|no|nummer)\.?\s?)(?=\d{1,4}(?!\d))/u, ' ');
  return ordinalsWritten(written);
};

/** `12 bis, rue de la Paix`, `10 Downing Street`, `350 5th Avenue`; `1600 N Main Street` has no letter to its number. */
const NUMBER_FIRST =
  /^(\d{1,6})(?:[\s-]?(bis|ter|quater)|-?([a-z])|\s([a-z])(?=,|\s(?:rue|avenue|av|boulevard|bd|place|quai|chemin)(?![a-z]))|\s([a-df-mo-rt-vx-z])(?=\s[a-z]{3}))?[\s,]+((?:\D{0,30}?\d{1,3}(?:st|nd|rd|th|er?|eme)\s)?\D{2,})$/u;

/** Null when there is no number in it. */
export function parseStreet(text: string): StreetLine | null {
  const line = plainLine(text);
  const after =
    /^(\D*[^\d\s,.-][^\d]*?)[\s,]*(?:\bnr\.?|\bno\.?|\bn\.|\bnummer|#)?\s{0,3}(\d{1,6})(?!\d)(.{0,40})$/u.exec(line);
  if (after) return streetLine(after[1] ?? '', after[2] ?? '', after[3] ?? '');
  const before = NUMBER_FIRST.exec(line);
  if (before) {
    const [, number = '', repeated = '', letter = '', apart = '', alone = '', name = ''] = before;
    return streetLine(name, number, repeated + letter + apart + alone);
  }
  // `Plein 1944 12`: the name has a figure of its own.
  const named = /^(.*\D)\s(\d{1,6})\s?-?([a-z]{0,4})$/u.exec(line);
  return named ? streetLine(named[1] ?? '', named[2] ?? '', named[3] ?? '') : null;
}

const streetLine = (name: string, number: string, rest: string): StreetLine | null => {
  const words = streetWords(name.replace(/[\s,](?:nr|no|nummer)\.?[\s,]*$/u, ''));
  if (words.length === 0) return null;
  const after = ADDITION.exec(rest.replace(FLOOR, ' ').replace(OPPOSITE, ''));
  const addition = oneAddition((after?.[1] ?? '').replace(/[^a-z\d]/gu, ''));
  return { words, number: number.replace(/^0+(?=\d)/u, ''), addition, rest: (after?.[2] ?? '').trim() };
};

const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', huis: 'hs', h: 'hs' };

/** `bus 3`, `b3` and `3` are one, and so are `III` and `3`. */
function oneAddition(written: string): string {
  const bare = written.replace(/^(?:bus|boite|bte|unit|appt?|apt|toev|b(?=\d))(?=.)/u, '');
  return ROMAN[bare] ?? bare;
}

/** `1-A`, `1 a`, `1A`, `12 hs`, `12-II`, `12-14`. */
const ADDITION =
  /^[\s/.-]{0,3}((?:toev\.?\s?|unit\s?|app?t?\.?\s?|bus\s?|boite\s?|bte\s?)?(?:bis|hs|huis|boven|beneden|zwart|rood|[ivx]{1,4}|[a-z]{0,2}[\s/-]?\d{1,4}[a-z]?|(?!(?:te|in|op|nl|be)(?![a-z]))[a-z]{1,2}))?(?![a-z\d])(.*)$/u;
/** `t/o station`: where it is, and no part of it. */
const OPPOSITE = /[\s(]\(?(?:t\/o|t\.o\.?|tegenover|naast|achter|nabij|hoek|ingang)(?![a-z]).*$/u;
const FLOOR = /\(?\b\d{1,2}\s?(?:e|de|ste|st|nd|rd|th)\s(?:etage|verdieping|verd|floor)\b\.?\)?/u;

export const isSameStreet = (a: StreetLine, b: StreetLine): boolean =>
  a.number === b.number && a.addition === b.addition && isSameName(a.words, b.words);

/**
 * For an address whose postal code names a few houses only: the same number, and a name that can be the other one cut
 * short (`NZ Voorburgwal`, `Kon. gracht`): it begins and ends alike, and leaves letters out in between.
 */
export function isSameStreetCutShort(a: StreetLine, b: StreetLine): boolean {
  if (a.number !== b.number || a.addition !== b.addition) return false;
  const written = ({ words }: StreetLine) => words.join('').replaceAll('.', '');
  const [shorter, longer] = written(a).length <= written(b).length ? [a, b] : [b, a];
  const [short, long] = [written(shorter), written(longer)];
  const isCut =
    shorter.words.length !== longer.words.length ||
    shorter.words.some((word) => !longer.words.includes(word) && /\.$|^.{1,2}$/u.test(word));
  return (
    isCut && short.length >= 6 && short[0] === long[0] && short.slice(-4) === long.slice(-4) && isWithin(short, long)
  );
}

/** Whether all letters of the one stand in the other, in their order. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** Word by word, where one that ends in a full stop stands for any that begins like it; or all written as one. */
function isSameName(a: readonly string[], b: readonly string[]): boolean {
  if (a.join('').replaceAll('.', '') === b.join('').replaceAll('.', '')) return true;
  const [left, right] = [withoutArticle(a), withoutArticle(b)];
  if (left.length === right.length && left.every((word, at) => isSameWord(word, right[at] ?? ''))) return true;
  // `Prof. Keesomlaan`, `Prof. W.H. Keesomlaan`: initials that only one side writes tell no streets apart.
  const [plainLeft, plainRight] = [left.filter(isName), right.filter(isName)];
  const isOneSided = plainLeft.length < left.length !== plainRight.length < right.length;
  return isOneSided && plainLeft.length > 0 && isSameName(plainLeft, plainRight);
}

/** `De Markt` and `Markt`. */
const withoutArticle = (words: readonly string[]): readonly string[] =>
  words.length > 1 && /^(?:de|het|t)$/u.test(words[0] ?? '') ? words.slice(1) : words;

const isName = (word: string): boolean => !/^(?:(?:[a-z]\.){2,5}|[a-df-mo-rt-vx-z]\.)$/u.test(word);

function isSameWord(a: string, b: string): boolean {
  const [left, right] = [a.replaceAll('.', ''), b.replaceAll('.', '')];
  return left === right || (a.endsWith('.') && right.startsWith(left)) || (b.endsWith('.') && left.startsWith(right));
}

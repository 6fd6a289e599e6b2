/** Characters that look the same or cannot be seen, brought to one form. Every function takes any string at all. */

const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;
const VARIATION = /[\uFE00-\uFE0F]/gu;
/** Marks that networks put around texts to keep their direction; those that turn letters around are none of these. */
const AROUND = /^[\s\u061C\u200B\u200E\u200F\u202A-\u202C\u2066-\u2069\uFEFF]+/u;
const SINGLE_QUOTES = /[\u2018-\u201B\u2032\u02BC\u00B4`]/gu;
const DOUBLE_QUOTES = /[\u201C-\u201F\u2033\u00AB\u00BB]/gu;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;

/** Half surrogate pairs become U+FFFD, so that nothing later trips over them. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '').replace(VARIATION, '');

export const withoutVariation = (text: string): string => text.replace(VARIATION, '');

export const plainQuotesAndDashes = (text: string): string =>
  text.replace(SINGLE_QUOTES, "'").replace(DOUBLE_QUOTES, '"').replace(DASHES, '-');

export const oneSpace = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Without white space and direction marks at both ends. */
export function trimAround(text: string): string {
  const start = text.replace(AROUND, '');
  let end = start.length;
  while (end > 0 && AROUND.test(start.charAt(end - 1))) end -= 1;
  return start.slice(0, end);
}

/** Letters with a stroke, and two in one: Unicode does not take them apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ' },
  ...{ ـ: '', ٱ: 'ا', ى: 'ي', ة: 'ه' },
};

/** Lower case, without diacritics and compatibility forms: for looking up, not for showing. */
export const folded = (text: string): string =>
  withoutMarks(withoutMarks(text).toLowerCase()).replace(/[łøđðħŧıßæœþςـٱىة]/gu, (letter) => PLAIN[letter] ?? letter);

/** Signs that carry a vowel are letters of their own in the scripts of India and South-East Asia. */
const withoutMarks = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, (mark) => (SPELLS.test(mark) ? mark : ''));

const SPELLS = /[\u0900-\u0DFF\u0E00-\u109F\u1780-\u17FF\u3099\u309A]/u;

const UMLAUTS: Readonly<Record<string, string>> = {
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' },
  ...{ Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', Å: 'Aa', Ø: 'Oe' },
};

/** `Königsallee` as those write it who have no such letter. */
export const withoutUmlauts = (text: string): string =>
  text.normalize('NFC').replace(/[äöüåøÄÖÜÅØ]/gu, (letter) => UMLAUTS[letter] ?? letter);

/** What opens the rest: `… meer weergeven`, `… Read more »`. */
const MORE =
  /(?:(?:see|lees|read|show|view|toon|bekijk|learn) )?(?:more|meer)|meer (?:weergeven|lezen|tonen|informatie)|verder lezen|lees verder|(?:continue|keep) reading|mehr(?: (?:anzeigen|lesen|ansehen))?|weiterlesen|(?:voir|en savoir|lire) plus|(?:lire|afficher) la suite/u;
const ELLIPSIS = new RegExp(
  `\\s?[[(]?(?:…|\\.{3,5})[\\])]?\\s?(?:[[(]?(?:${MORE.source})[\\])]?(?: ?[»>→"])?)?$`,
  'iu',
);

/** The text before the `…` or `...` at its end (`… more` and `[…]` too), or null when it does not end so. */
export function beforeEllipsis(text: string): string | null {
  const whole = text.trimEnd();
  const start = Math.max(0, whole.length - 40);
  const at = whole.slice(start).search(ELLIPSIS);
  return at < 0 ? null : whole.slice(0, start + at).trimEnd();
}

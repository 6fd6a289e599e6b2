/** Characters that look the same or cannot be seen, brought to one form. Every function takes any string at all. */

const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;
const VARIATION = /[\uFE00-\uFE0F]/gu;
/** Marks that networks put around texts to keep their direction: no part of what was written. */
const AROUND = /^[\s\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/u;
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

/** Lower case, without diacritics and compatibility forms: for looking up, not for showing. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

/** `Königsallee` as those write it who have no such letter. */
export const withoutUmlauts = (text: string): string =>
  text.normalize('NFC').replace(/[äöüÄÖÜ]/gu, (letter) => UMLAUTS[letter] ?? letter);

const ELLIPSIS =
  /\s?[[(]?(?:…|\.{3})[\])]?\s?(?:(?:see |lees |read |show )?(?:more|meer)|meer weergeven|meer lezen|meer tonen)?$/iu;

/** The text before the `…` or `...` at its end (`… more` and `[…]` too), or null when it does not end so. */
export function beforeEllipsis(text: string): string | null {
  const whole = text.trimEnd();
  const start = Math.max(0, whole.length - 40);
  const at = whole.slice(start).search(ELLIPSIS);
  return at < 0 ? null : whole.slice(0, start + at).trimEnd();
}

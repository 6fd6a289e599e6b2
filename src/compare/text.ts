/** How alike two longer texts are. States facts; what they mean is for the checks. */

import {
  beforeEllipsis,
  folded,
  oneSpace,
  plainQuotesAndDashes,
  wellFormed,
  withoutInvisible,
  withoutUmlauts,
} from './characters.ts';

/**
 * `same`: for a reader there is no difference · `prefix`: what is shown is the start of it · `nearly`: only letter case,
 * punctuation, diacritics, emoji or spaces differ, so that no word or figure does · `different`: anything else.
 */
export type TextRelation = 'same' | 'prefix' | 'nearly' | 'different';

export interface TextComparison {
  readonly relation: TextRelation;
  /** The share of words in common: 0..1. */
  readonly similarity: number;
  /** Characters shown, without the ellipsis. */
  readonly shown: number;
  readonly of: number;
  /** Whether the found text is only its start, by its ellipsis or because the reader said so. */
  readonly cut: boolean;
}

/** One form for all that a reader cannot tell apart: spaces, quotes, dashes, invisible characters, emoji variants. */
export function normaliseText(text: string): string {
  const clean = withoutInvisible(wellFormed(text)).normalize('NFC');
  return oneSpace(plainQuotesAndDashes(clean).replace(/\.{3,}/gu, '…'));
}

export function compareText(
  expected: string,
  found: string,
  { truncated = false }: { readonly truncated?: boolean } = {},
): TextComparison {
  const wanted = linkless(normaliseText(expected));
  const whole = linkless(normaliseText(found));
  const seen = WRAPPED.test(wanted) ? whole : whole.replace(WRAPPED, '');
  const start = beforeEllipsis(seen);
  const cut = (truncated || start !== null) && wanted !== seen;
  const shown = cut ? withoutCutLink(start ?? seen) : seen;
  const facts = { similarity: similarity(wanted, shown), shown: lengthOf(shown), of: lengthOf(wanted), cut };
  if (wanted === shown || seen === linkless(normaliseText(withoutLineBreaks(expected)))) {
    return { ...facts, relation: 'same', similarity: 1 };
  }
  if (cut && wanted.startsWith(shown)) return { ...facts, relation: 'prefix' };
  return {
    ...facts,
    relation: sameButForLinks(wanted, seen) ?? (saysNearly(wanted, shown, cut) ? 'nearly' : 'different'),
  };
}

/** What networks put before a text: `Voorbeeld | 1.234 volgers op LinkedIn. …`. */
const WRAPPED =
  /^(?:[^|\n]{1,150}(?: [|·•-]|:) )?(?:\d[\d.,]{0,12}\+? ?(?:k|m|mln|dznd|duizend)?\.? )(?:volgers?|followers?) (?:op|on) [\p{L}]{1,20}[.:]? /iu;

/** Without what networks leave out of an address they show: scheme, `www.` and the last slash. */
const linkless = (text: string): string =>
  text.replace(/\bhttps?:\/\/(?:www\.)?|\bwww\.(?=\p{L})/giu, '').replace(/(?<=[\p{L}\p{N}])\/(?=\s|$)/gu, '');

/** A text may be cut in the middle of an address or of a character. */
const withoutCutLink = (text: string): string =>
  text
    .replace(/\bhttps?:?\/?$/iu, '')
    .replace(/\uFFFD$/u, '')
    .trimEnd();

/** As pages do that leave out line breaks without putting a space in their place. */
const withoutLineBreaks = (text: string): string =>
  text
    .split(/[\r\n]/u)
    .map((line) => line.trim())
    .join('');

const lengthOf = (text: string): number => [...text].length;

/** No network has room for as much; what is longer is not looked at word by word. */
const LONGEST = 30_000;

function saysNearly(wanted: string, shown: string, cut: boolean): boolean {
  if (Math.max(wanted.length, shown.length) > LONGEST) return false;
  const [a, b] = [essence(wanted), essence(shown)];
  if (a === '' || b === '') return wanted.replaceAll(' ', '') === shown.replaceAll(' ', '');
  if (a === b || (cut && a.startsWith(b))) return true;
  const [x, y] = [essence(withoutUmlauts(wanted)), essence(withoutUmlauts(shown))];
  return x === y || (cut && x.startsWith(y));
}

const essence = (text: string): string => looseWords(text).join('');

/** Words without case, diacritics, punctuation and emoji; figures keep the marks between their digits. */
function looseWords(text: string): string[] {
  const words = folded(unescaped(text.slice(0, LONGEST)))
    .replaceAll('~', ' ')
    .replace(RANGE, '~')
    .replace(MINUS, '~')
    .replace(/[<>](?!\s?\d)/gu, ' ')
    .replace(/['\-\uFFFD]/gu, '')
    .replace(THOUSANDS, '')
    .replace(/(?<=\d)[,:](?=\d)/gu, '.')
    .replace(/(?<!\d)[.,:/]|[.,:/](?!\d)/gu, ' ')
    .replace(/(?<![\p{L}\p{N}+])\+|(?<!\p{L})#|[^\p{L}\p{M}\p{N}\p{Sc}%.,:/&~+#<>]/gu, ' ')
    .replaceAll('&', ' & ');
  return words
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => (AND.has(word) ? '&' : word));
}

const AND = new Set(['en', 'and', 'und', 'et']);

/** `4-12 jaar` is not `412 jaar`; `020-1234567` is `020 123 45 67`. */
const RANGE = /(?<=(?<!\d[ -]?)[1-9]\d?)\s?-\s?(?=[1-9]\d?(?![ -]?\d))/gu;

/** `-18 graden` is not `18 graden`. */
const MINUS = /(?<![^\s(])-(?=\d{1,2}(?!\d| ?-))/gu;

/** `1.000`, `1,000` and `1000` are one number; `1.50` is none of these. */
const THOUSANDS = /(?<=(?<![\d.,:])\d{1,3}(?:[.,]\d{3}){0,3})[.,](?=\d{3}(?:[.,]\d{3}){0,3}(?![\d:]|[.,]\d))/gu;

const SIGNS: Readonly<Record<string, string>> = {
  ...{ amp: '&', quot: '"', apos: "'", nbsp: ' ', euro: '€', hellip: '…', shy: '', lt: '<', gt: '>' },
  ...{ lsquo: "'", rsquo: "'", sbquo: "'", ldquo: '"', rdquo: '"', bdquo: '"', laquo: '"', raquo: '"' },
  ...{ ndash: '-', mdash: '-', szlig: 'ss', aelig: 'ae', oelig: 'oe', bull: ' ', copy: ' ', reg: ' ', trade: ' ' },
};

/** A content system may have escaped a text twice, or left its tags in, so that readers see the codes. */
const unescaped = (text: string): string =>
  text
    .replaceAll('&amp;', '&')
    .replace(/&([a-z]{3,6});/gu, (whole, name: string) => (Object.hasOwn(SIGNS, name) ? (SIGNS[name] ?? whole) : whole))
    .replace(/&([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron);/giu, '$1')
    .replace(/&#(?:x([0-9a-f]{1,5})|(\d{1,6}));/giu, (_, hex, decimal) =>
      signOf(hex ? Number.parseInt(hex, 16) : decimal),
    )
    .replace(TAGS, ' ');

const signOf = (code: number | string): string =>
  Number(code) > 31 && Number(code) < 0xd800 ? String.fromCodePoint(Number(code)) : ' ';

const TAGS = /<\/?(?:p|br|b|strong|em|i|u|span|div|ul|ol|li|a|h[1-6])(?: [^<>]{0,200})?\s?\/?>/giu;

/** Two times the words in common by the words of both: the order does not count, so that it stays quick on any input. */
export function similarity(a: string, b: string): number {
  const [left, right] = [looseWords(a), looseWords(b)];
  if (left.length + right.length === 0) return a === b ? 1 : 0;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const available = counts.get(word) ?? 0;
    if (available > 0) common += 1;
    counts.set(word, available - 1);
  }
  return Math.round((2000 * common) / (left.length + right.length)) / 1000;
}

/** Networks shorten addresses: `x.nl/over-…` still shows where it goes, `t.co/…` does not. */
function sameButForLinks(wanted: string, seen: string): 'same' | 'nearly' | null {
  const [a, b] = [wanted.split(' '), seen.split(' ')];
  if (a.length !== b.length) return null;
  let relation: 'same' | 'nearly' = 'same';
  for (const [at, word] of a.entries()) {
    const other = b[at] ?? '';
    if (word === other) continue;
    if (!/[\p{L}\p{N}]\.\p{L}{2}/u.test(word)) return null;
    if (/^(?:t\.co|lnkd\.in)\/[a-z0-9_-]+$/iu.test(other)) relation = 'nearly';
    else if (!(other.endsWith('…') && other.length > 4 && word.startsWith(other.slice(0, -1)))) return null;
  }
  return relation;
}

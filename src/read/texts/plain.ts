/** A text that people wrote, made plain for looking for values in it: what is no contact data is painted over. */

const LONGEST = 5_000;

export interface PlainText {
  readonly text: string;
  /** The same length; dates, amounts, accounts, handles and links are painted over. */
  readonly numbers: string;
  /** Whether what stands at the very end may have been cut through. */
  readonly isCut: boolean;
}

/** Painted over with what is neither a letter nor a figure nor a separator. */
const PAINT = '\u00A4';

const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;
/** How a sign is drawn: in colour, as a key. */
const DRAWN = /[\uFE00-\uFE0F]|\u20E3/gu;

export function plainText(written: string, truncated = false): PlainText {
  const text = written
    .slice(0, LONGEST)
    .replaceAll('\u2026', '\u2022\u2022\u2022')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DRAWN, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\p{Zs}|\t/gu, ' ')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replaceAll('\u2022\u2022\u2022', '\u2026')
    .trim();
  const numbers = NO_NUMBERS.reduce((left, pattern) => left.replace(pattern, painted), text);
  return { text, numbers, isCut: truncated || written.length > LONGEST || /(?:\u2026|\.{3})$/u.test(text) };
}

const painted = (whole: string): string => PAINT.repeat(whole.length);

const NO_NUMBERS: readonly RegExp[] = [
  /(?:https?:\/\/|www\.)[^\s<>|\p{Extended_Pictographic}]+/giu,
  /[\p{L}\p{N}._%+-]{0,64}@[\p{L}\p{N}@._-]{1,200}/gu,
  /#[\p{L}\p{N}_]+/gu,
  // Accounts at a bank, of which the Dutch end in ten figures.
  /(?<![\p{L}\p{N}])[a-z]{2}\d{2} ?[a-z]{4}(?: ?\d){6,14}/giu,
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3}(?![\p{L}\d]))?/gu,
  // VAT numbers, Dutch and Belgian.
  /(?<![\p{L}\p{N}])NL ?(?:\d[ .]?){9}B[ .]?\d{2}/giu,
  /(?<![\p{L}\p{N}])BE ?[01]?\d{3}[. ]?\d{3}[. ]?\d{3}(?!\d)/gu,
  // Dates and times.
  /(?<!\d)\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d{2}(?!\d)/gu,
  /(?<!\d)(?:19|20)\d{2}[-/.]\d{2}[-/.]\d{2}(?!\d)/gu,
  /(?<![\d.])\d{1,2}[:.]\d{2} ?(?:-|t\/m|tot|to|till) ?\d{1,2}[:.]\d{2}(?![\d.])/gu,
  /(?<![\d:])\d{1,2}:\d{2}(?![\d:])/gu,
  /(?<![\d.])\d{1,2}[.]\d{2} ?(?:uur|u|h|am|pm)(?!\p{L})/giu,
  // Amounts and shares.
  /[€$£] ?\d[\d.,]*/gu,
  /\d[\d.,]* ?(?:%|€|euro(?!\p{L})|EUR)/gu,
];

/** Where one remark ends and the next begins: a new line, a bar, a bullet, a picture. */
export const SEPARATOR = /[\n|;\u2022\u00B7\u2024\u2502\u25A0-\u25FF\u2190-\u21FF\u27A1]|\p{Extended_Pictographic}/u;

/** The words that lead up to this place, in their own remark, without the figures before them; and the picture there. */
export function leadTo(text: string, at: number): { readonly words: string; readonly picture: string } {
  const before = text.slice(Math.max(0, at - 80), at);
  const [picture = ''] = /\p{Extended_Pictographic}(?=[^\p{L}\p{N}\p{Extended_Pictographic}]*$)/u.exec(before) ?? [];
  const words = before.split(new RegExp(`${SEPARATOR.source}|\\d|${PAINT}`, 'u')).at(-1) ?? '';
  return { words: words.toLowerCase(), picture };
}

/** One of these words, as a word. */
export const wordsOf = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu');

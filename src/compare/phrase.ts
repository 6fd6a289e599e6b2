/** Finds names and phrases in a text as whole words, without regard to case and diacritics. */

import { folded, wellFormed, withoutInvisible } from './characters.ts';
import { normaliseText } from './text.ts';

interface Word {
  readonly text: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** As the words of a text are looked through once per phrase, what comes after this many characters is left out. */
const LONGEST = 100_000;

/**
 * The first of the phrases that occurs in the text, or null. What stands inside a longer occurrence of one of `except`
 * does not count: the former name `Voorbeeld` is no find in today's `Stichting Voorbeeld`.
 */
export function findPhrase(
  text: string,
  phrases: readonly string[],
  { except = [] }: { readonly except?: readonly string[] } = {},
): string | null {
  const clean = withoutInvisible(wellFormed(text.slice(0, LONGEST)));
  const words = wordsOf(clean);
  const allowed = except.flatMap((phrase) => spansOf(phrase, words, clean));
  const found = phrases.find((phrase) => {
    const spans = spansOf(phrase, words, clean);
    return spans.some((span) => !allowed.some((other) => covers(other, span)));
  });
  return (
    found ?? phrases.find((phrase) => isOnlySigns(phrase) && clean.includes(withoutInvisible(phrase.trim()))) ?? null
  );
}

const covers = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start;

const isOnlySigns = (phrase: string): boolean => wordsOf(phrase).length === 0 && normaliseText(phrase) !== '';

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}%€$+]+/gu), ({ 0: raw, index }) => ({
    text: folded(raw),
    raw,
    start: index,
    end: index + raw.length,
  }));
}

/** Where the phrase stands, word by word, or written as one word (`#StichtingOud`). */
function spansOf(phrase: string, words: readonly Word[], text: string): Span[] {
  const wanted = wordsOf(withoutInvisible(wellFormed(phrase))).map((word) => word.text);
  const [head] = wanted;
  if (head === undefined) return [];
  const joined = wanted.join('');
  const spans: Span[] = [];
  for (const [at, word] of words.entries()) {
    if (word.text === head) {
      const span = spanFrom(at, wanted, words);
      if (span && standsAlone(span, text)) spans.push(span);
    } else if (wanted.length > 1 && joined.length > 7 && word.text === joined) {
      spans.push({ start: word.start, end: word.end });
    }
  }
  return spans;
}

function spanFrom(at: number, wanted: readonly string[], words: readonly Word[]): Span | null {
  const first = words[at];
  let last = first;
  for (let i = 1; i < wanted.length; i += 1) {
    const word = words[at + i];
    if (!last || !word || word.text !== wanted[i] || word.start - last.end > 3) return null;
    last = word;
  }
  return first && last ? { start: first.start, end: last.end } : null;
}

/** In `Oud-Beijerland` the word Oud is part of another name; in `KPN-klanten` and `ex-KPN` the name is itself. */
function standsAlone({ start, end }: Span, text: string): boolean {
  const before = /[\p{Lu}\p{N}][\p{L}\p{N}]*[-‐‑]$/u.test(text.slice(Math.max(0, start - 30), start));
  return !before && !/^[-‐‑]\p{Lu}/u.test(text.slice(end, end + 3));
}

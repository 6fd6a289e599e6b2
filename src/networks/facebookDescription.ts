/**
 * Facebook's own sentence around a page's intro, taken apart by its shape, whatever its language:
 * `Name, City. 1,234 likes · 5 talking about this · 67 were here. Intro`. Pure; each step is bounded.
 */

import { followersIn } from '../read/counts.ts';

export interface Description {
  /** `Name` or `Name, City`. */
  readonly head: string;
  /** `1,234 likes`, `5 talking about this` … as written. */
  readonly counts: readonly string[];
  /** What follows; '' when nothing does. */
  readonly rest: string;
}

const REACH = 400;
const MAX_COUNT = 80;
const LIKES =
  /like|vind[- ]ik[- ]leuk|leuk|gef[äa]llt|j[’']aime|aime|me gusta|mi piace|curti|gosto|lubi|polub|synes godt|liker|gillar|tykkä|beğen|líbí|páči|tetszik|aprecieri|apreciază|нравится|подобається|харесва|μου αρέσει|いいね|좋아|赞|讚|إعجاب|أعجب|suka|thích|ถูกใจ|पसंद/iu;
/** A number alone, or with a scale that is written with a full stop: `1,2 mln. likes`. */
const ONLY_NUMBER =
  /^[\p{N}.,\s\u00A0\u202F'’]{1,20}(?:k|m|d|mln|mio|mil|mld|mrd|mn|tsd|tys|tis|tus|rb|jt|тыс|тис|млн|χιλ|εκ)?$/iu;
const MARKS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Text marks that only steer the direction of reading. */
export const withoutMarks = (text: string): string => text.replace(MARKS, '');

/** The parts; null when the text is not built like this. `name` helps where the counts alone cannot tell. */
export function parseDescription(text: string, name?: string): Description | null {
  const clean = withoutMarks(text).trim();
  const start = name !== undefined && clean.startsWith(name) ? name.length : 0;
  const isKnown = start > 0;
  for (const { end, next } of sentenceEnds(clean, start, REACH)) {
    const run = countsFrom(clean, next);
    if (run === null || !isConvincing(run.counts, isKnown)) continue;
    return { head: clean.slice(0, end), counts: run.counts, rest: clean.slice(run.next).trim() };
  }
  const atOnce = countsFrom(clean, 0);
  if (atOnce && isConvincing(atOnce.counts, false))
    return { head: '', counts: atOnce.counts, rest: clean.slice(atOnce.next).trim() };
  const [first] = isKnown ? sentenceEnds(clean, start, start + 1) : [];
  return first?.end === start && first.next > first.end
    ? { head: clean.slice(0, start), counts: [], rest: clean.slice(first.next).trim() }
    : null;
}

interface SentenceEnd {
  /** Where the full stop stands. */
  readonly end: number;
  /** Where the next sentence begins. */
  readonly next: number;
}

function sentenceEnds(text: string, from: number, to: number): readonly SentenceEnd[] {
  const ends: SentenceEnd[] = [];
  for (let position = from; position < Math.min(text.length, to); position += 1) {
    const isWide = text[position] === '。' || text[position] === '।';
    if (!isWide && (text[position] !== '.' || !/\s/.test(text[position + 1] ?? ' '))) continue;
    let next = position + 1;
    while (next < text.length && /\s/.test(text[next] ?? '')) next += 1;
    ends.push({ end: position, next });
  }
  return ends;
}

/** The counts that begin here, separated by `·`, and where the text after them begins. */
function countsFrom(text: string, from: number): { readonly counts: readonly string[]; readonly next: number } | null {
  const counts: string[] = [];
  let position = from;
  while (counts.length < 6) {
    const end = segmentEnd(text, position);
    const segment = text.slice(position, end.at).trim();
    if (segment.length > MAX_COUNT || !/\p{N}/u.test(segment))
      return counts.length > 0 ? { counts, next: position } : null;
    counts.push(segment);
    position = end.next;
    if (!end.goesOn) break;
  }
  return { counts, next: position };
}

function segmentEnd(text: string, from: number): { at: number; next: number; goesOn: boolean } {
  const until = Math.min(text.length, from + MAX_COUNT + 2);
  for (let position = from; position < until; position += 1) {
    const char = text[position] ?? '';
    if (char === '·' || char === '•') return { at: position, next: position + 1, goesOn: true };
    const stops = char === '。' || char === '।' || (char === '.' && /\s/.test(text[position + 1] ?? ' '));
    if (stops && !ONLY_NUMBER.test(text.slice(from, position).trim()))
      return { at: position, next: position + 1, goesOn: false };
  }
  return { at: until, next: until, goesOn: false };
}

/** Two counts in a row are no accident; one is believed by its word, or when the page's name stands before it. */
const isConvincing = (counts: readonly string[], isKnown: boolean): boolean => {
  const [only = '', second] = counts;
  if (second !== undefined || LIKES.test(only) || followersIn(only) !== null) return true;
  return isKnown && /^[\p{N}][\p{N}.,\s\u00A0\u202F'’]{0,15}\s?\p{L}/u.test(only) && only.length <= 40;
};

/** The name that a title gives, without the city or category that Facebook puts behind it. */
export function nameFromTitle(title: string, head: string | undefined): string {
  const clean = withoutMarks(title).trim();
  if (!head || head === clean || head.startsWith(`${clean},`)) return clean;
  const fits = [...clean.slice(0, 500).matchAll(/ (?:[|–-]) /g)]
    .map(({ index }) => clean.slice(0, index).trim())
    .filter((name) => name !== '' && (head === name || head.startsWith(`${name},`)));
  return fits.at(-1) ?? clean;
}

/** The words that two texts share and those that only one has, in order, for showing side by side. */

import { diffArrays } from 'diff';
import { wellFormed } from './characters.ts';

export interface WordDifference {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond these a difference word by word takes too long and helps nobody. */
const MOST_WORDS = 4_000;
const MOST_CHARACTERS = 40_000;
const MOST_EDITS = 1_000;

const segmenter = new Intl.Segmenter('nl', { granularity: 'word' });

/** `removed` stands only in `a`, `added` only in `b`; `same` + `removed` is `a` again, `same` + `added` is `b`. */
export function diffWords(a: string, b: string): WordDifference[] {
  const [before, after] = [wellFormed(a), wellFormed(b)];
  if (before === after) return pieces([['same', before]]);
  if (Math.max(before.length, after.length) > MOST_CHARACTERS) return wholesale(before, after);
  const [left, right] = [words(before), words(after)];
  if (Math.max(left.length, right.length) > MOST_WORDS) return wholesale(before, after);
  const changes = diffArrays(left, right, { maxEditLength: MOST_EDITS });
  if (!changes) return wholesale(before, after);
  return pieces(
    changes.map(
      ({ added, removed, value }) => [added ? 'added' : removed ? 'removed' : 'same', value.join('')] as const,
    ),
  );
}

const words = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

const wholesale = (a: string, b: string): WordDifference[] =>
  pieces([
    ['removed', a],
    ['added', b],
  ]);

const pieces = (parts: readonly (readonly [WordDifference['kind'], string])[]): WordDifference[] =>
  parts.filter(([, text]) => text !== '').map(([kind, text]) => ({ kind, text }));

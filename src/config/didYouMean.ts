/** The word that was probably meant. */

import { distance } from 'fastest-levenshtein';

/** The nearest known word, if it is near enough to have been meant. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const short = word.slice(0, 64).toLowerCase();
  const ranked = known.map((candidate) => ({ candidate, away: distance(short, candidate.toLowerCase()) }));
  const best = ranked.sort((a, b) => a.away - b.away)[0];
  return best && best.away <= Math.max(2, Math.floor(best.candidate.length / 3))
    ? `Did you mean ${JSON.stringify(best.candidate)}?`
    : undefined;
}

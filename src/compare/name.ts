/** Whether two names are the same name: how it is set does not count, what it says does. */

import {
  beforeEllipsis,
  folded,
  oneSpace,
  plainQuotesAndDashes,
  trimAround,
  wellFormed,
  withoutVariation,
} from './characters.ts';
import { isSameOrganisation } from './legalForm.ts';
import { type Home, withoutSuffix } from './nameSuffix.ts';

/**
 * `same`: but for case and typography · `organisation`: but for the legal form (`Stichting X`, `X`) · `suffixed`: with
 * what networks and locations put behind it · `prefix`: the found name is cut and is its start · `too-short`: cut to
 * less than can be told from · `nearly`: but for accents, hyphens, emoji and `&` · `different`: anything else, such as
 * letters of another alphabet that look alike and characters that cannot be seen.
 */
export type NameRelation = 'same' | 'organisation' | 'suffixed' | 'prefix' | 'too-short' | 'nearly' | 'different';

export interface NameOptions {
  readonly truncated?: boolean;
  /** Where the organisation is: its city and country may stand behind its name. */
  readonly home?: Home;
}

export function normaliseName(name: string): string {
  const typed = trimAround(withoutVariation(wellFormed(name)).replace(/[®™©℠]/gu, ''));
  const once = plainQuotesAndDashes(typed.normalize('NFKC')).toLowerCase().normalize('NFKC');
  return oneSpace(plainQuotesAndDashes(once));
}

export function compareName(expected: string, found: string, options: NameOptions = {}): NameRelation {
  const [wanted, seen] = [normaliseName(expected), normaliseName(found)];
  if (wanted === seen) return STYLED.test(expected) === STYLED.test(found) ? 'same' : 'nearly';
  const start = beforeEllipsis(seen);
  if (options.truncated || start !== null) {
    const shown = start ?? seen;
    if (shown.length < Math.min(3, wanted.length)) return 'too-short';
    if (wanted === shown) return 'same';
    if (wanted.startsWith(shown)) return 'prefix';
  }
  if (isSameOrganisation(wanted, seen)) return 'organisation';
  const bare = withoutSuffix(seen, options.home ?? {});
  if (bare !== seen && (bare === wanted || isSameOrganisation(wanted, bare))) return 'suffixed';
  return isNearly(wanted, seen) ? 'nearly' : 'different';
}

/** Letters of mathematics and in circles: read aloud they are no words. */
const STYLED = /[\u{1D400}-\u{1D7FF}\u{1F130}-\u{1F189}\u24B6-\u24E9]/u;

function isNearly(a: string, b: string): boolean {
  const [left, right] = [essence(a), essence(b)];
  return left !== '' && (left === right || isSameOrganisation(left, right));
}

/** Invisible characters stay, save those that hold an emoji together. */
const EMOJI = /\p{Extended_Pictographic}(?:\u200D|\p{EMod}|\p{Extended_Pictographic})*|\p{Regional_Indicator}/gu;

const essence = (name: string): string =>
  oneSpace(
    folded(name)
      .replace(EMOJI, ' ')
      .replace(/['.]/gu, '')
      .replace(/&|(?<= )(?:en|and|und)(?= )/gu, ' & ')
      .replace(/[^\p{L}\p{N}\p{Cf}&+]/gu, ' '),
  );

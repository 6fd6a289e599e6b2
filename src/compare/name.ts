/** Whether two names are the same name: how it is set does not count, what it says does. */

import {
  beforeEllipsis,
  folded,
  oneSpace,
  plainQuotesAndDashes,
  trimAround,
  wellFormed,
  withoutUmlauts,
  withoutVariation,
} from './characters.ts';
import { formBehind, isSameOrganisation } from './legalForm.ts';
import { type Home, withoutSuffix } from './nameSuffix.ts';

/**
 * `same`: but for case and typography · `organisation`: but for the legal form (`Stichting X`, `X`) · `suffixed`: with
 * what networks and locations put behind it, or another right name · `prefix`: the found name is cut and is its start ·
 * `too-short`: cut to less than can be told from · `nearly`: but for accents, hyphens, emoji and `&` · `different`:
 * anything else, such as letters of another alphabet that look alike and characters that cannot be seen.
 */
export type NameRelation = 'same' | 'organisation' | 'suffixed' | 'prefix' | 'too-short' | 'nearly' | 'different';

export interface NameOptions {
  readonly truncated?: boolean;
  /** Where the organisation is: its city and country may stand behind its name. */
  readonly home?: Home;
  /** Its right names: one may stand beside the other, as in `Centraal Bureau Voorbeeld | CBV`. */
  readonly names?: readonly string[];
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
  if (Math.max(wanted.length, seen.length) > LONGEST) return 'different';
  if (isSameOrganisation(wanted, seen)) return 'organisation';
  const around = { ...options.home, names: [wanted, ...(options.names ?? []).map(normaliseName)] };
  // `Voorbeeld Utrecht B.V.`: the place stands before the form.
  const [core, form] = formBehind(seen);
  const bare = withoutSuffix(core, around) + form;
  if (bare !== seen && (bare === wanted || isSameOrganisation(wanted, bare))) return 'suffixed';
  // Decoration may stand before what the network adds, or after it.
  const plain = withoutSuffix(undecorated(seen), around);
  return [seen, bare, plain].some((one) => isNearly(wanted, one)) ? 'nearly' : 'different';
}

/** No network has room for as long a name; what is longer is not looked at closely. */
const LONGEST = 1_000;

/** Letters of mathematics and in circles: read aloud they are no words. */
const STYLED = /[\u{1D400}-\u{1D7FF}\u{1F130}-\u{1F189}\u24B6-\u24E9]/u;

function isNearly(a: string, b: string): boolean {
  return [(name: string) => name, withoutUmlauts].some((spelt) => {
    const [left, right] = [essence(spelt(a)), essence(spelt(b))];
    return left !== '' && (left === right || isSameOrganisation(left, right));
  });
}

/** Emoji, those of Mastodon's servers too. Invisible characters stay, save those that hold an emoji together. */
const EMOJI =
  /\p{Extended_Pictographic}(?:\u200D|\p{EMod}|\p{Extended_Pictographic})*|\p{Regional_Indicator}|[✓✔✅☑√]|(?<![\p{L}\p{N}]):(?=[^:]{0,30}[a-z])\w{2,30}:(?![\p{L}\p{N}])/gu;

const undecorated = (name: string): string => oneSpace(name.replace(EMOJI, ' '));

/** `&` in the languages around us. */
const AND = /&|(?<=\S )(?:en|and|und|et|y|og|och|n)(?= \S)|(?<=[\p{L}\p{N}] ?)\+(?= ?[\p{L}\p{N}])/gu;

const essence = (name: string): string =>
  oneSpace(
    folded(name)
      .replace(EMOJI, ' ')
      .replace(/'|(?<!\d)\.|\.(?!\d)/gu, '')
      .replace(AND, ' & ')
      .replace(/[^\p{L}\p{M}\p{N}\p{Cf}&+.]/gu, ' '),
  );

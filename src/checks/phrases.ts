/** What a bio must say, and what it may no longer say: former names, old slogans, retired hashtags. */

import { hasHashtag, hashtagOf } from '../compare/hashtag.ts';
import { findPhrase } from '../compare/phrase.ts';
import type { Expectation } from '../model/expectation.ts';

/** Who says so tells the past, and does not live in it. */
const PAST_TIME = ['voorheen', 'vroeger', 'voormalig', 'v/h', 'formerly', 'previously'];
const PAST_NAME = ['bekend als', 'known as', 'genaamd', 'called'];

export type LeftBehind =
  | { readonly kind: 'former-name'; readonly former: string }
  | { readonly kind: 'forbidden-phrase'; readonly phrase: string };

/** A former name or an unwanted phrase, unless one of the brand's own texts has it. */
export function leftBehindIn(text: string, allowed: readonly string[], expectation: Expectation): LeftBehind | null {
  const { formerNames, forbiddenPhrases } = expectation;
  const names = expectation.name ? [expectation.name.value, ...expectation.name.aliases] : [];
  const told = formerNames.flatMap((name) =>
    PAST_TIME.flatMap((once) => [`${once} ${name}`, ...PAST_NAME.map((called) => `${once} ${called} ${name}`)]),
  );
  const find = (phrases: readonly string[], except: readonly string[]) =>
    firstIn(
      text,
      phrases.filter((phrase) => !allowed.some((own) => firstIn(own, [phrase], []) !== null)),
      except,
    );
  const former = find(formerNames, [...names, ...told]);
  if (former !== null) return { kind: 'former-name', former };
  const phrase = find(forbiddenPhrases, names);
  return phrase === null ? null : { kind: 'forbidden-phrase', phrase };
}

/** The first required phrase that the text does not hold. A hyphen does not hide a word: `Utrecht-Oost` says Utrecht. */
export const missingIn = (text: string, required: readonly string[]): string | null =>
  required.find((phrase) => firstIn(text.replace(/[-\u2010\u2011]/gu, ' '), [phrase], []) === null) ?? null;

function firstIn(text: string, phrases: readonly string[], except: readonly string[]): string | null {
  const tagged = phrases.find((phrase) => {
    const tag = hashtagOf(phrase);
    return tag !== null && hasHashtag(text, tag);
  });
  if (tagged !== undefined) return tagged;
  const words = phrases.filter((phrase) => hashtagOf(phrase) === null);
  return findPhrase(text, words, { except });
}

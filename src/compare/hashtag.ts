/** Finds a hashtag in a text: `#SamenWaken` is `#samenwaken`; the plain word and `#samenwaken2024` are not. */

import { folded, wellFormed, withoutInvisible } from './characters.ts';

const TAG = /(?<![\p{L}\p{N}\p{M}_&/])[#＃]([\p{L}\p{N}\p{M}_]+)/gu;
const ONLY_TAG = /^[#＃]([\p{L}\p{N}\p{M}_]+)$/u;

/** No network has room for as much. */
const LONGEST = 100_000;

/** The tag without its sign when the phrase is a hashtag and nothing else, or null. */
export const hashtagOf = (phrase: string): string | null =>
  ONLY_TAG.exec(withoutInvisible(wellFormed(phrase)).normalize('NFC').trim())?.[1] ?? null;

/** `tag` is without its sign. */
export function hasHashtag(text: string, tag: string): boolean {
  const clean = withoutInvisible(wellFormed(text.slice(0, LONGEST))).normalize('NFC');
  return Array.from(clean.matchAll(TAG)).some(([, found = '']) => folded(found) === folded(tag));
}

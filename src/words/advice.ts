/** The sentences that stand before a deletion: whom to ask, and what to weigh. Says nothing that was not seen. */

import type { Advice } from '../model/finding.ts';
import type { Words } from './words.ts';

/** Why a person's yes is needed; empty when the audience is small and the account is known to be ours. */
export function askFirst({ advice: words }: Words, { followers, bigAudience, pin }: Advice): readonly string[] {
  return [
    ...(pin === 'missing' ? [words.askAboutMissingPin] : []),
    ...(pin === 'unconfirmed' ? [words.askAboutUnseenPin] : []),
    ...(bigAudience && followers !== null ? [words.askAboutAudience(followers)] : []),
  ];
}

/** Followers, the worth of the handle, and who links to it. */
export function toWeigh(
  { advice: words, format }: Words,
  { followers, handleIsName, linkedFrom = [] }: Advice,
): readonly string[] {
  return [
    followers === null ? words.followersUnseen : words.followers(followers),
    ...(handleIsName === null ? [] : [words.handleIsName(handleIsName)]),
    ...(linkedFrom.length === 0 ? [] : [words.linkedFrom(format.list(linkedFrom))]),
  ];
}

/** Who can be reached: `people` in one form, and the owners whom no mail would reach. Pure. */

import type { ProfileEntry, Settings } from '../model/config.ts';
import type { Person } from '../model/delivery.ts';
import { isEmailAddress } from '../model/emailAddress.ts';
import type { Problem } from '../model/problem.ts';
import { didYouMean } from './didYouMean.ts';
import { problem } from './explain.ts';
import type { Located } from './located.ts';

export type People = ReadonlyMap<string, Person>;

/** A text that is no address stays the owner's own remark. */
export function peopleOf(raw: Readonly<Record<string, string | Person>> = {}): People {
  const entries = Object.entries(raw).filter(([key]) => !key.startsWith('x-'));
  return new Map(
    entries.flatMap(([key, entry]): [string, Person][] => {
      if (typeof entry !== 'string') return [[key, entry]];
      return isEmailAddress(entry) ? [[key, { email: entry }]] : [];
    }),
  );
}

const isReachable = (who: string, people: People): boolean => people.has(who) || isEmailAddress(who);

/** Nobody is told what goes nowhere: a mistake, since the recipients are named here and nowhere else. */
export function recipientProblems({ delivery }: Partial<Settings>, people: People, whole: Located): Problem[] {
  const { to = [] } = delivery?.mail || {};
  return to.flatMap((who, index) => {
    if (isReachable(who, people)) return [];
    const message = `${JSON.stringify(who)} is neither an e-mail address nor a key of people that has one.`;
    return [
      problem(whole, ['settings', 'delivery', 'mail', 'to', index], message, didYouMean(who, [...people.keys()])),
    ];
  });
}

/** An owner may be any text; where mail is on, it is told whom no mail reaches. */
export function ownerWarnings(
  { delivery }: Partial<Settings>,
  profiles: readonly ProfileEntry[],
  people: People,
  whole: Located,
): Problem[] {
  const mail = delivery?.mail;
  if (!mail) return [];
  const toAll = mail.to !== undefined && mail.to.length > 0;
  const strangers = profiles.flatMap(({ owner }, index) => {
    if (owner === undefined || isReachable(owner, people)) return [];
    const message = `${JSON.stringify(owner)} is neither an e-mail address nor a key of people that has one: no mail goes there.`;
    return [problem(whole, ['profiles', index, 'owner'], message, didYouMean(owner, [...people.keys()]))];
  });
  const ownerless = profiles.filter(({ owner }) => owner === undefined).length;
  if (toAll || ownerless === 0) return strangers;
  const message = `nobody is mailed about ${ownerless} ${ownerless === 1 ? 'profile that has' : 'profiles that have'} no owner.`;
  const hint = 'Give each an "owner", or name in "to" who is told of everything.';
  return [...strangers, problem(whole, ['settings', 'delivery', 'mail'], message, hint)];
}

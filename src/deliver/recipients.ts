/** Who is mailed about what: from profiles.json alone, never from a report. Pure. */

import type { ProfileEntry } from '../model/config.ts';
import type { MailSettings, Person } from '../model/delivery.ts';
import { isEmailAddress } from '../model/emailAddress.ts';

export interface Audience {
  readonly scope: 'owner' | 'all';
  /** Each address once. */
  readonly to: readonly Person[];
  /** The ids that it is about; null for everything. */
  readonly profiles: ReadonlySet<string> | null;
}

type People = ReadonlyMap<string, Person>;

export function audiencesOf(
  { to = [], per = 'owner' }: MailSettings,
  profiles: readonly Pick<ProfileEntry, 'id' | 'owner'>[],
  people: People,
): Audience[] {
  const named = once(to.flatMap((who) => personOf(who, people)));
  const owners = once(profiles.flatMap(({ owner }) => personOf(owner, people)));
  if (per === 'all') {
    const all = named.length > 0 ? named : owners;
    return all.length > 0 ? [{ scope: 'all', to: all, profiles: null }] : [];
  }
  const known = new Set(named.map(keyOf));
  // Who is told of everything is not told of a part of it as well.
  const others = owners.filter((owner) => !known.has(keyOf(owner)));
  return [
    ...(named.length > 0 ? [{ scope: 'all' as const, to: named, profiles: null }] : []),
    ...others.map((owner) => ({ scope: 'owner' as const, to: [owner], profiles: ownedBy(owner, profiles, people) })),
  ];
}

/** An owner is a key of `people` or an address; any other text reaches nobody. */
export function personOf(who: string | undefined, people: People): Person[] {
  if (who === undefined) return [];
  const person = people.get(who) ?? (isEmailAddress(who) ? { email: who } : null);
  return person ? [person] : [];
}

const keyOf = ({ email }: Person): string => email.toLowerCase();

/** Each address once, by the name that it had first. */
const once = (persons: readonly Person[]): Person[] =>
  persons.filter((person, index) => persons.findIndex((other) => keyOf(other) === keyOf(person)) === index);

const ownedBy = (owner: Person, profiles: readonly Pick<ProfileEntry, 'id' | 'owner'>[], people: People) =>
  new Set(
    profiles
      .filter(({ owner: who }) => personOf(who, people).some((person) => keyOf(person) === keyOf(owner)))
      .map(({ id }) => id),
  );

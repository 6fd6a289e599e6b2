/** The fields that profiles of one organisation have in common, and when two show the same. */

import { compareAddress, normaliseAddress } from '../compare/address.ts';
import { beforeEllipsis } from '../compare/characters.ts';
import { normaliseEmail } from '../compare/email.ts';
import { compareName, normaliseName } from '../compare/name.ts';
import { normalisePhones } from '../compare/phone.ts';
import { findPhrase } from '../compare/phrase.ts';
import { compareText, normaliseText } from '../compare/text.ts';
import { compareUrl, normaliseUrl } from '../compare/url.ts';
import type { ProfileAudit } from '../model/audit.ts';
import { type Likeness, majorityOf } from './majority.ts';
import type { Shown, ShownValue, UniformField } from './uniformField.ts';
import { uniformLogo } from './uniformLogo.ts';

const listed = (audit: ProfileAudit, field: 'websites' | 'emails' | 'phones') =>
  audit.reading.observation?.[field]?.value ?? [];
const one = (text: string | null | undefined, normalise: (text: string) => string): ShownValue[] =>
  text ? [{ text, keys: [normalise(text)].filter((key) => key !== '') }] : [];
const keysIn = ({ values }: Shown): readonly string[] => values.flatMap(({ keys }) => keys);
const textOf = ({ values }: Shown): string => values[0]?.text ?? '';
const pastOf = ({ audit }: Shown) => audit.visit.expectation.former;

/** One thing in common is enough: who gives two numbers is right with either. */
const shareOne = (a: Shown, b: Shown): Likeness => {
  const keys = keysIn(b);
  return keysIn(a).some((key) => keys.includes(key)) ? 'same' : 'different';
};

const by = (likeness: (one: Shown, other: Shown) => Likeness) => (voices: readonly Shown[]) =>
  majorityOf(voices, likeness);

export const UNIFORM_FIELDS: readonly UniformField[] = [
  uniformLogo,
  {
    field: 'name',
    check: 'info.name',
    stated: ({ name }) => name?.value,
    values: ({ reading }) => one(reading.observation?.name?.value, normaliseName),
    majority: by((a, b) => textLikeness(a, b, 'name')),
    isPast: (shown) =>
      shown.audit.visit.expectation.formerNames.some((name) => compareName(name, textOf(shown)) === 'same'),
  },
  {
    field: 'bio',
    check: 'info.bio',
    stated: ({ bio }) => bio?.text ?? undefined,
    values: ({ reading }) => one(reading.observation?.bio?.value, normaliseText),
    majority: by((a, b) => textLikeness(a, b, 'bio')),
    isPast: (shown) => {
      const { formerNames, forbiddenPhrases } = shown.audit.visit.expectation;
      return findPhrase(textOf(shown), [...formerNames, ...forbiddenPhrases]) !== null;
    },
  },
  {
    field: 'websites',
    check: 'info.website',
    stated: ({ website }) => website?.value,
    values: (audit) => listed(audit, 'websites').map((text) => ({ text, keys: listOf(normaliseUrl(text)) })),
    majority: by(websiteLikeness),
    isPast: (shown) =>
      pastOf(shown).websites.some((past) => shown.values.some(({ text }) => compareUrl(past, text) === 'same')),
  },
  {
    field: 'emails',
    check: 'info.email',
    stated: ({ emails }) => emails?.value,
    values: (audit) => listed(audit, 'emails').map((text) => ({ text, keys: listOf(normaliseEmail(text)) })),
    majority: by(shareOne),
    isPast: (shown) => pastOf(shown).emails.some((past) => keysIn(shown).includes(normaliseEmail(past) ?? past)),
  },
  {
    field: 'phones',
    check: 'info.phone',
    stated: ({ phones }) => phones?.value,
    values: (audit) =>
      listed(audit, 'phones').map((text) => ({ text, keys: normalisePhones(text, audit.visit.expectation.country) })),
    majority: by(shareOne),
    isPast: (shown) =>
      pastOf(shown).phones.some((past) =>
        normalisePhones(past, shown.audit.visit.expectation.country).some((number) => keysIn(shown).includes(number)),
      ),
  },
  {
    field: 'address',
    check: 'info.address',
    stated: ({ address }) => address?.value,
    values: ({ reading }) => {
      const found = reading.observation?.address?.value;
      return found ? one(found.text.trim() || normaliseAddress(found), () => normaliseAddress(found)) : [];
    },
    majority: by(addressLikeness),
    isPast: () => false,
  },
];

const listOf = (key: string | null): readonly string[] => (key === null ? [] : [key]);

/** A start of fewer characters may be the start of many a text. */
const TELLING = { name: 3, bio: 20 } as const;
const ALIKE: readonly string[] = ['same', 'nearly', 'prefix', 'organisation'];

/** The shorter may be the start of the longer: as far as it was shown, and no further than its network has room for. */
function textLikeness(a: Shown, b: Shown, kind: 'name' | 'bio'): Likeness {
  const [long, short] = wholeText(a).length >= wholeText(b).length ? [a, b] : [b, a];
  const [whole, shown] = [wholeText(long), wholeText(short)];
  const room = short.audit.visit.facts.limits[kind]?.max ?? Number.POSITIVE_INFINITY;
  const hasNoRoom = [...whole].length > room;
  const truncated = short.cut || hasNoRoom;
  if (truncated && [...shown].length < TELLING[kind]) return 'unknown';
  const relation =
    kind === 'name' ? compareName(whole, shown, { truncated }) : compareText(whole, shown, { truncated }).relation;
  if (ALIKE.includes(relation)) return 'same';
  // Where the long text cannot stand, another and shorter one is nobody's mistake.
  return hasNoRoom || (kind === 'name' && long.cut) ? 'unknown' : 'different';
}

const wholeText = (shown: Shown): string => {
  const text = textOf(shown).trim();
  return shown.cut ? (beforeEllipsis(text) ?? text) : text;
};

/** Of two lists of addresses: one page in common, or one under the other. */
function websiteLikeness(a: Shown, b: Shown): Likeness {
  const relations = a.values.flatMap(({ text: one }) =>
    b.values.flatMap(({ text: other }) => [
      compareUrl(one, other, { truncated: b.cut }),
      compareUrl(other, one, { truncated: a.cut }),
    ]),
  );
  if (relations.some((each) => each === 'same' || each === 'prefix' || each === 'same-site')) return 'same';
  return relations.some((each) => each === 'short-link' || each === 'unreadable') ? 'unknown' : 'different';
}

/** Only a part that tells one place from another makes two addresses the same: a city alone does not. */
function addressLikeness({ address: a }: Shown, { address: b }: Shown): Likeness {
  if (!a || !b) return 'unknown';
  const compared = [compareAddress(a, b), compareAddress(b, a)];
  const isTold = compared.some(({ agreeing }) => agreeing.includes('street') || agreeing.includes('postalCode'));
  if (compared.every(({ relation }) => relation !== 'different')) return isTold ? 'same' : 'unknown';
  return compared.some(({ relation }) => relation === 'same' || relation === 'partial') ? 'unknown' : 'different';
}

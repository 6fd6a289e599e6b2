/**
 * What a person saw with their own eyes, dated and named, where no source saw it. What a source saw goes before it; it is
 * never proof that an account is gone, and it ages.
 */

import { createHash } from 'node:crypto';
import { subtractDuration } from '../compare/duration.ts';
import type { Check, Context } from '../model/check.ts';
import type { SeenEntry } from '../model/config.ts';
import type { Expectation, ExpectedBanner } from '../model/expectation.ts';
import {
  absent,
  type CheckId,
  type DateEvidence,
  deviating,
  type FindingCode,
  type Judgement,
  ok,
  unverifiable,
} from '../model/finding.ts';
import { HAND_FIELDS } from '../model/handFields.ts';
import type { FieldName } from '../model/observation.ts';
import { adviceFor } from './advice.ts';
import { toPaste } from './evidence.ts';
import { silenceMeant } from './intent.ts';
import { silenceOf } from './silence.ts';

/** No source saw the field at all. */
const UNSEEN: readonly FindingCode[] = ['field.not-seen', 'field.not-found', 'logo.not-loaded', 'banner.not-loaded'];
/** A source saw posts, and they prove nothing. */
const UNPROVEN: readonly FindingCode[] = ['activity.perhaps-dormant', 'activity.undecided'];

/** The judgement, or what a person's look says in its place. */
export function byHand(check: Check, judgement: Judgement, context: Context): Judgement {
  const { code, status } = judgement;
  const { outcome } = context.reading;
  if (status !== 'unverifiable' || outcome === 'not-found' || outcome === 'suspended') return judgement;
  if (check.id === 'activity.dormant') return postsByHand(judgement, context);
  const field = HAND_FIELDS[check.id];
  const look = field && UNSEEN.includes(code) ? newest(context, ({ fields }) => fields?.[field] !== undefined) : null;
  const answer = field && look?.fields?.[field];
  if (!field || !look || !answer || answer === 'not-seen') return judgement;
  const args = { field: check.needs[0] ?? field, at: look.at, by: look.by };
  const expected = check.expectedText(context.expectation);
  const evidence = [seen(check.needs[0], look, expected === null ? [] : [expected], [answer])];
  const extras = { expected, evidence };
  if (isOld(look, context)) return unverifiable('hand.too-old', args, extras);
  const bound = look.expected?.[field];
  if (bound !== undefined && bound !== expectedDigest(check, context.expectation)) {
    return unverifiable('hand.other-expectation', args, extras);
  }
  if (answer === 'ok') return ok('hand.ok', args, extras);
  const file = check.remedyFile?.(context.expectation) ?? null;
  const value = file === null ? toPaste(check, context.expectation, context.network) : null;
  const remedy = { value, file, url: context.network.editUrl };
  return answer === 'absent'
    ? absent('hand.absent', args, { ...extras, remedy })
    : deviating('hand.deviating', args, { ...extras, remedy });
}

const PICTURES: Readonly<Partial<Record<CheckId, (expectation: Expectation) => readonly Pictured[]>>> = {
  'look.logo': ({ logos }) => logos?.value ?? [],
  'look.banner': ({ banners }) => banners?.value ?? [],
};

type Pictured = Pick<ExpectedBanner, 'image'>;

/** What a look was bound to: the expectation as it was shown then. */
export function expectedDigest(check: Check, expectation: Expectation): string {
  const pictures = PICTURES[check.id]?.(expectation) ?? [];
  const images = pictures.map(({ image }) => image.sha256);
  const shown = JSON.stringify([check.id, check.expectedText(expectation), ...images]);
  return `sha256:${createHash('sha256').update(shown).digest('hex')}`;
}

/** A page is judged at the time at which it was looked at: so is a person's look. */
function postsByHand(judgement: Judgement, context: Context): Judgement {
  const isUnproven = UNPROVEN.includes(judgement.code);
  if (!(isUnproven || UNSEEN.includes(judgement.code)) || silenceMeant(context)) return judgement;
  const look = newest(context, ({ newestPost }) => newestPost !== undefined);
  const { newestPost: day } = look ?? {};
  if (!look || day === undefined) return judgement;
  const args = { date: day, at: look.at, by: look.by };
  if (isOld(look, context)) {
    return isUnproven
      ? judgement
      : unverifiable('hand.too-old', { field: 'lastActivity', at: look.at, by: look.by }, judgement);
  }
  const { limit, threshold } = silenceOf({ at: `${look.at}T00:00:00.000Z`, expectation: context.expectation });
  const activity = { from: `${day}T00:00:00.000Z`, to: `${day}T23:59:59.999Z`, completeness: 'latest' } as const;
  // A source that saw a newer post knows better.
  const shown = context.reading.observation?.lastActivity?.value;
  if (shown && shown.from > activity.to) return judgement;
  const place = { field: 'lastActivity', source: 'hand', locator: `${look.by}, ${look.at}` } as const;
  const evidence: DateEvidence = { ...place, kind: 'date', activity, limit, threshold };
  const extras = { expected: limit, found: day, evidence: [evidence] };
  if (activity.to >= limit) return ok('hand.recent', args, extras);
  const remedy = { url: context.network.removeUrl };
  return deviating('hand.dormant', { ...args, limit }, { ...extras, remedy, advice: adviceFor(context) });
}

/** Of several looks that answer, the last; one of a day that is still to come is none yet. */
function newest({ hand, now }: Context, answers: (look: SeenEntry) => boolean): SeenEntry | null {
  const looks = (hand?.looks ?? []).filter((look) => answers(look) && look.at <= now.slice(0, 10));
  return looks.toSorted((a, b) => b.at.localeCompare(a.at))[0] ?? null;
}

const isOld = ({ at }: SeenEntry, { hand, now }: Context): boolean =>
  at < (subtractDuration(now, hand?.validFor ?? '') ?? now).slice(0, 10);

const seen = (field: FieldName | undefined, look: SeenEntry, expected: readonly string[], found: readonly string[]) =>
  ({
    kind: 'value',
    field: field ?? 'presence',
    source: 'hand',
    locator: `${look.by}, ${look.at}`,
    expected,
    found,
  }) as const;

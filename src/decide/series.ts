/** One finding over the nights: since when, new, put right, back, and what was last seen of it. A blind night changes nothing. */

import type { Decision } from '../model/audit.ts';
import type { Status } from '../model/finding.ts';
import type { PreviousFinding } from '../model/previous.ts';

/** What was so when it was last seen: its own status, or of what could not be seen that of an earlier night. */
export const lastStatusOf = (before: PreviousFinding | undefined): Status | undefined =>
  before?.status === 'unverifiable' ? before.lastSeen : before?.status;

export const isWrong = (status: Status): boolean => status === 'deviating' || status === 'absent';

const isStanding = (status: Status): boolean => isWrong(status) || status === 'waived';

interface Tonight {
  readonly status: Status;
  readonly waiverRefused: Decision['waiverRefused'];
  /** The run's time. */
  readonly now: string;
  /** False on the first run: then nothing is news. */
  readonly hasPrevious: boolean;
}

type Series = Pick<Decision, 'since' | 'lastSeen' | 'last' | 'isNew' | 'isBack' | 'fixedAt'>;

export function seriesOf(tonight: Tonight, before: PreviousFinding | undefined): Series {
  const { status, now, hasPrevious } = tonight;
  const last = lastStatusOf(before);
  const isNew = hasPrevious && isWrong(status) && !(last && isWrong(last));
  const fixedAt = fixedAtOf(status, before, now);
  return {
    since: before && isSameSeries(tonight, before) ? before.since : now,
    ...(status === 'unverifiable' && last ? { lastSeen: last } : {}),
    ...(status === 'unverifiable' && before?.last ? { last: before.last } : {}),
    isNew,
    ...(isNew && before?.fixedAt ? { isBack: true } : {}),
    ...(fixedAt ? { fixedAt } : {}),
  };
}

function fixedAtOf(status: Status, before: PreviousFinding | undefined, now: string): string | undefined {
  if (!before || isWrong(status)) return undefined;
  const last = lastStatusOf(before);
  const isPutRight = status !== 'unverifiable' && last !== undefined && isWrong(last);
  return isPutRight ? now : before.fixedAt;
}

/** A night that could not see it breaks nothing; neither does a waiver, unless the value is another one by now. */
function isSameSeries({ status, waiverRefused }: Tonight, before: PreviousFinding): boolean {
  const last = lastStatusOf(before);
  const isStillThere = last !== undefined && isStanding(last);
  if (status === 'unverifiable') return before.status === 'unverifiable' || isStillThere;
  return isStanding(status) && isStillThere && !(last === 'waived' && waiverRefused === 'other-value');
}

/** In which fields something stood when it was last seen; [] when in none. */
export function fieldsStoodIn(before: PreviousFinding | undefined): readonly string[] {
  const last = lastStatusOf(before);
  return before?.fields && last && isStanding(last) ? before.fields : [];
}

import { describe, expect, test } from 'vitest';
import { isWrong, seriesOf } from '../../src/decide/series.ts';
import type { Status } from '../../src/model/finding.ts';
import type { LastSeen, PreviousFinding } from '../../src/model/previous.ts';

/** Nights in a row, as the report of one is the previous of the next. */
function nights(...statuses: Status[]) {
  let before: PreviousFinding | undefined;
  return statuses.map((status, index) => {
    const now = `2026-11-${String(index + 1).padStart(2, '0')}T02:00:00.000Z`;
    const made = seriesOf({ status, waiverRefused: null, now, hasPrevious: index > 0 }, before);
    const seen: LastSeen = {
      at: now,
      code: 'name.differs',
      args: {},
      status,
      severity: 'error',
      expected: 'a',
      found: String(index + 1),
    };
    const { since, lastSeen, last, fixedAt } = made;
    const kept = status === 'unverifiable' ? last : seen;
    before = {
      status,
      since,
      ...(lastSeen ? { lastSeen } : {}),
      ...(kept ? { last: kept } : {}),
      ...(fixedAt ? { fixedAt } : {}),
    };
    return made;
  });
}

const day = (iso: string | undefined) => (iso === undefined ? undefined : Number(iso.slice(8, 10)));

describe('one finding over the nights', () => {
  test('the first run has no news', () => {
    expect(nights('deviating')).toEqual([{ since: '2026-11-01T02:00:00.000Z', isNew: false }]);
  });

  test.each<readonly [string, Status[], readonly boolean[]]>([
    ['wrong, then still wrong', ['ok', 'deviating', 'deviating'], [false, true, false]],
    ['a blind night is neither', ['deviating', 'unverifiable', 'deviating'], [false, false, false]],
    ['right before a blind night', ['ok', 'unverifiable', 'absent'], [false, false, true]],
    ['accepted, then not', ['deviating', 'waived', 'deviating'], [false, false, true]],
  ])('new: %s', (_, statuses, expected) => {
    expect(nights(...statuses).map(({ isNew }) => isNew)).toEqual(expected);
  });

  test('what could not be seen keeps what was last seen, with its date, over many blind nights', () => {
    const [, , , third] = nights('deviating', 'unverifiable', 'unverifiable', 'unverifiable');
    expect(third).toMatchObject({ lastSeen: 'deviating', last: { found: '1', at: '2026-11-01T02:00:00.000Z' } });
    expect(day(third?.since)).toBe(1);
  });

  test('what was put right and comes back is told as such, once', () => {
    const made = nights('deviating', 'ok', 'unverifiable', 'ok', 'deviating', 'deviating');
    expect(made.map(({ fixedAt }) => day(fixedAt))).toEqual([undefined, 2, 2, 2, undefined, undefined]);
    expect(made.map(({ isBack }) => isBack ?? false)).toEqual([false, false, false, false, true, false]);
  });

  test('what was never wrong is new, not back', () => {
    expect(nights('ok', 'deviating')[1]?.isBack).toBeUndefined();
  });

  test('wrong is what deviates or is absent', () => {
    const all: Status[] = ['ok', 'deviating', 'absent', 'unverifiable', 'not-applicable', 'waived'];
    expect(all.filter(isWrong)).toEqual(['deviating', 'absent']);
  });
});

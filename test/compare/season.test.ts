/** The last whole season of a profile that posts only in some months. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastWholeSeason } from '../../src/compare/season.ts';

const SUMMER = [6, 7, 8];
const WINTER = [11, 12, 1, 2];
const START = 'T00:00:00.000Z';

describe('the last whole season', () => {
  test.each<readonly [string, readonly number[], string, string]>([
    ['2026-11-23T02:00:00Z', SUMMER, '2026-06-01', '2026-08-31'],
    ['2026-09-01T00:00:00Z', SUMMER, '2026-06-01', '2026-08-31'],
    // Under way until its last moment.
    ['2026-08-31T23:59:59.999Z', SUMMER, '2025-06-01', '2025-08-31'],
    ['2026-06-01T00:00:00Z', SUMMER, '2025-06-01', '2025-08-31'],
    ['2026-05-31T23:59:59Z', SUMMER, '2025-06-01', '2025-08-31'],
    ['2027-01-01T00:00:00Z', SUMMER, '2026-06-01', '2026-08-31'],
    ['2026-09-01T01:00:00+02:00', SUMMER, '2025-06-01', '2025-08-31'],
    // Over New Year it is one season.
    ['2026-11-23T02:00:00Z', WINTER, '2025-11-01', '2026-02-28'],
    ['2026-12-31T23:59:59Z', WINTER, '2025-11-01', '2026-02-28'],
    ['2027-01-01T00:00:00Z', WINTER, '2025-11-01', '2026-02-28'],
    ['2027-02-28T23:59:59Z', WINTER, '2025-11-01', '2026-02-28'],
    ['2027-03-01T00:00:00Z', WINTER, '2026-11-01', '2027-02-28'],
    ['2028-03-01T00:00:00Z', WINTER, '2027-11-01', '2028-02-29'],
    ['2026-11-23T02:00:00Z', [2, 1, 12, 11, 11], '2025-11-01', '2026-02-28'],
    // Two seasons in a year: the later one counts.
    ['2026-11-23T02:00:00Z', [5, 10], '2026-10-01', '2026-10-31'],
    ['2026-10-31T02:00:00Z', [5, 10], '2026-05-01', '2026-05-31'],
    // One month.
    ['2026-11-23T02:00:00Z', [12], '2025-12-01', '2025-12-31'],
    ['2027-01-01T00:00:00Z', [12], '2026-12-01', '2026-12-31'],
    ['2026-11-23T02:00:00Z', [11], '2025-11-01', '2025-11-30'],
    // All but one: a season of eleven months.
    ['2026-11-23T02:00:00Z', [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12], '2025-08-01', '2026-06-30'],
  ])('at %s, active in %j', (at, months, from, to) => {
    expect(lastWholeSeason(at, months)).toEqual({ from: `${from}${START}`, to });
  });

  test.each([
    ['none', []],
    ['all', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['none that is a month', [0, 13, 1.5]],
  ])('%s of the months is no season', (_, months) => {
    expect(lastWholeSeason('2026-11-23T02:00:00Z', months)).toBeNull();
  });

  test('no instant, no season', () => {
    expect(lastWholeSeason('gisteren', SUMMER)).toBeNull();
  });

  test('it is over, holds active months alone, and ends within the last year', () => {
    const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    const months = fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], { minLength: 1, maxLength: 11 });
    fc.assert(
      fc.property(instant, months, (date, active) => {
        const at = date.toISOString();
        const { from, to } = lastWholeSeason(at, active) ?? { from: '', to: '' };
        expect(from < to && to < at).toBe(true);
        expect(Date.parse(at) - Date.parse(to)).toBeLessThan(367 * 86_400_000);
        const first = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7));
        const last = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7));
        for (let month = first; month <= last; month += 1) expect(active).toContain(((month - 1) % 12) + 1);
        expect(active).not.toContain(((first - 2 + 12) % 12) + 1);
        expect(active).not.toContain((last % 12) + 1);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDuration, subtractDuration } from '../../src/compare/duration.ts';

describe('subtractDuration', () => {
  test.each([
    ['2026-11-23T02:00:00Z', 'P6M', '2026-05-23T02:00:00.000Z'],
    ['2026-11-23T02:00:00Z', 'P1Y', '2025-11-23T02:00:00.000Z'],
    ['2026-03-31T00:00:00Z', 'P1M', '2026-02-28T00:00:00.000Z'],
    ['2028-03-31T00:00:00Z', 'P1M', '2028-02-29T00:00:00.000Z'],
    ['2028-02-29T00:00:00Z', 'P1Y', '2027-02-28T00:00:00.000Z'],
    ['2026-08-31T12:00:00Z', 'P6M', '2026-02-28T12:00:00.000Z'],
    ['2026-01-31T00:00:00Z', 'P2M', '2025-11-30T00:00:00.000Z'],
    ['2026-11-23T02:00:00Z', 'P30D', '2026-10-24T02:00:00.000Z'],
    ['2026-11-23T02:00:00Z', 'P2W', '2026-11-09T02:00:00.000Z'],
    ['2026-11-23T02:00:00Z', 'P1Y6M', '2025-05-23T02:00:00.000Z'],
    ['2026-11-23T02:00:00Z', 'P1M1D', '2026-10-22T02:00:00.000Z'],
    ['2026-11-23T02:00:00Z', 'PT3H', '2026-11-22T23:00:00.000Z'],
    ['2026-11-23T02:00:00Z', 'PT0.5H', '2026-11-23T01:30:00.000Z'],
    ['2026-11-23T01:00:00+02:00', 'P1M', '2026-10-22T23:00:00.000Z'],
    // Summer time has no say: UTC it is.
    ['2026-03-29T12:00:00Z', 'P1D', '2026-03-28T12:00:00.000Z'],
    ['2026-04-15T00:30:00Z', 'P1M', '2026-03-15T00:30:00.000Z'],
  ])('%s less %s', (instant, duration, result) => {
    expect(subtractDuration(instant, duration)).toBe(result);
  });

  test.each([
    '',
    'P',
    'PT',
    'P1YT',
    '6M',
    'P6',
    'p6m',
    ' P6M',
    'P6M ',
    'P-6M',
    'P0D',
    'P1.5M',
    'zes maanden',
    `P${'9'.repeat(60)}D`,
  ])('%j is no duration', (text) => {
    expect(parseDuration(text)).toBeNull();
    expect(subtractDuration('2026-11-23T02:00:00Z', text)).toBeNull();
  });

  test('no instant, no result', () => {
    expect(subtractDuration('gisteren', 'P1M')).toBeNull();
    expect(subtractDuration('2026-11-23T02:00:00Z', 'P99999999Y')).toBeNull();
  });

  test('longer goes further back, and never forward', () => {
    const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 120 }), (date, months) => {
        const at = date.toISOString();
        const once = subtractDuration(at, `P${months}M`) ?? '';
        expect(once < at).toBe(true);
        expect((subtractDuration(at, `P${months + 1}M`) ?? '') < once).toBe(true);
      }),
    );
  });
});

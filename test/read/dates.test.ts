/** Dates as pages write them: the interval always holds the true instant. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  epochInterval,
  isoInterval,
  linkedInTime,
  newest,
  relativeInterval,
  snowflakeTime,
} from '../../src/read/dates.ts';

const AT = '2026-11-23T02:00:00.000Z';
const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.parse(AT) - days * DAY).toISOString();

test.each([
  ['3w', 28, 21],
  ['3 weeks ago', 28, 21],
  ['3 weken geleden', 28, 21],
  ['vor 3 Wochen', 28, 21],
  ['il y a 3 semaines', 28, 21],
  ['hace 3 semanas', 28, 21],
  ['3 Wo.', 28, 21],
  ['2 maanden geleden', 93, 56],
  ['2mo', 93, 56],
  ['2 mnd', 93, 56],
  ['1y', 732, 365],
  ['1 jr', 732, 365],
  ['a year ago', 732, 365],
  ['il y a un an', 732, 365],
  ['een week geleden', 14, 7],
  // Rounded up: the two years are not full.
  ['almost 2 years ago', 1098, 365],
  ['bijna 2 jaar geleden', 1098, 365],
  ['about a month ago', 62, 0],
  ['ongeveer 3 weken geleden', 28, 14],
  ['4d', 5, 4],
  ['4d • Edited', 5, 4],
  ['20h', 21 / 24, 20 / 24],
  ['10 dni temu', 11, 10],
  ['před 3 týdny', 28, 21],
  ['for 2 uker siden', 21, 14],
  ['2 timer siden', 3 / 24, 2 / 24],
  ['10 дней назад', 11, 10],
  ['2 месяца назад', 93, 56],
  ['3 gün önce', 4, 3],
  ['10 日前', 11, 10],
  ['3 週間前', 28, 21],
  ['10일 전', 11, 10],
  ['2개월 전', 93, 56],
  ['3天前', 4, 3],
  ['gisteren', 2, 0],
  ['vandaag', 1, 0],
  // Minutes or months, days or years: as wide as both.
  ['5m', 186, 5 / 1440],
  ['2j', 1098, 2],
])('%j', (text, from, to) => {
  expect(relativeInterval(text, AT)).toEqual({ from: daysAgo(from), to: daysAgo(to) });
});

test.each([
  '',
  'Edited',
  '5',
  'w3',
  'soon',
  '3 people',
  '51-200',
  '٣ أيام',
  'last year',
  '2024 года',
  '2024년 5월',
  '5일',
])('%j says no date', (text) => {
  expect(relativeInterval(text, AT)).toBeNull();
});

test.each([
  ['2026-08-01T10:00:00Z', 'any', '2026-08-01T10:00:00.000Z', '2026-08-01T10:00:00.000Z'],
  ['2026-08-01T10:00:00.123+02:00', 'any', '2026-08-01T08:00:00.123Z', '2026-08-01T08:00:00.123Z'],
  ['2026-08-01T10:00:00+0200', 'any', '2026-08-01T08:00:00.000Z', '2026-08-01T08:00:00.000Z'],
  ['2026-08-01', 'utc', '2026-08-01T00:00:00.000Z', '2026-08-01T23:59:59.999Z'],
  ['2026-08-01', 'any', '2026-07-31T10:00:00.000Z', '2026-08-02T11:59:59.999Z'],
  ['2026-08-01T10:00:00', 'any', '2026-07-31T20:00:00.000Z', '2026-08-01T22:00:00.000Z'],
] as const)('%j in zone %s', (text, zone, from, to) => {
  expect(isoInterval(text, zone)).toEqual({ from, to });
});

test.each(['', '2026', '2026-13-40', 'yesterday', '2026-08-01T99:00:00Z', '01-08-2026'])(
  '%j is no ISO date',
  (text) => {
    expect(isoInterval(text)).toBeNull();
  },
);

test('ids hold their time', () => {
  const instant = Date.parse('2026-11-20T09:30:00.000Z');
  expect(linkedInTime(String((BigInt(instant) << 22n) + 4095n))?.from).toBe('2026-11-20T09:30:00.000Z');
  expect(snowflakeTime(String(BigInt(instant - 1_288_834_974_657) << 22n))?.from).toBe('2026-11-20T09:30:00.000Z');
  expect(linkedInTime('12345')).toBeNull();
  expect(snowflakeTime('not a number')).toBeNull();
});

test('seconds and milliseconds since the epoch are told apart', () => {
  expect(epochInterval(1_620_048_721)?.from).toBe('2021-05-03T13:32:01.000Z');
  expect(epochInterval(1_620_048_721_000)?.from).toBe('2021-05-03T13:32:01.000Z');
  expect(epochInterval(Number.NaN)).toBeNull();
});

test('the newest is the one that starts last', () => {
  const [older, newer] = [isoInterval('2020-01-01T00:00:00Z'), isoInterval('2021-01-01T00:00:00Z')];
  expect(newest([older, null, newer, undefined])).toEqual(newer);
  expect(newest([])).toBeNull();
});

test('a true instant lies in the interval of its own rounded-down wording', () => {
  fc.assert(
    fc.property(fc.integer({ min: 60_000, max: 3000 * DAY }), (age) => {
      const days = age / DAY;
      const wording =
        days < 1 / 24
          ? `${Math.floor(days * 1440)} min`
          : days < 1
            ? `${Math.floor(days * 24)}h`
            : days < 7
              ? `${Math.floor(days)}d`
              : `${Math.floor(days / 7)}w`;
      const found = relativeInterval(wording, AT);
      const instant = new Date(Date.parse(AT) - age).toISOString();
      expect(found && found.from <= instant && instant <= found.to).toBe(true);
    }),
  );
});

/**
 * Dates as pages write them, as intervals of instants. A relative date is rounded down by whoever wrote it, and a
 * month has 28 to 31 days: the interval is as wide as that leaves it, never narrower.
 */

import type { Activity } from '../model/observation.ts';

export interface Interval {
  readonly from: string;
  readonly to: string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The least and most that one unit lasts. */
type Length = readonly [least: number, most: number];

const UNITS: readonly (readonly [Length, string])[] = [
  [
    [SECOND, SECOND],
    's sec secs second seconds seconde seconden sekunde sekunden secondes segundo segundos secondi sek сек секунд секунды секунду saniye 秒前 초전',
  ],
  [
    [MINUTE, MINUTE],
    'min mins minute minutes minuut minuten minuto minutos minuti minut minuter minutter minuty мин минут минуты минуту dakika 分前 분전 分钟前 分鐘前',
  ],
  [
    [HOUR, HOUR],
    'h hr hrs hour hours u uur uren std stunde stunden heure heures hora horas ora ore tim timme timmar godz timer godzinę godziny godzin hodiny hodin ч час часа часов saat 時間前 시간전 小时前 小時前',
  ],
  [
    [DAY, DAY],
    'd day days dag dagen tag tage tagen tg jour jours día días dia dias giorno giorni gg dagar dage dzień dni dager den dny dní дн день дня дней gün 日前 일전 天前',
  ],
  [
    [7 * DAY, 7 * DAY],
    'w wk wks week weeks weken woche wochen wo sem semaine semaines semana semanas settimana settimane sett vecka veckor uge uger tyg uke uker tydzień tygodnie tygodni týdnem týdny týdnů нед неделю недели недель hafta 週間前 주전 周前 週前',
  ],
  [
    [28 * DAY, 31 * DAY],
    'mo mos mon month months mnd maand maanden monat monate monaten mois mes meses mese mesi mån månad månader mdr måned måneder mies miesiąc miesiące miesięcy měsícem měsíci měsíců мес месяц месяца месяцев ay か月前 ヶ月前 개월전 个月前 個月前',
  ],
  [
    [365 * DAY, 366 * DAY],
    'y yr yrs year years jr jaar jaren jahr jahre jahren an ans année années año años ano anos anno anni år rok lata lat rokem roky lety год года лет yıl 年前 년전',
  ],
  // One letter for two things, by language: minutes or months, days (French) or years (Dutch, German), years or hours.
  [[MINUTE, 31 * DAY], 'm'],
  [[DAY, 366 * DAY], 'j'],
  [[DAY, DAY], 't'],
  [[365 * DAY, 366 * DAY], 'a'],
];

const LENGTHS: ReadonlyMap<string, Length> = new Map(
  UNITS.flatMap(([length, words]) => words.split(' ').map((word) => [word, length] as const)),
);

const ONE = new Set('a an one een één ’n ein eine einem einer einen un une una uno um uma en ett et'.split(' '));
const NOW =
  /^(?:just now|now|zojuist|nu|net|gerade eben|jetzt|à l[’']instant|maintenant|ahora|justo ahora|adesso|agora)\b/iu;
const TODAY = /^(?:today|vandaag|heute|aujourd[’']hui|hoy|oggi|hoje)\b/iu;
const YESTERDAY = /^(?:yesterday|gisteren|gestern|hier|ayer|ieri|ontem)\b/iu;
/** `3w`, `3 weeks ago`, `2 maanden geleden`, `vor 3 Wochen`, `il y a un an`, `hace 2 meses`. */
const AGO =
  /^(?:(?:(about|almost|nearly|bijna|circa|ca\.|ongeveer|fast|etwa)|vor|il y a|hace|há|för|for|před|over)\s)?(\d{1,4}|\p{L}{1,6}|’n)\+?\s?(\p{L}{1,10})(?=[\s.,•·]|$)/iu;

/** When something happened that a page calls `3w` or `2 maanden geleden`; null when it does not say so for certain. */
export function relativeInterval(text: string, at: string): Interval | null {
  const clean = text
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
    .slice(0, 80)
    // "Ago" in Korean: without it the same words make a date.
    .replace(/(\p{L}) 전$/u, '$1전');
  const seen = Date.parse(at);
  if (Number.isNaN(seen)) return null;
  if (NOW.test(clean)) return interval(seen - HOUR, seen);
  if (TODAY.test(clean)) return interval(seen - DAY, seen);
  if (YESTERDAY.test(clean)) return interval(seen - 2 * DAY, seen);
  const [, roughly, amount = '', unit = ''] = AGO.exec(clean) ?? [];
  const length = LENGTHS.get(unit.toLowerCase());
  const count = /^\d/.test(amount) ? Number(amount) : ONE.has(amount.toLowerCase()) ? 1 : null;
  // `2024 года` is a year.
  if (length === undefined || count === null || count > 1000) return null;
  // `Almost 2 years` is less than two.
  const least = roughly === undefined ? count : count - 1;
  return interval(seen - (count + 1) * length[1], seen - least * length[0]);
}

/**
 * An ISO 8601 date or instant. A day, or a time without a zone, may be of any zone, unless `utc` says that it is UTC.
 */
export function isoInterval(text: string, zone: 'any' | 'utc' = 'any'): Interval | null {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    text.trim(),
  );
  if (!found) return null;
  const [, day = '', time, offset] = found;
  const start = Date.parse(`${day}T${time ?? '00:00:00'}${offset === undefined ? 'Z' : withColon(offset)}`);
  if (Number.isNaN(start)) return null;
  const end = time === undefined ? start + DAY - 1 : start;
  if (offset !== undefined || zone === 'utc') return interval(start, end);
  return interval(start - 14 * HOUR, end + 12 * HOUR);
}

const withColon = (offset: string): string =>
  /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;

/** `Wed, 09 Feb 2022 06:09:17 +0000`, as mail, RSS and some interfaces write an instant. */
export function rfcInterval(text: string): Interval | null {
  const clean = text.trim();
  const isWhole =
    /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|Z|[+-]\d{4})$/.test(clean);
  const instant = isWhole ? Date.parse(clean) : Number.NaN;
  return Number.isNaN(instant) ? null : interval(instant, instant);
}

/** An instant in milliseconds or, when it is too small for that, seconds since the epoch. */
export function epochInterval(value: number): Interval | null {
  if (!Number.isFinite(value) || value < 1e8 || value > 1e14) return null;
  const instant = value < 1e11 ? value * 1000 : value;
  return interval(instant, instant);
}

/** LinkedIn keeps the time in the upper bits of an activity's id. */
export const linkedInTime = (id: string): Interval | null => timeIn(id, 0n);

/** X's snowflakes count from their own epoch. */
export const snowflakeTime = (id: string): Interval | null => timeIn(id, 1_288_834_974_657n);

function timeIn(id: string, epoch: bigint): Interval | null {
  if (!/^\d{15,20}$/.test(id)) return null;
  const instant = Number((BigInt(id) >> 22n) + epoch);
  return instant > Date.UTC(2003, 0) && instant < Date.UTC(2100, 0) ? interval(instant, instant) : null;
}

/** Of several, the one whose start is the latest; null when there is none. */
export const newest = (intervals: readonly (Interval | null | undefined)[]): Interval | null =>
  intervals.reduce<Interval | null>((best, next) => (next && (!best || next.from > best.from) ? next : best), null);

/** The newest of what a guest was shown: a lower bound. */
export const atLeast = (found: Interval | null): Activity | undefined =>
  found ? { ...found, completeness: 'at-least' } : undefined;

/** The newest of a list that is chronological and complete at its head. */
export const latest = (found: Interval | null): Activity | undefined =>
  found ? { ...found, completeness: 'latest' } : undefined;

function interval(from: number, to: number): Interval | null {
  if (!(Math.abs(from) <= 8.64e15 && Math.abs(to) <= 8.64e15)) return null;
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

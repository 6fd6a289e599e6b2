/** ISO 8601 durations, counted back over the calendar in UTC. Knows no clock. */

import { type Duration, parse, pattern } from 'iso8601-duration';

const WHOLE = new RegExp(`^${pattern.source}$`);
const DAY = 86_400_000;

/** Null for what is no duration of more than nothing. */
export function parseDuration(text: string): Duration | null {
  if (text.length > 40 || !WHOLE.test(text) || text.endsWith('T')) return null;
  try {
    const duration = parse(text);
    const values = Object.values(duration);
    return values.every((value) => value < 100_000_000) && values.some((value) => value > 0) ? duration : null;
  } catch {
    return null;
  }
}

/** The instant that long before, or null when either is not valid. A month back from 31 March is 28 or 29 February. */
export function subtractDuration(instant: string, text: string): string | null {
  const duration = parseDuration(text);
  const start = new Date(instant);
  if (!duration || Number.isNaN(start.getTime())) return null;
  const { years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = duration;
  const then = monthsBefore(start, years * 12 + months);
  const rest = (weeks * 7 + days) * DAY + hours * 3_600_000 + minutes * 60_000 + seconds * 1000;
  const result = new Date(then.getTime() - rest);
  return Number.isNaN(result.getTime()) ? null : result.toISOString();
}

function monthsBefore(start: Date, months: number): Date {
  const then = new Date(start.getTime());
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(start.getUTCDate(), last));
  return then;
}

/** The months in which a seasonal profile posts, as stretches of the calendar (UTC). Knows no clock. */

/** A stretch of months; over New Year it is one. */
export interface Season {
  /** The first moment of its first day: ISO 8601. */
  readonly from: string;
  /** Its last day: ISO date. */
  readonly to: string;
}

/**
 * The most recent season that was over at that instant. Null when the months make no season: none of them, or all.
 * A season is over once the month after it has begun.
 */
export function lastWholeSeason(instant: string, activeMonths: readonly number[]): Season | null {
  const start = new Date(instant);
  const active = new Set(activeMonths.filter((month) => Number.isInteger(month) && month >= 1 && month <= 12));
  if (Number.isNaN(start.getTime()) || active.size === 0 || active.size === 12) return null;
  const isActive = (month: number) => active.has(mod12(month) + 1);
  // Months counted from year 0, so that a step back over New Year is a step like any other.
  let after = start.getUTCFullYear() * 12 + start.getUTCMonth();
  while (isActive(after) || !isActive(after - 1)) after -= 1;
  let first = after - 1;
  while (isActive(first - 1)) first -= 1;
  return {
    from: firstDay(first).toISOString(),
    to: new Date(firstDay(after).getTime() - 1).toISOString().slice(0, 10),
  };
}

const mod12 = (month: number): number => ((month % 12) + 12) % 12;

function firstDay(month: number): Date {
  const day = new Date(0);
  day.setUTCFullYear(Math.floor(month / 12), mod12(month), 1);
  return day;
}

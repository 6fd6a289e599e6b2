/** Since when an account may be silent, counted from the capture's time; a seasonal one only outside its months. */

import { subtractDuration } from '../compare/duration.ts';
import { lastWholeSeason, type Season } from '../compare/season.ts';
import type { Context } from '../model/check.ts';

export interface Silence {
  /** What lies before it is too old: the threshold, or the beginning of the last whole season if that is earlier. */
  readonly limit: string;
  /** ISO 8601 duration. */
  readonly threshold: string;
  /** The threshold's own instant; of a profile without seasons it is the limit. */
  readonly latestLimit: string;
  readonly season: Season | null;
}

/**
 * Of a seasonal profile the newest post must lie before the last season that is over, and before the threshold: a whole
 * season passed in silence. A season under way does not count yet.
 */
export function silenceOf({ at, expectation }: Pick<Context, 'at' | 'expectation'>): Silence {
  const { dormantAfter: threshold, activeMonths } = expectation.activity;
  const latestLimit = subtractDuration(at, threshold);
  if (latestLimit === null) throw new Error(`cannot count ${threshold} back from ${at}`);
  const season = lastWholeSeason(at, activeMonths);
  const limit = season && season.from < latestLimit ? season.from : latestLimit;
  return { limit, threshold, latestLimit, season };
}

/** From measurements to a verdict. Between the two thresholds nothing is said. */

import type { BannerMeasurements } from './measure.ts';

export type BannerVerdict = 'same' | 'different' | 'undecided';

type ReasonCode =
  | 'whole'
  | 'crop'
  | 'avatar-over-it'
  | 'no-likeness'
  | 'between'
  | 'too-small'
  | 'flat-picture'
  | 'nearly-blank'
  | 'no-decoder'
  | 'not-an-image'
  | 'unread-banner';

export interface BannerReason {
  readonly code: ReasonCode;
  readonly args: Readonly<Record<string, number | string>>;
}

/** What `bench/banners.ts` prints the errors of. */
const SAME = 1;
const DIFFERENT = -1;
/** Nothing less than this is called the same, whatever the rest says. */
const CLEAR = { agreement: 0.88, lines: 0.8, worst: 0.35 };
/** Less to see than this is on every plain background. */
const FLAT = 2;
const NEARLY_BLANK = 5;

/** Above 0: rather the same. */
export function oddsOf({ agreement, lines, worst }: BannerMeasurements): number {
  return 12 * (agreement - 0.72) + 6 * (lines - 0.65) + 3 * (worst - 0.45);
}

export const scoreOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

export function verdictOf(measurements: BannerMeasurements): { verdict: BannerVerdict; reason: BannerReason } {
  const { agreement, lines, worst, detail, shown, hidden } = measurements;
  const odds = oddsOf(measurements);
  if (odds < DIFFERENT) return { verdict: 'different', reason: { code: 'no-likeness', args: { agreement } } };
  // So plain a picture fits anywhere.
  if (detail < NEARLY_BLANK) {
    return {
      verdict: 'undecided',
      reason: { code: detail < FLAT ? 'flat-picture' : 'nearly-blank', args: { detail } },
    };
  }
  const isClear = odds >= SAME && agreement >= CLEAR.agreement && lines >= CLEAR.lines && worst >= CLEAR.worst;
  if (!isClear) return { verdict: 'undecided', reason: { code: 'between', args: { agreement } } };
  if (hidden > 0) return { verdict: 'same', reason: { code: 'avatar-over-it', args: { hidden } } };
  return { verdict: 'same', reason: { code: shown > 0.97 ? 'whole' : 'crop', args: { shown } } };
}

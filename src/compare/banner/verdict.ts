/** From measurements to a verdict. Between the two thresholds nothing is said. */

import type { BannerMeasurements, CloseMeasurements } from './measure.ts';

export type BannerVerdict = 'same' | 'different' | 'undecided';

type ReasonCode =
  | 'whole'
  | 'crop'
  | 'avatar-over-it'
  | 'no-likeness'
  | 'other-colour'
  | 'part-differs'
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
const CLEAR = { agreement: 0.88, lines: 0.8, worst: 0.35, sharpness: 0.9, open: 0.3 };
/** Of 255: more than compression does to a hue, and so much more that it is another one. */
const HUE = { moved: 8, another: 18 };
const STROKE = { moved: 9 };
/** Of what there is to see: on a plain ground little is much. */
const DRIFT = { most: 32, ofDetail: 0.45, plain: 8 };
/** Windows next to each other: a word that can be read is more than one. */
const CHANGED = 2.4;
/** Less to see than this is on every plain background. */
const FLAT = 2;
const NEARLY_BLANK = 5;

type Measured = BannerMeasurements & Partial<CloseMeasurements>;

/** Worth a closer look. */
export const isLikely = (measured: Measured): boolean => grossOddsOf(measured) >= DIFFERENT;

/** Above 0: rather the same. A word that changed weighs no more than that it is not clear any more. */
export function oddsOf(measured: Measured): number {
  const { hue = 0, stroke = 0, changed = 0 } = measured;
  const apart = Math.max(0, hue - HUE.moved) / 5 + Math.max(0, stroke - STROKE.moved) / 10 + Math.min(changed, 30) / 10;
  return grossOddsOf(measured) - apart;
}

const grossOddsOf = ({ agreement, lines, worst }: Measured): number =>
  12 * (agreement - 0.72) + 6 * (lines - 0.65) + 3 * (worst - 0.45);

export const scoreOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

interface Judged {
  readonly verdict: BannerVerdict;
  readonly reason: BannerReason;
}

export function verdictOf(measured: Measured): Judged {
  const { agreement, detail, shown, hidden } = measured;
  const { hue = 0 } = measured;
  const different = (reason: BannerReason): Judged => ({ verdict: 'different', reason });
  const undecided = (reason: BannerReason): Judged => ({ verdict: 'undecided', reason });
  if (grossOddsOf(measured) < DIFFERENT) return different({ code: 'no-likeness', args: { agreement } });
  // So plain a picture fits anywhere.
  if (detail < NEARLY_BLANK) {
    return undecided({ code: detail < FLAT ? 'flat-picture' : 'nearly-blank', args: { detail } });
  }
  if (hue >= HUE.another) return different({ code: 'other-colour', args: { hue } });
  const doubt = doubtOf(measured);
  if (doubt) return undecided(doubt);
  if (hidden > 0) return { verdict: 'same', reason: { code: 'avatar-over-it', args: { hidden } } };
  return { verdict: 'same', reason: { code: shown > 0.97 ? 'whole' : 'crop', args: { shown } } };
}

/** Null when there is none. */
function doubtOf(measured: Measured): BannerReason | null {
  const { agreement, hue = 0, changed = 0, sharpness = 0 } = measured;
  const isLike = isClear(measured);
  if (isLike && !isOfItsColours(measured)) return { code: 'other-colour', args: { hue } };
  if (changed > CHANGED && sharpness >= CLEAR.sharpness) return { code: 'part-differs', args: { changed } };
  return isLike ? null : { code: 'between', args: { agreement } };
}

function isClear(measured: Measured): boolean {
  const { agreement, lines, worst, sharpness = 0, open = 0 } = measured;
  const isLike = agreement >= CLEAR.agreement && lines >= CLEAR.lines && worst >= CLEAR.worst;
  return isLike && grossOddsOf(measured) >= SAME && sharpness >= CLEAR.sharpness && open >= CLEAR.open;
}

function isOfItsColours({ hue = 0, stroke = 0, drift = 0, detail }: Measured): boolean {
  const allowed = Math.min(DRIFT.most, DRIFT.ofDetail * (detail + DRIFT.plain));
  return hue < HUE.moved && stroke < STROKE.moved && drift < allowed;
}

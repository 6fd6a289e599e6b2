/** From measurements to a verdict: `same` and `different` only when clear, otherwise `undecided`. Facts, no sentences. */

import type { ImageProblem } from './decode.ts';
import { featuresOf } from './features.ts';
import type { Measurements } from './measure.ts';
import { logOdds, probability } from './net.ts';
import type { Turn } from './turn.ts';
import { recolouredScorer, sameScorer } from './weights.ts';

export type LogoRole = 'primary' | 'variant' | 'outdated';

export type LogoVerdict = 'same' | 'variant' | 'outdated' | 'placeholder' | 'different' | 'undecided';

export type LogoReason =
  /** The observed image is the canonical, as far as its size and copying let see. */
  | { code: 'same-pixels'; args: { logo: number } }
  | { code: 'older-drawing'; args: { logo: number } }
  | { code: 'other-colour'; args: { logo: number; difference: number } }
  /** Mirrored or turned by a quarter or a half. */
  | { code: 'turned'; args: { logo: number; turn: Turn } }
  /** The mark is there, and a part of the canonical is not: a word under it, mostly. */
  | { code: 'part-missing'; args: { logo: number; missing: number } }
  /** The mark is there, and a part of it is another: another word under it, mostly. */
  | { code: 'part-differs'; args: { logo: number; share: number } }
  /** Like no canonical at all. */
  | { code: 'no-likeness'; args: { closest: number; likeness: number } }
  /** A picture that networks and sites show when there is none. */
  | { code: 'placeholder-picture'; args: Record<string, never> }
  /** Neither clearly the same nor clearly another. */
  | { code: 'between'; args: { closest: number; likeness: number } }
  /** The logo may be in the picture, with much else. */
  | { code: 'among-others'; args: { closest: number; likeness: number } }
  /** A photograph, or as full as one: a logo somewhere in it would not be found. */
  | { code: 'photograph'; args: Record<string, never> }
  /** On this background a part of the logo cannot be seen, whether it is there or not. */
  | { code: 'hard-to-see'; args: { hidden: number } }
  /** So much of the logo falls outside the picture that it is not shown as it is. */
  | { code: 'cut-off'; args: { cut: number } }
  /** As like one canonical as another of another role. */
  | { code: 'between-roles'; args: { first: number; second: number } }
  | { code: 'too-small'; args: { width: number; height: number } }
  | { code: 'nearly-blank'; args: { ink: number } }
  | { code: 'flat-picture'; args: Record<string, never> }
  /** The image library is not installed here: nothing can be judged. */
  | { code: 'no-decoder'; args: Record<string, never> }
  | { code: 'not-an-image'; args: { problem: Exclude<ImageProblem, 'no-decoder'> } }
  /** One or more of the canonicals given could not be read, so nothing can be ruled out. */
  | { code: 'unread-logo'; args: { given: number; unread: number } };

/** One canonical, measured against the observed image; `odds` that it is that one, as a logarithm. */
export type Candidate = { index: number; role: LogoRole; odds: number; measurements: Measurements };

export type Judgement = { verdict: LogoVerdict; matched?: number; role?: LogoRole; reason: LogoReason };

/** What else is known of the picture, asked only where the canonicals do not settle it. */
export type Doubts = {
  isPlaceholder(): boolean;
  isPhotograph(): boolean;
  /** Whether one of the canonicals is a part of the picture that stands apart from the rest. */
  isInPiece(): boolean;
  turnOf(index: number): Turn | null;
};

/** Chosen on labelled pairs with whole brands left out; docs/logos.md says what that gave. */
const SAME = 0.6;
const OTHER = 0.2;
const RECOLOURED = 0;
const HIDDEN = 0.25;
const CUT = 0.3;
/** How much more likely one role must be than another. */
const CLEARLY = 0.4;

export const oddsOf = (m: Measurements): number => logOdds(sameScorer, featuresOf(m));

/** 0..1, 1 is the same. Where too much cannot be seen, it stays below what `same` takes. */
export function scoreOf({ odds, measurements }: Pick<Candidate, 'odds' | 'measurements'>): number {
  const isSeen = measurements.hidden <= HIDDEN && measurements.cut <= CUT;
  return Math.round(1e6 * probability(isSeen ? odds : Math.min(odds, SAME - 0.05))) / 1e6;
}

/** Judges at least one candidate, the likeliest first. */
export function judge(candidates: readonly [Candidate, ...Candidate[]], doubts: Doubts): Judgement {
  const [best] = candidates;
  const { index, role, odds, measurements } = best;
  if (odds < OTHER) return judgeOther(candidates, doubts);
  const closest = { closest: index, likeness: scoreOf(best) };
  if (measurements.hidden > HIDDEN) return undecided({ code: 'hard-to-see', args: { hidden: measurements.hidden } });
  if (measurements.cut > CUT) return undecided({ code: 'cut-off', args: { cut: measurements.cut } });
  if (odds < SAME) return undecided({ code: 'between', args: closest });
  const rival = candidates.find((one) => one.role !== role && best.odds - one.odds < CLEARLY);
  if (rival && [best, rival].some((one) => one.role === 'outdated')) {
    return undecided({ code: 'between-roles', args: { first: index, second: rival.index } });
  }
  const verdict = role === 'primary' ? 'same' : role;
  const code = role === 'outdated' ? 'older-drawing' : 'same-pixels';
  return { verdict, matched: index, role, reason: { code, args: { logo: index } } };
}

const undecided = (reason: LogoReason): Judgement => ({ verdict: 'undecided', reason });

/** Not the same as any canonical: a changed one, a default picture, another one, or not to be said. */
function judgeOther(candidates: readonly [Candidate, ...Candidate[]], doubts: Doubts): Judgement {
  const [best] = candidates;
  const closest = { closest: best.index, likeness: scoreOf(best) };
  const current = candidates.filter(({ role }) => role !== 'outdated');
  for (const one of current) {
    const changed = changeOf(one);
    if (changed) return { verdict: 'variant', matched: one.index, role: one.role, reason: changed };
  }
  if (doubts.isInPiece()) return undecided({ code: 'among-others', args: closest });
  if (doubts.isPlaceholder()) return { verdict: 'placeholder', reason: { code: 'placeholder-picture', args: {} } };
  for (const { index, role } of current) {
    const turn = doubts.turnOf(index);
    if (turn)
      return { verdict: 'variant', matched: index, role, reason: { code: 'turned', args: { logo: index, turn } } };
  }
  if (doubts.isPhotograph()) return undecided({ code: 'photograph', args: {} });
  if (candidates.some(isAmongOthers)) return undecided({ code: 'among-others', args: closest });
  if (candidates.some(isNear)) return undecided({ code: 'between', args: closest });
  return { verdict: 'different', reason: { code: 'no-likeness', args: closest } };
}

/** What was done to the canonical, where that is clear. */
function changeOf({ index, measurements: m }: Candidate): LogoReason | null {
  if (m.edgeLikeness > 0.5 && logOdds(recolouredScorer, featuresOf(m)) > RECOLOURED) {
    return { code: 'other-colour', args: { logo: index, difference: m.moved } };
  }
  // The rest must be the mark beyond doubt: its colours, its lines, and most of what there is.
  if (m.structure < 0.8 || m.edgeLikeness < 0.8 || m.moved > 0.12 || m.overlap < 0.55 || m.cut > 0.15) return null;
  if (m.missing > 0.08 && m.extra < 0.03) return { code: 'part-missing', args: { logo: index, missing: m.missing } };
  if (m.missing > 0.05 && m.extra < 0.25) return { code: 'part-differs', args: { logo: index, share: m.extra } };
  return null;
}

/** All of the canonical is in the picture, with much that is not the canonical's. */
const isAmongOthers = ({ measurements: m }: Candidate) =>
  m.extra > 0.2 && m.missing < 0.36 && m.colour < 0.16 && m.edgeLikeness > 0.35;

const isNear = ({ odds, measurements: m }: Candidate) =>
  odds > -1 || (m.structure > 0.75 && m.edgeLikeness > 0.8) || (m.side <= COARSE && m.edgeLikeness > 0.84);

/** On a picture of so few pixels a wide name is a few grey spots: where they lie right, it may be the name. */
const COARSE = 96;

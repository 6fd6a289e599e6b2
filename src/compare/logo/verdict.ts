/** From measurements to a verdict: `same` and `different` only when clear, otherwise `undecided`. Facts, no sentences. */

import type { ImageProblem } from './decode.ts';
import type { Measurements } from './measure.ts';

export type LogoRole = 'primary' | 'variant' | 'outdated';

export type LogoVerdict = 'same' | 'variant' | 'outdated' | 'placeholder' | 'different' | 'undecided';

export type LogoReason =
  /** The observed image is the canonical, pixel for pixel as far as its size lets see. */
  | { code: 'same-pixels'; args: { logo: number } }
  | { code: 'older-drawing'; args: { logo: number } }
  | { code: 'other-colour'; args: { logo: number; difference: number } }
  /** Like no canonical at all. */
  | { code: 'no-likeness'; args: { closest: number; likeness: number } }
  /** A picture that networks and sites show when there is none. */
  | { code: 'placeholder-picture'; args: { kind: 'person' | 'pattern' } }
  /** Neither clearly the same nor clearly another. */
  | { code: 'between'; args: { closest: number; likeness: number } }
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

/** One canonical, measured against the observed image. */
export type Candidate = { index: number; role: LogoRole; score: number; measurements: Measurements };

export type Judgement = { verdict: LogoVerdict; matched?: number; role?: LogoRole; reason: LogoReason };

/** Set by hand, with room to spare on either side of what labelled pairs show; bench/logos.ts measures them. */
const SAME = { worst: 0.1, residual: 0.08, colour: 0.16, cut: 0.2, hidden: 0.12, likeness: 0.8 };
const DIFFERENT = { likeness: 0.62, residual: 0.2, setAside: 0.05, missing: 0.2 };
const RECOLOURED = { likeness: 0.88, colour: 0.15, residual: 0.15, worst: 0.19, cut: 0.2, setAside: 0.03 };
/** How much better one role must be than another. */
const CLEARLY = 0.04;

/** 0..1, 1 is the same: falls with everything that one picture shows and the other does not. */
export function scoreOf(m: Measurements): number {
  const penalty =
    Math.min(0.3, m.worst) +
    2 * m.residual +
    m.colour +
    2 * Math.max(0, m.cut - 0.1) +
    Math.max(0, m.hidden - 0.1) +
    0.5 * (1 - m.edgeLikeness);
  return Math.round(1e6 * Math.exp(-penalty)) / 1e6;
}

const isSame = (m: Measurements) =>
  m.worst <= SAME.worst &&
  m.residual <= SAME.residual &&
  m.colour <= SAME.colour &&
  m.cut <= SAME.cut &&
  m.hidden <= SAME.hidden &&
  m.edgeLikeness >= SAME.likeness;

const isDifferent = (m: Measurements) =>
  m.edgeLikeness < DIFFERENT.likeness &&
  m.residual > DIFFERENT.residual &&
  m.setAside < DIFFERENT.setAside &&
  // The whole logo in a box or beside something else is not another logo.
  m.missing > DIFFERENT.missing;

const isRecoloured = (m: Measurements) =>
  m.edgeLikeness >= RECOLOURED.likeness &&
  m.colour >= RECOLOURED.colour &&
  m.residual >= RECOLOURED.residual &&
  m.worst >= RECOLOURED.worst &&
  m.cut <= RECOLOURED.cut &&
  m.setAside <= RECOLOURED.setAside;

/** Judges at least one candidate, the best first. */
export function judge(candidates: readonly [Candidate, ...Candidate[]]): Judgement {
  const [best] = candidates;
  const { index, role, measurements } = best;
  if (isSame(measurements)) {
    const rival = candidates.find((one) => one.role !== role && isSame(one.measurements));
    if (rival && best.score - rival.score < CLEARLY && [best, rival].some((one) => one.role === 'outdated')) {
      return { verdict: 'undecided', reason: { code: 'between-roles', args: { first: index, second: rival.index } } };
    }
    const verdict = role === 'primary' ? 'same' : role;
    const code = role === 'outdated' ? 'older-drawing' : 'same-pixels';
    return { verdict, matched: index, role, reason: { code, args: { logo: index } } };
  }
  const recoloured = candidates.find((one) => isRecoloured(one.measurements));
  if (recoloured && recoloured.role !== 'outdated') {
    const args = { logo: recoloured.index, difference: recoloured.measurements.colour };
    return {
      verdict: 'variant',
      matched: recoloured.index,
      role: recoloured.role,
      reason: { code: 'other-colour', args },
    };
  }
  const args = { closest: index, likeness: best.score };
  if (candidates.every((one) => isDifferent(one.measurements))) {
    return { verdict: 'different', reason: { code: 'no-likeness', args } };
  }
  return { verdict: 'undecided', reason: { code: 'between', args } };
}

/** Networks lay the profile's picture over the banner: a disc or a square that reaches its lower edge. Finds what it hides. */

import type { Window } from './windows.ts';

export interface Avatar {
  readonly shape: 'disc' | 'square';
  /** Its middle in shares of the frame, its half side in shares of the frame's width. */
  readonly x: number;
  readonly y: number;
  readonly half: number;
  /** The share of the frame that it hides. */
  readonly hides: number;
}

const LARGEST = 0.25;
/** In shares of the height: what reaches the upper edge as well is another part of a banner. */
const OPEN_ABOVE = 0.12;
/** So much of what lies in it must differ, or it is no picture that lies over the banner. */
const DIFFERS = 0.6;
const LEAST_OPEN = 0.4;
/** A disc that only touches the edge does so in its middle. */
const MIDDLE = 0.3;
const ABOVE = 0.3;
/** Windows that only partly lie under it differ too. */
const MARGIN = 0.035;
/** Steps of the first look, in shares of the frame's width and height. */
const STEP = { across: 0.04, down: 0.1, half: 0.025 };

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Lead {
  readonly avatar: Avatar;
  readonly gain: number;
}

/** The place whose windows differ most for its size; null when nothing of that kind lies there. */
export function avatarOver(windows: readonly Window[], ratio: number, edges: Edges): Avatar | null {
  // Where nearly all agrees, or hardly anything does, there is nothing to look for.
  const agreeing = windows.filter(({ agrees }) => agrees > 1 - DIFFERS).length;
  if (agreeing === windows.length || agreeing < LEAST_OPEN * windows.length) return null;
  const differing = differingOf(windows, ratio, edges);
  let best: Lead | null = null;
  for (const avatar of candidates(ratio)) best = better(best, avatar, differing, ratio);
  for (const finer of best ? [0.5, 0.25] : []) {
    for (const avatar of around(best?.avatar, finer, ratio)) best = better(best, avatar, differing, ratio);
  }
  return best?.avatar ?? null;
}

/** In shares of the width, both ways. */
interface Differing {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly differs: Float64Array;
  readonly edges: Edges;
}

/** Along the upper and the lower edge of the frame: 1 where what is seen differs, from left to right. */
export interface Edges {
  readonly upper: readonly number[];
  readonly lower: readonly number[];
}

const differingOf = (windows: readonly Window[], ratio: number, edges: Edges): Differing => ({
  x: Float64Array.from(windows, ({ x }) => x),
  y: Float64Array.from(windows, ({ y }) => y * ratio),
  differs: Float64Array.from(windows, ({ agrees }) => 1 - agrees),
  edges,
});

/** It goes on beyond the lower edge and not to the upper one: else it is a sticker, a word or another part of a banner. */
function crossesLowerEdge({ x, half }: Avatar, { upper, lower }: Edges): boolean {
  return shareOf(lower, x, half * MIDDLE) >= 0.5 && shareOf(upper, x, half) <= ABOVE;
}

function shareOf(edge: readonly number[], x: number, half: number): number {
  const from = Math.max(0, Math.floor((x - half) * edge.length));
  const there = edge.slice(from, Math.max(from + 1, Math.ceil((x + half) * edge.length)));
  return there.reduce((sum, one) => sum + one, 0) / Math.max(1, there.length);
}

function better(best: Lead | null, avatar: Avatar, { x, y, differs, edges }: Differing, ratio: number): Lead | null {
  const reach = avatar.half + MARGIN;
  const [middle, level, isDisc] = [avatar.x, avatar.y * ratio, avatar.shape === 'disc'];
  let [differing, all] = [0, 0];
  for (let at = 0; at < x.length; at += 1) {
    const across = Math.abs((x[at] ?? 0) - middle);
    const down = Math.abs((y[at] ?? 0) - level);
    if (across > reach || down > reach) continue;
    if (isDisc && across * across + down * down > reach * reach) continue;
    all += 1;
    differing += differs[at] ?? 0;
  }
  const gain = 2 * differing - all;
  if (all === 0 || differing / all < DIFFERS || gain <= (best?.gain ?? 0)) return best;
  return crossesLowerEdge(avatar, edges) ? { avatar, gain } : best;
}

/** Also what only partly lies under it. */
export function isUnder({ x, y }: Place, { shape, half, ...middle }: Avatar, ratio: number): boolean {
  const reach = half + MARGIN;
  const [across, down] = [Math.abs(x - middle.x), Math.abs(y - middle.y) * ratio];
  return shape === 'square' ? Math.max(across, down) <= reach : across * across + down * down <= reach * reach;
}

function candidates(ratio: number): Avatar[] {
  const found: Avatar[] = [];
  for (const shape of ['disc', 'square'] as const) {
    for (let half = 0.03; half <= 0.25; half += STEP.half) {
      for (let x = 0; x <= 1; x += STEP.across) {
        for (let y = 0.3; y <= 1.3; y += STEP.down) found.push(...allowed(shape, x, y, half, ratio));
      }
    }
  }
  return found;
}

function around(avatar: Avatar | undefined, finer: number, ratio: number): Avatar[] {
  if (!avatar) return [];
  const ways = [-finer, 0, finer];
  return ways.flatMap((across) =>
    ways.flatMap((down) =>
      ways.flatMap((wider) =>
        allowed(
          avatar.shape,
          avatar.x + across * STEP.across,
          avatar.y + down * STEP.down,
          avatar.half + wider * STEP.half,
          ratio,
        ),
      ),
    ),
  );
}

/** At the lower edge, not over most of the banner, and with some of the banner above it. */
function allowed(shape: Avatar['shape'], x: number, y: number, half: number, ratio: number): Avatar[] {
  const tall = half / ratio;
  const hides = hiddenBy(shape, half, ratio, y);
  return half > 0 && hides <= LARGEST && y + tall >= 0.9 && y - tall < 1 && y - tall >= OPEN_ABOVE
    ? [{ shape, x, y, half, hides }]
    : [];
}

function hiddenBy(shape: Avatar['shape'], half: number, ratio: number, y: number): number {
  const area = ((shape === 'disc' ? Math.PI : 4) * half * half) / ratio;
  const tall = half / ratio;
  const within = Math.min(1, y + tall) - Math.max(0, y - tall);
  return area * Math.min(1, Math.max(0, within / (2 * tall)));
}

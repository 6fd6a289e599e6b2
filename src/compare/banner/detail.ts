/** Has a word, a figure or a sticker changed in what is otherwise the same? Looked for at the finest size at which the rest of the picture still agrees. */

import { draw, type Frame, type Grid, gridOf, type Picture, type View } from './picture.ts';
import { lumaAt } from './tone.ts';

export interface Detail {
  /** 0..1: how well the lines agree where most of them are. */
  readonly sharpness: number;
  /** How many windows that touch each other differ in what stands out in them. */
  readonly changed: number;
  /** 0..1: of what there is to see in the canonical here, what nothing lies over. */
  readonly open: number;
  readonly columns: number;
}

interface Patch {
  readonly x: number;
  readonly y: number;
  readonly correlation: number;
  readonly contrast: number;
  /** The canonical's own. */
  readonly expected: number;
}

/** In shares of the frame. */
interface Placed extends Patch {
  readonly u: number;
  readonly v: number;
}

const FINEST = 768;
const COARSER = 0.66;
/** Of the finest size: what agrees only when it is coarser than that is something else. */
const COARSEST = 0.4;
/** Below this the compression, not the eye, decides what can be read. */
const READABLE = 0.86;
const BLOCK = 5;
/** Of 255: what stands out to somebody who reads. */
const STANDS_OUT = 15;
const ALIKE = 0.5;

/** `isHidden` gets shares of the frame. */
export function detailOf(
  observed: View,
  canonical: Picture,
  frame: Frame,
  isHidden: (x: number, y: number) => boolean,
): Detail {
  const finest = Math.min(FINEST, observed.frame.width, frame.width);
  let columns = finest;
  for (;;) {
    const all = patchesOf(observed, canonical, frame, Math.max(40, Math.round(columns)));
    const patches = all.filter(({ u, v }) => !isHidden(u, v));
    const sharpness = sharpnessOf(patches);
    if (sharpness >= READABLE || columns * COARSER < COARSEST * finest) {
      const open = sumOf(patches) / Math.max(1, sumOf(all));
      return { sharpness, changed: changedOf(patches, sharpness), open, columns: Math.round(columns) };
    }
    columns *= COARSER;
  }
}

const sumOf = (patches: readonly Patch[]): number => patches.reduce((sum, { expected }) => sum + expected, 0);

/** The middle one, by what there is to see. */
function sharpnessOf(patches: readonly Patch[]): number {
  const told = patches.filter(({ contrast }) => contrast >= STANDS_OUT).sort((a, b) => a.correlation - b.correlation);
  const half = told.reduce((sum, { contrast }) => sum + contrast, 0) / 2;
  let sum = 0;
  for (const { correlation, contrast } of told) {
    sum += contrast;
    if (sum >= half) return correlation;
  }
  return 1;
}

/** The largest group of windows that differ. */
function changedOf(patches: readonly Patch[], sharpness: number): number {
  const limit = Math.min(ALIKE, sharpness - 0.3);
  const differing = patches.filter(({ correlation, contrast }) => contrast >= STANDS_OUT && correlation < limit);
  const open = new Map(differing.map(({ x, y, contrast }) => [`${x} ${y}`, Math.min(1, contrast / 30)]));
  let changed = 0;
  for (const start of [...open.keys()]) changed = Math.max(changed, groupFrom(start, open));
  return changed;
}

function groupFrom(start: string, open: Map<string, number>): number {
  const waiting = [start];
  let sum = 0;
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const weight = open.get(name);
    if (weight === undefined) continue;
    open.delete(name);
    sum += weight;
    const [x = 0, y = 0] = name.split(' ').map(Number);
    for (let down = -1; down <= 1; down += 1) {
      for (let across = -1; across <= 1; across += 1) waiting.push(`${x + across} ${y + down}`);
    }
  }
  return sum;
}

/** Windows of two by two blocks, one block apart. */
function patchesOf(observed: View, canonical: Picture, frame: Frame, columns: number): Placed[] {
  const seen = gridOf(observed, columns);
  const { across, down, sums } = blocksOf(seen, draw(canonical, frame, seen.columns, seen.rows));
  const patches: Placed[] = [];
  const sum = new Float64Array(5);
  for (let y = 0; y + 1 < down; y += 1) {
    for (let x = 0; x + 1 < across; x += 1) {
      const [one, two] = [5 * (y * across + x), 5 * ((y + 1) * across + x)];
      for (let at = 0; at < 5; at += 1) {
        sum[at] = (sums[one + at] ?? 0) + (sums[one + 5 + at] ?? 0) + (sums[two + at] ?? 0) + (sums[two + 5 + at] ?? 0);
      }
      patches.push(patchAt(x, y, (x + 1) / across, (y + 1) / down, sum));
    }
  }
  return patches;
}

function patchAt(
  x: number,
  y: number,
  u: number,
  v: number,
  [a = 0, b = 0, aa = 0, bb = 0, ab = 0]: Float64Array,
): Placed {
  const count = 4 * BLOCK * BLOCK;
  const own = Math.max(0, aa - (a * a) / count);
  const other = Math.max(0, bb - (b * b) / count);
  // What is faint is drowned by compression: it counts for little.
  const faint = 4 * count;
  const correlation = (ab - (a * b) / count) / Math.sqrt((own + faint) * (other + faint));
  return {
    x,
    y,
    u,
    v,
    correlation,
    contrast: Math.sqrt(Math.max(own, other) / count),
    expected: Math.sqrt(other / count),
  };
}

/** Per block the sums of both lumas, of their squares and of their product. */
function blocksOf(seen: Grid, expected: Grid) {
  const [across, down] = [Math.floor(seen.columns / BLOCK), Math.floor(seen.rows / BLOCK)];
  const sums = new Float64Array(5 * across * down);
  for (let y = 0; y < down * BLOCK; y += 1) {
    for (let x = 0; x < across * BLOCK; x += 1) {
      const at = 3 * (y * seen.columns + x);
      const to = 5 * (Math.floor(y / BLOCK) * across + Math.floor(x / BLOCK));
      const [a, b] = [lumaAt(seen.colours, at), lumaAt(expected.colours, at)];
      sums[to] = (sums[to] ?? 0) + a;
      sums[to + 1] = (sums[to + 1] ?? 0) + b;
      sums[to + 2] = (sums[to + 2] ?? 0) + a * a;
      sums[to + 3] = (sums[to + 3] ?? 0) + b * b;
      sums[to + 4] = (sums[to + 4] ?? 0) + a * b;
    }
  }
  return { across, down, sums };
}

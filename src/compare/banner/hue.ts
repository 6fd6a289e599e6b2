/** Is anything of it in another hue? Per hue of the canonical and per region: how far its mean moved, paler or fuller set aside. */

import type { Grid } from './picture.ts';
import { lumaAt } from './tone.ts';

const SECTORS = 8;
/** Below this a colour has no hue. */
const GREY = 7;
const REGIONS = 3;
/** A smaller share of what is seen is no colour of the banner. */
const LEAST = 0.01;
const FAINTER = { least: 0.5, most: 1.5 };
/** Strokes: what stands out from the colours around it by this much, in blocks of so many cells a side. */
const STANDS_OUT = 10;
const BLOCK = 10;
const FEWEST = 60;
/** Compression takes the colour from thin strokes, but gives them no other. */
const STROKES = { least: 0, most: 1.6 };

type Vector = readonly [number, number];

interface Tally {
  count: number;
  readonly seen: [number, number];
  readonly expected: [number, number];
}

/** Shares of the frame. */
type Hidden = (x: number, y: number) => boolean;

/** Of 255: the farthest that a hue moved. */
export function hueShift(seen: Grid, expected: Grid, isHidden: Hidden): number {
  const tallies = new Map<number, Tally>();
  let all = 0;
  for (let cell = 0; cell < seen.columns * seen.rows; cell += 1) {
    const { x, y } = placeOf(seen, cell);
    if (isHidden(x, y)) continue;
    all += 1;
    const wanted = chromaAt(expected.colours, 3 * cell);
    const sector = lengthOf(wanted) < GREY ? SECTORS : sectorOf(wanted);
    add(tallies, sector * REGIONS + Math.floor(x * REGIONS), chromaAt(seen.colours, 3 * cell), wanted);
  }
  return farthest(tallies, LEAST * all, FAINTER);
}

/** The same for what is written or drawn in thin lines: how its colour stands out from what is around it. */
export function strokeShift(seen: Grid, expected: Grid, isHidden: Hidden): number {
  const grounds = groundsOf(seen, expected);
  const tallies = new Map<number, Tally>();
  for (let cell = 0; cell < seen.columns * seen.rows; cell += 1) {
    const ground = grounds[blockOf(seen, cell)];
    const { x, y } = placeOf(seen, cell);
    if (!ground || isHidden(x, y)) continue;
    const wanted = awayFrom(chromaAt(expected.colours, 3 * cell), ground.expected, ground.count);
    if (lengthOf(wanted) < STANDS_OUT) continue;
    const found = awayFrom(chromaAt(seen.colours, 3 * cell), ground.seen, ground.count);
    add(tallies, sectorOf(wanted) * REGIONS + Math.floor(x * REGIONS), found, wanted);
  }
  return farthest(tallies, FEWEST, STROKES);
}

function groundsOf(seen: Grid, expected: Grid): (Tally | undefined)[] {
  const grounds: (Tally | undefined)[] = [];
  for (let cell = 0; cell < seen.columns * seen.rows; cell += 1) {
    const block = blockOf(seen, cell);
    const tally = grounds[block] ?? emptyTally();
    grounds[block] = tally;
    count(tally, chromaAt(seen.colours, 3 * cell), chromaAt(expected.colours, 3 * cell));
  }
  return grounds;
}

const blockOf = ({ columns }: Grid, cell: number): number =>
  Math.floor(Math.floor(cell / columns) / BLOCK) * Math.ceil(columns / BLOCK) + Math.floor((cell % columns) / BLOCK);

const placeOf = ({ columns, rows }: Grid, cell: number) => ({
  x: ((cell % columns) + 0.5) / columns,
  y: (Math.floor(cell / columns) + 0.5) / rows,
});

const emptyTally = (): Tally => ({ count: 0, seen: [0, 0], expected: [0, 0] });

function add(tallies: Map<number, Tally>, key: number, found: Vector, wanted: Vector): void {
  const tally = tallies.get(key) ?? emptyTally();
  tallies.set(key, tally);
  count(tally, found, wanted);
}

function count(tally: Tally, found: Vector, wanted: Vector): void {
  tally.count += 1;
  for (const at of [0, 1] as const) {
    tally.seen[at] += found[at];
    tally.expected[at] += wanted[at];
  }
}

function farthest(tallies: ReadonlyMap<number, Tally>, least: number, fainter: typeof FAINTER): number {
  const told = [...tallies.values()].filter((tally) => tally.count >= least);
  return Math.max(0, ...told.map((tally) => shiftOf(tally, fainter)));
}

function chromaAt(colours: Float32Array, at: number): Vector {
  const luma = lumaAt(colours, at);
  return [0.564 * ((colours[at + 2] ?? 0) - luma), 0.713 * ((colours[at] ?? 0) - luma)];
}

const awayFrom = ([blue, red]: Vector, [b, r]: Vector, count: number): Vector => [blue - b / count, red - r / count];

const lengthOf = ([blue, red]: Vector): number => Math.hypot(blue, red);

const sectorOf = ([blue, red]: Vector): number =>
  Math.floor(((Math.atan2(blue, red) / Math.PI + 1) / 2) * SECTORS) % SECTORS;

function shiftOf({ count, seen, expected }: Tally, fainter: typeof FAINTER): number {
  const [a, b] = [seen[0] / count, seen[1] / count];
  const [u, v] = [expected[0] / count, expected[1] / count];
  const length = u * u + v * v;
  const share = length < GREY ? 1 : (a * u + b * v) / length;
  const kept = Math.min(fainter.most, Math.max(fainter.least, share));
  return Math.hypot(a - kept * u, b - kept * v);
}

/** A banner of another shape is set between two bars of one colour by some networks and galleries: finds what lies between them. */

import { draw, type Frame, type Grid, type Picture, wholeOf } from './picture.ts';

const ACROSS = 32;
/** Of 255: what compression makes of one plain colour, on the whole and where the picture begins. */
const PLAIN = { mean: 20, most: 80 };
const LEAST = 0.007;
/** Both bars are of one size. */
const UNEQUAL = 0.02;
/** Compression blurs the edge of a bar into the picture. */
const BLUR = 0.006;

/** Null when there are no bars on two opposite sides. */
export function betweenBars(picture: Picture): Frame | null {
  const { width, height } = picture;
  const rows = barsOf(draw(picture, wholeOf(picture), ACROSS, height), false);
  const columns = barsOf(draw(picture, wholeOf(picture), width, ACROSS), true);
  if (!rows && !columns) return null;
  const [top, bottom] = rows ?? [0, 0];
  const [left, right] = columns ?? [0, 0];
  return { x: left, y: top, width: width - left - right, height: height - top - bottom };
}

function barsOf(grid: Grid, isUpright: boolean): readonly [number, number] | null {
  const lines = isUpright ? grid.columns : grid.rows;
  const first = barFrom(grid, isUpright, 0);
  const last = barFrom(grid, isUpright, lines - 1);
  const isBoth = Math.min(first, last) >= LEAST * lines && Math.abs(first - last) <= UNEQUAL * lines + 2;
  if (!isBoth || first + last > 0.7 * lines) return null;
  const blur = 1 + Math.ceil(BLUR * lines);
  return [first + blur, last + blur];
}

/** How many lines from this edge on have the mean colour of the edge. */
function barFrom(grid: Grid, isUpright: boolean, edge: number): number {
  const lines = isUpright ? grid.columns : grid.rows;
  const colour = meanOf(grid, isUpright, edge);
  const way = edge === 0 ? 1 : -1;
  let count = 0;
  while (count < lines && isPlain(grid, isUpright, edge + way * count, colour)) count += 1;
  return count;
}

type Colour = readonly [number, number, number];

function* cellsOf({ columns, rows, colours }: Grid, isUpright: boolean, line: number): Generator<Colour> {
  const cells = isUpright ? rows : columns;
  for (let cell = 0; cell < cells; cell += 1) {
    const at = 3 * (isUpright ? cell * columns + line : line * columns + cell);
    yield [colours[at] ?? 0, colours[at + 1] ?? 0, colours[at + 2] ?? 0];
  }
}

function meanOf(grid: Grid, isUpright: boolean, line: number): Colour {
  const sums: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (const [red, green, blue] of cellsOf(grid, isUpright, line)) {
    sums[0] += red;
    sums[1] += green;
    sums[2] += blue;
    count += 1;
  }
  return [sums[0] / count, sums[1] / count, sums[2] / count];
}

function isPlain(grid: Grid, isUpright: boolean, line: number, [red, green, blue]: Colour): boolean {
  let [sum, count] = [0, 0];
  for (const cell of cellsOf(grid, isUpright, line)) {
    const apart = Math.max(Math.abs(cell[0] - red), Math.abs(cell[1] - green), Math.abs(cell[2] - blue));
    if (apart > PLAIN.most) return false;
    sum += apart;
    count += 1;
  }
  return sum <= PLAIN.mean * count;
}

/** A banner of another shape is set between two bars of one colour by some networks and galleries: finds what lies between them. */

import { draw, type Frame, type Grid, type Picture, wholeOf } from './picture.ts';

const ACROSS = 32;
/** Of 255: what compression makes of one plain colour. */
const PLAIN = 14;
const LEAST = 0.012;
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

/** How many lines from this edge on have the colour of the edge. */
function barFrom(grid: Grid, isUpright: boolean, edge: number): number {
  const lines = isUpright ? grid.columns : grid.rows;
  const way = edge === 0 ? 1 : -1;
  let count = 0;
  while (count < lines && isPlain(grid, isUpright, edge + way * count, edge)) count += 1;
  return count;
}

function isPlain({ columns, rows, colours }: Grid, isUpright: boolean, line: number, edge: number): boolean {
  const cells = isUpright ? rows : columns;
  const at = (one: number, cell: number) => 3 * (isUpright ? cell * columns + one : one * columns + cell);
  const from = at(edge, Math.floor(cells / 2));
  for (let cell = 0; cell < cells; cell += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      if (Math.abs((colours[at(line, cell) + channel] ?? 0) - (colours[from + channel] ?? 0)) > PLAIN) return false;
    }
  }
  return true;
}

/** Pictures as numbers: planes of scaled YIQ, sampled exactly by area. */

import type { Raster } from './decode.ts';
import { type Colour, iOf, qOf, yOf } from './yiq.ts';

/** A square picture of n × n: three colour planes, and how far each pixel is covered (0..1). */
export type Picture = { n: number; y: Float32Array; i: Float32Array; q: Float32Array; cover: Float32Array };

/** Where a source's unit square lies in the target's: scale and upper left corner. */
export type Placement = { scale: number; x: number; y: number };

export const IN_PLACE: Placement = { scale: 1, x: 0, y: 0 };

/** Planes as running sums, side by side: the mean of any rectangle in four look-ups. */
export type Sums = { width: number; height: number; values: Float64Array };

/** The premultiplied planes y, i, q and the cover. */
export type Source = Sums;

export const colourAt = ({ y, i, q }: Picture, at: number): Colour => [y[at] ?? 0, i[at] ?? 0, q[at] ?? 0];

/** How far each pixel lies from one colour. */
export function distancesTo({ n, y, i, q }: Picture, colour: Colour): Float32Array {
  const out = new Float32Array(n * n);
  const [cy, ci, cq] = colour;
  for (let at = 0; at < n * n; at += 1) {
    const [dy, di, dq] = [(y[at] ?? 0) - cy, (i[at] ?? 0) - ci, (q[at] ?? 0) - cq];
    out[at] = Math.sqrt(dy * dy + di * di + dq * dq);
  }
  return out;
}

/** How many planes a source has. */
const PLANES = 4;

export function toSource({ width, height, rgba }: Raster): Source {
  const line = PLANES * (width + 1);
  const values = new Float64Array(line * (height + 1));
  for (let row = 0; row < height; row += 1) {
    let [y, i, q, cover] = [0, 0, 0, 0];
    for (let column = 0; column < width; column += 1) {
      const from = 4 * (row * width + column);
      const alpha = (rgba[from + 3] ?? 0) / 255;
      if (alpha > 0) {
        const [r, g, b] = [rgba[from] ?? 0, rgba[from + 1] ?? 0, rgba[from + 2] ?? 0];
        y += alpha * yOf(r, g, b);
        i += alpha * iOf(r, g, b);
        q += alpha * qOf(r, g, b);
        cover += alpha;
      }
      const to = (row + 1) * line + PLANES * (column + 1);
      values[to] = (values[to - line] ?? 0) + y;
      values[to + 1] = (values[to - line + 1] ?? 0) + i;
      values[to + 2] = (values[to - line + 2] ?? 0) + q;
      values[to + 3] = (values[to - line + 3] ?? 0) + cover;
    }
  }
  return { width, height, values };
}

export function summed(plane: Float32Array, width: number, height: number): Sums {
  const values = new Float64Array((width + 1) * (height + 1));
  for (let row = 0; row < height; row += 1) {
    let line = 0;
    for (let column = 0; column < width; column += 1) {
      line += plane[row * width + column] ?? 0;
      const to = (row + 1) * (width + 1) + column + 1;
      values[to] = (values[to - width - 1] ?? 0) + line;
    }
  }
  return { width, height, values };
}

export function blank(n: number): Picture {
  const plane = () => new Float32Array(n * n);
  return { n, y: plane(), i: plane(), q: plane(), cover: plane() };
}

/** Draws the source's square (letterboxed about its longest side) at its place, on a background, on a new sheet or an old one. */
export function draw(source: Source, n: number, place: Placement, background: Colour, sheet = blank(n)): Picture {
  const means = boxes(source, n, place, PLANES);
  const { y, i, q, cover } = sheet;
  const [by, bi, bq] = background;
  for (let at = 0; at < n * n; at += 1) {
    const covered = means[4 * at + 3] ?? 0;
    const rest = 1 - covered;
    y[at] = (means[4 * at] ?? 0) + rest * by;
    i[at] = (means[4 * at + 1] ?? 0) + rest * bi;
    q[at] = (means[4 * at + 2] ?? 0) + rest * bq;
    cover[at] = covered;
  }
  return sheet;
}

/** One plane, drawn the same way on nothing. What it gives is overwritten by the next call. */
export const drawPlane = (plane: Sums, n: number, place: Placement): Float32Array => boxes(plane, n, place, 1);

const LEAST = 64;

/** Half as wide and high, for what is drawn small: less memory is walked through. The sums stay exact. */
export function halved(source: Source): Source {
  const { width, height, values } = source;
  if (Math.max(width, height) < 2 * LEAST || width % 2 !== 0 || height % 2 !== 0) return source;
  const across = width >> 1;
  const down = height >> 1;
  const out = new Float64Array(PLANES * (across + 1) * (down + 1));
  for (let row = 0; row <= down; row += 1) {
    for (let column = 0; column <= across; column += 1) {
      const from = PLANES * (2 * row * (width + 1) + 2 * column);
      const to = PLANES * (row * (across + 1) + column);
      for (let plane = 0; plane < PLANES; plane += 1) out[to + plane] = (values[from + plane] ?? 0) / 4;
    }
  }
  return { width: across, height: down, values: out };
}

/** Where the target's grid lines cut the source, in its own pixels. */
function cuts(at: Float64Array, n: number, from: number, scale: number, size: number, other: number): Float64Array {
  const longest = Math.max(size, other);
  const offset = (longest - size) / 2;
  for (let k = 0; k <= n; k += 1) at[k] = Math.min(size, Math.max(0, ((k / n - from) / scale) * longest - offset));
  return at;
}

/** Kept between calls: aligning draws hundreds of times. */
type Room = {
  out: Float32Array;
  above: Float64Array;
  below: Float64Array;
  columns: Float64Array;
  rows: Float64Array;
};
const kept = new Map<number, Room>();

function roomFor(n: number, planes: number): Room {
  const key = n * 8 + planes;
  const known = kept.get(key);
  if (known) return known;
  const room = {
    out: new Float32Array(n * n * planes),
    above: new Float64Array(planes * (n + 1)),
    below: new Float64Array(planes * (n + 1)),
    columns: new Float64Array(n + 1),
    rows: new Float64Array(n + 1),
  };
  kept.set(key, room);
  return room;
}

function boxes({ width, height, values }: Sums, n: number, { scale, x, y }: Placement, planes: number): Float32Array {
  const room = roomFor(n, planes);
  const columns = cuts(room.columns, n, x, scale, width, height);
  const rows = cuts(room.rows, n, y, scale, height, width);
  const perPixel = (n * scale) ** 2 / Math.max(width, height) ** 2;
  const out = room.out;
  let above = room.above;
  let below = room.below;
  for (let r = 0; r <= n; r += 1) {
    sumsAlong(below, values, rows[r] ?? 0, columns, width, height, planes);
    if (r > 0) {
      const to = (r - 1) * n * planes;
      for (let k = 0; k < n * planes; k += 1) {
        const box = (below[k + planes] ?? 0) - (below[k] ?? 0) - (above[k + planes] ?? 0) + (above[k] ?? 0);
        out[to + k] = box * perPixel;
      }
    }
    const spare = above;
    above = below;
    below = spare;
  }
  return out;
}

/** The sums above one line across the source, at each cut. */
function sumsAlong(
  out: Float64Array,
  values: Float64Array,
  row: number,
  columns: Float64Array,
  width: number,
  height: number,
  planes: number,
): void {
  const stride = planes * (width + 1);
  const r0 = Math.min(row | 0, height - 1);
  const down = row - r0;
  for (let c = 0; c < columns.length; c += 1) {
    const column = columns[c] ?? 0;
    const c0 = Math.min(column | 0, width - 1);
    const across = column - c0;
    const a = (1 - across) * (1 - down);
    const b = across * (1 - down);
    const d = (1 - across) * down;
    const e = across * down;
    const at = r0 * stride + c0 * planes;
    const under = at + stride;
    for (let p = 0; p < planes; p += 1) {
      const upper = a * (values[at + p] ?? 0) + b * (values[at + planes + p] ?? 0);
      const lower = d * (values[under + p] ?? 0) + e * (values[under + planes + p] ?? 0);
      out[c * planes + p] = upper + lower;
    }
  }
}

/** Pictures as numbers: YIQ planes scaled so that straight distance is seen difference, sampled exactly by area. */

import type { Raster } from './decode.ts';

/** A colour in scaled YIQ: black to white is about 1 apart. */
export type Colour = readonly [y: number, i: number, q: number];

/** A square picture of n × n: three colour planes, and how far each pixel is covered (0..1). */
export type Picture = { n: number; y: Float32Array; i: Float32Array; q: Float32Array; cover: Float32Array };

/** Where a source's unit square lies in the target's: scale and upper left corner. */
export type Placement = { scale: number; x: number; y: number };

export const IN_PLACE: Placement = { scale: 1, x: 0, y: 0 };

/** Running sums of the premultiplied planes: the mean of any rectangle in four look-ups. */
export type Source = { width: number; height: number; sums: readonly Float64Array[] };

// Weights of Kotsarenko and Ramos, as pixelmatch uses them, over the largest distance.
const [Y_SCALE, I_SCALE, Q_SCALE] = [0.5053, 0.299, 0.1957].map((w) => Math.sqrt(w / 35215)) as [
  number,
  number,
  number,
];

export const toColour = (r: number, g: number, b: number): Colour => [
  Y_SCALE * (0.29889531 * r + 0.58662247 * g + 0.11448223 * b),
  I_SCALE * (0.59597799 * r - 0.2741761 * g - 0.32180189 * b),
  Q_SCALE * (0.21147017 * r - 0.52261711 * g + 0.31114694 * b),
];

/** Back to eight-bit sRGB. */
export function toRgb([y, i, q]: Colour): [r: number, g: number, b: number] {
  const [Y, I, Q] = [y / Y_SCALE, i / I_SCALE, q / Q_SCALE];
  const level = (value: number) => Math.min(255, Math.max(0, Math.round(value)));
  return [level(Y + 0.956 * I + 0.621 * Q), level(Y - 0.272 * I - 0.647 * Q), level(Y - 1.106 * I + 1.703 * Q)];
}

export const WHITE = toColour(255, 255, 255);
export const BLACK = toColour(0, 0, 0);

export const distance = (a: Colour, b: Colour) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

export function toSource({ width, height, rgba }: Raster): Source {
  const sums = [0, 1, 2, 3].map(() => new Float64Array((width + 1) * (height + 1)));
  const row = [0, 0, 0, 0];
  for (let y = 0; y < height; y += 1) {
    row.fill(0);
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const alpha = (rgba[at + 3] ?? 0) / 255;
      const colour = toColour(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0);
      const to = (y + 1) * (width + 1) + x + 1;
      for (let plane = 0; plane < 4; plane += 1) {
        row[plane] = (row[plane] ?? 0) + alpha * (plane === 3 ? 1 : (colour[plane] ?? 0));
        const sum = sums[plane];
        if (sum) sum[to] = (sum[to - width - 1] ?? 0) + (row[plane] ?? 0);
      }
    }
  }
  return { width, height, sums };
}

/** Draws the source's square (letterboxed about its longest side) at its place, on a background. */
export function draw(source: Source, n: number, place: Placement, background: Colour): Picture {
  const longest = Math.max(source.width, source.height);
  const lines = (from: number, size: number) => {
    const at = new Float64Array(n + 1);
    const offset = (longest - size) / 2;
    for (let k = 0; k <= n; k += 1) {
      at[k] = Math.min(size, Math.max(0, ((k / n - from) / place.scale) * longest - offset));
    }
    return at;
  };
  const columns = lines(place.x, source.width);
  const rows = lines(place.y, source.height);
  const perPixel = (longest / (n * place.scale)) ** 2;
  const [y, i, q, cover] = source.sums.map((sum) => boxes(sum, source.width + 1, columns, rows, n, perPixel));
  if (!y || !i || !q || !cover) throw new Error('a source has four planes');
  for (let at = 0; at < n * n; at += 1) {
    const rest = 1 - (cover[at] ?? 0);
    y[at] = (y[at] ?? 0) + rest * background[0];
    i[at] = (i[at] ?? 0) + rest * background[1];
    q[at] = (q[at] ?? 0) + rest * background[2];
  }
  return { n, y, i, q, cover };
}

function boxes(
  sum: Float64Array,
  stride: number,
  columns: Float64Array,
  rows: Float64Array,
  n: number,
  perPixel: number,
): Float32Array {
  const out = new Float32Array(n * n);
  let above = new Float64Array(n + 1);
  let below = new Float64Array(n + 1);
  const lastRow = sum.length / stride - 1;
  for (let r = 0; r <= n; r += 1) {
    const v = rows[r] ?? 0;
    const v0 = Math.min(Math.floor(v), lastRow - 1);
    const fv = v - v0;
    for (let c = 0; c <= n; c += 1) {
      const u = columns[c] ?? 0;
      const u0 = Math.min(Math.floor(u), stride - 2);
      const fu = u - u0;
      const at = v0 * stride + u0;
      const top = (sum[at] ?? 0) * (1 - fu) + (sum[at + 1] ?? 0) * fu;
      const bottom = (sum[at + stride] ?? 0) * (1 - fu) + (sum[at + stride + 1] ?? 0) * fu;
      below[c] = top * (1 - fv) + bottom * fv;
    }
    if (r > 0) {
      for (let c = 0; c < n; c += 1) {
        const box = (below[c + 1] ?? 0) - (below[c] ?? 0) - (above[c + 1] ?? 0) + (above[c] ?? 0);
        out[(r - 1) * n + c] = box / perPixel;
      }
    }
    [above, below] = [below, above];
  }
  return out;
}

/** Changes below this are compression noise. */
const FAINT = 0.03;

/** How strongly the picture changes at each pixel, in any plane; compressed, so that faint lines count too. */
export function edges({ n, y, i, q }: Picture): Float32Array {
  const raw = new Float32Array(n * n);
  for (let row = 1; row < n - 1; row += 1) {
    for (let at = row * n + 1; at < row * n + n - 1; at += 1) {
      let sum = 0;
      for (const plane of [y, i, q]) {
        const across = (plane[at + 1] ?? 0) - (plane[at - 1] ?? 0);
        const down = (plane[at + n] ?? 0) - (plane[at - n] ?? 0);
        sum += across * across + down * down;
      }
      raw[at] = sum < FAINT * FAINT ? 0 : Math.sqrt(Math.sqrt(sum) - FAINT);
    }
  }
  return raw;
}

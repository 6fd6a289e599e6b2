/** Where a picture changes, and how strongly: the lines that are the same in any colour. */

import type { Picture } from './planes.ts';

/** Changes below this are compression noise. */
const FAINT = 0.03;

/** How strongly the picture changes at each pixel, in any plane; compressed, so that faint lines count too. */
export function edges({ n, y, i, q }: Picture, raw = new Float32Array(n * n)): Float32Array {
  for (let row = 1; row < n - 1; row += 1) {
    for (let at = row * n + 1; at < row * n + n - 1; at += 1) {
      const sum =
        square(y, at + 1, at - 1) +
        square(y, at + n, at - n) +
        square(i, at + 1, at - 1) +
        square(i, at + n, at - n) +
        square(q, at + 1, at - 1) +
        square(q, at + n, at - n);
      raw[at] = sum > FAINT * FAINT ? Math.sqrt(Math.sqrt(sum) - FAINT) : 0;
    }
  }
  return raw;
}

function square(plane: Float32Array, one: number, other: number): number {
  const change = (plane[one] ?? 0) - (plane[other] ?? 0);
  return change * change;
}

/** A three by three mean: at a coarse size a line one pixel off is the same line. */
export function softened(values: Float32Array, n: number): Float32Array {
  const out = new Float32Array(n * n);
  for (let row = 1; row < n - 1; row += 1) {
    for (let at = row * n + 1; at < row * n + n - 1; at += 1) {
      const above = (values[at - n - 1] ?? 0) + (values[at - n] ?? 0) + (values[at - n + 1] ?? 0);
      const here = (values[at - 1] ?? 0) + (values[at] ?? 0) + (values[at + 1] ?? 0);
      const below = (values[at + n - 1] ?? 0) + (values[at + n] ?? 0) + (values[at + n + 1] ?? 0);
      out[at] = (above + here + below) / 9;
    }
  }
  return out;
}

export function masked(values: Float32Array, visible: Uint8Array): Float32Array {
  for (let at = 0; at < values.length; at += 1) if (visible[at] === 0) values[at] = 0;
  return values;
}

export function energy(values: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? 0) ** 2;
  return sum;
}

/** How alike two sets of lines are where both can be seen, 0..1. */
export function edgeLikeness(one: Float32Array, other: Float32Array, visible: Uint8Array): number {
  let [shared, a, b] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    if (visible[at] === 0) continue;
    const x = one[at] ?? 0;
    const y = other[at] ?? 0;
    shared += x * y;
    a += x * x;
    b += y * y;
  }
  return shared / Math.sqrt(a * b + 1e-9);
}

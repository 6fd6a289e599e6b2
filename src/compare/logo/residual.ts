/** What neither picture explains in the other, pixel by pixel, with one pixel of tolerance. */

import type { Picture } from './planes.ts';

/** How far each pixel lies from anything the other picture shows within a pixel of it. */
export function residuals(seen: Picture, drawn: Picture): Float32Array {
  const { n } = seen;
  const out = new Float32Array(n * n);
  for (const plane of ['y', 'i', 'q'] as const) {
    addMisses(out, seen[plane], drawn[plane], n);
    addMisses(out, drawn[plane], seen[plane], n);
  }
  for (let at = 0; at < n * n; at += 1) out[at] = Math.sqrt(out[at] ?? 0);
  return out;
}

function addMisses(out: Float32Array, one: Float32Array, other: Float32Array, n: number): void {
  const low = new Float32Array(n * n);
  const high = new Float32Array(n * n);
  acrossRows(other, low, high, n);
  for (let at = 0; at < n * n; at += 1) {
    const up = at >= n ? at - n : at;
    const down = at < n * (n - 1) ? at + n : at;
    const value = one[at] ?? 0;
    const under = Math.min(low[at] ?? 0, low[up] ?? 0, low[down] ?? 0) - value;
    const over = value - Math.max(high[at] ?? 0, high[up] ?? 0, high[down] ?? 0);
    const off = Math.max(under, over);
    if (off > 0) out[at] = (out[at] ?? 0) + off * off;
  }
}

/** The least and most of each pixel and the two beside it. */
function acrossRows(plane: Float32Array, low: Float32Array, high: Float32Array, n: number): void {
  for (let row = 0; row < n; row += 1) {
    const first = row * n;
    for (let at = first; at < first + n; at += 1) {
      const here = plane[at] ?? 0;
      const before = at > first ? (plane[at - 1] ?? 0) : here;
      const after = at < first + n - 1 ? (plane[at + 1] ?? 0) : here;
      low[at] = Math.min(here, before, after);
      high[at] = Math.max(here, before, after);
    }
  }
}

/** The largest mean in any window of the given share of the picture's side. */
export function worstWindow(values: Float32Array, n: number, share: number): number {
  const size = Math.max(4, Math.round(n * share));
  const stride = n + 1;
  const sums = new Float64Array(stride * stride);
  let worst = 0;
  for (let row = 1; row <= n; row += 1) {
    let line = 0;
    for (let column = 1; column <= n; column += 1) {
      line += values[(row - 1) * n + column - 1] ?? 0;
      const at = row * stride + column;
      sums[at] = (sums[at - stride] ?? 0) + line;
      if (row < size || column < size) continue;
      const up = at - size * stride;
      const box = (sums[at] ?? 0) - (sums[up] ?? 0) - (sums[at - size] ?? 0) + (sums[up - size] ?? 0);
      if (box > worst) worst = box;
    }
  }
  return worst / (size * size);
}

/** Whether small windows show the same structure: a changed word in an unchanged logo stands out here. */

import type { Sheet } from './sheet.ts';

export type Structure = {
  /** Mean correlation of the windows that hold anything, by how much they hold. */
  structure: number;
  /** The mean of the worst tenth of them. */
  worstStructure: number;
};

/** Less change than this in a window is noise. */
const HOLDS = 0.004;

export function structureOf({ n, seen, drawn, visible }: Sheet): Structure {
  const size = Math.round(n / 8);
  const stride = Math.max(2, Math.round(size / 2));
  const found: { likeness: number; weight: number }[] = [];
  for (let top = 0; top + size <= n; top += stride) {
    for (let left = 0; left + size <= n; left += stride) {
      if (!isVisible(visible, n, left, top, size)) continue;
      let [shared, one, other] = [0, 0, 0];
      for (const plane of ['y', 'i', 'q'] as const) {
        const sums = covariance(seen[plane], drawn[plane], n, left, top, size);
        shared += sums.shared;
        one += sums.one;
        other += sums.other;
      }
      const weight = Math.max(one, other);
      if (weight > HOLDS)
        found.push({ likeness: shared / (Math.sqrt(one * other) + HOLDS / 4), weight: Math.sqrt(weight) });
    }
  }
  if (found.length === 0) return { structure: 0, worstStructure: 0 };
  const whole = found.reduce((sum, { weight }) => sum + weight, 0);
  const structure = found.reduce((sum, { likeness, weight }) => sum + likeness * weight, 0) / whole;
  const worst = found.map(({ likeness }) => likeness).sort((a, b) => a - b);
  const tenth = worst.slice(0, Math.max(1, Math.round(worst.length / 10)));
  return { structure, worstStructure: tenth.reduce((sum, value) => sum + value, 0) / tenth.length };
}

function isVisible(visible: Uint8Array, n: number, left: number, top: number, size: number): boolean {
  let count = 0;
  for (let row = top; row < top + size; row += 1) {
    for (let at = row * n + left; at < row * n + left + size; at += 1) count += visible[at] ?? 0;
  }
  return count > 0.9 * size * size;
}

/** Variances and covariance in one window. */
function covariance(a: Float32Array, b: Float32Array, n: number, left: number, top: number, size: number) {
  let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0];
  for (let row = top; row < top + size; row += 1) {
    for (let at = row * n + left; at < row * n + left + size; at += 1) {
      const x = a[at] ?? 0;
      const y = b[at] ?? 0;
      sa += x;
      sb += y;
      saa += x * x;
      sbb += y * y;
      sab += x * y;
    }
  }
  const area = size * size;
  const mean = sa / area;
  const other = sb / area;
  return {
    one: Math.max(0, saa / area - mean * mean),
    other: Math.max(0, sbb / area - other * other),
    shared: sab / area - mean * other,
  };
}

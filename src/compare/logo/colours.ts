/** The colours that a picture, or a part of it, is made of. */

import type { Picture } from './planes.ts';
import type { Colour } from './yiq.ts';

/** Colours closer than this are one. */
export const ALIKE = 0.06;

/** The mean of the fullest bin of colours among the pixels that count; null when none does. */
export function commonColour({ n, y, i, q }: Picture, counts: (at: number) => boolean): Colour | null {
  const bins = new Map<number, number>();
  const keys = new Int32Array(n * n).fill(-1);
  let [best, most] = [-1, 0];
  for (let at = 0; at < n * n; at += 1) {
    if (!counts(at)) continue;
    const key = (level(y[at]) * 64 + level(i[at])) * 64 + level(q[at]);
    keys[at] = key;
    const count = (bins.get(key) ?? 0) + 1;
    bins.set(key, count);
    if (count > most) [best, most] = [key, count];
  }
  if (most === 0) return null;
  let [sy, si, sq] = [0, 0, 0];
  for (let at = 0; at < n * n; at += 1) {
    if (keys[at] !== best) continue;
    sy += y[at] ?? 0;
    si += i[at] ?? 0;
    sq += q[at] ?? 0;
  }
  return [sy / most, si / most, sq / most];
}

const level = (value = 0) => Math.round(value / ALIKE) + 32;

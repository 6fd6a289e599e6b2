/** Whether a picture is as full of colours as a photograph: in that a logo would not be found. */

import type { Observed } from './observed.ts';
import { draw, IN_PLACE } from './planes.ts';
import { visibleArea } from './visible.ts';

const LOOK = 64;
const BIN = 0.06;
const COLOURS = 6;
/** A logo's few colours cover more of it than this, shades and copying included. */
const FLAT = 0.66;

export const isPhotograph = (observed: Observed): boolean => flatnessOf(observed) < FLAT;

/** The share of the picture that its commonest colours cover. */
export function flatnessOf(observed: Observed): number {
  const { y, i, q } = draw(observed.source, LOOK, IN_PLACE, observed.page);
  const visible = visibleArea(LOOK, observed);
  const counts = new Map<number, number>();
  let area = 0;
  for (let at = 0; at < LOOK * LOOK; at += 1) {
    if (visible[at] === 0) continue;
    area += 1;
    const key = (level(y[at]) * 64 + level(i[at])) * 64 + level(q[at]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = [...counts.values()].sort((a, b) => b - a).slice(0, COLOURS);
  return area === 0 ? 1 : most.reduce((sum, count) => sum + count, 0) / area;
}

const level = (value = 0) => Math.round(value / BIN) + 32;

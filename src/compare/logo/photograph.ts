/** Whether a picture is as full of colours as a photograph: in that a logo would not be found. */

import type { Observed } from './observed.ts';
import { draw, IN_PLACE } from './planes.ts';
import { visibleArea } from './visible.ts';

const LOOK = 64;
const BIN = 0.09;
const COLOURS = 6;
/** A logo's few colours cover more of it than this, shades and copying included. */
const FLAT = 0.42;

export function isPhotograph(observed: Observed): boolean {
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
  return area > 0 && most.reduce((sum, count) => sum + count, 0) < FLAT * area;
}

const level = (value = 0) => Math.round(value / BIN) + 32;

/** Recognises what networks and sites draw for who has no picture, by its shape: silhouettes, initials, block patterns. */

import { isBlockPattern } from './blocks.ts';
import { type Box, inkBox } from './ink.ts';
import { logOdds } from './net.ts';
import type { Observed } from './observed.ts';
import { distancesTo, draw, IN_PLACE } from './planes.ts';
import { visibleArea } from './visible.ts';
import { placeholderScorer } from './weights.ts';
import type { Colour } from './yiq.ts';
import { WHITE } from './yiq.ts';

const LOOK = 64;
const SHAPE = 16;
/** A logo taken for a default picture is worse than a default picture taken for another logo. */
const CLEAR = 0;
/** Of the side: how far the middle of the ink may lie from the middle. */
const OFF_CENTRE = 0.08;

export function isPlaceholder(observed: Observed): boolean {
  if (!isTwoToned(observed) || !isCentred(observed)) return false;
  return hasBlocks(observed) || logOdds(placeholderScorer, shapeOf(observed)) > CLEAR;
}

/** Default pictures stand in the middle; a slogan mostly begins on the left. A badge in a corner does not count. */
function isCentred(observed: Observed): boolean {
  const { off, visible } = inkOf(observed, LOOK);
  let [sum, ink] = [0, 0];
  for (let at = 0; at < off.length; at += 1) {
    const x = ((at % LOOK) + 0.5) / LOOK - 0.5;
    const isCorner = Math.abs(x) > 0.2 && at > 0.7 * off.length;
    if (visible[at] === 0 || isCorner) continue;
    sum += x * (off[at] ?? 0);
    ink += off[at] ?? 0;
  }
  return ink > 0 && Math.abs(sum / ink) < OFF_CENTRE;
}

function hasBlocks(observed: Observed): boolean {
  const { off, visible } = inkOf(observed, LOOK);
  let strongest = 0.05;
  for (let at = 0; at < off.length; at += 1) if (visible[at] === 1) strongest = Math.max(strongest, off[at] ?? 0);
  const on = Uint8Array.from(off, (value, at) => (visible[at] === 1 && value > 0.5 * strongest ? 1 : 0));
  return isBlockPattern({ n: LOOK, on }, inkBox(observed.source, observed.background));
}

/** The ink, on a small square about it, and where and how much it is. */
export function shapeOf(observed: Observed): number[] {
  const box = inkBox(observed.source, observed.background);
  const { off, visible } = inkOf(observed, LOOK);
  const strongest = Math.max(0.05, ...off.filter((_, at) => visible[at] === 1));
  const shape = shapeIn(observed, box, strongest);
  let [sum, area] = [0, 0];
  for (let at = 0; at < off.length; at += 1) {
    if (visible[at] === 0) continue;
    area += 1;
    sum += (off[at] ?? 0) / strongest;
  }
  const [y, i, q] = observed.background;
  const place = [box.right - box.left, box.bottom - box.top, (box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return [...shape, ...place, area === 0 ? 0 : sum / area, strongest, y, Math.hypot(i, q)];
}

function inkOf(observed: Observed, n: number) {
  const visible = visibleArea(n, observed);
  return { off: distancesTo(draw(observed.source, n, IN_PLACE, observed.page), observed.background), visible };
}

function shapeIn({ source, page, background }: Observed, box: Box, strongest: number): number[] {
  const side = Math.max(box.right - box.left, box.bottom - box.top);
  const scale = 1 / side;
  const x = 0.5 - ((box.left + box.right) / 2) * scale;
  const y = 0.5 - ((box.top + box.bottom) / 2) * scale;
  const off = distancesTo(draw(source, SHAPE, { scale, x, y }, page), background);
  return [...off].map((value) => Math.min(1, value / strongest));
}

/** Whether nearly all of it is one of two flat colours, or lies between them where they meet. */
function isTwoToned(observed: Observed): boolean {
  const n = LOOK;
  const picture = draw(observed.source, n, IN_PLACE, observed.page);
  const { off, visible } = inkOf(observed, n);
  const ink = farthest(picture, off, visible);
  const toInk = distancesTo(picture, ink);
  let [area, between] = [0, 0];
  for (let at = 0; at < n * n; at += 1) {
    if (visible[at] === 0) continue;
    area += 1;
    if (Math.min(toInk[at] ?? 0, off[at] ?? 0) > 0.12) between += 1;
  }
  return area > 0 && between < 0.22 * area;
}

/** The mean colour of the ink that is farthest from the ground. */
function farthest(
  { y, i, q }: { y: Float32Array; i: Float32Array; q: Float32Array },
  off: Float32Array,
  visible: Uint8Array,
): Colour {
  let most = 0;
  for (let at = 0; at < off.length; at += 1) if (visible[at] === 1) most = Math.max(most, off[at] ?? 0);
  let [count, sy, si, sq] = [0, 0, 0, 0];
  for (let at = 0; at < off.length; at += 1) {
    if (visible[at] === 0 || (off[at] ?? 0) < 0.8 * most) continue;
    count += 1;
    sy += y[at] ?? 0;
    si += i[at] ?? 0;
    sq += q[at] ?? 0;
  }
  return count === 0 ? WHITE : [sy / count, si / count, sq / count];
}

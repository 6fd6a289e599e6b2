/** Two logos side by side, or a logo beside a name: is the canonical one of the pieces that stand apart? */

import { roughLikeness } from './align.ts';
import type { Raster } from './decode.ts';
import { inkBox, showingBackground } from './ink.ts';
import { layIn } from './lay.ts';
import { linesOf } from './lines.ts';
import type { Measurements } from './measure.ts';
import { type Observed, observe } from './observed.ts';
import { distancesTo, draw, IN_PLACE, type Source } from './planes.ts';
import { visibleArea } from './visible.ts';

const LOOK = 64;
const INK = 0.08;
/** Of the picture's side: what stands closer together is one drawing. */
const APART = 0.03;
/** A piece smaller than this, in pixels, is not judged. */
const SMALLEST = 24;

/** The pieces on both sides of the widest gap, across and down; none when there is no gap. */
export function piecesOf(seen: Observed, raster: Raster): Observed[] {
  const off = distancesTo(draw(seen.source, LOOK, IN_PLACE, seen.page), seen.background);
  const visible = visibleArea(LOOK, seen);
  const isInk = (column: number, row: number) =>
    visible[row * LOOK + column] === 1 && (off[row * LOOK + column] ?? 0) > INK;
  const upright = gapIn((at) => every(LOOK, (row) => !isInk(at, row)));
  const level = gapIn((at) => every(LOOK, (column) => !isInk(column, at)));
  const { width, height } = raster;
  const longest = Math.max(width, height);
  const pieces: Raster[] = [];
  if (upright !== null) {
    const at = Math.round(upright * longest - (longest - width) / 2);
    pieces.push(cut(raster, 0, 0, at, height), cut(raster, at, 0, width - at, height));
  }
  if (level !== null) {
    const at = Math.round(level * longest - (longest - height) / 2);
    pieces.push(cut(raster, 0, 0, width, at), cut(raster, 0, at, width, height - at));
  }
  return pieces.filter((one) => Math.min(one.width, one.height) >= SMALLEST).map((one) => observe(one));
}

/** Whether a piece is the canonical, by measurements of it in its best place there. */
export function isInPiece(
  pieces: readonly Observed[],
  canonical: Source,
  isSame: (measured: Measurements) => boolean,
): boolean {
  return pieces.some((piece) => {
    const background = showingBackground(canonical, piece.background);
    const box = inkBox(canonical, background);
    if (roughLikeness(piece, linesOf(canonical, background), box) < 0.6) return false;
    return isSame(layIn(piece, canonical).measurements);
  });
}

/** The middle of the longest run of empty lines between two that are not, as a share of the side. */
function gapIn(isEmpty: (at: number) => boolean): number | null {
  let [best, longest, last] = [0, 0, -1];
  for (let at = 0; at < LOOK; at += 1) {
    if (isEmpty(at)) continue;
    if (last >= 0 && at - last - 1 > longest) [best, longest] = [(at + last + 1) / 2, at - last - 1];
    last = at;
  }
  return longest >= APART * LOOK ? best / LOOK : null;
}

function every(count: number, holds: (at: number) => boolean): boolean {
  for (let at = 0; at < count; at += 1) if (!holds(at)) return false;
  return true;
}

function cut(raster: Raster, left: number, top: number, width: number, height: number): Raster {
  const rgba = new Uint8Array(4 * Math.max(0, width) * Math.max(0, height));
  for (let row = 0; row < height; row += 1) {
    const from = 4 * ((top + row) * raster.width + left);
    rgba.set(raster.rgba.subarray(from, from + 4 * width), 4 * row * width);
  }
  const share = raster.sourceWidth / raster.width;
  return { ...raster, width, height, rgba, sourceWidth: width * share, sourceHeight: height * share };
}

/** Two logos side by side, a logo under a slogan: is the canonical one of the pieces that stand apart? */

import { roughLikeness } from './align.ts';
import type { Raster } from './decode.ts';
import { type Box, inkBox, showingBackground } from './ink.ts';
import { layIn } from './lay.ts';
import { linesOf } from './lines.ts';
import type { Measurements } from './measure.ts';
import { type Observed, observe } from './observed.ts';
import { distancesTo, draw, IN_PLACE, type Source } from './planes.ts';
import { visibleArea } from './visible.ts';

const LOOK = 64;
const INK = 0.08;
/** Of LOOK: what stands closer together is one drawing. */
const APART = 2;
/** Of LOOK: a piece whose longer side is less is not looked at. */
const SMALLEST = 10;
/** A piece smaller than this, in pixels, is not judged. */
const SMALLEST_SIDE = 24;
const DEEPEST = 5;
const MOST = 12;
/** How much the shape of a piece's ink may differ from the canonical's, as a factor. */
const SHAPE = 1.3;

/** In cells of a square of LOOK, the last ones excluded. */
type Cells = { left: number; top: number; right: number; bottom: number };

/** The pieces that the picture falls into when it is cut along its widest gaps, again and again; none when it has no gap. */
export function piecesOf(seen: Observed, raster: Raster): Observed[] {
  const off = distancesTo(draw(seen.source, LOOK, IN_PLACE, seen.page), seen.background);
  const visible = visibleArea(LOOK, seen);
  const ink = Uint8Array.from(off, (value, at) => (visible[at] === 1 && value > INK ? 1 : 0));
  const found: Cells[] = [];
  collect(ink, { left: 0, top: 0, right: LOOK, bottom: LOOK }, DEEPEST, found);
  return found
    .filter(({ left, top, right, bottom }) => Math.max(right - left, bottom - top) >= SMALLEST)
    .sort((one, other) => sizeOf(other) - sizeOf(one))
    .slice(0, MOST)
    .map((cells) => cropped(raster, cells))
    .filter((piece) => Math.max(piece.sourceWidth, piece.sourceHeight) >= SMALLEST_SIDE)
    .map(observe);
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
    if (!isOfShape(inkBox(piece.source, piece.background), box)) return false;
    if (roughLikeness(piece, linesOf(canonical, background), box) < 0.6) return false;
    return isSame(layIn(piece, canonical).measurements);
  });
}

function isOfShape(one: Box, other: Box): boolean {
  const shape = ({ left, top, right, bottom }: Box) => (right - left) / (bottom - top);
  const factor = shape(one) / shape(other);
  return factor < SHAPE && factor > 1 / SHAPE;
}

const sizeOf = ({ left, top, right, bottom }: Cells) => (right - left) * (bottom - top);

/** Cuts at the widest gap, and both halves again. */
function collect(ink: Uint8Array, given: Cells, deeper: number, found: Cells[]): void {
  const cells = shrunk(ink, given);
  if (cells === null) return;
  const { left, top, right, bottom } = cells;
  const upright = gapIn(left, right, (at) => isBare(ink, { ...cells, left: at, right: at + 1 }));
  const level = gapIn(top, bottom, (at) => isBare(ink, { ...cells, top: at, bottom: at + 1 }));
  if (deeper < DEEPEST) found.push(cells);
  if (deeper === 0 || Math.max(upright.width, level.width) < APART) return;
  const halves =
    upright.width >= level.width
      ? [
          { ...cells, right: upright.middle },
          { ...cells, left: upright.middle },
        ]
      : [
          { ...cells, bottom: level.middle },
          { ...cells, top: level.middle },
        ];
  for (const half of halves) collect(ink, half, deeper - 1, found);
}

function shrunk(ink: Uint8Array, { left, top, right, bottom }: Cells): Cells | null {
  const out = { left: right, top: bottom, right: left, bottom: top };
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      if (ink[row * LOOK + column] !== 1) continue;
      out.left = Math.min(out.left, column);
      out.right = Math.max(out.right, column + 1);
      out.top = Math.min(out.top, row);
      out.bottom = Math.max(out.bottom, row + 1);
    }
  }
  return out.right > out.left ? out : null;
}

const isBare = (ink: Uint8Array, cells: Cells): boolean => shrunk(ink, cells) === null;

/** The longest run of empty lines. */
function gapIn(from: number, to: number, isEmpty: (at: number) => boolean): { middle: number; width: number } {
  let [middle, width, last] = [from, 0, from - 1];
  for (let at = from; at < to; at += 1) {
    if (isEmpty(at)) continue;
    if (at - last - 1 > width) [middle, width] = [Math.round((at + last + 1) / 2), at - last - 1];
    last = at;
  }
  return { middle, width };
}

/** With a little of what is around it. */
function cropped(raster: Raster, { left, top, right, bottom }: Cells): Raster {
  const longest = Math.max(raster.width, raster.height);
  const [beside, above] = [(longest - raster.width) / 2, (longest - raster.height) / 2];
  const within = (cell: number, off: number, size: number) =>
    Math.min(size, Math.max(0, Math.round((cell * longest) / LOOK - off)));
  const [x, y] = [within(left - 1, beside, raster.width), within(top - 1, above, raster.height)];
  const width = within(right + 1, beside, raster.width) - x;
  const height = within(bottom + 1, above, raster.height) - y;
  const rgba = new Uint8Array(4 * width * height);
  for (let row = 0; row < height; row += 1) {
    const from = 4 * ((y + row) * raster.width + x);
    rgba.set(raster.rgba.subarray(from, from + 4 * width), 4 * row * width);
  }
  const share = raster.sourceWidth / raster.width;
  return { ...raster, width, height, rgba, sourceWidth: width * share, sourceHeight: height * share };
}

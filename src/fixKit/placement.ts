/** Where a picture of the brand comes to stand in the picture that a network wants: geometry, no pixels. */

import type { WantedPicture } from '../model/network.ts';
import type { Box, Mark, Rgb } from './mark.ts';

/** A raster pixel becomes `scale` pixels; the raster's upper left corner comes at `x`, `y`. */
export interface Placement {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  readonly ground: Rgb;
  /** The share of the picture that is left; 1 when all of it. */
  readonly kept: number;
  /** How large it would stand at its best, against how large its own pixels allow; up to 1. */
  readonly sharp: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const WHITE: Rgb = [255, 255, 255];
/** The mark's farthest point, as a share of the circle's radius: rims and rounding take a little. */
const ROUND = 0.88;
/** Of a square: a margin of a twelfth on all sides. */
const SQUARE = 5 / 6;
/** A mark on a ground of its own keeps the brand's proportions, unless it would be lost. */
const SMALLEST = 0.5;
/** What counts as its best, where its own pixels keep it smaller. */
const LEAST = 0.75;

/** The mark inside the inscribed circle, or inside the margins of a square; drawn at `most` times the raster. */
export function placeLogo(mark: Mark, raster: Size, wanted: WantedPicture, most = Infinity): Placement {
  if (mark.ground === 'full') return cover(raster, wanted, most);
  const ground = mark.ground === 'disc' && !wanted.isRound ? WHITE : (mark.colour ?? WHITE);
  const scaleAt = ([x, y]: Point) => safeScale(mark, [x, y], wanted);
  const own = middleOf(mark.whole);
  const optical = middleOf(mark.mark);
  // A mark that is a little off the middle of its own ground was put there.
  const centre = mark.ground === 'tile' && scaleAt(own) > 0.8 * scaleAt(optical) ? own : optical;
  const safe = scaleAt(centre);
  const designed = Math.min(
    wanted.width / (mark.whole.right - mark.whole.left),
    wanted.height / (mark.whole.bottom - mark.whole.top),
  );
  const scale = mark.ground === 'tile' ? Math.min(safe, Math.max(designed, SMALLEST * safe)) : safe;
  const placed = at(scale, centre, { ground, wanted, most });
  // On a ground of its own too: a speck in the middle of it is no logo.
  return { ...placed, sharp: Math.min(placed.sharp, placed.scale / (LEAST * safe)) };
}

type Point = readonly [x: number, y: number];

function safeScale({ ground, mark, reach }: Mark, [x, y]: Point, { width, height, isRound }: WantedPicture): number {
  // A disc is a round picture already.
  if (isRound) return ((ground === 'disc' ? 1 : ROUND) * (Math.min(width, height) / 2)) / reach(x, y);
  const [halfWidth, halfHeight] = [Math.max(mark.right - x, x - mark.left), Math.max(mark.bottom - y, y - mark.top)];
  return Math.min((SQUARE * width) / 2 / halfWidth, (SQUARE * height) / 2 / halfHeight);
}

/** A picture to its edges fills the banner and is cropped; a mark on one colour stands in the part that all screens show. */
export function placeBanner(mark: Mark, raster: Size, wanted: WantedPicture, most = Infinity): Placement {
  if (mark.ground === 'full') return cover(raster, wanted, most);
  const safe = wanted.safe ?? { width: wanted.width * 0.9, height: wanted.height * 0.9 };
  const filling = Math.max(wanted.width / raster.width, wanted.height / raster.height);
  const fitting = ([x, y]: Point) =>
    Math.min(
      safe.width / 2 / Math.max(mark.mark.right - x, x - mark.mark.left),
      safe.height / 2 / Math.max(mark.mark.bottom - y, y - mark.mark.top),
    );
  const own: Point = [raster.width / 2, raster.height / 2];
  const optical = middleOf(mark.mark);
  const centre = fitting(own) > 0.8 * fitting(optical) ? own : optical;
  const ground = mark.ground === 'tile' ? (mark.colour ?? WHITE) : WHITE;
  return at(Math.min(filling, fitting(centre)), centre, { ground, wanted, most });
}

function cover(raster: Size, wanted: Size, most: number): Placement {
  const scale = Math.max(wanted.width / raster.width, wanted.height / raster.height);
  const kept = (wanted.width * wanted.height) / (raster.width * raster.height * scale * scale);
  const placed = at(scale, [raster.width / 2, raster.height / 2], { ground: WHITE, wanted, most: Infinity });
  return { ...placed, kept: Math.min(1, kept), sharp: Math.min(1, most / scale) };
}

interface Around {
  readonly ground: Rgb;
  readonly wanted: Size;
  readonly most: number;
}

function at(best: number, [x, y]: Point, { ground, wanted, most }: Around): Placement {
  const scale = Math.min(best, most);
  const place = { x: wanted.width / 2 - scale * x, y: wanted.height / 2 - scale * y };
  return { scale, ...place, ground, kept: 1, sharp: scale / best };
}

const middleOf = ({ left, top, right, bottom }: Box): Point => [(left + right) / 2, (top + bottom) / 2];

/** What a network shows, before any comparison: the visible area (square or round), its background, how much is in it. */

import type { Raster } from './decode.ts';
import type { Colour, Picture, Source } from './planes.ts';
import { BLACK, distance, draw, IN_PLACE, toSource, WHITE } from './planes.ts';

export type Observed = {
  source: Source;
  /** The colour put behind transparent pixels. */
  page: Colour;
  isRound: boolean;
  /** The most common colour near the edge of the visible area. */
  background: Colour;
  /** Share of the visible area that is not background. */
  ink: number;
  /** The shorter side in pixels. */
  side: number;
};

const LOOK = 64;
const UNIFORM = 0.06;

export function observe(raster: Raster): Observed {
  const source = toSource(raster);
  const onWhite = draw(source, LOOK, IN_PLACE, WHITE);
  // White drawn on transparent shows nothing on white.
  const page = inkOf(onWhite, WHITE, () => true) < 0.01 ? BLACK : WHITE;
  const picture = page === WHITE ? onWhite : draw(source, LOOK, IN_PLACE, page);
  const isRound = raster.width === raster.height && hasUniformCorners(picture);
  const inside = visibleArea(picture.n, isRound, raster);
  const background = commonColour(picture, (at) => inside[at] === 1 && radius(at, LOOK) > 0.7) ?? page;
  return {
    source,
    page,
    isRound,
    background,
    ink: inkOf(picture, background, (at) => inside[at] === 1),
    side: Math.min(raster.sourceWidth, raster.sourceHeight),
  };
}

/** Distance from the middle; 1 at the inscribed circle. */
export function radius(at: number, n: number): number {
  const x = ((at % n) + 0.5) / n - 0.5;
  const y = (Math.floor(at / n) + 0.5) / n - 0.5;
  return 2 * Math.hypot(x, y);
}

/** 1 where the observed picture can say anything: inside the round crop, inside the image itself. */
export function visibleArea(n: number, isRound: boolean, size: { width: number; height: number }): Uint8Array {
  const longest = Math.max(size.width, size.height);
  const halfWidth = size.width / longest / 2;
  const halfHeight = size.height / longest / 2;
  const rim = 1 - 2 / n;
  return Uint8Array.from({ length: n * n }, (_, at) => {
    if (isRound) return radius(at, n) < rim ? 1 : 0;
    const x = Math.abs(((at % n) + 0.5) / n - 0.5);
    const y = Math.abs((Math.floor(at / n) + 0.5) / n - 0.5);
    return x < halfWidth && y < halfHeight ? 1 : 0;
  });
}

function hasUniformCorners(picture: Picture): boolean {
  const isCorner = (at: number) => radius(at, picture.n) > 1 + 3 / picture.n;
  const common = commonColour(picture, isCorner);
  if (common === null) return false;
  let corners = 0;
  let off = 0;
  for (let at = 0; at < picture.n ** 2; at += 1) {
    if (!isCorner(at)) continue;
    corners += 1;
    if (distance(colourAt(picture, at), common) > UNIFORM) off += 1;
  }
  // A badge may stand in one corner.
  return off < corners / 4.5;
}

export const colourAt = ({ y, i, q }: Picture, at: number): Colour => [y[at] ?? 0, i[at] ?? 0, q[at] ?? 0];

function inkOf(picture: Picture, background: Colour, counts: (at: number) => boolean): number {
  let all = 0;
  let ink = 0;
  for (let at = 0; at < picture.n ** 2; at += 1) {
    if (!counts(at)) continue;
    all += 1;
    if (distance(colourAt(picture, at), background) > UNIFORM) ink += 1;
  }
  return all === 0 ? 0 : ink / all;
}

/** The mean of the fullest bin of colours among the pixels that count; null when none does. */
export function commonColour(picture: Picture, counts: (at: number) => boolean): Colour | null {
  const bins = new Map<number, [count: number, y: number, i: number, q: number]>();
  let best: [number, number, number, number] | null = null;
  for (let at = 0; at < picture.n ** 2; at += 1) {
    if (!counts(at)) continue;
    const [y, i, q] = colourAt(picture, at);
    const key = [y, i, q].reduce((sum, value) => sum * 64 + Math.round(value / UNIFORM) + 32, 0);
    const bin = bins.get(key) ?? [0, 0, 0, 0];
    bins.set(key, bin);
    bin[0] += 1;
    bin[1] += y;
    bin[2] += i;
    bin[3] += q;
    if (best === null || bin[0] > best[0]) best = bin;
  }
  return best && [best[1] / best[0], best[2] / best[0], best[3] / best[0]];
}

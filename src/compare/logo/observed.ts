/** What a network shows, before any comparison: the visible area (square or round), its background, how much is in it. */

import type { Raster } from './decode.ts';
import type { Colour, Picture, Source } from './planes.ts';
import { BLACK, distance, draw, IN_PLACE, toSource, WHITE } from './planes.ts';

export type Observed = {
  source: Source;
  /** The colour put behind transparent pixels. */
  page: Colour;
  isRound: boolean;
  /** Radius up to which a round picture counts: less than 1 when a ring at the rim is left out. */
  rim: number;
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
  const whole = { source, page, isRound, rim: 1, side: Math.min(raster.sourceWidth, raster.sourceHeight) };
  return { ...whole, ...backdrop(picture, whole) };
}

/** The same picture without the ring that a network may draw at the rim of a round one; null when there is none. */
export function withoutRing(observed: Observed): Observed | null {
  if (!observed.isRound) return null;
  const picture = draw(observed.source, LOOK, IN_PLACE, observed.page);
  const ring = commonColour(picture, (at) => inBand(at, 0.9, 0.96));
  if (ring === null || shareOf(picture, ring, 0.9, 0.96) < 0.85) return null;
  let rim = 0.9;
  while (rim > 0.7 && shareOf(picture, ring, rim - 0.03, rim) > 0.5) rim -= 0.03;
  if (rim <= 0.7) return null;
  const inner = { ...observed, rim: rim - 0.05 };
  return { ...inner, ...backdrop(picture, inner) };
}

const inBand = (at: number, from: number, to: number) => radius(at, LOOK) > from && radius(at, LOOK) < to;

function shareOf(picture: Picture, colour: Colour, from: number, to: number): number {
  let [all, alike] = [0, 0];
  for (let at = 0; at < LOOK * LOOK; at += 1) {
    if (!inBand(at, from, to)) continue;
    all += 1;
    if (distance(colourAt(picture, at), colour) < 2 * UNIFORM) alike += 1;
  }
  return all === 0 ? 0 : alike / all;
}

type Shape = Pick<Observed, 'source' | 'page' | 'isRound' | 'rim'>;

function backdrop(picture: Picture, shape: Shape): { background: Colour; ink: number } {
  const inside = visibleArea(LOOK, shape);
  const isEdge = (at: number) => (shape.isRound ? radius(at, LOOK) > 0.85 * shape.rim : chebyshev(at, LOOK) > 0.9);
  const background =
    commonColour(picture, (at) => inside[at] === 1 && isEdge(at)) ??
    commonColour(picture, (at) => inside[at] === 1) ??
    shape.page;
  return { background, ink: inkOf(picture, background, (at) => inside[at] === 1) };
}

/** Distance from the middle, square by square; 1 at the border. */
const chebyshev = (at: number, n: number) =>
  2 * Math.max(Math.abs(((at % n) + 0.5) / n - 0.5), Math.abs((Math.floor(at / n) + 0.5) / n - 0.5));

/** Distance from the middle; 1 at the inscribed circle. */
export function radius(at: number, n: number): number {
  const x = ((at % n) + 0.5) / n - 0.5;
  const y = (Math.floor(at / n) + 0.5) / n - 0.5;
  return 2 * Math.hypot(x, y);
}

/** 1 where the observed picture can say anything: inside the round crop, inside the image itself. */
export function visibleArea(
  n: number,
  { isRound, rim: outer, source: size }: Pick<Observed, 'isRound' | 'rim' | 'source'>,
): Uint8Array {
  const longest = Math.max(size.width, size.height);
  const halfWidth = size.width / longest / 2;
  const halfHeight = size.height / longest / 2;
  const rim = outer - 2 / n;
  return Uint8Array.from({ length: n * n }, (_, at) => {
    if (isRound) return radius(at, n) < rim ? 1 : 0;
    const x = Math.abs(((at % n) + 0.5) / n - 0.5);
    const y = Math.abs((Math.floor(at / n) + 0.5) / n - 0.5);
    return x < halfWidth && y < halfHeight ? 1 : 0;
  });
}

/** Round when three of the four corners, or all, hold nothing but one colour outside the inscribed circle. */
function hasUniformCorners(picture: Picture): boolean {
  const { n } = picture;
  const isCorner = (at: number) => radius(at, n) > 1 + 3 / n;
  const common = commonColour(picture, isCorner);
  if (common === null) return false;
  const counts = [0, 0, 0, 0];
  const off = [0, 0, 0, 0];
  for (let at = 0; at < n ** 2; at += 1) {
    if (!isCorner(at)) continue;
    const corner = (at % n < n / 2 ? 0 : 1) + (at < (n * n) / 2 ? 0 : 2);
    counts[corner] = (counts[corner] ?? 0) + 1;
    if (distance(colourAt(picture, at), common) > UNIFORM) off[corner] = (off[corner] ?? 0) + 1;
  }
  // A badge may stand in one corner.
  return counts.filter((count, corner) => (off[corner] ?? 0) <= 0.03 * count).length >= 3;
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

/** What a network shows, before any comparison: the visible area (square or round), its background, how much is in it. */

import { ALIKE, commonColour } from './colours.ts';
import type { Raster } from './decode.ts';
import type { Picture, Source } from './planes.ts';
import { distancesTo, draw, IN_PLACE, toSource } from './planes.ts';
import { chebyshev, radius, type Shape, visibleArea } from './visible.ts';
import type { Colour } from './yiq.ts';
import { BLACK, WHITE } from './yiq.ts';

export type Observed = Shape & {
  source: Source;
  /** The colour put behind transparent pixels. */
  page: Colour;
  /** The most common colour near the edge of the visible area. */
  background: Colour;
  /** Share of the visible area that is not background. */
  ink: number;
  /** The shorter side in pixels. */
  side: number;
};

const LOOK = 64;

export function observe(raster: Raster): Observed {
  const source = toSource(raster);
  const onWhite = draw(source, LOOK, IN_PLACE, WHITE);
  // White drawn on transparent shows nothing on white.
  const page = inkOf(onWhite, WHITE) < 0.01 ? BLACK : WHITE;
  const picture = page === WHITE ? onWhite : draw(source, LOOK, IN_PLACE, page);
  const isRound = raster.width === raster.height && hasUniformCorners(picture);
  const whole = { source, page, isRound, rim: 1, side: Math.min(raster.sourceWidth, raster.sourceHeight) };
  return { ...whole, ...backdrop(picture, whole) };
}

/** Where rings lie, from the middle: broad ones, and ones so thin that they end where the broad ones are looked for. */
const BANDS = [
  [0.88, 0.95],
  [0.94, 0.985],
] as const;

/** The same picture without the ring, or the arc, that a network may draw at the rim of a round one; null when there is none. */
export function withoutRing(observed: Observed): Observed | null {
  if (!observed.isRound) return null;
  const picture = draw(observed.source, LOOK, IN_PLACE, observed.page);
  const rims = BANDS.map((band) => rimWithin(picture, observed, band));
  const rim = rims.find((one) => one !== null);
  if (rim === undefined || rim === null) return null;
  const inner = { ...observed, rim };
  return { ...inner, ...backdrop(picture, inner) };
}

/** How far the picture goes inside a ring that fills the band; null when none does. */
function rimWithin(picture: Picture, { background }: Observed, [from, to]: readonly [number, number]): number | null {
  const ground = distancesTo(picture, background);
  // A whole ring is itself the commonest colour at the rim: then the ground is another.
  const isWhole = shareOf(ground, from, to) > 0.8 && shareOf(ground, 0.4, 0.7) < 0.6;
  const ring = isWhole
    ? background
    : commonColour(picture, (at) => inBand(at, from, to) && (ground[at] ?? 0) > 2 * ALIKE);
  if (ring === null) return null;
  const off = distancesTo(picture, ring);
  const atRim = shareOf(off, from, to);
  if (atRim < 0.15) return null;
  let rim = from;
  while (rim > 0.64 && shareOf(off, rim - 0.04, rim) > 0.4 * atRim) rim -= 0.04;
  return rim <= 0.64 ? null : rim - 0.04;
}

/** A picture with a broad border about a field of another colour, seen as that field; null when it is not one. */
export function inField(observed: Observed): Observed | null {
  const picture = draw(observed.source, LOOK, IN_PLACE, observed.page);
  const visible = visibleArea(LOOK, observed);
  const off = distancesTo(picture, observed.background);
  const isField = (at: number) => visible[at] === 1 && (off[at] ?? 0) > 2 * ALIKE && chebyshev(at, LOOK) < 0.85;
  const field = commonColour(picture, isField);
  if (field === null) return null;
  const toField = distancesTo(picture, field);
  let [area, alike] = [0, 0];
  for (let at = 0; at < LOOK * LOOK; at += 1) {
    if (visible[at] === 0) continue;
    area += 1;
    if ((toField[at] ?? 0) < ALIKE) alike += 1;
  }
  return alike > 0.3 * area ? { ...observed, background: field } : null;
}

const inBand = (at: number, from: number, to: number) => {
  const r = radius(at, LOOK);
  return r > from && r < to;
};

/** Share of a band around the middle that has the colour. */
function shareOf(off: Float32Array, from: number, to: number): number {
  let [all, alike] = [0, 0];
  for (let at = 0; at < off.length; at += 1) {
    if (!inBand(at, from, to)) continue;
    all += 1;
    if ((off[at] ?? 0) < 2 * ALIKE) alike += 1;
  }
  return all === 0 ? 0 : alike / all;
}

function backdrop(picture: Picture, shape: Shape): { background: Colour; ink: number } {
  const inside = visibleArea(LOOK, shape);
  const isEdge = (at: number) => (shape.isRound ? radius(at, LOOK) > 0.85 * shape.rim : chebyshev(at, LOOK) > 0.9);
  const background =
    commonColour(picture, (at) => inside[at] === 1 && isEdge(at)) ??
    commonColour(picture, (at) => inside[at] === 1) ??
    WHITE;
  return { background, ink: inkOf(picture, background, inside) };
}

/** Round when three of the four corners, or all, hold nothing but one colour outside the inscribed circle. */
function hasUniformCorners(picture: Picture): boolean {
  const { n } = picture;
  const isCorner = (at: number) => radius(at, n) > 1 + 3 / n;
  const common = commonColour(picture, isCorner);
  if (common === null) return false;
  const distances = distancesTo(picture, common);
  const counts = [0, 0, 0, 0];
  const off = [0, 0, 0, 0];
  for (let at = 0; at < n * n; at += 1) {
    if (!isCorner(at)) continue;
    const corner = (at % n < n / 2 ? 0 : 1) + (at < (n * n) / 2 ? 0 : 2);
    counts[corner] = (counts[corner] ?? 0) + 1;
    if ((distances[at] ?? 0) > ALIKE) off[corner] = (off[corner] ?? 0) + 1;
  }
  // A badge may stand in one corner.
  return counts.filter((count, corner) => (off[corner] ?? 0) <= 0.03 * count).length >= 3;
}

function inkOf(picture: Picture, background: Colour, counts?: Uint8Array): number {
  const off = distancesTo(picture, background);
  let [all, ink] = [0, 0];
  for (let at = 0; at < off.length; at += 1) {
    if (counts && counts[at] === 0) continue;
    all += 1;
    if ((off[at] ?? 0) > ALIKE) ink += 1;
  }
  return all === 0 ? 0 : ink / all;
}

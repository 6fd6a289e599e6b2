/** What is in a picture of the brand, pixel by pixel: the mark, and what stands behind it. Never draws. */

import type { Raster } from '../compare/logo/decode.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

/** In pixels of the raster; `right` and `bottom` are just outside. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * `open`: a mark on nothing. `tile`: a mark on an area of one colour, which may have round corners. `disc`: a filled
 * circle. `full`: a picture up to its edges, such as a photograph.
 */
export type Ground = 'open' | 'tile' | 'disc' | 'full';

export interface Mark {
  readonly ground: Ground;
  /** The colour behind the mark; null for white, since nothing of the brand is known. */
  readonly colour: Rgb | null;
  /** All that is visible. */
  readonly whole: Box;
  /** What must be seen: without the area of one colour behind it. */
  readonly mark: Box;
  /** The farthest that anything of the mark is from a point. */
  readonly reach: (x: number, y: number) => number;
}

/** Less than this is a shadow's edge. */
const VISIBLE = 40;
/** More than this, in any channel, is another colour. */
const UNLIKE = 26;
const WHITE: Rgb = [255, 255, 255];

/** Null when nothing is drawn in it. */
export function markOf(raster: Raster): Mark | null {
  const whole = boxOf(raster, (at) => alphaAt(raster, at) >= VISIBLE);
  if (whole === null) return null;
  const tile = tileColour(raster, whole);
  if (tile !== null) {
    const differs = (at: number) => distance(over(raster, at, tile), tile) > UNLIKE;
    const mark = boxOf(raster, differs);
    if (mark) return { ground: 'tile', colour: tile, whole, mark, reach: reachOf(raster, differs) };
    // One colour and nothing on it: a mark where there is nothing around it, else an empty picture.
    if (isFull(raster)) return null;
  }
  const isSeen = (at: number) => alphaAt(raster, at) >= VISIBLE;
  const rest = { whole, mark: whole, reach: reachOf(raster, isSeen) };
  if (isFull(raster)) return { ground: 'full', colour: null, ...rest };
  const disc = discColour(raster, whole);
  return disc === null ? { ground: 'open', colour: null, ...rest } : { ground: 'disc', colour: disc, ...rest };
}

/** Whether its outline can be told from a ground of that colour: what is white inside may be meant so. */
export function isVisibleOn(raster: Raster, ground: Rgb): boolean {
  let [seen, told] = [0, 0];
  for (let at = 0; at < raster.width * raster.height; at += 1) {
    if (alphaAt(raster, at) < 128 || !isOutline(raster, at)) continue;
    seen += 1;
    if (distance(over(raster, at, ground), ground) > UNLIKE) told += 1;
  }
  return told >= 0.5 * seen;
}

/** Two pixels on, in some direction, there is nothing. */
function isOutline(raster: Raster, at: number): boolean {
  const { width, height } = raster;
  const [x, y] = [at % width, Math.floor(at / width)];
  return (
    (x >= 2 && alphaAt(raster, at - 2) < VISIBLE) ||
    (x + 2 < width && alphaAt(raster, at + 2) < VISIBLE) ||
    (y >= 2 && alphaAt(raster, at - 2 * width) < VISIBLE) ||
    (y + 2 < height && alphaAt(raster, at + 2 * width) < VISIBLE)
  );
}

function boxOf({ width, height }: Raster, counts: (at: number) => boolean): Box | null {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!counts(y * width + x)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
    }
  }
  return right === 0 ? null : { left, top, right, bottom };
}

/** Of each row only the first and the last pixel can be the farthest. */
function reachOf({ width, height }: Raster, counts: (at: number) => boolean): Mark['reach'] {
  const ends: (readonly [x: number, y: number])[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = Array.from({ length: width }, (_, x) => x).filter((x) => counts(y * width + x));
    const [first, last] = [row[0], row.at(-1)];
    if (first !== undefined && last !== undefined)
      ends.push([first, y], [first, y + 1], [last + 1, y], [last + 1, y + 1]);
  }
  return (x, y) => ends.reduce((most, [px, py]) => Math.max(most, Math.hypot(px - x, py - y)), 0);
}

/** The one colour along the middle of all four sides, where nothing shines through; null when there is none. */
function tileColour(raster: Raster, { left, top, right, bottom }: Box): Rgb | null {
  const points: number[] = [];
  const inset = Math.min(1, Math.floor((right - left) / 4), Math.floor((bottom - top) / 4));
  const at = (x: number, y: number) => y * raster.width + x;
  for (let x = Math.ceil(left + (right - left) * 0.25); x < left + (right - left) * 0.75; x += 1)
    points.push(at(x, top + inset), at(x, bottom - 1 - inset));
  for (let y = Math.ceil(top + (bottom - top) * 0.25); y < top + (bottom - top) * 0.75; y += 1)
    points.push(at(left + inset, y), at(right - 1 - inset, y));
  return oneColour(raster, points);
}

/** A filled circle whose rim has one colour. */
function discColour(raster: Raster, { left, top, right, bottom }: Box): Rgb | null {
  const [width, height] = [right - left, bottom - top];
  if (width < 24 || Math.abs(width - height) > 0.02 * Math.max(width, height)) return null;
  const [x, y, radius] = [(left + right) / 2, (top + bottom) / 2, Math.min(width, height) / 2];
  const rim: number[] = [];
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      const at = row * raster.width + column;
      const away = Math.hypot(column + 0.5 - x, row + 0.5 - y);
      if (away > radius * 1.02 + 1 && alphaAt(raster, at) >= VISIBLE) return null;
      if (away < radius - 2 && alphaAt(raster, at) < VISIBLE) return null;
      if (away < radius - 2 && away > radius - 4) rim.push(at);
    }
  }
  return oneColour(raster, rim);
}

/** The mean colour of those points when nearly all are opaque and alike. */
function oneColour(raster: Raster, points: readonly number[]): Rgb | null {
  const middle = points[Math.floor(points.length / 2)];
  if (middle === undefined || points.some((at) => alphaAt(raster, at) < 250)) return null;
  const probes = [middle, points[0] ?? middle, points[Math.floor(points.length / 3)] ?? middle];
  for (const probe of probes) {
    const wanted = over(raster, probe, WHITE);
    const alike = points.filter((at) => distance(over(raster, at, WHITE), wanted) <= UNLIKE / 2);
    if (alike.length < 0.96 * points.length) continue;
    const mean = (channel: 0 | 1 | 2) =>
      Math.round(alike.reduce((sum, at) => sum + over(raster, at, WHITE)[channel], 0) / alike.length);
    return [mean(0), mean(1), mean(2)];
  }
  return null;
}

function isFull(raster: Raster): boolean {
  const all = raster.width * raster.height;
  let opaque = 0;
  for (let at = 0; at < all; at += 1) if (alphaAt(raster, at) >= 250) opaque += 1;
  return opaque >= 0.99 * all;
}

const alphaAt = ({ rgba }: Raster, at: number): number => rgba[at * 4 + 3] ?? 0;

function over({ rgba }: Raster, at: number, ground: Rgb): Rgb {
  const alpha = (rgba[at * 4 + 3] ?? 0) / 255;
  const channel = (index: 0 | 1 | 2) => alpha * (rgba[at * 4 + index] ?? 0) + (1 - alpha) * ground[index];
  return [channel(0), channel(1), channel(2)];
}

const distance = (a: Rgb, b: Rgb): number =>
  Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));

/** A picture as sums of its colours, so that any part of it is drawn at any size at once. Knows nothing of banners. */

import type { Raster } from '../logo/decode.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Per channel the sum of all that lies above and to the left of each corner of a pixel. */
  readonly sums: Float64Array;
}

/** A part of a picture, in its pixels; what lies outside has the colour of the nearest edge. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture of which only a part is looked at. */
export interface View {
  readonly picture: Picture;
  readonly frame: Frame;
}

/** Red, green and blue per cell, row by row. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly colours: Float32Array;
}

const WHITE = 255;

export function pictureOf({ width, height, rgba }: Raster): Picture {
  const across = (width + 1) * 3;
  const sums = new Float64Array(across * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let [red, green, blue] = [0, 0, 0];
    let pixel = 4 * y * width;
    let at = (y + 1) * across + 3;
    for (let x = 0; x < width; x += 1, pixel += 4, at += 3) {
      const alpha = (rgba[pixel + 3] ?? 0) / 255;
      const white = (1 - alpha) * WHITE;
      red += alpha * (rgba[pixel] ?? 0) + white;
      green += alpha * (rgba[pixel + 1] ?? 0) + white;
      blue += alpha * (rgba[pixel + 2] ?? 0) + white;
      sums[at] = (sums[at - across] ?? 0) + red;
      sums[at + 1] = (sums[at + 1 - across] ?? 0) + green;
      sums[at + 2] = (sums[at + 2 - across] ?? 0) + blue;
    }
  }
  return { width, height, sums };
}

export const wholeOf = ({ width, height }: Picture): Frame => ({ x: 0, y: 0, width, height });

/** The shape of the view is kept. */
export function gridOf({ picture, frame }: View, columns: number): Grid {
  const rows = Math.round((columns * frame.height) / frame.width);
  return draw(picture, frame, columns, Math.min(2 * columns, Math.max(4, rows)));
}

export function draw(picture: Picture, frame: Frame, columns: number, rows: number): Grid {
  const colours = new Float32Array(columns * rows * 3);
  const across = edgesOf(spansOf(frame.x, frame.width, columns, picture.width), picture.width);
  const down = spansOf(frame.y, frame.height, rows, picture.height);
  let above = new Float64Array(across.pixels.length * 3);
  let below = new Float64Array(across.pixels.length * 3);
  let drawnTo = -1;
  for (let row = 0; row < rows; row += 1) {
    const [top, bottom] = [down[2 * row] ?? 0, down[2 * row + 1] ?? 0];
    if (top !== drawnTo) sumLine(picture, across, top, above);
    sumLine(picture, across, bottom, below);
    fillRow(colours, row * columns * 3, across, above, below, 1 / (bottom - top));
    [above, below, drawnTo] = [below, above, bottom];
  }
  return { columns, rows, colours };
}

/** From where to where each cell reaches, in pairs; never less than a bit of the picture. */
function spansOf(start: number, length: number, cells: number, end: number): Float64Array {
  const spans = new Float64Array(2 * cells);
  const least = Math.min(1, Math.max(1e-3, length / cells));
  for (let at = 0; at < cells; at += 1) {
    const from = Math.min(Math.max(start + (length * at) / cells, 0), end - least);
    spans[2 * at] = from;
    spans[2 * at + 1] = Math.max(Math.min(start + (length * (at + 1)) / cells, end), from + least);
  }
  return spans;
}

/** Where the sums are read: most cells begin where the one before ended. */
interface Edges {
  /** The pixel to the left, and how far beyond it. */
  readonly pixels: Int32Array;
  readonly beyond: Float64Array;
  /** Per cell, which edge is its left one and which its right one, and one by its width. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly shares: Float64Array;
}

function edgesOf(spans: Float64Array, width: number): Edges {
  const cells = spans.length / 2;
  const places: number[] = [];
  const [left, right, shares] = [new Int32Array(cells), new Int32Array(cells), new Float64Array(cells)];
  for (let cell = 0; cell < cells; cell += 1) {
    const [from, to] = [spans[2 * cell] ?? 0, spans[2 * cell + 1] ?? 0];
    if (places.at(-1) !== from) places.push(from);
    left[cell] = places.length - 1;
    places.push(to);
    right[cell] = places.length - 1;
    shares[cell] = 1 / (to - from);
  }
  const pixels = Int32Array.from(places, (place) => Math.min(Math.floor(place), width - 1));
  const beyond = Float64Array.from(places, (place, at) => place - (pixels[at] ?? 0));
  return { pixels, beyond, left, right, shares };
}

/** For each edge the sum of all that lies above and to the left of it. */
function sumLine({ width, height, sums }: Picture, { pixels, beyond }: Edges, y: number, into: Float64Array): void {
  const top = Math.min(Math.floor(y), height - 1);
  const down = y - top;
  const pitch = (width + 1) * 3;
  const row = top * pitch;
  for (let edge = 0, to = 0; edge < pixels.length; edge += 1, to += 3) {
    const share = beyond[edge] ?? 0;
    const at = row + 3 * (pixels[edge] ?? 0);
    const [one, two, three, four] = [(1 - share) * (1 - down), share * (1 - down), (1 - share) * down, share * down];
    for (let channel = 0; channel < 3; channel += 1) {
      const over = at + channel;
      const under = over + pitch;
      into[to + channel] =
        (sums[over] ?? 0) * one +
        (sums[over + 3] ?? 0) * two +
        (sums[under] ?? 0) * three +
        (sums[under + 3] ?? 0) * four;
    }
  }
}

function fillRow(
  colours: Float32Array,
  start: number,
  { left, right, shares }: Edges,
  above: Float64Array,
  below: Float64Array,
  byHeight: number,
): void {
  for (let cell = 0, at = start; cell < left.length; cell += 1, at += 3) {
    const [from, to] = [3 * (left[cell] ?? 0), 3 * (right[cell] ?? 0)];
    const share = (shares[cell] ?? 0) * byHeight;
    for (let channel = 0; channel < 3; channel += 1) {
      const lower = (below[to + channel] ?? 0) - (below[from + channel] ?? 0);
      const upper = (above[to + channel] ?? 0) - (above[from + channel] ?? 0);
      colours[at + channel] = (lower - upper) * share;
    }
  }
}

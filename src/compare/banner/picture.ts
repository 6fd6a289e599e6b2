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
    const row = [0, 0, 0];
    for (let x = 0; x < width; x += 1) {
      const pixel = 4 * (y * width + x);
      const alpha = (rgba[pixel + 3] ?? 0) / 255;
      const at = (y + 1) * across + (x + 1) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const colour = alpha * (rgba[pixel + channel] ?? 0) + (1 - alpha) * WHITE;
        row[channel] = (row[channel] ?? 0) + colour;
        sums[at + channel] = (sums[at + channel - across] ?? 0) + (row[channel] ?? 0);
      }
    }
  }
  return { width, height, sums };
}

export const wholeOf = ({ width, height }: Picture): Frame => ({ x: 0, y: 0, width, height });

export function draw(picture: Picture, frame: Frame, columns: number, rows: number): Grid {
  const colours = new Float32Array(columns * rows * 3);
  const spans = Array.from({ length: columns }, (_, at) => spanOf(frame.x, frame.width, at, columns, picture.width));
  for (let row = 0; row < rows; row += 1) {
    const [top, bottom] = spanOf(frame.y, frame.height, row, rows, picture.height);
    for (const [column, [left, right]] of spans.entries()) {
      const area = (right - left) * (bottom - top);
      const at = 3 * (row * columns + column);
      for (let channel = 0; channel < 3; channel += 1) {
        const below = sumAt(picture, right, bottom, channel) - sumAt(picture, left, bottom, channel);
        const above = sumAt(picture, right, top, channel) - sumAt(picture, left, top, channel);
        colours[at + channel] = (below - above) / area;
      }
    }
  }
  return { columns, rows, colours };
}

/** From where to where a cell reaches; never less than a bit of the picture. */
function spanOf(start: number, length: number, at: number, cells: number, end: number): readonly [number, number] {
  const least = Math.min(1, Math.max(1e-3, length / cells));
  const from = Math.min(Math.max(start + (length * at) / cells, 0), end - least);
  return [from, Math.max(Math.min(start + (length * (at + 1)) / cells, end), from + least)];
}

function sumAt({ width, height, sums }: Picture, x: number, y: number, channel: number): number {
  const left = Math.min(Math.floor(x), width - 1);
  const top = Math.min(Math.floor(y), height - 1);
  const [across, down] = [x - left, y - top];
  const at = (top * (width + 1) + left) * 3 + channel;
  const under = at + (width + 1) * 3;
  const above = (sums[at] ?? 0) * (1 - across) + (sums[at + 3] ?? 0) * across;
  const below = (sums[under] ?? 0) * (1 - across) + (sums[under + 3] ?? 0) * across;
  return above * (1 - down) + below * down;
}

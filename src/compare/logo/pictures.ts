/** The three pictures of the proof, on one fixed square: what was seen, what should be there, and the difference. */

import pixelmatch from 'pixelmatch';
import type { Raster } from './decode.ts';
import { showingBackground } from './ink.ts';
import type { Placement } from './planes.ts';
import { toSource } from './planes.ts';
import { loadSharp } from './sharp.ts';
import { toRgb, WHITE } from './yiq.ts';

export type ProofPictures = {
  /** The observed image, laid where the canonical is: PNG. */
  aligned: Uint8Array;
  /** The canonical as its file has it, with a margin: on white, or on black where white would hide it. PNG. */
  canonical: Uint8Array;
  /** Where the two differ, in red, the canonical's transparency filled with the ground that was seen: PNG. */
  difference: Uint8Array;
};

type Rgb = readonly [r: number, g: number, b: number];

export async function proofPictures(
  observed: Raster,
  canonical: Raster,
  place: Placement,
  background: Rgb,
  side: number,
): Promise<ProofPictures> {
  // The canonical keeps a tenth of margin, so that what the network added around it is on the proof too.
  const margin = 0.1;
  const frame: Placement = { scale: 1 - 2 * margin, x: margin, y: margin };
  const zoom = frame.scale / place.scale;
  const seenAt: Placement = { scale: zoom, x: frame.x - zoom * place.x, y: frame.y - zoom * place.y };
  const seen = paint(observed, seenAt, background, side);
  const expected = paint(canonical, frame, background, side);
  const difference = new Uint8Array(side * side * 4);
  pixelmatch(seen, expected, difference, side, side, { threshold: 0.15 });
  // A network's ground is no part of the brand's file: whoever repairs the picture must not think so.
  const own = paint(canonical, frame, toRgb(showingBackground(toSource(canonical), WHITE)), side);
  const [aligned, drawn, red] = await Promise.all([seen, own, difference].map((pixels) => toPng(pixels, side)));
  if (!aligned || !drawn || !red) throw new Error('three pictures in, three pictures out');
  return { aligned, canonical: drawn, difference: red };
}

async function toPng(pixels: Uint8Array, side: number): Promise<Uint8Array> {
  const sharp = await loadSharp();
  // The rasters could not have been decoded without it.
  if (sharp === null) throw new Error('the image library is gone');
  return new Uint8Array(
    await sharp(pixels, { raw: { width: side, height: side, channels: 4 } })
      .png()
      .toBuffer(),
  );
}

const SAMPLES = 3;

/** Paints a raster's square at its place, three by three samples a pixel. */
function paint(raster: Raster, place: Placement, background: Rgb, side: number): Uint8Array {
  const out = new Uint8Array(side * side * 4);
  for (let at = 0; at < side * side; at += 1) {
    const sum = [0, 0, 0];
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
      const x = ((at % side) + ((sample % SAMPLES) + 0.5) / SAMPLES) / side;
      const y = (Math.floor(at / side) + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / side;
      addSample(sum, raster, (x - place.x) / place.scale, (y - place.y) / place.scale, background);
    }
    for (let channel = 0; channel < 3; channel += 1) {
      out[at * 4 + channel] = Math.round((sum[channel] ?? 0) / (SAMPLES * SAMPLES));
    }
    out[at * 4 + 3] = 255;
  }
  return out;
}

function addSample(sum: number[], { width, height, rgba }: Raster, u: number, v: number, background: Rgb): void {
  const longest = Math.max(width, height);
  const column = Math.floor(u * longest - (longest - width) / 2);
  const row = Math.floor(v * longest - (longest - height) / 2);
  const isOn = column >= 0 && row >= 0 && column < width && row < height;
  const from = (row * width + column) * 4;
  const alpha = isOn ? (rgba[from + 3] ?? 0) / 255 : 0;
  for (let channel = 0; channel < 3; channel += 1) {
    const own = isOn ? (rgba[from + channel] ?? 0) : 0;
    sum[channel] = (sum[channel] ?? 0) + alpha * own + (1 - alpha) * (background[channel] ?? 0);
  }
}

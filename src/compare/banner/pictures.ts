/** The pictures of the proof: what was seen, the part of the banner that belongs there, and where the two differ. */

import pixelmatch from 'pixelmatch';
import type { ProofPictures } from '../logo/pictures.ts';
import { loadSharp } from '../logo/sharp.ts';
import { draw, type Frame, type Grid, type Picture, wholeOf } from './picture.ts';

export async function bannerPictures(
  observed: Picture,
  canonical: Picture,
  frame: Frame,
  size: number,
): Promise<ProofPictures> {
  const zoom = Math.min(1, size / Math.max(observed.width, observed.height));
  const [width, height] = [observed.width, observed.height].map((side) => Math.max(1, Math.round(side * zoom)));
  if (width === undefined || height === undefined) throw new Error('two sides in, two sides out');
  const seen = pixelsOf(draw(observed, wholeOf(observed), width, height));
  const expected = pixelsOf(draw(canonical, frame, width, height));
  const difference = new Uint8Array(seen.length);
  pixelmatch(seen, expected, difference, width, height, { threshold: 0.15 });
  const png = (pixels: Uint8Array) => toPng(pixels, width, height);
  return { aligned: await png(seen), canonical: await png(expected), difference: await png(difference) };
}

function pixelsOf({ colours }: Grid): Uint8Array {
  const pixels = new Uint8Array((colours.length / 3) * 4).fill(255);
  for (let at = 0; at < colours.length; at += 1) {
    pixels[4 * Math.floor(at / 3) + (at % 3)] = Math.min(255, Math.max(0, Math.round(colours[at] ?? 0)));
  }
  return pixels;
}

async function toPng(pixels: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const sharp = await loadSharp();
  // The pictures could not have been decoded without it.
  if (sharp === null) throw new Error('the image library is gone');
  return new Uint8Array(
    await sharp(pixels, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  );
}

/** Names an image by its pixels, so that a waiver is bound to what is seen and not to the file around it. */

import { createHash } from 'node:crypto';
import { decode } from './decode.ts';

/** `sha256:…` of the upright RGBA pixels and their dimensions. Rejects when the image cannot be decoded. */
export async function pixelHash(image: Uint8Array): Promise<string> {
  const raster = await decode(image);
  if (typeof raster === 'string') throw new TypeError(`No pixels to hash: ${raster}`);
  const hash = createHash('sha256').update(`${raster.width}x${raster.height}:`);
  const { rgba } = raster;
  // What is invisible has no colour: encoders fill it as they like.
  for (let at = 0; at < rgba.length; at += 4) if (rgba[at + 3] === 0) rgba.fill(0, at, at + 3);
  return `sha256:${hash.update(rgba).digest('hex')}`;
}

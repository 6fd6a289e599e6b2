/** A drawn picture as a file that the network takes: PNG where it can be, JPEG where that grows too large. */

import type { Sharp } from 'sharp';
import type { WantedPicture } from '../model/network.ts';

export interface Encoded {
  readonly bytes: Uint8Array;
  readonly extension: 'png' | 'jpg';
}

/** Beyond this a photograph is better off as JPEG, whatever the network takes. */
const LARGE = 700_000;
const QUALITIES = [92, 82, 70, 55] as const;

/** Null when it stays too large in every way. No times and no metadata: the same picture gives the same bytes. */
export async function encode(picture: Sharp, wanted: WantedPicture): Promise<Encoded | null> {
  const { minBytes = 0, maxBytes } = wanted;
  const png = await picture.clone().png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
  if (png.length < minBytes) return looser(picture, wanted, minBytes);
  if (png.length <= Math.min(maxBytes, LARGE)) return { bytes: new Uint8Array(png), extension: 'png' };
  for (const quality of QUALITIES) {
    const jpeg = await picture.clone().jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
    if (jpeg.length <= maxBytes && jpeg.length >= minBytes && jpeg.length < png.length)
      return { bytes: new Uint8Array(jpeg), extension: 'jpg' };
  }
  return png.length <= maxBytes ? { bytes: new Uint8Array(png), extension: 'png' } : null;
}

/** A flat picture is so small that the network would refuse it: then it is packed less. */
async function looser(picture: Sharp, { maxBytes }: WantedPicture, minBytes: number): Promise<Encoded | null> {
  for (const quality of [92, 100]) {
    const jpeg = await picture.clone().jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
    if (jpeg.length >= minBytes && jpeg.length <= maxBytes) return { bytes: new Uint8Array(jpeg), extension: 'jpg' };
  }
  const png = await picture.clone().png({ compressionLevel: 0 }).toBuffer();
  return png.length <= maxBytes ? { bytes: new Uint8Array(png), extension: 'png' } : null;
}

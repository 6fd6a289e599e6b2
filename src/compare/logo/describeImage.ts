/** What kind of image some bytes are and how large, from the header alone. */

import type { ImageFormat } from './decode.ts';
import { openImage } from './decode.ts';

export type ImageDescription = { width: number; height: number; format: ImageFormat };

/** `no-decoder` without the image library. Null when it is no image that this tool opens, or one beyond its limits. An SVG's size is the size it is drawn at. */
export async function describeImage(bytes: Uint8Array): Promise<ImageDescription | 'no-decoder' | null> {
  const opened = await openImage(bytes);
  if (opened === 'no-decoder') return opened;
  return typeof opened === 'string' ? null : { width: opened.width, height: opened.height, format: opened.format };
}

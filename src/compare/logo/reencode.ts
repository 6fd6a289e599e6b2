/** Makes a stranger's image fit to show: pixels drawn anew as PNG, without metadata, scripts or trailing bytes. */

import { openImage } from './decode.ts';

export type SafePng = { png: Uint8Array; width: number; height: number };

/** Null when it cannot be decoded within the limits. Never enlarges. */
export async function safePng(image: Uint8Array, options: { maxSize: number }): Promise<SafePng | null> {
  const opened = await openImage(image);
  if (typeof opened === 'string') return null;
  try {
    const { data, info } = await opened.image
      .resize(options.maxSize, options.maxSize, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true });
    return { png: new Uint8Array(data), width: info.width, height: info.height };
  } catch {
    return null;
  }
}

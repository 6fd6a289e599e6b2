/** Logos and banners to draw, and what is seen in what was drawn. */

import sharp from 'sharp';
import { type Drawn, drawPicture, type PictureKind } from '../../src/fixKit/draw.ts';
import type { WantedPicture } from '../../src/model/network.ts';

export const svg = (body: string, width = 300, height = 300): Uint8Array =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${body}</svg>`,
  );

export const png = async (source: Uint8Array): Promise<Uint8Array> => sharp(source).png().toBuffer();

/** 80 wide and 40 high, off the middle, on nothing. */
export const MARK = svg('<rect x="20" y="150" width="80" height="40" fill="#a01040"/>');
export const TILE = svg(
  '<rect width="300" height="300" rx="60" fill="#224466"/><rect x="90" y="120" width="120" height="60" fill="#ffdd00"/>',
);
export const DISC = svg(
  '<circle cx="150" cy="150" r="140" fill="#073b46"/><circle cx="150" cy="150" r="120" fill="#ffffff"/>',
);
export const WHITE = svg('<rect x="20" y="150" width="80" height="40" fill="#ffffff"/>');
export const WIDE = svg('<rect x="10" y="20" width="580" height="60" fill="#006633"/>', 600, 100);

/** No two edges alike: left red, right blue, top and bottom between. */
export const photo = (width: number, height: number): Promise<Uint8Array> =>
  png(
    svg(
      `<defs><linearGradient id="g"><stop offset="0" stop-color="#ff0000"/><stop offset="1" stop-color="#0000ff"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#g)"/>`,
      width,
      height,
    ),
  );

/** The same each time; `coarse` times as coarse as its pixels. */
export async function noise(wide: number, high: number, coarse = 1): Promise<Uint8Array> {
  const [width, height] = [wide / coarse, high / coarse];
  const pixels = new Uint8Array(width * height * 3);
  let seed = 7;
  for (let at = 0; at < pixels.length; at += 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    pixels[at] = seed >>> 24;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(wide, high)
    .png({ compressionLevel: 1 })
    .toBuffer();
}

export async function drawn(file: Uint8Array, kind: PictureKind, wanted: WantedPicture): Promise<Drawn> {
  const outcome = await drawPicture(file, kind, wanted);
  if (typeof outcome === 'string') throw new Error(outcome);
  return outcome;
}

export interface Seen {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  /** What is unlike the picture's first pixel. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Its farthest point from the picture's middle. */
  readonly reach: number;
  readonly at: (x: number, y: number) => readonly number[];
}

export async function seen(bytes: Uint8Array): Promise<Seen> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const at = (x: number, y: number) => [...data.subarray((y * width + x) * channels, (y * width + x) * channels + 3)];
  const far = (offset: number, channel: number) => Math.abs((data[offset + channel] ?? 0) - (data[channel] ?? 0)) >= 40;
  const isUnlike = (offset: number) => far(offset, 0) || far(offset, 1) || far(offset, 2);
  let [left, top, right, bottom, reach] = [width, height, 0, 0, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isUnlike((y * width + x) * channels)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
      reach = Math.max(reach, Math.hypot(x + 0.5 - width / 2, y + 0.5 - height / 2));
    }
  }
  return { width, height, channels, left, top, right, bottom, reach, at };
}

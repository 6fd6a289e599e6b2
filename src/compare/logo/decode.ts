/** Opens images from strangers: known formats only, within limits, upright, first frame, sRGB. Never throws. */

import type { Sharp } from 'sharp';
import { type ImageLibrary, loadSharp } from './sharp.ts';
import { looksLikeSvg, selfContainedSvg } from './svg.ts';
import { fromBitmap, fromIcon } from './windowsBitmap.ts';

export type ImageFormat = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'svg' | 'ico' | 'bmp';

export type ImageProblem =
  /** The image library is not installed here. */
  'no-decoder' | 'empty' | 'too-many-bytes' | 'too-many-pixels' | 'unknown-format' | 'svg-refers-outside' | 'broken';

/** Eight-bit sRGB with alpha (not premultiplied), row by row. `sourceWidth` and `sourceHeight` are those of the file. */
export type Raster = {
  width: number;
  height: number;
  rgba: Uint8Array;
  sourceWidth: number;
  sourceHeight: number;
  format: ImageFormat;
};

export type Opened = { image: Sharp; width: number; height: number; format: ImageFormat };

export const MAX_BYTES = 15_000_000;
export const MAX_PIXELS = 50_000_000;
/** The longest side an SVG is drawn at, unless another is asked for. */
const SVG_SIDE = 512;
const SECONDS = 20;

/** The format by the file's own first bytes: a name or a content type is no proof. */
export function formatOf(bytes: Uint8Array): ImageFormat | null {
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0x89 && ascii(1, 4) === 'PNG') return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (ascii(0, 4) === 'GIF8') return 'gif';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp';
  if (ascii(4, 12) === 'ftypavif' || ascii(4, 12) === 'ftypavis') return 'avif';
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 1 && bytes[3] === 0) return 'ico';
  if (ascii(0, 2) === 'BM' && bytes[14] === 40) return 'bmp';
  return looksLikeSvg(bytes) ? 'svg' : null;
}

/** The image, its header read and judged, nothing decoded yet. Width and height are as seen upright. */
export async function openImage(bytes: Uint8Array, svgSide = SVG_SIDE): Promise<Opened | ImageProblem> {
  if (bytes.byteLength === 0) return 'empty';
  if (bytes.byteLength > MAX_BYTES) return 'too-many-bytes';
  const format = formatOf(bytes);
  if (format === null) return 'unknown-format';
  const sharp = await loadSharp();
  if (sharp === null) return 'no-decoder';
  try {
    if (format === 'ico' || format === 'bmp') return await openWindowsBitmap(sharp, bytes, format);
    return format === 'svg' ? await openSvg(sharp, bytes, svgSide) : await openBitmap(sharp, bytes, format);
  } catch {
    return 'broken';
  }
}

async function openBitmap(sharp: ImageLibrary, bytes: Uint8Array, format: ImageFormat): Promise<Opened | ImageProblem> {
  // The header is read without a limit, so that "too large" and "broken" stay apart; no pixel is decoded for it.
  const { autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
  const { width, height } = autoOrient;
  if (!width || !height) return 'broken';
  if (width * height > MAX_PIXELS) return 'too-many-pixels';
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).autoOrient();
  return { image: image.timeout({ seconds: SECONDS }), width, height, format };
}

async function openWindowsBitmap(
  sharp: ImageLibrary,
  bytes: Uint8Array,
  format: 'ico' | 'bmp',
): Promise<Opened | ImageProblem> {
  const found = format === 'ico' ? fromIcon(bytes) : fromBitmap(bytes);
  if (found === null) return 'broken';
  if (found instanceof Uint8Array) {
    const opened = await openBitmap(sharp, found, 'png');
    return typeof opened === 'string' ? opened : { ...opened, format };
  }
  const { width, height, rgba } = found;
  return { image: sharp(rgba, { raw: { width, height, channels: 4 } }), width, height, format };
}

async function openSvg(sharp: ImageLibrary, bytes: Uint8Array, side: number): Promise<Opened | ImageProblem> {
  const safe = selfContainedSvg(bytes);
  if (safe === null) return 'svg-refers-outside';
  const natural = await sharp(safe, { limitInputPixels: false }).metadata();
  const longest = Math.max(natural.width, natural.height);
  if (!longest) return 'broken';
  const density = (72 * side) / longest;
  if (density < 1 || density > 100_000) return 'too-many-pixels';
  const options = { limitInputPixels: 4 * side * side, density } as const;
  const { width, height } = await sharp(safe, options).metadata();
  return { image: sharp(safe, options).timeout({ seconds: SECONDS }), width, height, format: 'svg' };
}

/** Decodes to a raster of at most `maxSide` pixels a side (never enlarged), or says what is wrong. */
export async function decode(bytes: Uint8Array, maxSide?: number): Promise<Raster | ImageProblem> {
  const opened = await openImage(bytes);
  if (typeof opened === 'string') return opened;
  const { image, format } = opened;
  try {
    const sized =
      maxSide === undefined ? image : image.resize(maxSide, maxSide, { fit: 'inside', withoutEnlargement: true });
    const { data, info } = await sized
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 4) return 'broken';
    const rgba = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    return {
      width: info.width,
      height: info.height,
      rgba,
      sourceWidth: opened.width,
      sourceHeight: opened.height,
      format,
    };
  } catch {
    return 'broken';
  }
}

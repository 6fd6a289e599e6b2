/** Draws a file of the brand as a network wants it. Within limits; what cannot be drawn is said and never guessed. */

import { decode, type ImageProblem, type Opened, openImage, type Raster } from '../compare/logo/decode.ts';
import { type ImageLibrary, loadSharp } from '../compare/logo/sharp.ts';
import type { KitProblem } from '../model/kit.ts';
import type { WantedPicture } from '../model/network.ts';
import { type Encoded, encode } from './encode.ts';
import { isVisibleOn, markOf } from './mark.ts';
import { type Placement, placeBanner, placeLogo, type Size } from './placement.ts';

export type PictureKind = 'logo' | 'banner';

export interface Drawn extends Encoded {
  readonly kept: number;
}

/** The longest side at which a picture is looked at. */
const LOOK = 512;
/** The longest side an SVG is drawn at. */
const LARGEST_SVG = 4096;
/** Beyond this a bitmap is blurred. */
const MOST_ENLARGED = 2;
/** A mark that has too few pixels may stand this much smaller than it could. */
const SMALLEST = 0.6;
const MAX_DRAWN = 60_000_000;

export async function drawPicture(
  file: Uint8Array,
  kind: PictureKind,
  wanted: WantedPicture,
): Promise<Drawn | KitProblem> {
  const raster = await decode(file, LOOK);
  if (typeof raster === 'string') return problemOf(raster);
  const mark = markOf(raster);
  if (mark === null) return 'blank';
  const size = exactSizeOf(raster);
  const placed = (kind === 'logo' ? placeLogo : placeBanner)(mark, size, wanted, mostOf(raster));
  if (mark.ground === 'open' && !isVisibleOn(raster, placed.ground)) return 'not-visible';
  if (placed.sharp < (mark.ground === 'full' ? 1 : SMALLEST)) return 'too-small';
  const [sharp, opened] = await Promise.all([loadSharp(), openImage(file, svgSide(size, placed))]);
  if (sharp === null) return 'no-decoder';
  if (typeof opened === 'string') return problemOf(opened);
  try {
    const encoded = await encode(await onGround(sharp, opened, size, placed, wanted), wanted);
    return encoded === null ? 'too-many-bytes' : { ...encoded, kept: placed.kept };
  } catch {
    return 'unreadable';
  }
}

const problemOf = (problem: ImageProblem): KitProblem => (problem === 'no-decoder' ? problem : 'unreadable');

const longestOf = ({ width, height }: Size): number => Math.max(width, height);

/** The raster's size before it was rounded to whole pixels. */
const exactSizeOf = ({ width, height, sourceWidth, sourceHeight }: Raster): Size =>
  width >= height
    ? { width, height: (width * sourceHeight) / sourceWidth }
    : { width: (height * sourceWidth) / sourceHeight, height };

/** An SVG has no pixels of its own; it is sharp as far as it is drawn at all. */
const mostOf = (raster: Raster): number =>
  raster.format === 'svg'
    ? LARGEST_SVG / longestOf(raster)
    : (MOST_ENLARGED * Math.max(raster.sourceWidth, raster.sourceHeight)) / longestOf(raster);

const svgSide = (size: Size, { scale }: Placement): number => Math.max(1, Math.round(scale * longestOf(size)));

async function onGround(
  sharp: ImageLibrary,
  { image }: Opened,
  size: Size,
  { scale, x, y, ground }: Placement,
  { width, height }: Size,
) {
  const [left, top] = [Math.round(x), Math.round(y)];
  const scaled = { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
  if (scaled.width < 1 || scaled.height < 1 || scaled.width * scaled.height > MAX_DRAWN) throw new Error('too large');
  // What comes to stand outside is left out before anything is laid down.
  const seen = {
    left: Math.max(0, -left),
    top: Math.max(0, -top),
    width: Math.min(scaled.width, width - left) - Math.max(0, -left),
    height: Math.min(scaled.height, height - top) - Math.max(0, -top),
  };
  const { data, info } = await image
    .resize(scaled.width, scaled.height, { fit: 'fill' })
    .extract(seen)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const [r, g, b] = ground;
  const laid = await sharp({ create: { width, height, channels: 3, background: { r, g, b } } })
    .composite([
      {
        input: data,
        raw: { width: info.width, height: info.height, channels: info.channels },
        left: Math.max(0, left),
        top: Math.max(0, top),
      },
    ])
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer();
  return sharp(laid, { raw: { width, height, channels: 3 } });
}

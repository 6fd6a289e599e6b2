/** Is the picture that a network shows one of the brand's banners, or a part of one? What is not clear is `undecided`. Never throws on bad images. */

import { decode } from '../logo/decode.ts';
import type { ProofPictures } from '../logo/pictures.ts';
import { type BannerMeasurements, measure } from './measure.ts';
import { type Frame, type Picture, pictureOf } from './picture.ts';
import { bannerPictures } from './pictures.ts';
import { search } from './search.ts';
import { type BannerReason, type BannerVerdict, oddsOf, scoreOf, verdictOf } from './verdict.ts';

export type { BannerVerdict };

export interface BannerComparison {
  readonly verdict: BannerVerdict;
  /** 0..1, 1 is the same as the likeliest canonical. */
  readonly score: number;
  /** Index in the banners given. */
  readonly matched?: number;
  readonly reason: BannerReason;
  /** Of the canonical that matched, or of the closest; absent when nothing could be measured. */
  readonly measurements?: BannerMeasurements;
  readonly pictures?: ProofPictures;
}

export interface CompareBannerOptions {
  /** Whether to draw the pictures of the proof. */
  readonly pictures?: boolean;
  /** The longest side of the pictures in pixels. */
  readonly pictureSize?: number;
}

const SIDE = 384;
const NARROWEST = 200;
const LOWEST = 24;
const PICTURE_SIDE = 512;

interface Found {
  readonly index: number;
  readonly frame: Frame;
  readonly measurements: BannerMeasurements;
  readonly odds: number;
}

export async function compareBanner(
  observed: Uint8Array,
  banners: readonly Uint8Array[],
  options: CompareBannerOptions = {},
): Promise<BannerComparison> {
  const seen = await open(observed);
  if ('code' in seen) return { verdict: 'undecided', score: 0, reason: seen };
  const found: Found[] = [];
  for (const [index, banner] of banners.entries()) {
    const raster = await decode(banner, SIDE);
    if (typeof raster !== 'string') found.push(lay(seen, pictureOf(raster), index));
  }
  const [best] = found.toSorted((one, other) => other.odds - one.odds || one.index - other.index);
  const unread = {
    code: 'unread-banner',
    args: { given: banners.length, unread: banners.length - found.length },
  } as const;
  if (!best) return { verdict: 'undecided', score: 0, reason: unread };
  const judged = verdictOf(best.measurements);
  // That it is none of them can be said only when all of them could be read.
  const isBlind = judged.verdict === 'different' && found.length < banners.length;
  const banner = banners[best.index];
  const pictures = options.pictures && banner ? await drawn(observed, banner, best, options.pictureSize) : undefined;
  return {
    ...(isBlind ? { verdict: 'undecided', reason: unread } : judged),
    score: scoreOf(best.odds),
    ...(judged.verdict === 'same' ? { matched: best.index } : {}),
    measurements: best.measurements,
    ...(pictures ? { pictures } : {}),
  };
}

async function open(bytes: Uint8Array): Promise<Picture | BannerComparison['reason']> {
  const raster = await decode(bytes, SIDE);
  if (raster === 'no-decoder') return { code: 'no-decoder', args: {} };
  if (typeof raster === 'string') return { code: 'not-an-image', args: { problem: raster } };
  const { sourceWidth: width, sourceHeight: height } = raster;
  if (width < NARROWEST || height < LOWEST) return { code: 'too-small', args: { width, height } };
  return pictureOf(raster);
}

/** Of the likeliest places the one where it fits best. */
function lay(observed: Picture, canonical: Picture, index: number): Found {
  const places = search(observed, canonical).map((frame) => {
    const measurements = measure(observed, canonical, frame);
    return { index, frame, measurements, odds: oddsOf(measurements) };
  });
  return places.reduce((one, other) => (other.odds > one.odds ? other : one));
}

/** Draws from the images themselves: what was measured on is too coarse to look at. */
async function drawn(observed: Uint8Array, banner: Uint8Array, { frame }: Found, size = PICTURE_SIDE) {
  const [seen, small, large] = await Promise.all([
    decode(observed, size),
    decode(banner, SIDE),
    decode(banner, 2 * size),
  ]);
  if (typeof seen === 'string' || typeof small === 'string' || typeof large === 'string') return undefined;
  const [across, down] = [large.width / small.width, large.height / small.height];
  const place = { x: frame.x * across, y: frame.y * down, width: frame.width * across, height: frame.height * down };
  return bannerPictures(pictureOf(seen), pictureOf(large), place, size);
}

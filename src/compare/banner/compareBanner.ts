/** Is the picture that a network shows one of the brand's banners, or a part of one? What is not clear is `undecided`. Never throws on bad images. */

import { decode } from '../logo/decode.ts';
import type { ProofPictures } from '../logo/pictures.ts';
import { betweenBars } from './bars.ts';
import { type BannerMeasurements, type CloseMeasurements, type Laid, measure, measureClosely } from './measure.ts';
import { type Frame, type Picture, pictureOf, type View, wholeOf } from './picture.ts';
import { bannerPictures } from './pictures.ts';
import { search, wholeIn } from './search.ts';
import { type BannerReason, type BannerVerdict, isLikely, oddsOf, scoreOf, verdictOf } from './verdict.ts';

export type { BannerVerdict };

export interface BannerComparison {
  readonly verdict: BannerVerdict;
  /** 0..1, 1 is the same as the likeliest canonical. */
  readonly score: number;
  /** Index in the banners given. */
  readonly matched?: number;
  readonly reason: BannerReason;
  /** Of the canonical that matched, or of the closest; absent when nothing could be measured. */
  readonly measurements?: BannerMeasurements & Partial<CloseMeasurements>;
  readonly pictures?: ProofPictures;
}

export interface CompareBannerOptions {
  /** Whether to draw the pictures of the proof. */
  readonly pictures?: boolean;
  /** The longest side of the pictures in pixels. */
  readonly pictureSize?: number;
}

const SIDE = 1024;
const NARROWEST = 200;
const LOWEST = 24;
const PICTURE_SIDE = 512;

interface Found {
  readonly index: number;
  /** Where the whole of the observed picture lies in the canonical. */
  readonly frame: Frame;
  readonly measurements: BannerMeasurements & Partial<CloseMeasurements>;
  readonly odds: number;
}

export async function compareBanner(
  observed: Uint8Array,
  banners: readonly Uint8Array[],
  options: CompareBannerOptions = {},
): Promise<BannerComparison> {
  const seen = await open(observed);
  if ('code' in seen) return { verdict: 'undecided', score: 0, reason: seen };
  const bars = betweenBars(seen);
  const views = [wholeOf(seen), ...(bars ? [bars] : [])].map((frame) => ({ picture: seen, frame }));
  const found: Found[] = [];
  for (const [index, banner] of banners.entries()) {
    const raster = await decode(banner, SIDE);
    if (typeof raster === 'string') continue;
    const canonical = pictureOf(raster);
    found.push(...views.flatMap((view) => lay(view, canonical, index) ?? []));
  }
  const read = new Set(found.map(({ index }) => index)).size;
  const [best] = found.toSorted((one, other) => other.odds - one.odds || one.index - other.index);
  const unread = {
    code: 'unread-banner',
    args: { given: banners.length, unread: banners.length - read },
  } as const;
  if (!best) return { verdict: 'undecided', score: 0, reason: unread };
  const judged = verdictOf(best.measurements);
  // That it is none of them can be said only when all of them could be read.
  const isBlind = judged.verdict === 'different' && read < banners.length;
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

/** Of the likeliest places the one where it fits best; between bars only the whole of it. */
function lay(view: View, canonical: Picture, index: number): Found | null {
  const isBetweenBars = view.frame.height < view.picture.height || view.frame.width < view.picture.width;
  if (isBetweenBars && !isOfItsShape(view, canonical)) return null;
  const places = isBetweenBars ? [wholeIn(view, canonical)] : search(view, canonical);
  const best = bestOf(view, canonical, places);
  if (isBetweenBars && best.shown < WHOLE) return null;
  const { frame, avatar: _, ...measurements } = best;
  const close = isLikely(best) ? measureClosely(view, canonical, best) : {};
  const all = { ...measurements, ...close };
  return { index, frame: aroundOf(view, frame), measurements: all, odds: oddsOf(all) };
}

/** Where it fits this well no other place is measured. */
const FITS = 0.97;

function bestOf(view: View, canonical: Picture, [first, ...rest]: readonly Frame[]): Laid {
  let best = measure(view, canonical, first ?? wholeOf(canonical));
  for (const place of rest) {
    if (best.agreement >= FITS) break;
    const other = measure(view, canonical, place);
    if (oddsOf(other) > oddsOf(best)) best = other;
  }
  return best;
}

const SHAPE = 0.1;
const WHOLE = 0.9;

function isOfItsShape({ frame }: View, { width, height }: Picture): boolean {
  return Math.abs(((frame.height / frame.width) * width) / height - 1) <= SHAPE;
}

/** The place of the whole picture, from that of the part between bars. */
function aroundOf({ picture, frame }: View, place: Frame): Frame {
  const [across, down] = [place.width / frame.width, place.height / frame.height];
  return {
    x: place.x - frame.x * across,
    y: place.y - frame.y * down,
    width: picture.width * across,
    height: picture.height * down,
  };
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

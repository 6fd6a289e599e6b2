/** Is the picture that a network shows the brand's logo? Careful: what is not clear is `undecided`. Never throws on bad images. */

import { isInPiece, piecesOf } from './among.ts';
import type { Raster } from './decode.ts';
import { decode } from './decode.ts';
import type { Laid } from './lay.ts';
import { layIn } from './lay.ts';
import type { Measurements } from './measure.ts';
import type { Observed } from './observed.ts';
import { inField, observe, withoutRing } from './observed.ts';
import { isPhotograph } from './photograph.ts';
import type { ProofPictures } from './pictures.ts';
import { proofPictures } from './pictures.ts';
import { isPlaceholder } from './placeholder.ts';
import type { Prepared } from './prepare.ts';
import { prepare, SIDE } from './prepare.ts';
import { turnOf } from './turn.ts';
import type { Candidate, Judgement, LogoReason, LogoRole, LogoVerdict } from './verdict.ts';
import { judge, oddsOf, scoreOf } from './verdict.ts';
import { toRgb } from './yiq.ts';

export type { LogoReason, LogoRole, LogoVerdict, Measurements, ProofPictures };

export type Logo = { image: Uint8Array; role: LogoRole };

export type LogoComparison = {
  verdict: LogoVerdict;
  /** 0..1, 1 is the same as the likeliest canonical of role primary or variant (of role outdated when there is no other). */
  score: number;
  /** Index in the logos given. */
  matched?: number;
  role?: LogoRole;
  reason: LogoReason;
  /** Of the canonical that matched, or of the closest; absent when nothing could be measured. */
  measurements?: Measurements;
  pictures?: ProofPictures;
};

export type CompareLogoOptions = {
  /** Whether to draw the pictures of the proof: they take longer than the judgement. */
  pictures?: boolean;
  /** Side of the pictures in pixels. */
  pictureSize?: number;
};

const SMALLEST_SIDE = 32;
const NEARLY_BLANK = 0.01;
const PICTURE_SIDE = 256;

/** Compares a picture as it was found with the brand's logos. What is no picture, or not clear, is `undecided`. */
export async function compareLogo(
  observed: Uint8Array,
  logos: readonly Logo[],
  options: CompareLogoOptions = {},
): Promise<LogoComparison> {
  const opened = await open(observed);
  if ('code' in opened) return unseen(opened);
  const { seen, raster } = opened;
  const found: Found[] = [];
  for (const [index, logo] of logos.entries()) {
    const prepared = await prepare(logo.image);
    if (typeof prepared === 'string') continue;
    const laid = lay(seen, prepared, index, logo.role);
    found.push(isCopy(raster, prepared.raster) ? { ...laid, odds: Math.max(laid.odds, CERTAIN) } : laid);
  }
  found.sort((a, b) => b.odds - a.odds || a.index - b.index);
  const [best, ...others] = found;
  if (best === undefined) return unseen({ code: 'unread-logo', args: { given: logos.length, unread: logos.length } });

  const judged = judge([best, ...others], {
    isPlaceholder: () => isPlaceholder(seen),
    isPhotograph: () => isPhotograph(seen),
    isInPiece: () => isIn(piecesOf(seen, raster), found),
    turnOf: (index) => turnTo(seen, found, index),
  });
  const judgement = withUnread(judged, logos.length, logos.length - found.length);
  const shown = found.find(({ index }) => index === judgement.matched) ?? best;
  const current = found.find(({ role }) => role !== 'outdated') ?? best;
  const comparison = { ...judgement, score: scoreOf(current), measurements: shown.measurements };
  if (!options.pictures) return comparison;
  const logo = logos[shown.index]?.image;
  return { ...comparison, ...(logo && (await drawn(observed, logo, shown, options.pictureSize ?? PICTURE_SIDE))) };
}

async function open(image: Uint8Array): Promise<{ seen: Observed; raster: Raster } | LogoReason> {
  const raster = await decode(image, SIDE);
  if (raster === 'no-decoder') return { code: 'no-decoder', args: {} };
  if (typeof raster === 'string') return { code: 'not-an-image', args: { problem: raster } };
  const { sourceWidth: width, sourceHeight: height } = raster;
  if (Math.min(width, height) < SMALLEST_SIDE) return { code: 'too-small', args: { width, height } };
  const seen = observe(raster);
  if (seen.ink === 0) return { code: 'flat-picture', args: {} };
  return seen.ink < NEARLY_BLANK ? { code: 'nearly-blank', args: { ink: seen.ink } } : { seen, raster };
}

const unseen = (reason: LogoReason): LogoComparison => ({ verdict: 'undecided', score: 0, reason });

/** That it is none of the logos can be said only when all of them could be read. */
function withUnread(judgement: Judgement, given: number, unread: number): Judgement {
  const isDenial = judgement.verdict === 'different' || judgement.verdict === 'placeholder';
  if (!isDenial || unread === 0) return judgement;
  return { verdict: 'undecided', reason: { code: 'unread-logo', args: { given, unread } } };
}

type Found = Candidate & Laid & { prepared: Prepared };

/** Lays a canonical on the observed picture as it is, without a ring, and on a field in it; the best one counts. */
function lay(observed: Observed, prepared: Prepared, index: number, role: LogoRole): Found {
  const layOn = (view: Observed): Found => {
    const laid = layIn(view, prepared.source);
    return { ...laid, odds: oddsOf(laid.measurements), prepared, index, role };
  };
  const whole = layOn(observed);
  if (whole.odds > SURE) return whole;
  const others = [withoutRing(observed), inField(observed)].flatMap((view) => (view ? [layOn(view)] : []));
  return others.reduce((one, other) => (other.odds > one.odds ? other : one), whole);
}

/** The odds of a picture that is the file itself, pixel by pixel. */
const CERTAIN = 7;

const isCopy = (one: Raster, other: Raster): boolean =>
  one.width === other.width && one.height === other.height && Buffer.compare(one.rgba, other.rgba) === 0;

/** A piece so likely may be the logo: then it cannot be said that it is not there. */
const MAYBE = -1.5;

/** With odds like these, nothing is in the way. */
const SURE = 3;

const isIn = (pieces: readonly Observed[], found: readonly Found[]): boolean =>
  found.some(({ prepared }) => isInPiece(pieces, prepared.source, (m) => oddsOf(m) > MAYBE));

function turnTo(seen: Observed, found: readonly Found[], wanted: number) {
  const one = found.find(({ index }) => index === wanted);
  return one ? turnOf(seen, one.prepared.raster, one.prepared.source) : null;
}

/** Draws from the images themselves: what was measured on is too coarse to look at. */
async function drawn(observed: Uint8Array, logo: Uint8Array, { place, background }: Found, side: number) {
  const [seen, canonical] = await Promise.all([decode(observed, 2 * side), decode(logo, 2 * side)]);
  if (typeof seen === 'string' || typeof canonical === 'string') return {};
  return { pictures: await proofPictures(seen, canonical, place, toRgb(background), side) };
}

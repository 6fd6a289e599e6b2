/** Is the picture that a network shows the brand's logo? Careful: what is not clear is `undecided`. Never throws on bad images. */

import type { Aligned } from './align.ts';
import { align, inkBox, showingBackground } from './align.ts';
import type { Raster } from './decode.ts';
import { decode } from './decode.ts';
import type { Measured, Measurements } from './measure.ts';
import { measure } from './measure.ts';
import type { Observed } from './observed.ts';
import { observe, withoutRing } from './observed.ts';
import type { ProofPictures } from './pictures.ts';
import { proofPictures } from './pictures.ts';
import { placeholderKind } from './placeholder.ts';
import { toRgb, toSource } from './planes.ts';
import type { Candidate, Judgement, LogoReason, LogoRole, LogoVerdict } from './verdict.ts';
import { judge, scoreOf } from './verdict.ts';

export type { LogoReason, LogoRole, LogoVerdict, Measurements, ProofPictures };

export type Logo = { image: Uint8Array; role: LogoRole };

export type LogoComparison = {
  verdict: LogoVerdict;
  /** 0..1, 1 is the same as the best canonical of role primary or variant (of role outdated when there is no other). */
  score: number;
  /** Index in the logos given. */
  matched?: number;
  role?: LogoRole;
  reason: LogoReason;
  /** Of the closest canonical; absent when nothing could be measured. */
  measurements?: Measurements;
  pictures?: ProofPictures;
};

export type CompareLogoOptions = {
  /** Whether to draw the pictures of the proof: true unless said otherwise. */
  pictures?: boolean;
  /** Side of the pictures in pixels. */
  pictureSize?: number;
};

const DECODE_SIDE = 384;
const SMALLEST_SIDE = 32;
const NEARLY_BLANK = 0.01;

/** Compares a picture as it was found with the brand's logos. What is no picture, or not clear, is `undecided`. */
export async function compareLogo(
  observed: Uint8Array,
  logos: readonly Logo[],
  options: CompareLogoOptions = {},
): Promise<LogoComparison> {
  const raster = await decode(observed, DECODE_SIDE);
  if (raster === 'no-decoder') return unseen({ code: 'no-decoder', args: {} });
  if (typeof raster === 'string') return unseen({ code: 'not-an-image', args: { problem: raster } });
  const { sourceWidth: width, sourceHeight: height } = raster;
  if (Math.min(width, height) < SMALLEST_SIDE) return unseen({ code: 'too-small', args: { width, height } });
  const seen = observe(raster);
  if (seen.ink === 0) return unseen({ code: 'flat-picture', args: {} });
  if (seen.ink < NEARLY_BLANK) return unseen({ code: 'nearly-blank', args: { ink: seen.ink } });

  const found: Found[] = [];
  for (const [index, logo] of logos.entries()) {
    const canonical = await decode(logo.image, DECODE_SIDE);
    if (typeof canonical !== 'string') found.push(lay(seen, canonical, index, logo.role));
  }
  found.sort((a, b) => b.score - a.score || a.index - b.index);
  const [best, ...others] = found;
  if (best === undefined) return unseen({ code: 'unread-logo', args: { given: logos.length, unread: logos.length } });

  const judged = withPlaceholder(judge([best, ...others]), seen);
  const unread = logos.length - found.length;
  const judgement = isDenial(judged) && unread > 0 ? undecidedFor(logos.length, unread) : judged;
  const shown = found.find(({ index }) => index === judgement.matched) ?? best;
  const current = found.find(({ role }) => role !== 'outdated') ?? best;
  const comparison = { ...judgement, score: current.score, measurements: shown.measurements };
  if (options.pictures === false) return comparison;
  const background = toRgb(shown.background);
  const size = options.pictureSize ?? 256;
  return { ...comparison, pictures: await proofPictures(raster, shown.raster, shown.place, background, size) };
}

const unseen = (reason: LogoReason): LogoComparison => ({ verdict: 'undecided', score: 0, reason });

/** Says that it is none of the logos: only fair when all of them could be read. */
const isDenial = ({ verdict }: Judgement) => verdict === 'different' || verdict === 'placeholder';

const undecidedFor = (given: number, unread: number): Judgement => ({
  verdict: 'undecided',
  reason: { code: 'unread-logo', args: { given, unread } },
});

type Found = Candidate & Aligned & Measured & { raster: Raster };

/** Lays a canonical on the observed picture, with and without the ring a network may have drawn; the better one counts. */
function lay(observed: Observed, raster: Raster, index: number, role: LogoRole): Found {
  const canonical = toSource(raster);
  const tries = [observed, withoutRing(observed)].flatMap((view) => {
    if (view === null) return [];
    const background = showingBackground(canonical, view.background);
    const aligned = align(view, canonical, background, inkBox(canonical, background));
    const measured = measure(view, canonical, aligned);
    return [{ ...aligned, ...measured, score: scoreOf(measured.measurements), raster, index, role }];
  });
  return tries.reduce((one, other) => (other.score > one.score ? other : one));
}

/** Only what is like no canonical can be a placeholder: some brands' logos look like one. */
function withPlaceholder(judgement: Judgement, observed: Observed): Judgement {
  const isUnlike = judgement.verdict === 'different';
  const kind = isUnlike ? placeholderKind(observed) : null;
  return kind === null
    ? judgement
    : { verdict: 'placeholder', reason: { code: 'placeholder-picture', args: { kind } } };
}

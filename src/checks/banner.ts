/** Is the picture across the top of the profile one of the brand's banners, or a part of one? */

import { createHash } from 'node:crypto';
import { type BannerComparison, compareBanner } from '../compare/banner/compareBanner.ts';
import { pixelHash } from '../compare/logo/pixelHash.ts';
import { safePng } from '../compare/logo/reencode.ts';
import type { CapturedImage } from '../model/capture.ts';
import { defineCheck, type Subject } from '../model/check.ts';
import type { Expectation, ExpectedBanner } from '../model/expectation.ts';
import { type Asset, deviating, type ImageEvidence, type Judgement, ok, unverifiable } from '../model/finding.ts';
import { placeOf } from './evidence.ts';

/** Enough to see what is what, and small enough for a report that is mailed. */
const PICTURE = { maxSize: 512 };

type Extras = NonNullable<Parameters<typeof ok>[2]>;

export const banner = defineCheck({
  id: 'look.banner',
  severity: 'warning',
  needs: ['banner'],
  expects: ({ banners }) => (banners?.value.length ?? 0) > 0,
  expectedText: (expectation) => firstOf(expectation)?.file ?? null,
  remedyFile: (expectation) => firstOf(expectation)?.file ?? null,

  async judge(subject) {
    const { expectation, fields, images } = subject;
    const { url } = fields.banner.value;
    const image = images.find((one) => one.url === url && isLoaded(one)) ?? images.find((one) => one.url === url);
    if (!image || !isLoaded(image)) return notLoaded(subject, whyNot(image));
    const banners = expectation.banners?.value ?? [];
    const given = banners.map((one) => one.image.bytes);
    const compared = await compareBanner(image.bytes, given, { pictures: true, pictureSize: PICTURE.maxSize });
    const matched = compared.matched === undefined ? undefined : banners[compared.matched];
    return verdictOf(compared, matched, await extrasOf(subject, image, compared, matched));
  },
});

/** The first of the set is the one to upload. */
const firstOf = ({ banners }: Expectation): ExpectedBanner | undefined => banners?.value[0];

const isLoaded = ({ failure, status, bytes }: CapturedImage): boolean =>
  failure === undefined && status < 400 && bytes.length > 0;

function whyNot(image: CapturedImage | undefined): string {
  if (!image) return 'not-fetched';
  return image.failure?.kind ?? (image.status >= 400 ? `status-${image.status}` : 'empty');
}

function notLoaded({ expectation, fields }: Subject<'banner'>, reason: string): Judgement {
  const { url } = fields.banner.value;
  const file = firstOf(expectation)?.file ?? null;
  const evidence: ImageEvidence = {
    ...placeOf('banner', fields.banner),
    ...{ kind: 'image', expectedAsset: null, foundAsset: null, differenceAsset: null, score: null, pixelHash: null },
    expectedFile: file,
    foundUrl: url,
  };
  return unverifiable('banner.not-loaded', { reason }, { expected: file, found: url, evidence: [evidence] });
}

function verdictOf(
  { verdict, reason }: BannerComparison,
  matched: ExpectedBanner | undefined,
  extras: Extras,
): Judgement {
  const { remedy: _, ...right } = extras;
  switch (verdict) {
    case 'same':
      return ok('banner.same', { file: matched?.file ?? '' }, right);
    case 'different':
      return deviating('banner.different', {}, extras);
    case 'undecided':
      return unverifiable('banner.undecided', { reason: reason.code }, right);
  }
}

async function extrasOf(
  subject: Subject<'banner'>,
  image: CapturedImage,
  { verdict, score, pictures }: BannerComparison,
  matched: ExpectedBanner | undefined,
): Promise<Extras> {
  const wanted = firstOf(subject.expectation);
  const beside = matched ?? wanted;
  const found = asset((await safePng(image.bytes, PICTURE))?.png);
  // A part of another picture beside ours explains nothing: then the banner is shown as it should be.
  const isLaid = pictures !== undefined && verdict === 'same';
  const expected = asset(isLaid ? pictures.canonical : beside && (await safePng(beside.image.bytes, PICTURE))?.png);
  const difference = isLaid ? asset(pictures.difference) : null;
  const hash = found ? await pixelHash(image.bytes) : null;
  const evidence: ImageEvidence = {
    ...placeOf('banner', subject.fields.banner),
    kind: 'image',
    expectedAsset: expected?.name ?? null,
    foundAsset: found?.name ?? null,
    differenceAsset: difference?.name ?? null,
    expectedFile: beside?.file ?? null,
    foundUrl: image.url,
    score,
    pixelHash: hash,
  };
  return {
    expected: wanted?.file ?? null,
    found: image.url,
    normalised: hash,
    evidence: [evidence],
    assets: [found, expected, difference].flatMap((one) => one ?? []),
    remedy: { file: wanted?.file ?? null },
  };
}

const asset = (png: Uint8Array | undefined): Asset | null =>
  png ? { name: `${createHash('sha256').update(png).digest('hex')}.png`, bytes: png } : null;

/** Is the picture across the top of the profile one of the brand's banners, or a part of one? */

import { type BannerComparison, compareBanner } from '../compare/banner/compareBanner.ts';
import { defineCheck } from '../model/check.ts';
import type { Expectation, ExpectedBanner } from '../model/expectation.ts';
import { deviating, type Judgement, type JudgementExtras, ok, unverifiable } from '../model/finding.ts';
import { besidePicture, pictureAt, withoutPicture } from './pictures.ts';

/** Enough to see what is what, and small enough for a report that is mailed. */
const MAX_SIZE = 512;

export const banner = defineCheck({
  id: 'look.banner',
  severity: 'warning',
  needs: ['banner'],
  expects: ({ banners }) => (banners?.value.length ?? 0) > 0,
  expectedText: (expectation) => firstOf(expectation)?.file ?? null,
  remedyFile: (expectation) => firstOf(expectation)?.file ?? null,

  async judge({ expectation, fields, images }) {
    const wanted = firstOf(expectation);
    const image = pictureAt(fields.banner.value.url, images);
    if ('reason' in image)
      return unverifiable('banner.not-loaded', image, withoutPicture('banner', fields.banner, wanted));
    const banners = expectation.banners?.value ?? [];
    const given = banners.map((one) => one.image.bytes);
    const compared = await compareBanner(image.bytes, given, { pictures: true, pictureSize: MAX_SIZE });
    const matched = compared.matched === undefined ? undefined : banners[compared.matched];
    const { score, verdict, pictures } = compared;
    const extras = await besidePicture('banner', fields.banner, image, {
      ...{ score, wanted, beside: matched ?? wanted, maxSize: MAX_SIZE },
      // A part of another picture beside ours explains nothing: then the banner is shown as it should be.
      ...(pictures && verdict === 'same' ? { drawn: pictures } : {}),
    });
    return verdictOf(compared, matched, extras);
  },
});

/** The first of the set is the one to upload. */
const firstOf = ({ banners }: Expectation): ExpectedBanner | undefined => banners?.value[0];

function verdictOf(
  { verdict, reason }: BannerComparison,
  matched: ExpectedBanner | undefined,
  extras: JudgementExtras,
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

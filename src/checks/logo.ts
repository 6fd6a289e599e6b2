/** Is the picture that the profile shows the brand's logo? */

import { compareLogo, type LogoComparison } from '../compare/logo/compareLogo.ts';
import type { CapturedImage } from '../model/capture.ts';
import { defineCheck } from '../model/check.ts';
import type { Expectation, ExpectedLogo } from '../model/expectation.ts';
import { absent, deviating, type Judgement, type JudgementExtras, ok, unverifiable } from '../model/finding.ts';
import { besidePicture, pictureAt, withoutPicture } from './pictures.ts';

/** Enough to see what is what, and small enough for a report that is mailed. */
const MAX_SIZE = 400;

export const logo = defineCheck({
  id: 'look.logo',
  severity: 'error',
  needs: ['logo'],
  expects: (expectation) => (expectation.logos?.value.length ?? 0) > 0,
  expectedText: (expectation) => primaryOf(expectation)?.file ?? null,
  remedyFile: (expectation) => primaryOf(expectation)?.file ?? null,

  async judge({ expectation, fields, images }) {
    const wanted = primaryOf(expectation);
    const image = pictureAt(fields.logo.value.url, images);
    if ('reason' in image) return unverifiable('logo.not-loaded', image, withoutPicture('logo', fields.logo, wanted));
    const logos = expectation.logos?.value ?? [];
    const compared = await compareLogo(
      image.bytes,
      logos.map((one) => ({ image: one.image.bytes, role: one.role })),
      { pictures: true },
    );
    const matched = compared.matched === undefined ? undefined : logos[compared.matched];
    const shown = await besideTheRightOne(image, compared, expectation, matched);
    const { score, pictures } = shown.compared;
    const extras = await besidePicture('logo', fields.logo, image, {
      ...{ score, wanted, beside: shown.matched ?? wanted, maxSize: MAX_SIZE },
      ...(pictures ? { drawn: pictures } : {}),
    });
    return verdictOf(compared, matched, extras);
  },
});

const primaryOf = ({ logos }: Expectation): ExpectedLogo | undefined =>
  logos?.value.find(({ role }) => role === 'primary') ?? logos?.value.find(({ role }) => role === 'variant');

interface Shown {
  readonly compared: LogoComparison;
  readonly matched: ExpectedLogo | undefined;
}

/** What is wrong is shown beside what it should be, not beside the older drawing that it was recognised by. */
async function besideTheRightOne(
  image: CapturedImage,
  compared: LogoComparison,
  expectation: Expectation,
  matched: ExpectedLogo | undefined,
): Promise<Shown> {
  const wanted = primaryOf(expectation);
  const isRight = compared.verdict === 'same' || compared.verdict === 'variant';
  if (isRight || !wanted || matched === wanted) return { compared, matched };
  const beside = await compareLogo(image.bytes, [{ image: wanted.image.bytes, role: wanted.role }], {
    pictures: true,
  });
  return { compared: { ...beside, score: compared.score }, matched: wanted };
}

function verdictOf(compared: LogoComparison, matched: ExpectedLogo | undefined, extras: JudgementExtras): Judgement {
  const file = matched?.file ?? '';
  const reason = compared.reason.code;
  const { remedy: _, ...right } = extras;
  switch (compared.verdict) {
    case 'same':
      return ok('logo.same', { file }, right);
    case 'variant':
      // A variant of the brand's own, in its own colours; any other recolouring is nobody's choice.
      if (matched?.role === 'variant' && reason !== 'other-colour') return ok('logo.variant-accepted', { file }, right);
      return deviating('logo.variant', { reason }, { ...extras, severity: 'warning' });
    case 'outdated':
      return deviating('logo.outdated', { file }, extras);
    case 'placeholder':
      return absent('logo.placeholder', {}, extras);
    case 'different':
      return deviating('logo.different', {}, extras);
    case 'undecided':
      return unverifiable('logo.undecided', { reason }, right);
  }
}

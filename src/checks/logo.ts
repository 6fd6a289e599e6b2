/** Is the picture that the profile shows the brand's logo? */

import { createHash } from 'node:crypto';
import { compareLogo, type LogoComparison } from '../compare/logo/compareLogo.ts';
import { pixelHash } from '../compare/logo/pixelHash.ts';
import { safePng } from '../compare/logo/reencode.ts';
import type { CapturedImage } from '../model/capture.ts';
import { defineCheck, type Subject } from '../model/check.ts';
import type { Expectation, ExpectedLogo } from '../model/expectation.ts';
import {
  type Asset,
  absent,
  deviating,
  type ImageEvidence,
  type Judgement,
  ok,
  unverifiable,
} from '../model/finding.ts';
import { placeOf } from './evidence.ts';

/** Enough to see what is what, and small enough for a report that is mailed. */
const PICTURE = { maxSize: 400 };

type Extras = NonNullable<Parameters<typeof ok>[2]>;

export const logo = defineCheck({
  id: 'look.logo',
  severity: 'error',
  needs: ['logo'],
  expects: (expectation) => (expectation.logos?.value.length ?? 0) > 0,
  expectedText: (expectation) => primaryOf(expectation)?.file ?? null,
  remedyFile: (expectation) => primaryOf(expectation)?.file ?? null,

  async judge(subject) {
    const { expectation, fields, images } = subject;
    const { url } = fields.logo.value;
    const image = images.find((one) => one.url === url && isLoaded(one)) ?? images.find((one) => one.url === url);
    if (!image || !isLoaded(image)) return notLoaded(subject, whyNot(image));
    const logos = expectation.logos?.value ?? [];
    const compared = await compareLogo(
      image.bytes,
      logos.map((one) => ({ image: one.image.bytes, role: one.role })),
      { pictures: true },
    );
    const matched = compared.matched === undefined ? undefined : logos[compared.matched];
    const shown = await besideTheRightOne(image, compared, expectation, matched);
    return verdictOf(compared, matched, await extrasOf(subject, image, shown.compared, shown.matched));
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

const isLoaded = ({ failure, status, bytes }: CapturedImage): boolean =>
  failure === undefined && status < 400 && bytes.length > 0;

function whyNot(image: CapturedImage | undefined): string {
  if (!image) return 'not-fetched';
  return image.failure?.kind ?? (image.status >= 400 ? `status-${image.status}` : 'empty');
}

function notLoaded({ expectation, fields }: Subject<'logo'>, reason: string): Judgement {
  const { url } = fields.logo.value;
  const file = primaryOf(expectation)?.file ?? null;
  const evidence: ImageEvidence = {
    ...placeOf('logo', fields.logo),
    ...{ kind: 'image', expectedAsset: null, foundAsset: null, differenceAsset: null, score: null, pixelHash: null },
    expectedFile: file,
    foundUrl: url,
  };
  return unverifiable('logo.not-loaded', { reason }, { expected: file, found: url, evidence: [evidence] });
}

function verdictOf(compared: LogoComparison, matched: ExpectedLogo | undefined, extras: Extras): Judgement {
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

async function extrasOf(
  subject: Subject<'logo'>,
  image: CapturedImage,
  { score, pictures }: LogoComparison,
  matched: ExpectedLogo | undefined,
): Promise<Extras> {
  const wanted = primaryOf(subject.expectation);
  const beside = matched ?? wanted;
  const found = asset((await safePng(image.bytes, PICTURE))?.png);
  const expected = asset(pictures?.canonical ?? (beside && (await safePng(beside.image.bytes, PICTURE))?.png));
  const difference = asset(pictures?.difference);
  const hash = found ? await pixelHash(image.bytes) : null;
  const evidence: ImageEvidence = {
    ...placeOf('logo', subject.fields.logo),
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

/** What the checks on pictures share: which capture is looked at, why there is none, and the pictures of the proof. No verdicts. */

import { pixelHash } from '../compare/logo/pixelHash.ts';
import { safePng } from '../compare/logo/reencode.ts';
import { assetOf } from '../model/asset.ts';
import { type CapturedImage, isLoaded } from '../model/capture.ts';
import type { Asset, ImageEvidence, JudgementExtras } from '../model/finding.ts';
import type { ImageReference, Reading } from '../model/observation.ts';
import { placeOf } from './evidence.ts';

type PictureField = 'logo' | 'banner';
type Place = Reading<ImageReference> & { readonly value: ImageReference };

/** A file of the brand. */
export interface BrandPicture {
  readonly file: string;
  readonly image: { readonly bytes: Uint8Array };
}

/** The picture at an address as it came; where no look gave it, the reason. */
export function pictureAt(url: string, images: readonly CapturedImage[]): CapturedImage | { readonly reason: string } {
  const there = images.filter((one) => one.url === url);
  return there.find(isLoaded) ?? { reason: whyNot(there[0]) };
}

function whyNot(image: CapturedImage | undefined): string {
  if (!image) return 'not-fetched';
  return image.failure?.kind ?? (image.status >= 400 ? `status-${image.status}` : 'empty');
}

/** What can be said beside a picture that did not come. */
export function withoutPicture(field: PictureField, place: Place, wanted: BrandPicture | undefined): JudgementExtras {
  const { url } = place.value;
  const file = wanted?.file ?? null;
  const evidence: ImageEvidence = {
    ...placeOf(field, place),
    ...{ kind: 'image', expectedAsset: null, foundAsset: null, differenceAsset: null, score: null, pixelHash: null },
    expectedFile: file,
    foundUrl: url,
  };
  return { expected: file, found: url, evidence: [evidence] };
}

export interface Compared {
  readonly score: number;
  /** The brand's picture that the found one is shown beside. */
  readonly beside: BrandPicture | undefined;
  /** The one to upload. */
  readonly wanted: BrandPicture | undefined;
  /** Drawn by the comparison; left out where it explains nothing, and then the brand's picture is shown as it is. */
  readonly drawn?: { readonly canonical: Uint8Array; readonly difference: Uint8Array };
  readonly maxSize: number;
}

/** What was found beside what it should be, with the file that puts it right. */
export async function besidePicture(
  field: PictureField,
  place: Place,
  image: CapturedImage,
  { score, beside, wanted, drawn, maxSize }: Compared,
): Promise<JudgementExtras> {
  const found = await shownPicture(image.bytes, maxSize);
  const expected = drawn ? assetOf(drawn.canonical) : beside ? await shownPicture(beside.image.bytes, maxSize) : null;
  const difference = drawn ? assetOf(drawn.difference) : null;
  const hash = found ? await pixelHash(image.bytes) : null;
  const evidence: ImageEvidence = {
    ...placeOf(field, place),
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

/** A picture as the report may show it; null where it cannot be decoded. */
export async function shownPicture(bytes: Uint8Array, maxSize: number): Promise<Asset | null> {
  const safe = await safePng(bytes, { maxSize });
  return safe && assetOf(safe.png);
}

/** An accepted picture, compressed anew by the network, and pictures that are not it. */

import sharp from 'sharp';
import { expect, test } from 'vitest';
import { asAccepted } from '../../src/checks/accepted.ts';
import { pixelHash } from '../../src/compare/logo/pixelHash.ts';
import type { Context } from '../../src/model/check.ts';
import { deviating, type ImageEvidence, type Judgement, ok } from '../../src/model/finding.ts';
import { logoPng } from '../e2e/site.ts';
import { AT, aContext } from '../support/subject.ts';

const URL = 'https://beeld.example/logo';
const accepted = await logoPng();
const hash = await pixelHash(accepted);

async function judged(bytes: Uint8Array, make: typeof deviating | typeof ok = deviating): Promise<Judgement> {
  const found = await pixelHash(bytes);
  const evidence: ImageEvidence = {
    ...{ kind: 'image', field: 'logo', expectedAsset: null, foundAsset: null, differenceAsset: null },
    ...{ expectedFile: 'logo.svg', foundUrl: URL, score: 0, pixelHash: found },
  };
  const judgement = make('logo.different', {}, { found: URL, normalised: found, evidence: [evidence] });
  const image = { url: URL, status: 200, contentType: 'image/png', at: AT, bytes, sha256: '' };
  const context: Context = { ...aContext(), images: [image], accepted: new Map([[hash, accepted]]) };
  return await asAccepted(judgement, context);
}

test('compressed anew and made smaller it is still the accepted one; what is shown stays what was found', async () => {
  const jpeg = await sharp(accepted).resize(200).jpeg({ quality: 60 }).toBuffer();
  const judgement = await judged(jpeg);
  expect(judgement.normalised).toBe(hash);
  expect(judgement).toMatchObject({ status: 'deviating', evidence: [{ pixelHash: await pixelHash(jpeg) }] });
});

test.each<readonly [string, () => Promise<Buffer>]>([
  ['in other colours', () => sharp(accepted).negate({ alpha: false }).png().toBuffer()],
  ['another picture', () => sharp(accepted).flop().rotate(45).modulate({ hue: 120 }).png().toBuffer()],
])('%s it is not', async (_, make) => {
  const bytes = await make();
  expect((await judged(bytes)).normalised).toBe(await pixelHash(bytes));
});

test('what is right needs no acceptance', async () => {
  const jpeg = await sharp(accepted).jpeg({ quality: 60 }).toBuffer();
  expect((await judged(jpeg, ok)).normalised).toBe(await pixelHash(jpeg));
});

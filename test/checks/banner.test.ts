import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { banner } from '../../src/checks/banner.ts';
import { judge } from '../../src/checks/judge.ts';
import type { CapturedImage } from '../../src/model/capture.ts';
import { AT, aContext } from '../support/subject.ts';

const URL = 'https://cdn.example/banner.jpg';
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const draw = (shapes: string) =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300">${shapes}</svg>`))
    .png()
    .toBuffer();

const HARBOUR =
  '<rect width="900" height="300" fill="#e9f1dd"/><path d="M0 200 L300 80 L520 240 L900 120 V300 H0Z" fill="#24507a"/><circle cx="730" cy="70" r="45" fill="#e07a1f"/><rect x="90" y="40" width="60" height="120" fill="#8b1e3f"/>';
const WINTER =
  '<rect width="900" height="300" fill="#26303f"/><circle cx="200" cy="150" r="110" fill="#fff"/><rect x="420" y="60" width="380" height="60" fill="#6fb7d6"/><rect x="420" y="180" width="240" height="60" fill="#d64545"/>';

const captured = (bytes: Uint8Array, parts: Partial<CapturedImage> = {}): CapturedImage => ({
  ...{ url: URL, status: 200, contentType: 'image/png', at: AT, bytes, sha256: hash(bytes) },
  ...parts,
});

async function ask(images: readonly CapturedImage[], value: { url: string } | null = { url: URL }, set = [HARBOUR]) {
  const banners = await Promise.all(
    set.map(async (shapes, at) => {
      const bytes = await draw(shapes);
      const file = `brand/banner-${at}.png`;
      return { file, image: { file, bytes, sha256: hash(bytes) } };
    }),
  );
  const context = aContext({
    values: { banner: value },
    images,
    expectation: { banners: { value: banners, from: 'brand' } },
  });
  return (await judge(context, [banner], []))[0];
}

describe('look.banner', () => {
  test('a part of it, with the pictures that show it', async () => {
    const cut = await sharp(await draw(HARBOUR))
      .resize(1128, 240, { fit: 'cover' })
      .jpeg()
      .toBuffer();
    const finding = await ask([captured(cut)]);
    expect(finding).toMatchObject({
      status: 'ok',
      code: 'banner.same',
      args: { file: 'brand/banner-0.png' },
      evidence: [{ kind: 'image', field: 'banner', expectedFile: 'brand/banner-0.png', foundUrl: URL }],
      normalised: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    expect(finding?.assets?.map(({ name, bytes }) => name === `${hash(bytes)}.png`)).toEqual([true, true, true]);
    expect(finding?.remedy).toBeUndefined();
  });

  test('the season’s one, of the set', async () => {
    const finding = await ask([captured(await draw(WINTER))], { url: URL }, [HARBOUR, WINTER]);
    expect(finding).toMatchObject({ code: 'banner.same', args: { file: 'brand/banner-1.png' } });
  });

  test('another picture asks for the file', async () => {
    expect(await ask([captured(await draw(WINTER))])).toMatchObject({
      status: 'deviating',
      code: 'banner.different',
      expected: 'brand/banner-0.png',
      evidence: [{ differenceAsset: null }],
      remedy: { file: 'brand/banner-0.png', url: 'https://netwerk.example/edit' },
    });
  });

  test('an empty place asks for the file', async () => {
    expect(await ask([], null)).toMatchObject({
      status: 'absent',
      code: 'field.empty',
      remedy: { file: 'brand/banner-0.png', value: null },
    });
  });

  test('where the brand has none for the network, nothing is asked', async () => {
    expect(await ask([captured(await draw(WINTER))], { url: URL }, [])).toBeUndefined();
  });

  test.each<[string, readonly CapturedImage[], string, string]>([
    ['was not fetched', [], 'banner.not-loaded', 'not-fetched'],
    ['is gone', [captured(new Uint8Array([1]), { status: 404 })], 'banner.not-loaded', 'status-404'],
    ['cannot be opened', [captured(Buffer.from('<html>'))], 'banner.undecided', 'not-an-image'],
  ])('an image that %s is never wrong', async (_, images, code, reason) => {
    expect(await ask(images)).toMatchObject({ status: 'unverifiable', code, args: { reason } });
  });
});

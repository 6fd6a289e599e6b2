import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/checks/judge.ts';
import { logo } from '../../src/checks/logo.ts';
import type { CapturedImage } from '../../src/model/capture.ts';
import type { LogoRole } from '../../src/model/config.ts';
import type { ExpectedLogo } from '../../src/model/expectation.ts';
import { AT, aContext } from '../support/subject.ts';

const URL = 'https://cdn.example/logo.png';
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const draw = (shapes: string, size = 200): Promise<Uint8Array> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="${size}" height="${size}"><rect width="100" height="100" fill="#fff"/>${shapes}</svg>`,
    ),
  )
    .png()
    .toBuffer();

const STAR =
  '<path d="M50 5 61 39 97 39 68 60 79 95 50 74 21 95 32 60 3 39 39 39Z" fill="#0a4ea2"/><circle cx="50" cy="52" r="12" fill="#f5b301"/>';
const BARS =
  '<rect x="10" y="10" width="18" height="80" fill="#a2160a"/><rect x="41" y="40" width="18" height="50" fill="#111"/><path d="M70 90 90 90 80 20Z" fill="#0a7a33"/>';
const WAVES =
  '<path d="M5 30 Q 30 0 50 30 T 95 30 L95 60 Q 70 90 50 60 T 5 60Z" fill="#5a2ca0"/><rect x="20" y="75" width="60" height="12" fill="#222"/>';

const expected = async (shapes: string, role: LogoRole, file: string): Promise<ExpectedLogo> => {
  const bytes = await draw(shapes, 256);
  return { file, role, image: { file, bytes, sha256: hash(bytes) } };
};

const captured = (bytes: Uint8Array, parts: Partial<CapturedImage> = {}): CapturedImage => ({
  url: URL,
  status: 200,
  contentType: 'image/png',
  at: AT,
  bytes,
  sha256: hash(bytes),
  ...parts,
});

async function ask(images: readonly CapturedImage[], value: { url: string } | null = { url: URL }) {
  const logos = [
    await expected(STAR, 'primary', 'brand/logo.svg'),
    await expected(BARS, 'variant', 'brand/logo-variant.svg'),
    await expected(WAVES, 'outdated', 'brand/logo-2015.png'),
  ];
  const context = aContext({
    values: { logo: value },
    images,
    expectation: { logos: { value: logos, from: 'brand' } },
  });
  const [finding] = await judge(context, [logo], []);
  return finding;
}

describe('look.logo', () => {
  test('the logo itself, with the pictures that show it', async () => {
    const finding = await ask([captured(await draw(STAR))]);
    expect(finding).toMatchObject({
      status: 'ok',
      code: 'logo.same',
      args: { file: 'brand/logo.svg' },
      expected: 'brand/logo.svg',
    });
    const [evidence] = finding?.evidence ?? [];
    if (evidence?.kind !== 'image') throw new Error('no image');
    expect(evidence).toMatchObject({ expectedFile: 'brand/logo.svg', foundUrl: URL, field: 'logo', source: 'http' });
    expect(evidence.score).toBeGreaterThan(0.8);
    expect(finding?.normalised).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(evidence.pixelHash).toBe(finding?.normalised);
    const names = finding?.assets?.map(({ name }) => name);
    expect(names).toEqual([evidence.foundAsset, evidence.expectedAsset, evidence.differenceAsset]);
    for (const { name, bytes } of finding?.assets ?? []) {
      expect(name).toBe(`${hash(bytes)}.png`);
      expect((await sharp(bytes).metadata()).format).toBe('png');
    }
    expect(finding?.remedy).toBeUndefined();
  });

  test('an accepted variant', async () => {
    expect(await ask([captured(await draw(BARS))])).toMatchObject({
      status: 'ok',
      code: 'logo.variant-accepted',
      args: { file: 'brand/logo-variant.svg' },
    });
  });

  test('the old drawing', async () => {
    expect(await ask([captured(await draw(WAVES))])).toMatchObject({
      status: 'deviating',
      code: 'logo.outdated',
      args: { file: 'brand/logo-2015.png' },
      expected: 'brand/logo.svg',
      remedy: { file: 'brand/logo.svg', url: 'https://netwerk.example/edit' },
    });
  });

  test('an empty place asks for the file', async () => {
    expect(await ask([], null)).toMatchObject({
      status: 'absent',
      code: 'field.empty',
      remedy: { file: 'brand/logo.svg', value: null },
    });
  });

  test('what cannot be opened is undecided', async () => {
    expect(await ask([captured(Buffer.from('<html>not a picture</html>'))])).toMatchObject({
      status: 'unverifiable',
      code: 'logo.undecided',
      args: { reason: 'not-an-image' },
      normalised: null,
      evidence: [{ foundAsset: null, pixelHash: null }],
    });
  });

  test.each<[string, readonly CapturedImage[], string]>([
    ['was not fetched', [], 'not-fetched'],
    ['stands at another address', [captured(new Uint8Array([1]), { url: `${URL}?2` })], 'not-fetched'],
    ['is gone', [captured(new Uint8Array([1]), { status: 404 })], 'status-404'],
    ['is empty', [captured(new Uint8Array())], 'empty'],
    ['was too large', [captured(new Uint8Array(), { failure: { kind: 'too-large', detail: 'x' } })], 'too-large'],
  ])('an image that %s is never wrong', async (_, images, reason) => {
    expect(await ask(images)).toMatchObject({
      status: 'unverifiable',
      code: 'logo.not-loaded',
      args: { reason },
      found: URL,
      evidence: [{ kind: 'image', foundUrl: URL, expectedFile: 'brand/logo.svg', foundAsset: null }],
    });
  });

  test('a failed look beside a good one does not count', async () => {
    const failed = captured(new Uint8Array(), { status: 503 });
    expect(await ask([failed, captured(await draw(STAR))])).toMatchObject({ status: 'ok' });
  });
});

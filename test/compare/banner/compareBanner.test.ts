import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { compareBanner } from '../../../src/compare/banner/compareBanner.ts';

const svg = (shapes: string, width = 900, height = 300) =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`))
    .png()
    .toBuffer();

const BRIDGE =
  '<rect width="900" height="300" fill="#cfe8ee"/><path d="M0 220 Q 240 40 470 210 T 900 150 V300 H0Z" fill="#1d6b5a"/><circle cx="640" cy="90" r="50" fill="#f2b134"/><rect x="110" y="60" width="40" height="210" fill="#d8433b"/><rect x="300" y="120" width="90" height="90" fill="#27355c"/><path d="M720 260 L780 110 L840 260Z" fill="#fff"/>';
const MARKET =
  '<rect width="900" height="300" fill="#cfe8ee"/><path d="M60 300 V120 H260 V300Z" fill="#27355c"/><circle cx="420" cy="180" r="95" fill="#d8433b"/><path d="M560 40 H860 V90 H560Z" fill="#1d6b5a"/><rect x="600" y="130" width="220" height="40" fill="#f2b134"/><rect x="600" y="200" width="160" height="40" fill="#fff"/>';

const bridge = svg(BRIDGE);
const market = svg(MARKET);
const AVATAR = '<circle cx="150" cy="250" r="80" fill="#fff"/><circle cx="150" cy="250" r="74" fill="#5b2a86"/>';

const letters = (fill: string, words: readonly string[]) =>
  words
    .map((word, line) =>
      [...word]
        .map((letter, at) => {
          const [x, y, bits] = [330 + 26 * at, 110 + 60 * line, letter.charCodeAt(0) * 2654435761];
          const strokes = [
            [0, 0, 5, 34],
            [15, 0, 5, 34],
            [0, 0, 20, 6],
            [0, 14, 20, 6],
            [0, 28, 20, 6],
          ].filter((_, stroke) => ((bits >>> (7 + 3 * stroke)) & 3) !== 0);
          return strokes
            .map(
              ([dx = 0, dy = 0, w, h]) =>
                `<rect x="${x + dx}" y="${y + dy}" width="${w}" height="${h}" fill="${fill}"/>`,
            )
            .join('');
        })
        .join(''),
    )
    .join('');
const WALL = '<rect width="900" height="300" fill="#e9eef2"/><path d="M0 0 H300 L180 300 H0Z" fill="#3d5a80"/>';
const slogan = (fill: string, ...words: readonly string[]) => svg(WALL + letters(fill, words));
const SLOGAN = slogan('#20304a', 'SAMEN BOUWEN', 'AAN MORGEN');

const WORDED: readonly [string, () => Promise<Buffer>, string, string][] = [
  [
    'poorly compressed',
    async () =>
      sharp(await SLOGAN)
        .resize(700)
        .jpeg({ quality: 25 })
        .toBuffer(),
    'same',
    'whole',
  ],
  [
    'lighter',
    async () =>
      sharp(await SLOGAN)
        .modulate({ brightness: 1.05 })
        .jpeg()
        .toBuffer(),
    'same',
    'whole',
  ],
  ['one other word', () => slogan('#20304a', 'SAMEN BOUWEN', 'AAN VERLOF'), 'undecided', 'part-differs'],
  ['a line less', () => slogan('#20304a', 'SAMEN BOUWEN'), 'undecided', 'part-differs'],
  ['words in another hue', () => slogan('#a01818', 'SAMEN BOUWEN', 'AAN MORGEN'), 'different', 'other-colour'],
];

const CASES: readonly [string, (image: Buffer) => Promise<Buffer>, string, string][] = [
  ['itself', async (image) => image, 'same', 'whole'],
  ['small and poor', (image) => sharp(image).resize(320).jpeg({ quality: 40 }).toBuffer(), 'same', 'whole'],
  [
    'cut to a wider shape',
    (image) => sharp(image).resize(1128, 191, { fit: 'cover' }).webp().toBuffer(),
    'same',
    'crop',
  ],
  ['with an avatar over it', () => svg(BRIDGE + AVATAR), 'same', 'avatar-over-it'],
  [
    'between bars',
    (image) => sharp(image).extend({ top: 60, bottom: 60, background: '#1877f2' }).jpeg({ quality: 80 }).toBuffer(),
    'same',
    'whole',
  ],
  [
    'with a sticker on it, for a while',
    () =>
      svg(
        `${BRIDGE}<circle cx="480" cy="80" r="60" fill="#c1121f"/><rect x="440" y="70" width="80" height="20" fill="#fff"/>`,
      ),
    'undecided',
    'part-differs',
  ],
  ['another banner', () => market, 'different', 'no-likeness'],
  ['mirrored', (image) => sharp(image).flop().toBuffer(), 'different', 'no-likeness'],
  ['other colours', (image) => sharp(image).modulate({ hue: 150 }).toBuffer(), 'different', 'no-likeness'],
  ['too small', (image) => sharp(image).resize(180).toBuffer(), 'undecided', 'too-small'],
  ['no picture', async () => Buffer.from('<html></html>'), 'undecided', 'not-an-image'],
];

describe('a banner beside the brand’s', () => {
  test.each(CASES)('%s', async (_, make, verdict, code) => {
    const compared = await compareBanner(await make(await bridge), [await bridge]);
    expect(compared).toMatchObject({ verdict, reason: { code } });
    expect(compared.matched).toBe(verdict === 'same' ? 0 : undefined);
  });

  test.each(WORDED)('with words, %s', async (_, make, verdict, code) => {
    expect(await compareBanner(await make(), [await SLOGAN])).toMatchObject({ verdict, reason: { code } });
  });

  test('of a set that differs in one word the one that it is', async () => {
    const set = [await SLOGAN, await slogan('#20304a', 'SAMEN BOUWEN', 'AAN VERLOF')];
    const seen = await sharp(set[1]).resize(800).jpeg().toBuffer();
    expect(await compareBanner(seen, set)).toMatchObject({ verdict: 'same', matched: 1 });
  });

  test('of a set the one that it is', async () => {
    const compared = await compareBanner(await market, [await bridge, await market]);
    expect(compared).toMatchObject({ verdict: 'same', matched: 1 });
  });

  test('a plain part of it is not called the same', async () => {
    const sky = await sharp(await bridge)
      .extract({ left: 160, top: 0, width: 260, height: 80 })
      .toBuffer();
    expect((await compareBanner(sky, [await bridge])).verdict).not.toBe('same');
  });

  test('that it is none of them is said only when all could be read', async () => {
    const compared = await compareBanner(await market, [await bridge, Buffer.from('broken')]);
    expect(compared).toMatchObject({ verdict: 'undecided', reason: { code: 'unread-banner' } });
  });

  test('the pictures have one size and show the part that belongs there', async () => {
    const cut = await sharp(await bridge)
      .resize(800, 200, { fit: 'cover' })
      .png()
      .toBuffer();
    const { pictures } = await compareBanner(cut, [await bridge], { pictures: true, pictureSize: 400 });
    const sizes = await Promise.all(Object.values(pictures ?? {}).map((one) => sharp(one).metadata()));
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [400, 100],
      [400, 100],
      [400, 100],
    ]);
  });
});

test('any part of at least half of it is the same', async () => {
  const image = await bridge;
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  await fc.assert(
    fc.asyncProperty(share, share, share, share, async (a, b, x, y) => {
      const wide = 0.6 + 0.4 * a;
      const least = Math.max(0.6, 0.5 / wide);
      const tall = least + (1 - least) * b;
      const [width, height] = [Math.floor(900 * wide), Math.ceil(300 * tall)];
      const area = { left: Math.floor(x * (900 - width)), top: Math.floor(y * (300 - height)), width, height };
      const part = await sharp(image).extract(area).jpeg({ quality: 80 }).toBuffer();
      expect((await compareBanner(part, [image])).verdict).toBe('same');
    }),
    { numRuns: 12 },
  );
});

test('damaged pictures never throw', async () => {
  const image = await bridge;
  await fc.assert(
    fc.asyncProperty(fc.nat(image.length - 1), fc.nat(255), fc.boolean(), async (at, value, isCut) => {
      const damaged = isCut ? image.subarray(0, at) : Buffer.from(image).fill(value, at, at + 8);
      const { verdict } = await compareBanner(damaged, [image]);
      expect(['same', 'different', 'undecided']).toContain(verdict);
    }),
    { numRuns: 20 },
  );
});

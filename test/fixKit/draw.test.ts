/** What is drawn is looked at pixel by pixel: its size, where the mark stands, what is behind it, how many bytes it is. */

import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { compareLogo } from '../../src/compare/logo/compareLogo.ts';
import { drawPicture, type PictureKind } from '../../src/fixKit/draw.ts';
import type { WantedPicture } from '../../src/model/network.ts';
import { DISC, drawn, MARK, noise, photo, png, seen, svg, TILE, WHITE } from './pictures.ts';

const ROUND: WantedPicture = { width: 400, height: 400, maxBytes: 1_000_000, isRound: true };
const SQUARE: WantedPicture = { width: 400, height: 400, maxBytes: 1_000_000 };
const BANNER: WantedPicture = { width: 1500, height: 500, maxBytes: 2_000_000, safe: { width: 1200, height: 380 } };

const looked = async (file: Uint8Array, kind: PictureKind, wanted: WantedPicture) =>
  seen((await drawn(file, kind, wanted)).bytes);

describe('the shape of the mark', () => {
  test.each([
    ['round', ROUND],
    ['square', SQUARE],
  ])('is kept: %s', async (_, wanted) => {
    const picture = await looked(MARK, 'logo', wanted);
    expect((picture.right - picture.left) / (picture.bottom - picture.top)).toBeCloseTo(2, 1);
  });

  test('the colours are those of the file, in a bitmap too', async () => {
    for (const file of [MARK, await png(svg('<rect x="20" y="20" width="260" height="130" fill="#a01040"/>'))]) {
      expect((await looked(file, 'logo', ROUND)).at(200, 200)).toEqual([160, 16, 64]);
    }
  });
});

describe('what stands behind it', () => {
  test('a tile with round corners becomes a picture to its edges, and keeps its proportions', async () => {
    const picture = await looked(TILE, 'logo', SQUARE);
    for (const [x, y] of [
      [0, 0],
      [399, 0],
      [0, 399],
      [399, 399],
      [200, 8],
    ] as const)
      expect(picture.at(x, y)).toEqual([34, 68, 102]);
    expect((picture.right - picture.left) / 400).toBeCloseTo(120 / 300, 1);
  });

  test('a disc fills the circle of a round network, and stands free on a square one', async () => {
    const round = await looked(DISC, 'logo', ROUND);
    expect([round.at(1, 1), round.at(200, 2), round.at(200, 200)]).toEqual([
      [7, 59, 70],
      [7, 59, 70],
      [255, 255, 255],
    ]);
    const square = await looked(DISC, 'logo', SQUARE);
    expect([square.at(1, 1), square.at(200, 40), square.at(200, 200)]).toEqual([
      [255, 255, 255],
      [7, 59, 70],
      [255, 255, 255],
    ]);
    expect(square.reach).toBeLessThan(0.86 * 200);
  });

  test('half of what shines through becomes half of white', async () => {
    const glass = svg('<rect x="50" y="50" width="200" height="200" fill="#000000" fill-opacity="0.5"/>');
    expect((await looked(glass, 'logo', ROUND)).at(200, 200).every((value) => Math.abs(value - 128) <= 2)).toBe(true);
  });

  test('a picture to its edges fills the square and is not framed', async () => {
    const picture = await looked(await photo(600, 600), 'logo', ROUND);
    expect(picture.at(2, 200)[0]).toBeGreaterThan(230);
    expect(picture.at(397, 200)[2]).toBeGreaterThan(230);
  });
});

describe('our own judge', () => {
  const demo = readFileSync(new URL('../../brand/logo.svg', import.meta.url));

  test.each([
    ['round', ROUND],
    ['square', SQUARE],
  ])('calls the demo’s logo the same after it was drawn: %s', async (_, wanted) => {
    const { bytes } = await drawn(demo, 'logo', wanted);
    const judged = await compareLogo(Buffer.from(bytes), [{ image: demo, role: 'primary' }]);
    expect(judged.verdict).toBe('same');
  });
});

test('the same file gives the same bytes, without anything that tells when or where', async () => {
  const [one, other] = [await drawn(TILE, 'logo', ROUND), await drawn(TILE, 'logo', ROUND)];
  expect(Buffer.compare(Buffer.from(one.bytes), Buffer.from(other.bytes))).toBe(0);
  const { exif, xmp, icc, comments } = await sharp(one.bytes).metadata();
  expect([exif, xmp, icc, comments]).toEqual([undefined, undefined, undefined, undefined]);
});

describe('formats', () => {
  test('what is large as PNG becomes JPEG', async () => {
    const { bytes, extension } = await drawn(await noise(1500, 500), 'banner', BANNER);
    expect(extension).toBe('jpg');
    expect(bytes.length).toBeLessThanOrEqual(BANNER.maxBytes);
  });

  test('what is refused for being small is packed less', async () => {
    const { bytes } = await drawn(MARK, 'logo', { ...ROUND, minBytes: 10_240 });
    expect(bytes.length).toBeGreaterThanOrEqual(10_240);
    expect((await seen(bytes)).reach).toBeLessThan(180);
  });
});

describe('no picture, and why', () => {
  test.each([
    ['white on nothing', WHITE, 'logo', ROUND, 'not-visible'],
    ['nothing at all', svg('<rect width="300" height="300" fill="none"/>'), 'logo', ROUND, 'blank'],
    ['one colour and no mark', svg('<rect width="300" height="300" fill="#080"/>'), 'logo', ROUND, 'blank'],
    ['no picture', Buffer.from('hello'), 'logo', ROUND, 'unreadable'],
    ['an empty file', new Uint8Array(), 'logo', ROUND, 'unreadable'],
    [
      'one that refers outside',
      svg('<image href="https://a.example/x.png" width="9" height="9"/>'),
      'logo',
      ROUND,
      'unreadable',
    ],
    ['an SVG without a size', svg('<rect width="1" height="1"/>', 0, 0), 'logo', ROUND, 'unreadable'],
  ] as const)('%s', async (_, file, kind, wanted, reason) => {
    expect(await drawPicture(file, kind, wanted)).toBe(reason);
  });

  test('too few pixels to be sharp; twice as large is still done', async () => {
    const small = (side: number) =>
      png(svg(`<rect x="1" y="1" width="${side - 2}" height="${side / 2}" fill="#a01"/>`, side, side));
    expect(await drawPicture(await small(60), 'logo', ROUND)).toBe('too-small');
    expect(typeof (await drawPicture(await small(200), 'logo', ROUND))).toBe('object');
    expect(await drawPicture(await photo(700, 240), 'banner', BANNER)).toBe('too-small');
    expect(typeof (await drawPicture(await photo(760, 260), 'banner', BANNER))).toBe('object');
  });

  test('a speck on its own ground is no logo, and what is drawn is one to our own judge', async () => {
    const body = '<rect width="300" height="300" fill="#fff"/><path d="M110 190L150 110l40 80z" fill="#c30"/>';
    const file = await png(svg(body));
    expect(await drawPicture(file, 'logo', { ...ROUND, width: 800, height: 800 })).toBe('too-small');
    const { bytes } = await drawn(file, 'logo', ROUND);
    const judged = await compareLogo(Buffer.from(bytes), [{ image: Buffer.from(file), role: 'primary' }]);
    expect(judged.verdict).toBe('same');
  });

  test('more bytes than the network takes, in any format', async () => {
    expect(await drawPicture(await noise(400, 400), 'logo', { ...ROUND, maxBytes: 20_000 })).toBe('too-many-bytes');
  });

  test('a bomb of pixels is not opened', async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await drawPicture(bomb, 'logo', ROUND)).toBe('unreadable');
  });

  test('a mark that is a speck of a huge SVG is drawn as far as it is sharp, or refused', async () => {
    const speck = svg('<rect x="5000" y="5000" width="4" height="4" fill="#a01"/>', 10_000, 10_000);
    expect(['too-small', 'blank']).toContain(await drawPicture(speck, 'logo', ROUND));
  });
});

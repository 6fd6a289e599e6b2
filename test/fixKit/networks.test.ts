/** For every network: the picture has the size that it wants, and the mark is where it is seen. */

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { networks } from '../../src/networks/index.ts';
import { drawn, MARK, noise, seen, svg, TILE, WIDE } from './pictures.ts';

const busy = noise(2600, 1300, 5);

const logos = networks.flatMap(({ id, pictures }) => (pictures ? [[id, pictures.logo] as const] : []));
const banners = networks.flatMap(({ id, pictures }) => (pictures?.banner ? [[id, pictures.banner] as const] : []));

test('there are networks to draw for', () => {
  expect(logos.length).toBeGreaterThan(12);
  expect(banners.length).toBeGreaterThan(7);
});

describe.each(logos)('the logo on %s', (_, wanted) => {
  const half = Math.min(wanted.width, wanted.height) / 2;

  test.each([
    ['a mark', MARK, [255, 255, 255]],
    ['a wide mark', WIDE, [255, 255, 255]],
    ['a mark on its own ground', TILE, [34, 68, 102]],
  ] as const)('%s stands whole and in the middle, in the circle where there is one', async (_name, file, ground) => {
    const { bytes, extension } = await drawn(file, 'logo', wanted);
    const picture = await seen(bytes);
    expect(picture).toMatchObject({ width: wanted.width, height: wanted.height, channels: 3 });
    expect((await sharp(bytes).metadata()).format).toBe(extension === 'jpg' ? 'jpeg' : 'png');
    expect(picture.at(0, 0).every((value, channel) => Math.abs(value - (ground[channel] ?? 0)) <= 2)).toBe(true);
    expect(Math.abs(picture.left + picture.right - wanted.width)).toBeLessThanOrEqual(0.012 * wanted.width);
    expect(Math.abs(picture.top + picture.bottom - wanted.height)).toBeLessThanOrEqual(0.012 * wanted.height);
    expect(picture.reach).toBeGreaterThan(0.4 * half);
    expect(picture.reach).toBeLessThan(wanted.isRound ? 0.9 * half : 1.3 * half);
    expect(Math.min(picture.left, picture.top)).toBeGreaterThan(0.04 * wanted.width);
    expect(bytes.length).toBeLessThanOrEqual(wanted.maxBytes);
    expect(bytes.length).toBeGreaterThanOrEqual(wanted.minBytes ?? 1);
  });
});

describe.each(banners)('the banner on %s', (_, wanted) => {
  const safe = wanted.safe ?? wanted;

  test('a mark on one colour stands in the part that every screen shows', async () => {
    const file = svg(
      '<rect width="900" height="300" fill="#063"/><rect x="20" y="100" width="300" height="90" fill="#fe8"/>',
      900,
      300,
    );
    const picture = await seen((await drawn(file, 'banner', wanted)).bytes);
    expect(picture).toMatchObject({ width: wanted.width, height: wanted.height });
    expect(picture.left).toBeGreaterThanOrEqual((wanted.width - safe.width) / 2 - 1);
    expect(picture.right).toBeLessThanOrEqual((wanted.width + safe.width) / 2 + 1);
    expect(picture.top).toBeGreaterThanOrEqual((wanted.height - safe.height) / 2 - 1);
    expect(picture.bottom).toBeLessThanOrEqual((wanted.height + safe.height) / 2 + 1);
    expect((picture.right - picture.left) / (picture.bottom - picture.top)).toBeCloseTo(300 / 90, 0);
  });

  test('a photograph fills it, cropped about its middle, and below what the network takes', async () => {
    const { bytes, kept } = await drawn(await busy, 'banner', wanted);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: wanted.width, height: wanted.height });
    expect(bytes.length).toBeLessThanOrEqual(wanted.maxBytes);
    const shape = wanted.width / wanted.height;
    expect(kept).toBeCloseTo(Math.min(shape / 2, 2 / shape), 2);
  });
});

test('every size says where it is known from, and since when', () => {
  for (const { id, pictures } of networks) {
    if (!pictures) continue;
    expect(pictures.source.length, id).toBeGreaterThan(20);
    expect(pictures.reviewed, id).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});

/** What the reader is shown as the logo is the brand's file; the ground that a network gave it is no difference. */

import sharp from 'sharp';
import { expect, test } from 'vitest';
import { compareLogo } from '../../../src/compare/logo/compareLogo.ts';
import { bars, kite, shown } from './marks.ts';

const RED = '#8b1e1e';
const SIDE = 128;

async function proof(logo: Buffer, found: Buffer) {
  const picture = await (await shown(found, { ground: RED, size: 400 })).png().toBuffer();
  const { pictures } = await compareLogo(picture, [{ image: logo, role: 'primary' }], {
    pictures: true,
    pictureSize: SIDE,
  });
  if (!pictures) throw new Error('no pictures');
  return pictures;
}

async function pixelsOf(png: Uint8Array): Promise<(readonly number[])[]> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([SIDE, SIDE]);
  return Array.from({ length: SIDE * SIDE }, (_, at) => [...data.subarray(3 * at, 3 * at + 3)]);
}

const cornerOf = async (png: Uint8Array) => (await pixelsOf(png))[0];
const isRed = ([r = 0, g = 0, b = 0]: readonly number[]) => r > 200 && g < 60 && b < 60;

const white = kite('#ffffff', '#f6f6f6');

test.each<[string, Buffer, Buffer, readonly number[]]>([
  ['a dark one on transparent', kite(), kite(), [255, 255, 255]],
  ['a white one on transparent, which white would hide', white, white, [0, 0, 0]],
  ['a dark one, where another was found', kite(), bars(), [255, 255, 255]],
])('the logo is shown on a ground of no one: %s', async (_, logo, found, expected) => {
  expect(await cornerOf((await proof(logo, found)).canonical)).toEqual(expected);
});

test('what was seen is shown as it was seen, and its ground is no difference', async () => {
  const { aligned, difference } = await proof(kite(), kite());
  const [r = 0, g = 0, b = 0] = (await cornerOf(aligned)) ?? [];
  expect(Math.max(Math.abs(r - 0x8b), Math.abs(g - 0x1e), Math.abs(b - 0x1e))).toBeLessThanOrEqual(3);
  expect((await pixelsOf(difference)).filter(isRed).length).toBeLessThan(0.02 * SIDE * SIDE);
});

/** Pictures that are neither simply the logo nor simply another one. */

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { composition, photograph, placeholder } from '../../../bench/pairs/otherPictures.ts';
import { chance } from '../../../bench/pairs/random.ts';
import type { Logo } from '../../../src/compare/logo/compareLogo.ts';
import { compareLogo } from '../../../src/compare/logo/compareLogo.ts';
import { bars, kite, shown } from './marks.ts';

const primary: Logo = { image: kite(), role: 'primary' };
const png = (svg: Buffer) => sharp(svg).png().toBuffer();

describe('a logo with much else is not confidently anything', () => {
  test.each(['on-photograph', 'in-corner', 'sign'] as const)('%s', async (kind) => {
    const picture = await composition(kind, await png(kite()), await png(bars()), chance(5));
    expect((await compareLogo(picture, [primary])).verdict).toBe('undecided');
  });
});

test('a photograph is hardly ever called another logo, and never the logo', async () => {
  const verdicts: string[] = [];
  for (let seed = 1; seed <= 12; seed += 1) {
    verdicts.push((await compareLogo(await photograph(chance(31 * seed)), [primary])).verdict);
  }
  expect(verdicts).not.toContain('same');
  expect(verdicts.filter((verdict) => verdict === 'undecided').length).toBeGreaterThanOrEqual(6);
});

test('default pictures are known by their shape, and are the logo where they are the logo', async () => {
  const verdicts: string[] = [];
  for (let seed = 1; seed <= 24; seed += 1) {
    const picture = await sharp(placeholder(chance(1000 + seed)))
      .resize(160)
      .jpeg({ quality: 80 })
      .toBuffer();
    verdicts.push((await compareLogo(picture, [primary])).verdict);
    const own: Logo = { image: placeholder(chance(1000 + seed)), role: 'primary' };
    expect((await compareLogo(picture, [own])).verdict).toBe('same');
  }
  expect(verdicts.filter((verdict) => verdict === 'placeholder').length).toBeGreaterThanOrEqual(22);
});

test('white on white cannot be judged', async () => {
  const ghost = kite('#fdfdfd', '#fefefe');
  const picture = await (await shown(ghost)).png().toBuffer();
  expect((await compareLogo(picture, [{ image: ghost, role: 'primary' }])).verdict).toBe('undecided');
});

test('mirrored or turned is told', async () => {
  const picture = (await shown(bars())).flop();
  expect(await compareLogo(await picture.png().toBuffer(), [{ image: bars(), role: 'primary' }])).toMatchObject({
    verdict: 'variant',
    reason: { code: 'turned', args: { turn: 'mirrored' } },
  });
});

test('a very wide wordmark, whole and with a quarter of it cut off', async () => {
  const wide = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="100"><path d="M20 20h40v60h-40z M90 20l40 60h-40z M160 50a30 30 0 1 0 60 0a30 30 0 1 0 -60 0 M260 20h120v20h-120z M300 40h30v40h-30z M420 80l30-60l30 60z M520 20h20v60h-20z M580 20h80v60h-80z M700 80v-60l80 60z M820 20h60v60h-20v-40h-40z M930 20v60h30v-60z" fill="#0b5fa5"/></svg>',
  );
  const logo: Logo = { image: wide, role: 'primary' };
  const ground = { background: '#ffffff' };
  const whole = sharp(wide)
    .resize(360)
    .flatten(ground)
    .extend({ top: 162, bottom: 162, left: 20, right: 20, ...ground });
  expect((await compareLogo(await whole.png().toBuffer(), [logo])).verdict).toBe('same');
  const part = sharp(await sharp(wide).flatten(ground).png().toBuffer()).extract({
    left: 0,
    top: 0,
    width: 600,
    height: 100,
  });
  expect((await compareLogo(await part.png().toBuffer(), [logo])).verdict).not.toBe('same');
});

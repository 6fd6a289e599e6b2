import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Logo } from '../../../src/compare/logo/compareLogo.ts';
import { compareLogo } from '../../../src/compare/logo/compareLogo.ts';
import { bars, blocks, cutRound, kite, oldKite, person, shown } from './marks.ts';

const primary: Logo = { image: kite(), role: 'primary' };
const quick = { pictures: false } as const;

describe('the same logo', () => {
  const cases: [string, () => Promise<Buffer>][] = [
    ['as PNG', async () => (await shown(kite())).png().toBuffer()],
    ['small', async () => (await shown(kite(), { size: 64 })).png().toBuffer()],
    ['large', async () => (await shown(kite(), { size: 800 })).png().toBuffer()],
    ['as a poor JPEG', async () => (await shown(kite())).jpeg({ quality: 45 }).toBuffer()],
    ['as WebP', async () => (await shown(kite())).webp({ quality: 60 }).toBuffer()],
    ['with a wide margin', async () => (await shown(kite(), { margin: 0.28 })).png().toBuffer()],
    ['without a margin', async () => (await shown(kite(), { margin: 0 })).png().toBuffer()],
    ['on a coloured ground', async () => (await shown(kite(), { ground: '#e8dcc4' })).png().toBuffer()],
    ['on a transparent ground', () => sharp(kite()).png().toBuffer()],
    ['in a round crop', async () => cutRound(await (await shown(kite(), { margin: 0.2 })).png().toBuffer(), 200)],
    [
      'in a wide picture',
      async () => (await shown(kite())).extend({ left: 80, right: 80, background: '#ffffff' }).png().toBuffer(),
    ],
    [
      'a little greyer',
      async () => (await shown(kite())).modulate({ saturation: 0.9, brightness: 1.03 }).png().toBuffer(),
    ],
  ];
  it.each(cases)('%s', async (_name, make) => {
    const result = await compareLogo(await make(), [primary], quick);
    expect(result).toMatchObject({ verdict: 'same', matched: 0, role: 'primary', reason: { code: 'same-pixels' } });
    expect(result.score).toBeGreaterThan(0.75);
  });

  it('turned by its EXIF orientation', async () => {
    const turned = await (await shown(kite())).rotate(-90).png().toBuffer();
    const image = await sharp(turned).withMetadata({ orientation: 6 }).jpeg({ quality: 90 }).toBuffer();
    expect((await compareLogo(image, [primary], quick)).verdict).toBe('same');
  });

  it('as a CMYK JPEG', async () => {
    const image = await (await shown(kite())).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
    expect((await sharp(image).metadata()).space).toBe('cmyk');
    expect((await compareLogo(image, [primary], quick)).verdict).toMatch(/^(same|undecided)$/);
  });

  it('with sixteen bits a channel', async () => {
    const image = await (await shown(kite())).toColourspace('rgb16').png().toBuffer();
    expect((await sharp(image).metadata()).depth).toBe('ushort');
    expect((await compareLogo(image, [primary], quick)).verdict).toBe('same');
  });

  it('as the first frame of an animation', async () => {
    const frames = [await (await shown(kite())).png().toBuffer(), await (await shown(bars())).png().toBuffer()];
    const image = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(image).metadata()).pages).toBe(2);
    expect((await compareLogo(image, [primary], quick)).verdict).toBe('same');
  });

  it('with a canonical that is a photo-like JPEG of it', async () => {
    const canonical = await (await shown(kite(), { size: 500 })).jpeg().toBuffer();
    const observed = await (await shown(kite(), { size: 120, margin: 0.05 })).png().toBuffer();
    expect((await compareLogo(observed, [{ image: canonical, role: 'primary' }], quick)).verdict).toBe('same');
  });
});

describe('not the same logo', () => {
  it('another mark is different', async () => {
    const result = await compareLogo(await (await shown(bars())).png().toBuffer(), [primary], quick);
    expect(result).toMatchObject({ verdict: 'different', reason: { code: 'no-likeness' } });
    expect(result.matched).toBeUndefined();
    expect(result.score).toBeLessThan(0.5);
  });

  it('other colours are a variant, and name the logo', async () => {
    const result = await compareLogo(
      await (await shown(kite('#1f7a3a', '#c21f3a'))).png().toBuffer(),
      [primary],
      quick,
    );
    expect(result).toMatchObject({ verdict: 'variant', matched: 0, role: 'primary', reason: { code: 'other-colour' } });
  });

  it('grey is not the same', async () => {
    const result = await compareLogo(await (await shown(kite())).greyscale().png().toBuffer(), [primary], quick);
    expect(result.verdict).not.toBe('same');
  });

  it('the whole logo in a box is not called another logo', async () => {
    const ground = { top: 30, left: 30, right: 30, bottom: 30, background: '#000000' };
    const observed = await (await shown(kite())).extend(ground).png().toBuffer();
    expect((await compareLogo(observed, [primary], quick)).verdict).not.toBe('different');
  });

  it('mirrored, turned, stretched or half is not the same', async () => {
    const base = await (await shown(kite('#0b5fa5')))
      .composite([
        { input: Buffer.from('<svg width="40" height="40"><rect width="40" height="40"/></svg>'), left: 30, top: 30 },
      ])
      .png()
      .toBuffer();
    const canonical: Logo = { image: base, role: 'primary' };
    const changed = [
      sharp(base).flop(),
      sharp(base).rotate(180),
      sharp(base).resize(200, 120, { fit: 'fill' }),
      sharp(base).extract({ left: 0, top: 0, width: 200, height: 100 }),
    ];
    for (const image of changed) {
      const { verdict } = await compareLogo(await image.png().toBuffer(), [canonical], quick);
      expect(verdict).not.toBe('same');
    }
    expect((await compareLogo(base, [canonical], quick)).verdict).toBe('same');
  });

  it('one small part more or less is not the same', async () => {
    const dot = Buffer.from('<svg width="26" height="26"><circle cx="13" cy="13" r="13" fill="#c00"/></svg>');
    const observed = await (await shown(kite()))
      .composite([{ input: dot, left: 90, top: 60 }])
      .png()
      .toBuffer();
    expect((await compareLogo(observed, [primary], quick)).verdict).not.toBe('same');
  });

  it.each([
    ['person', person()],
    ['pattern', blocks()],
  ] as const)('a %s is a placeholder', async (_, image) => {
    const observed = await sharp(image).resize(200).jpeg({ quality: 85 }).toBuffer();
    const result = await compareLogo(observed, [primary], quick);
    expect(result).toMatchObject({ verdict: 'placeholder', reason: { code: 'placeholder-picture' } });
  });

  it('a brand whose logo is a person is not shown a placeholder', async () => {
    const observed = await sharp(person()).resize(150).png().toBuffer();
    expect((await compareLogo(observed, [{ image: person(), role: 'primary' }], quick)).verdict).toBe('same');
  });
});

describe('roles', () => {
  const outdated: Logo = { image: oldKite(), role: 'outdated' };
  const green: Logo = { image: kite('#1f7a3a', '#c21f3a'), role: 'variant' };

  it('an older drawing is recognised, and today’s logo is not taken for it', async () => {
    const older = await compareLogo(await (await shown(oldKite())).png().toBuffer(), [primary, green, outdated], quick);
    expect(older).toMatchObject({
      verdict: 'outdated',
      matched: 2,
      role: 'outdated',
      reason: { code: 'older-drawing' },
    });
    expect(older.score).toBeLessThan(0.6);
    const current = await compareLogo(await (await shown(kite())).png().toBuffer(), [outdated, green, primary], quick);
    expect(current).toMatchObject({ verdict: 'same', matched: 2, role: 'primary' });
  });

  it('a canonical variant is matched as such', async () => {
    const observed = await (await shown(kite('#1f7a3a', '#c21f3a'))).png().toBuffer();
    const result = await compareLogo(observed, [primary, green, outdated], quick);
    expect(result).toMatchObject({ verdict: 'variant', matched: 1, role: 'variant', reason: { code: 'same-pixels' } });
  });

  it('an outdated drawing that is the primary too decides nothing', async () => {
    const twice: Logo[] = [primary, { image: kite(), role: 'outdated' }];
    const result = await compareLogo(await (await shown(kite())).png().toBuffer(), twice, quick);
    expect(result).toMatchObject({
      verdict: 'undecided',
      reason: { code: 'between-roles', args: { first: 0, second: 1 } },
    });
  });

  it('nothing is ruled out while a canonical cannot be read', async () => {
    const broken: Logo = { image: Buffer.from('<html>'), role: 'variant' };
    const other = await compareLogo(await (await shown(bars())).png().toBuffer(), [primary, broken], quick);
    expect(other).toMatchObject({
      verdict: 'undecided',
      reason: { code: 'unread-logo', args: { given: 2, unread: 1 } },
    });
    const same = await compareLogo(await (await shown(kite())).png().toBuffer(), [broken, primary], quick);
    expect(same).toMatchObject({ verdict: 'same', matched: 1 });
    expect(await compareLogo(await (await shown(kite())).png().toBuffer(), [], quick)).toMatchObject({
      verdict: 'undecided',
    });
  });
});

describe('what cannot be judged is undecided, with the reason', () => {
  let whole: Buffer;
  beforeAll(async () => {
    whole = await (await shown(kite())).png().toBuffer();
  });

  it.each([
    ['no bytes', () => Buffer.alloc(0), 'empty'],
    ['a web page', () => Buffer.from('<!doctype html><html><body><svg></svg></body></html>'), 'unknown-format'],
    ['a cut PNG', () => whole.subarray(0, whole.length / 2), 'broken'],
    ['a PNG header only', () => whole.subarray(0, 30), 'broken'],
    ['more bytes than allowed', () => Buffer.alloc(15_000_001), 'too-many-bytes'],
  ])('%s', async (_name, bytes, problem) => {
    const result = await compareLogo(bytes(), [primary]);
    expect(result).toEqual({ verdict: 'undecided', score: 0, reason: { code: 'not-an-image', args: { problem } } });
  });

  it('too small', async () => {
    const tiny = await (await shown(kite(), { size: 24 })).png().toBuffer();
    const reason = { code: 'too-small', args: { width: 24, height: 24 } };
    expect(await compareLogo(tiny, [primary])).toMatchObject({ verdict: 'undecided', reason });
  });

  it('blank, transparent, nearly blank', async () => {
    const plain = (background: string) =>
      sharp({ create: { width: 200, height: 200, channels: 4, background } })
        .png()
        .toBuffer();
    for (const colour of ['#ffffff', '#0b5fa5', '#00000000']) {
      const result = await compareLogo(await plain(colour), [primary]);
      expect(result).toMatchObject({ verdict: 'undecided', reason: { code: 'flat-picture' } });
    }
    const speck = Buffer.from('<svg width="12" height="12"><rect width="12" height="12"/></svg>');
    const image = await sharp(await plain('#ffffff'))
      .composite([{ input: speck, left: 90, top: 90 }])
      .png()
      .toBuffer();
    expect(await compareLogo(image, [primary])).toMatchObject({
      verdict: 'undecided',
      reason: { code: 'nearly-blank' },
    });
  });
});

describe('the proof', () => {
  it('is three PNGs of the size asked for, and the difference of the same is faint', async () => {
    const observed = await (await shown(kite(), { margin: 0.25, size: 400 })).png().toBuffer();
    const { pictures } = await compareLogo(observed, [primary], { pictures: true, pictureSize: 128 });
    expect(pictures).toBeDefined();
    for (const png of [pictures?.aligned, pictures?.canonical, pictures?.difference]) {
      expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 128, height: 128 });
    }
    expect(await redShare(pictures?.difference)).toBeLessThan(0.02);
    const other = await compareLogo(await (await shown(bars())).png().toBuffer(), [primary], { pictures: true });
    expect(await redShare(other.pictures?.difference)).toBeGreaterThan(0.1);
  });

  it('is the same twice', async () => {
    const observed = await (await shown(kite())).jpeg({ quality: 60 }).toBuffer();
    expect(await compareLogo(observed, [primary])).toEqual(await compareLogo(observed, [primary]));
  });
});

async function redShare(png: Uint8Array | undefined): Promise<number> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let red = 0;
  for (let at = 0; at < data.length; at += 3)
    if (data[at] === 255 && data[at + 1] === 0 && data[at + 2] === 0) red += 1;
  return red / (info.width * info.height);
}

/** Pictures that the judge once misjudged: each is a kind of picture, not one brand's. */

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { compareLogo, type Logo } from '../../../src/compare/logo/compareLogo.ts';
import { bars, cutRound, kite, oldKite, shown } from './marks.ts';

const primary = (image: Buffer): Logo => ({ image, role: 'primary' });
const svg = (body: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240" viewBox="0 0 240 240">${body}</svg>`);
const judge = async (observed: Buffer, canonical: Buffer) =>
  compareLogo(observed, [primary(canonical)], { pictures: false });

/** A small mark and long bars of text: four times as wide as it is high. */
const wide = svg(
  `<circle cx="30" cy="120" r="28" fill="#1c6e5a"/><path d="M18 120 h24 M30 108 v24" stroke="#ffffff" stroke-width="8"/>
   ${[72, 92, 108, 132, 146, 170, 190, 206, 222]
     .map(
       (x, k) =>
         `<rect x="${x}" y="${102 + 6 * (k % 3)}" width="${8 + 3 * (k % 2)}" height="${36 - 6 * (k % 3)}" fill="#2b2d42"/>`,
     )
     .join('')}`,
);

async function withBadge(image: Buffer, size: number): Promise<Buffer> {
  const r = size * 0.11;
  const [x, y] = [size - 1.1 * r, size - 1.1 * r];
  const badge = `<svg width="${size}" height="${size}"><circle cx="${x}" cy="${y}" r="${r}" fill="#d5124f"/><path d="M${x - r / 2} ${y} l${r / 3} ${r / 3} l${r / 2} ${-r / 1.5}" stroke="#fff" stroke-width="${r / 4}" fill="none"/></svg>`;
  return sharp(image)
    .composite([{ input: Buffer.from(badge) }])
    .png()
    .toBuffer();
}

describe('the same logo', () => {
  it('whose file is a small mark on a white square of its own', async () => {
    const file = await (await shown(kite(), { size: 400, margin: 0.3 })).png().toBuffer();
    const observed = await (await shown(file, { size: 128, margin: 0.09 })).jpeg({ quality: 80 }).toBuffer();
    expect((await judge(observed, file)).verdict).toBe('same');
  });

  it('a tile with round corners on a ground of its own colour', async () => {
    const tile = svg(
      '<rect width="240" height="240" rx="70" fill="#14532d"/><path d="M60 150 L120 60 L180 150 M90 150 h60 v40 h-60 Z" fill="#ffffff"/>',
    );
    const observed = await (await shown(tile, { ground: '#14532d' })).png().toBuffer();
    expect((await judge(observed, tile)).verdict).toBe('same');
  });

  it('very wide, with a badge in the corner', async () => {
    const observed = await withBadge(await (await shown(wide, { size: 160, margin: 0.08 })).png().toBuffer(), 160);
    expect((await judge(observed, wide)).verdict).toBe('same');
  });

  it('a dark tile with a margin and a badge over its corner', async () => {
    const tile = svg(
      '<rect width="240" height="240" fill="#101a44"/><path d="M70 60 L180 120 L70 180 Z" fill="#ffffff"/>',
    );
    const observed = await withBadge(await (await shown(tile, { size: 200, margin: 0.1 })).png().toBuffer(), 200);
    expect((await judge(observed, tile)).verdict).toBe('same');
  });

  it.each([0.02, 0.03, 0.05])('in a ring of %s of the side', async (share) => {
    const size = 240;
    const half = size / 2;
    const width = share * size;
    const ring = `<svg width="${size}" height="${size}"><circle cx="${half}" cy="${half}" r="${half - width / 2}" fill="none" stroke="#6d28d9" stroke-width="${width}"/></svg>`;
    const round = await cutRound(await (await shown(wide, { size, margin: 0.13 })).png().toBuffer(), size);
    const observed = await sharp(round)
      .composite([{ input: Buffer.from(ring) }])
      .flatten({ background: '#ffffff' })
      .png()
      .toBuffer();
    expect((await judge(observed, wide)).verdict).toBe('same');
  });
});

describe('not to be said', () => {
  it.each([
    ['left', 12, 208],
    ['right', 208, 12],
  ] as const)('the logo on the %s of another one', async (_side, own, other) => {
    const small = async (mark: Buffer) => sharp(mark, { density: 144 }).resize(180, 180).png().toBuffer();
    const observed = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#ffffff' } })
      .composite([
        { input: await small(oldKite()), left: own, top: 110 },
        { input: await small(bars()), left: other, top: 110 },
      ])
      .png()
      .toBuffer();
    expect(await judge(observed, oldKite())).toMatchObject({
      verdict: 'undecided',
      reason: { code: 'among-others' },
    });
    // Of two others nothing is ours.
    expect((await judge(observed, kite())).verdict).not.toBe('same');
  });
});

describe('another logo', () => {
  it('white on our colour is not our mark in another colour', async () => {
    const ours = svg('<path d="M40 40 h160 v40 h-60 v120 h-40 v-120 h-60 Z" fill="#b4131f"/>');
    const theirs = svg(
      '<circle cx="90" cy="90" r="60" fill="#ffffff"/><path d="M110 200 L220 200 L220 120 Z" fill="#ffffff"/>',
    );
    const observed = await (await shown(theirs, { ground: '#b4131f' })).png().toBuffer();
    expect((await judge(observed, ours)).verdict).not.toMatch(/^(variant|same)$/);
    const knockedOut = await (
      await shown(svg('<path d="M40 40 h160 v40 h-60 v120 h-40 v-120 h-60 Z" fill="#ffffff"/>'), { ground: '#b4131f' })
    )
      .png()
      .toBuffer();
    expect((await judge(knockedOut, ours)).verdict).toBe('variant');
  });

  it('grey in place of purple is another colour', async () => {
    const ours = (fill: string) =>
      svg(
        `<rect width="240" height="240" fill="${fill}"/><circle cx="120" cy="120" r="70" fill="none" stroke="#fff" stroke-width="14"/><path d="M80 90 l40 70 l40 -70" stroke="#fff" stroke-width="14" fill="none"/>`,
      );
    const observed = await (await shown(ours('#666666'), { margin: 0.06 })).jpeg({ quality: 90 }).toBuffer();
    expect((await judge(observed, ours('#6b4fa3'))).verdict).toBe('variant');
  });

  it.each([
    ['a plain cross', '<path d="M90 30 h60 v60 h60 v60 h-60 v60 h-60 v-60 h-60 v-60 h60 Z" fill="#0b57a4"/>'],
    ['a heart', '<path d="M120 205 C20 130 40 40 120 85 C200 40 220 130 120 205 Z" fill="#c2185b"/>'],
    ['a house', '<path d="M120 30 L215 115 H190 V205 H50 V115 H25 Z" fill="#2e7d32"/>'],
  ])('%s is no default picture', async (_name, body) => {
    const observed = await (await shown(svg(body))).png().toBuffer();
    expect((await judge(observed, kite())).verdict).toBe('different');
  });
});

describe('what is neither', () => {
  const slogan = [40, 100, 160, 220]
    .map((y, k) => `<rect x="30" y="${y}" width="${170 + 50 * (k % 3)}" height="34" fill="#ffffff"/>`)
    .join('');

  it('a slogan is no default picture, with our logo under it or without', async () => {
    const poster = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="400" height="400" fill="#d6336c"/>${slogan}</svg>`,
    );
    expect((await judge(await sharp(poster).png().toBuffer(), kite())).verdict).toBe('different');
    const logo = await sharp(oldKite(), { density: 144 }).resize(100, 100).png().toBuffer();
    const campaign = await sharp(poster)
      .composite([{ input: logo, left: 285, top: 290 }])
      .png()
      .toBuffer();
    expect(await judge(campaign, oldKite())).toMatchObject({ verdict: 'undecided', reason: { code: 'among-others' } });
  });

  it('a wide name in a few grey spots is not called another one', async () => {
    const strokes = Array.from({ length: 46 }, (_, k) => {
      const x = 4 + 5.1 * k;
      return k % 3 === 0
        ? `<rect x="${x}" y="${108 + (k % 5)}" width="4" height="3" fill="#0b2545"/>`
        : `<rect x="${x}" y="${104 + 3 * (k % 4)}" width="2.4" height="${28 - 3 * (k % 6)}" fill="#0b2545"/>`;
    });
    const name = svg(strokes.join(''));
    for (const size of [48, 56, 64]) {
      const observed = await (await shown(name, { size, margin: 0.07 })).jpeg({ quality: 70 }).toBuffer();
      expect((await judge(observed, name)).verdict).toMatch(/^(same|undecided)$/);
    }
  });
});

describe('the file itself', () => {
  it.each([
    [
      'round, to the edges',
      svg(
        '<circle cx="120" cy="120" r="120" fill="#0f5257"/><path d="M70 150 q50 -90 100 0" stroke="#fff" stroke-width="16" fill="none"/>',
      ),
    ],
    ['on nothing', kite()],
  ])('%s, scores as the same beyond doubt, and so does its JPEG', async (_name, file) => {
    const copy = await judge(file, file);
    expect(copy.verdict).toBe('same');
    expect(copy.score).toBeGreaterThan(0.99);
    const observed = await sharp(file).resize(300).flatten({ background: '#ffffff' }).jpeg({ quality: 80 }).toBuffer();
    expect((await judge(observed, file)).score).toBeGreaterThan(0.8);
  });
});

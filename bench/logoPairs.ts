/**
 * Makes labelled pairs of brands that do not exist, in the form that logos.ts reads:
 * npx tsx bench/logoPairs.ts --out DIR [--brands 100] [--seed 1] [--placeholders 0]
 */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { type Mark, mark, recoloured, redrawn, svgOf, word } from './pairs/marks.ts';
import { COMPOSITIONS, composition, photograph, placeholder } from './pairs/otherPictures.ts';
import { type Chance, chance } from './pairs/random.ts';
import { show, showing, WAYS, type Way } from './pairs/shown.ts';

type Pair = {
  id: string;
  brand: string;
  canonical: string;
  observed: string;
  label: string;
  class: string;
  hard: boolean;
};
type Picture = { label: string; class: string; source: Buffer; way?: Way };

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    brands: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    /** So many default pictures more. */
    placeholders: { type: 'string', default: '0' },
  },
});

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const { out } = values;
  if (out === undefined) throw new Error('Usage: npx tsx bench/logoPairs.ts --out DIR [--brands N] [--seed N]');
  for (const folder of ['canonical', 'observed']) await mkdir(join(out, folder), { recursive: true });
  const dice = chance(Number(values.seed));
  const marks = Array.from({ length: Number(values.brands) }, () => mark(dice));
  const pairs: Pair[] = [];
  for (const [index, own] of marks.entries()) {
    const brand = `s${values.seed}-${index}`;
    const canonical = join('canonical', `${brand}.png`);
    await writeFile(join(out, canonical), await png(svgOf(own)));
    const other = marks[(index + 1 + dice.whole(0, marks.length - 2)) % marks.length] ?? own;
    for (const [k, picture] of (await picturesOf(own, other, dice)).entries()) {
      const shownAs = showing(picture.way ?? dice.pick(WAYS), dice);
      // A default picture or a photograph fills the square.
      const isWhole = picture.label === 'default' || picture.class === 'photograph';
      const wanted = isWhole ? { ...shownAs, pad: Math.min(0, shownAs.pad) } : shownAs;
      const observed = join('observed', `${brand}-${k}.${wanted.format}`);
      await writeFile(join(out, observed), await show(picture.source, wanted));
      const hard = ['badge', 'ring', 'several'].includes(picture.way ?? '');
      pairs.push({ id: `${brand}-${k}`, brand, canonical, observed, label: picture.label, class: picture.class, hard });
    }
  }
  for (let k = 0; k < Number(values.placeholders); k += 1) {
    const wanted = showing(dice.pick(['plain', 'lossy', 'round', 'tone', 'zoom', 'badge'] as const), dice);
    const at = { ...wanted, pad: Math.min(0, wanted.pad) };
    const observed = join('observed', `s${values.seed}-p${k}.${wanted.format}`);
    await writeFile(join(out, observed), await show(placeholder(dice), at));
    const brand = `s${values.seed}-${k % marks.length}`;
    const canonical = join('canonical', `${brand}.png`);
    pairs.push({
      id: `${brand}-p${k}`,
      brand,
      canonical,
      observed,
      label: 'default',
      class: 'placeholder',
      hard: false,
    });
  }
  await writeFile(join(out, 'pairs.json'), JSON.stringify(pairs, null, 1));
  console.log(`${pairs.length} pairs of ${marks.length} brands in ${out}`);
}

const png = (svg: string) => sharp(Buffer.from(svg)).png().toBuffer();

/** Whether two drawings differ in more than a few pixels. */
async function isOther(one: Buffer, other: Buffer): Promise<boolean> {
  const [a, b] = await Promise.all(
    [one, other].map((image) => sharp(image).flatten({ background: '#fff' }).raw().toBuffer()),
  );
  let changed = 0;
  for (let at = 0; a && b && at < a.length; at += 3) if (Math.abs((a[at] ?? 0) - (b[at] ?? 0)) > 24) changed += 1;
  return changed > 1500;
}

async function picturesOf(own: Mark, other: Mark, dice: Chance): Promise<Picture[]> {
  const logo = await png(svgOf(own));
  const ways: Way[] = ['badge', 'ring', 'several', ...Array.from({ length: 6 }, () => dice.pick(WAYS))];
  const pictures: Picture[] = ways.map((way) => ({ label: 'same', class: way, source: logo, way }));
  const add = async (label: string, name: string, drawn: string) => {
    const source = await png(drawn);
    // A symmetric mark mirrored is the same mark.
    if (await isOther(logo, source)) pictures.push({ label, class: name, source });
  };
  await add('different', 'other', svgOf(other));
  await add('different', 'lookalike', svgOf({ ...other, colours: own.colours, ground: own.ground }));
  await add('outdated', 'redrawn', svgOf(redrawn(own, dice)));
  await add('variant', 'recolour', svgOf(recoloured(own, dice)));
  await add(
    'variant',
    'geometry',
    svgOf(own, { transform: dice.pick(['matrix(-1 0 0 1 400 0)', 'rotate(90 200 200)', 'rotate(180 200 200)']) }),
  );
  if (own.word) {
    await add('variant', 'text_changed', svgOf(own, { word: word(dice) }));
    await add('variant', 'text_dropped', svgOf(own, { word: null }));
  }
  pictures.push({ label: 'default', class: 'placeholder', source: placeholder(dice) });
  pictures.push({ label: 'different', class: 'photograph', source: await photograph(dice) });
  const kind = dice.pick(COMPOSITIONS);
  pictures.push({
    label: 'unclear',
    class: kind,
    source: await composition(kind, logo, await png(svgOf(other)), dice),
    way: 'plain',
  });
  return pictures;
}

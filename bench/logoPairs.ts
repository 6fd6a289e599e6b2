/**
 * Makes labelled pairs in the form that logos.ts reads, of brands that do not exist or of those that collectMarks.ts found:
 * npx tsx bench/logoPairs.ts --out DIR [--marks DIR] [--brands 100] [--seed 1] [--signs DIR] [--shapes 0] [--paired 100]
 */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import type { Brand, Change } from './pairs/brand.ts';
import { collectedBrands } from './pairs/collectedBrands.ts';
import { drawnBrands } from './pairs/drawnBrands.ts';
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
type Shape = { observed: string; isDefault: boolean };
type Picture = Change & { way?: Way };

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    /** Of collectMarks.ts. */
    marks: { type: 'string' },
    /** Also of collectMarks.ts: what default pictures are made of, beside those that are drawn here. */
    signs: { type: 'string' },
    brands: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    /** So many default pictures, and so many logos, that are paired with nothing. */
    shapes: { type: 'string', default: '0' },
    /** Of so many brands the pairs are made; the shapes are those of all. */
    paired: { type: 'string' },
  },
});

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const { out, marks, seed } = values;
  if (out === undefined) throw new Error('Usage: npx tsx bench/logoPairs.ts --out DIR [--brands N] [--seed N]');
  for (const folder of ['canonical', 'observed', 'history']) await mkdir(join(out, folder), { recursive: true });
  const [count, number] = [Number(values.brands), Number(seed)];
  const brands = await (marks === undefined ? drawnBrands(count, number) : collectedBrands(marks, count, number));
  const signs = await signsIn(values.signs);
  const dice = chance(number + 1);
  const pairs: Pair[] = [];
  const history: Record<string, string[]> = {};
  for (const [index, own] of brands.slice(0, Number(values.paired ?? count)).entries()) {
    const brand = own.name;
    const canonical = join('canonical', `${brand}.png`);
    await writeFile(join(out, canonical), own.logo);
    const other = brands[(index + dice.whole(1, brands.length - 1)) % brands.length] ?? own;
    for (const [k, picture] of (await picturesOf(own, other, signs, dice)).entries()) {
      const shownAs = showing(picture.way ?? dice.pick(WAYS), dice);
      // A default picture or a photograph fills the square.
      const isWhole = picture.label === 'default' || picture.class === 'photograph';
      const wanted = isWhole ? { ...shownAs, pad: Math.min(0, shownAs.pad) } : shownAs;
      const observed = join('observed', `${brand}-${k}.${wanted.format}`);
      await writeFile(join(out, observed), await show(picture.image, wanted));
      if (picture.label === 'outdated') {
        const older = join('history', `${brand}-${k}.png`);
        await writeFile(join(out, older), picture.image);
        history[brand] = [...(history[brand] ?? []), older];
      }
      const hard = ['badge', 'ring', 'several'].includes(picture.way ?? '');
      pairs.push({ id: `${brand}-${k}`, brand, canonical, observed, label: picture.label, class: picture.class, hard });
    }
  }
  await writeShapes(out, brands, signs, dice);
  await writeFile(join(out, 'history.json'), JSON.stringify(history, null, 1));
  await writeFile(join(out, 'pairs.json'), JSON.stringify(pairs, null, 1));
  console.log(`${pairs.length} pairs of ${brands.length} brands in ${out}`);
}

/** Default pictures and logos, without anything to compare them with: what default pictures look like is learned from these too. */
async function writeShapes(
  out: string,
  [first, ...others]: readonly Brand[],
  signs: readonly string[],
  dice: Chance,
): Promise<void> {
  if (first === undefined) throw new Error('no brands');
  const brands = [first, ...others] as const;
  const shapes: Shape[] = [];
  for (let k = 0; k < Number(values.shapes); k += 1) {
    for (const isDefault of [true, false]) {
      const wanted = showing(dice.pick(['plain', 'lossy', 'round', 'tone', 'zoom', 'badge', 'pad', 'ground']), dice);
      const observed = join('observed', `shape-${values.seed}-${k}-${isDefault ? 'default' : 'logo'}.${wanted.format}`);
      const image = isDefault ? placeholder(dice, signs) : await someLogo(brands, dice);
      await writeFile(
        join(out, observed),
        await show(image, isDefault ? { ...wanted, pad: Math.min(0, wanted.pad) } : wanted),
      );
      shapes.push({ observed, isDefault });
    }
  }
  await writeFile(join(out, 'shapes.json'), JSON.stringify(shapes, null, 1));
}

/** A logo, or a picture with one in it. */
async function someLogo(brands: readonly [Brand, ...Brand[]], dice: Chance): Promise<Buffer> {
  const [own, other] = [dice.pick(brands), dice.pick(brands)];
  return dice.is(0.7) ? own.logo : composition(dice.pick(COMPOSITIONS), own.logo, other.logo, dice);
}

async function signsIn(folder: string | undefined): Promise<string[]> {
  if (folder === undefined) return [];
  const files = (await readdir(folder)).sort();
  return Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
}

/** Whether two drawings differ in more than a few pixels; in other colours, more than a little. */
async function isOther(one: Buffer, { image, class: kind }: Change): Promise<boolean> {
  const [a, b] = await Promise.all(
    [one, image].map((each) => sharp(each).flatten({ background: '#fff' }).raw().toBuffer()),
  );
  const [apart, count] = kind === 'recolour' ? [56, 3000] : [24, 1500];
  let changed = 0;
  for (let at = 0; a && b && at < a.length; at += 3) {
    const off = [0, 1, 2].map((channel) => Math.abs((a[at + channel] ?? 0) - (b[at + channel] ?? 0)));
    if (Math.max(...off) > apart) changed += 1;
  }
  return changed > count;
}

async function picturesOf(own: Brand, other: Brand, signs: readonly string[], dice: Chance): Promise<Picture[]> {
  const ways: Way[] = ['badge', 'ring', 'several', ...Array.from({ length: 6 }, () => dice.pick(WAYS))];
  const pictures: Picture[] = ways.map((way) => ({ label: 'same', class: way, image: own.logo, way }));
  const changed: Change[] = [
    { label: 'different', class: 'other', image: other.logo },
    { label: 'different', class: 'lookalike', image: await own.lookalike(dice) },
    ...(await own.changes(dice)),
  ];
  // A symmetric mark mirrored is the same mark.
  for (const change of changed) if (await isOther(own.logo, change)) pictures.push(change);
  pictures.push({ label: 'default', class: 'placeholder', image: placeholder(dice, signs) });
  pictures.push({ label: 'different', class: 'photograph', image: await photograph(dice) });
  const kind = dice.pick(COMPOSITIONS);
  const image = await composition(kind, own.logo, other.logo, dice);
  pictures.push({ label: 'unclear', class: kind, image, way: 'plain' });
  return pictures;
}

/** Brands that do not exist, with their changes. */

import sharp from 'sharp';
import type { Brand, Change } from './brand.ts';
import { type Mark, mark, recoloured, redrawn, svgOf, word } from './marks.ts';
import { type Chance, chance } from './random.ts';

export function drawnBrands(count: number, seed: number): Promise<Brand[]> {
  const dice = chance(seed);
  const marks = Array.from({ length: count }, () => mark(dice));
  return Promise.all(marks.map((own, index) => brandOf(own, `s${seed}-${index}`, marks)));
}

const brandOf = async (own: Mark, name: string, all: readonly Mark[]): Promise<Brand> => ({
  name,
  logo: await png(svgOf(own)),
  changes: (dice) => changesOf(own, dice),
  lookalike: (dice) => {
    const other = all[(all.indexOf(own) + dice.whole(1, all.length - 1)) % all.length] ?? own;
    return png(svgOf({ ...other, colours: own.colours, ground: own.ground }));
  },
});

async function changesOf(own: Mark, dice: Chance): Promise<Change[]> {
  const transform = dice.pick(['matrix(-1 0 0 1 400 0)', 'rotate(90 200 200)', 'rotate(180 200 200)']);
  const drawn = [
    { label: 'outdated', class: 'redrawn', svg: svgOf(redrawn(own, dice)) },
    { label: 'variant', class: 'recolour', svg: svgOf(recoloured(own, dice)) },
    { label: 'variant', class: 'geometry', svg: svgOf(own, { transform }) },
  ];
  if (own.word) {
    drawn.push({ label: 'variant', class: 'text_changed', svg: svgOf(own, { word: word(dice) }) });
    drawn.push({ label: 'variant', class: 'text_dropped', svg: svgOf(own, { word: null }) });
  }
  return Promise.all(drawn.map(async ({ svg, ...rest }) => ({ ...rest, image: await png(svg) })));
}

const png = (svg: string) => sharp(Buffer.from(svg)).png().toBuffer();

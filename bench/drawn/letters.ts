/** Words of no alphabet, of upright and level strokes: a machine without fonts draws them too. */

import { type Chance, chance } from '../pairs/random.ts';
import type { Drawing } from './banners.ts';

export function written(
  by: Chance,
  left: number,
  base: number,
  size: number,
  fill: string | undefined,
  length = by.whole(12, 22),
) {
  const strokes = Array.from({ length: 3 * length }, (_, at) => {
    const x = left + Math.floor(at / 3) * size * 0.62;
    const [across, up] = [by.pick([0, 0.18, 0.36]) * size, by.pick([0.1, 0.4, 0.7]) * size];
    const isUpright = by.between(0, 1) < 0.6;
    const [wide, tall] = isUpright ? [0.12 * size, 0.7 * size] : [0.45 * size, 0.12 * size];
    const y = isUpright ? base - tall : base - up;
    return `<rect x="${x + (isUpright ? across : 0)}" y="${y}" width="${wide}" height="${tall}" fill="${fill}"/>`;
  });
  return strokes.join('');
}

/** One or two lines of words with a shade behind them, as slogans are laid over pictures; a word may be another one. */
export function sloganOf({ width, height, palette, otherWord }: Drawing, by: Chance, words: Chance): string {
  const size = height * by.between(0.09, 0.17);
  const left = by.between(0.05, 0.35) * width;
  const fill = by.pick(['#fff', '#fff', palette[0] ?? '#fff']);
  const shade = `<rect width="100%" height="100%" fill="#000" opacity="${by.between(0.15, 0.5)}"/>`;
  const count = by.whole(3, 6);
  const lengths = Array.from({ length: count }, () => words.whole(3, 8));
  const seeds = Array.from({ length: count }, () => words.whole(0, 1e9));
  const perLine = count > 3 ? Math.ceil(count / 2) : count;
  const drawn = seeds.map((seed, at) => {
    const line = Math.floor(at / perLine);
    const before = lengths.slice(line * perLine, at).reduce((sum, length) => sum + length + 1, 0);
    const own = chance(otherWord !== undefined && at === otherWord % count ? seed + 1 : seed);
    const base = height * 0.4 + line * size * 1.4;
    return written(own, left + before * 0.62 * size, base, size, fill, lengths[at]);
  });
  return shade + drawn.join('');
}

/** What networks make of a banner, and what is not that banner though it looks like it: by class, by chance. */

import sharp from 'sharp';
import { type Chance, chance } from '../pairs/random.ts';
import { type Drawing, drawing, drawn, KINDS, WORDED } from './banners.ts';

export interface Shown {
  readonly name: string;
  /** Left out: nobody looked at it while the judge was made. Hard: no claim is made of it. */
  readonly group: 'looked-at' | 'left-out' | 'hard';
  readonly isSame: boolean;
  /** Not of photographs: another part of one may well be the same. */
  readonly isOfDrawings: boolean;
  /** Of another banner than the one drawn: of one with words, say. */
  readonly of: (canonical: Drawing, by: Chance) => Drawing;
  readonly make: (canonical: Drawing, by: Chance) => Promise<Buffer>;
}

type Rest = Partial<Pick<Shown, 'group' | 'isOfDrawings' | 'of'>>;

const shown = (name: string, isSame: boolean, make: Shown['make'], rest: Rest = {}): Shown => ({
  ...{ name, group: 'looked-at', isSame, isOfDrawings: false, make, of: (canonical) => canonical },
  ...rest,
});

const LEFT_OUT = { group: 'left-out' } as const;

type Change = (image: Buffer, by: Chance) => Promise<Buffer>;

const changed =
  (...changes: readonly Change[]): Shown['make'] =>
  async (canonical, by) => {
    let image = await drawn(canonical);
    for (const change of changes) image = await change(image, by);
    return image;
  };

const sizeOf = async (image: Buffer) => {
  const { width = 1, height = 1 } = await sharp(image).metadata();
  return { width, height };
};

const scaled: Change = (image, by) => sharp(image).resize(by.whole(240, 1600)).jpeg({ quality: 85 }).toBuffer();
const poor: Change = (image, by) =>
  sharp(image)
    .resize(by.whole(400, 1000))
    .jpeg({ quality: by.whole(25, 50) })
    .toBuffer();
const poorWebp: Change = (image, by) =>
  sharp(image)
    .resize(by.whole(400, 1000))
    .webp({ quality: by.whole(10, 40) })
    .toBuffer();
const toned: Change = (image, by) =>
  sharp(image)
    .modulate({ brightness: by.between(0.93, 1.07), saturation: by.between(0.85, 1.15) })
    .jpeg()
    .toBuffer();
const mirrored: Change = (image) => sharp(image).flop().png().toBuffer();
const upsideDown: Change = (image) => sharp(image).flip().png().toBuffer();
const recoloured: Change = (image, by) =>
  sharp(image)
    .modulate({ hue: by.pick([90, 150, 210, 270]) })
    .png()
    .toBuffer();

const turned: Change = (image) => sharp(image).flip().flop().png().toBuffer();
/** Large enough to read what stands in it. */
const readable: Change = (image, by) => sharp(image).resize(by.whole(800, 1500)).jpeg({ quality: 80 }).toBuffer();
const hardlyAnything: Change = (image, by) =>
  sharp(image)
    .resize(by.whole(400, 1000))
    .jpeg({ quality: by.whole(10, 20) })
    .toBuffer();
const sharpened: Change = (image, by) =>
  sharp(image)
    .resize(by.whole(500, 1200))
    .sharpen({ sigma: by.between(0.6, 1.2) })
    .jpeg({ quality: 70 })
    .toBuffer();

const fewColours: Change = (image) => sharp(image).png({ palette: true, colours: 64 }).toBuffer();
/** Something else in the left, the middle or the right third, to the upper and the lower edge. */
const replaced: Change = async (image, by) => {
  const { width, height } = await sizeOf(image);
  const other = await drawn(drawing(by.pick(KINDS), by.whole(1e6, 2e6)));
  const wide = Math.floor(width / 3);
  const input = await sharp(other).resize(wide, height, { fit: 'cover' }).toBuffer();
  return sharp(image)
    .composite([{ input, left: by.pick([0, wide, 2 * wide]), top: 0 }])
    .png()
    .toBuffer();
};

/** Cut from the middle, to the shape of one of the networks, as long as most of it is left. */
const cut: Change = async (image, by) => {
  const { width, height } = await sizeOf(image);
  const shapes = [1128 / 191, 1108 / 624, 3, 1546 / 423, 1640 / 624];
  const near = shapes.filter((shape) => Math.abs(Math.log((shape * height) / width)) < Math.log(1 / 0.45));
  const across = Math.min(1128, width);
  const shape = by.pick([width / height, ...near]);
  return sharp(image)
    .resize(across, Math.round(across / shape), { fit: 'cover' })
    .jpeg({ quality: 80 })
    .toBuffer();
};

/** A phone shows the middle of it, at full height. */
const phone: Change = async (image, by) => {
  const { width, height } = await sizeOf(image);
  const wide = Math.round(width * by.between(0.45, 0.75));
  return sharp(image)
    .extract({ left: Math.floor((width - wide) / 2), top: 0, width: wide, height })
    .resize(by.whole(390, 1200))
    .jpeg({ quality: 75 })
    .toBuffer();
};

/** Bars of the network's colour, above and below or on both sides. */
const between: Change = async (image, by) => {
  const { height } = await sizeOf(image);
  const [bar, isAbove] = [by.between(0.06, 0.3), by.is(0.6)];
  const [upright, level] = isAbove ? [Math.round(bar * height), 0] : [0, Math.round(bar * height)];
  const background = by.pick(['#fff', '#000', '#15202b', '#f0f2f5', '#1877f2']);
  return sharp(image)
    .extend({ top: upright, bottom: upright, left: level, right: level, background })
    .jpeg({ quality: 80 })
    .toBuffer();
};

/** For a while, in December: a round or square piece that says so. */
const stuck: Change = async (image, by) => {
  const { width, height } = await sizeOf(image);
  const side = height * by.between(0.28, 0.45);
  const [x, y] = [by.between(0, width - side), by.between(0.02, 0.4) * height];
  const fill = by.pick(['#c1121f', '#f4c20d', '#0b6e4f', '#fff']);
  const round = by.pick([side / 2, side / 10]);
  const lines = [0.3, 0.5, 0.7].map(
    (at) =>
      `<rect x="${x + side * 0.2}" y="${y + side * at}" width="${side * by.between(0.3, 0.6)}" height="${side * 0.09}" fill="#222"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect x="${x}" y="${y}" width="${side}" height="${side}" rx="${round}" fill="${fill}"/>${lines.join('')}</svg>`;
  return sharp(image)
    .composite([{ input: Buffer.from(svg) }])
    .jpeg({ quality: 85 })
    .toBuffer();
};

/** Any part of at least half of it. */
const part: Change = async (image, by) => {
  const { width, height } = await sizeOf(image);
  const wide = by.between(0.55, 1);
  const tall = by.between(Math.max(0.55, 0.5 / wide), 1);
  const area = {
    width: Math.floor(width * wide),
    height: Math.floor(height * tall),
    left: Math.floor(by.between(0, width - width * wide)),
    top: Math.floor(by.between(0, height - height * tall)),
  };
  return sharp(image).extract(area).jpeg({ quality: 80 }).toBuffer();
};

const avatar =
  (shape: 'disc' | 'square'): Change =>
  async (image, by) => {
    const { width, height } = await sizeOf(image);
    const side = Math.min(height * by.between(0.4, 0.75), width * 0.28);
    const x = by.pick([0.03 * width, (width - side) / 2, width * 0.1]);
    const y = height - side * by.between(0.5, 1);
    const fill = by.pick(['#fff', '#c22', '#124', '#3a7']);
    const round = shape === 'disc' ? side / 2 : side / 12;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect x="${x}" y="${y}" width="${side}" height="${side}" rx="${round}" fill="#fff"/><rect x="${x + 4}" y="${y + 4}" width="${side - 8}" height="${side - 8}" rx="${round}" fill="${fill}"/><path d="M${x + side * 0.3} ${y + side * 0.3}h${side * 0.4}l${-side * 0.2} ${side * 0.3}z" fill="#fb0"/></svg>`;
    return sharp(image)
      .composite([{ input: Buffer.from(svg) }])
      .jpeg({ quality: 85 })
      .toBuffer();
  };

const others = (canonical: Drawing, by: Chance): Drawing =>
  drawing(canonical.kind, canonical.seed + by.whole(1000, 9000));

/** The nearest of another brand: the same kind of drawing in the same shape. */
const ofOther =
  (...changes: readonly Change[]): Shown['make'] =>
  (canonical, by) =>
    changed(...changes)({ ...others(canonical, by), width: canonical.width, height: canonical.height }, by);

const worded = (canonical: Drawing, by: Chance): Drawing => ({ ...canonical, kind: by.pick(WORDED) });
const sloganed = (canonical: Drawing, by: Chance): Drawing => ({
  ...canonical,
  kind: by.pick(['slogan on a photograph', 'slogan on a gradient']),
});
const otherWords = (canonical: Drawing): Drawing => ({ ...canonical, words: canonical.seed + 77 });
const otherWord = (canonical: Drawing): Drawing => ({ ...canonical, otherWord: canonical.seed });
/** The words of this kind have the third colour. */
const otherHue = (canonical: Drawing): Drawing => {
  const [first = '', second = '', third = '', ...rest] = canonical.palette;
  const turn = (colour: string) => colour.replace(/\d+/, (hue) => String((Number(hue) + 120) % 360));
  const palette =
    canonical.kind === 'text' ? [first, second, turn(third), ...rest] : [first, turn(second), third, ...rest];
  return { ...canonical, palette };
};

export const SHOWN: readonly Shown[] = [
  shown('scaled', true, changed(scaled)),
  shown('poor JPEG', true, changed(poor)),
  shown('poor WebP', true, changed(poorWebp)),
  shown('heavy compression', true, changed(hardlyAnything)),
  shown('other tone', true, changed(toned)),
  shown('network’s crop', true, changed(cut)),
  shown('part of it', true, changed(part)),
  shown('between bars', true, changed(between, scaled)),
  shown('avatar, disc', true, changed(avatar('disc'))),
  shown('crop, avatar, tone', true, changed(cut, avatar('disc'), toned, scaled)),
  shown('avatar, square', true, changed(avatar('square')), LEFT_OUT),
  shown('phone’s crop', true, changed(phone), LEFT_OUT),
  shown('sharpened', true, changed(sharpened), LEFT_OUT),
  shown('between bars, poor', true, changed(between, poor)),
  shown('other brand, alike', false, ofOther(scaled)),
  shown('other brand', false, (canonical, by) => changed(scaled)(drawing(by.pick(KINDS), canonical.seed + 500), by)),
  shown(
    'same palette',
    false,
    (canonical, by) => changed(scaled)({ ...canonical, seed: canonical.seed + by.whole(1000, 9000) }, by),
    { isOfDrawings: true },
  ),
  shown('mirrored', false, changed(mirrored, scaled)),
  shown('upside down', false, changed(upsideDown, scaled)),
  shown('recoloured', false, changed(recoloured, scaled)),
  shown('words in another hue', false, (one, by) => changed(readable)(otherHue(one), by), {
    of: (canonical, by) => ({ ...canonical, kind: by.pick(['text', 'mark']) }),
  }),
  shown('other words', false, (one, by) => changed(readable)(otherWords(one), by), { of: worded }),
  shown('one other word', false, (one, by) => changed(readable)(otherWord(one), by), { of: sloganed }),
  shown('few colours', true, changed(scaled, fewColours), LEFT_OUT),
  shown('a third replaced', false, changed(replaced, scaled)),
  shown('other brand, cropped', false, ofOther(part, avatar('disc')), LEFT_OUT),
  shown('turned around', false, changed(turned, scaled), LEFT_OUT),
  shown('sticker on it', false, changed(stuck, readable)),
  shown('one other word, poor', false, (one, by) => changed(poor)(otherWord(one), by), { group: 'hard', of: sloganed }),
  shown('one other word, small', false, (one, by) => changed(scaled)(otherWord(one), by), {
    group: 'hard',
    of: sloganed,
  }),
];

/** A set of one brand: its banner, and its season's one. */
export const seasonOf = (canonical: Drawing): Drawing => ({ ...canonical, seed: canonical.seed + 31337 });

export const chanceOf = ({ seed, kind }: Drawing, at: number): Chance =>
  chance((seed * 101 + at) * 31 + KINDS.indexOf(kind));

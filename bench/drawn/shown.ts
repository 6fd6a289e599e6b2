/** What networks make of a banner, and what is not that banner though it looks like it: by class, by chance. */

import sharp from 'sharp';
import { type Drawing, drawing, drawn, KINDS } from './banners.ts';
import { type Chance, chance } from './random.ts';

export interface Shown {
  readonly name: string;
  /** Left out: nobody looked at it while the judge was made. Hard: no claim is made of it. */
  readonly group: 'looked-at' | 'left-out' | 'hard';
  readonly isSame: boolean;
  readonly make: (canonical: Drawing, by: Chance) => Promise<Buffer>;
}

const shown = (name: string, isSame: boolean, make: Shown['make'], group: Shown['group'] = 'looked-at'): Shown => ({
  name,
  group,
  isSame,
  make,
});

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
    .modulate({ hue: by.of([90, 150, 210, 270]) })
    .png()
    .toBuffer();

/** Cut from the middle, to the shape of one of the networks. */
const cut: Change = async (image, by) => {
  const { width, height } = await sizeOf(image);
  const least = 0.45 * (width / height);
  const [across, down] = by.of(
    (
      [
        [1128, 191],
        [1108, 624],
        [1500, 500],
        [1546, 423],
        [1640, 624],
      ] as const
    )
      .filter(([w, h]) => {
        const ratio = w / h / (width / height);
        return Math.min(ratio, 1 / ratio) > least / (width / height);
      })
      .concat([[width, height] as never]),
  );
  return sharp(image)
    .resize(Math.min(1128, across), Math.round((Math.min(1128, across) * down) / across), { fit: 'cover' })
    .jpeg({ quality: 80 })
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
    const x = by.of([0.03 * width, (width - side) / 2, width * 0.1]);
    const y = height - side * by.between(0.5, 1);
    const fill = by.of(['#fff', '#c22', '#124', '#3a7']);
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

export const SHOWN: readonly Shown[] = [
  shown('scaled', true, changed(scaled)),
  shown('poor JPEG', true, changed(poor)),
  shown('network’s crop', true, changed(cut)),
  shown('part of it', true, changed(part)),
  shown('avatar, disc', true, changed(avatar('disc'))),
  shown('other tone', true, changed(toned)),
  shown('poor WebP', true, changed(poorWebp), 'left-out'),
  shown('avatar, square', true, changed(avatar('square')), 'left-out'),
  shown('crop, avatar, tone', true, changed(cut, avatar('disc'), toned, scaled), 'left-out'),
  shown('other brand, alike', false, ofOther(scaled)),
  shown('other brand', false, (canonical, by) =>
    changed(scaled)(drawing(by.of(KINDS.filter((kind) => kind !== canonical.kind)), canonical.seed + 500), by),
  ),
  shown('same palette', false, (canonical, by) =>
    changed(scaled)({ ...canonical, seed: canonical.seed + by.whole(1000, 9000) }, by),
  ),
  shown('mirrored', false, changed(mirrored, scaled)),
  shown('recoloured', false, changed(recoloured, scaled), 'left-out'),
  shown('other brand, cropped', false, ofOther(part, avatar('disc')), 'left-out'),
  shown('upside down', false, changed(upsideDown, scaled), 'left-out'),
  shown(
    'other words in it',
    false,
    async (canonical, by) =>
      scaled(await drawn({ ...canonical, kind: by.of(['text', 'mark'] as const) }, canonical.seed + 77), by),
    'hard',
  ),
];

/** A set of one brand: its banner, and its season's one. */
export const seasonOf = (canonical: Drawing): Drawing => ({ ...canonical, seed: canonical.seed + 31337 });

export const chanceOf = (canonical: Drawing, at: number): Chance => chance(canonical.seed * 101 + at);

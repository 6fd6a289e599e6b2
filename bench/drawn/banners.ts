/** Banners of nobody, drawn by chance: landscapes, shapes, lines of text, patterns, a mark on one colour, what looks like a photograph, and a slogan over that or over a gradient. */

import sharp from 'sharp';
import { type Chance, chance } from '../pairs/random.ts';
import { sloganOf, written } from './letters.ts';

export const KINDS = [
  'landscape',
  'shapes',
  'text',
  'pattern',
  'mark',
  'photograph',
  'gradient',
  'slogan on a photograph',
  'slogan on a gradient',
] as const;
export type Kind = (typeof KINDS)[number];
/** Kinds with words in them, which can be changed. */
export const WORDED = ['text', 'mark', 'slogan on a photograph', 'slogan on a gradient'] as const;

export interface Drawing {
  readonly kind: Kind;
  readonly seed: number;
  readonly palette: readonly string[];
  readonly width: number;
  readonly height: number;
  /** Other words in the same banner. */
  readonly words?: number;
  /** Which word of the slogan is another one. */
  readonly otherWord?: number;
  /** A photograph of somebody's own, instead of a drawn one. */
  readonly photograph?: string;
}

const SIZES: readonly [readonly [number, number], ...(readonly [number, number])[]] = [
  [1500, 500],
  [1128, 191],
  [1640, 624],
  [2560, 1440],
  [1584, 396],
];

export function drawing(kind: Kind, seed: number): Drawing {
  const by = chance(seed * 7919 + KINDS.indexOf(kind));
  const hue = by.between(0, 360);
  const turn = by.pick([30, 120, 180]);
  const colour = (at: number) =>
    `hsl(${Math.round(hue + at * turn) % 360} ${by.whole(30, 85)}% ${[92, 45, 25, 65, 55][at % 5]}%)`;
  const [width, height] = by.pick(SIZES);
  return { kind, seed, palette: [0, 1, 2, 3, 4].map(colour), width, height };
}

let last: { readonly name: string; readonly image: Promise<Buffer> } | undefined;

/** One banner is asked for many times in a row. */
export function drawn(drawing: Drawing): Promise<Buffer> {
  const name = JSON.stringify(drawing);
  if (last?.name !== name) last = { name, image: drawnAnew(drawing) };
  return last.image;
}

async function drawnAnew(drawing: Drawing): Promise<Buffer> {
  const { width, height, seed, kind } = drawing;
  const words = chance((drawing.words ?? seed) + 1e6);
  const svg = (shapes: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`);
  if (kind === 'photograph') return photographOf(drawing);
  if (kind === 'slogan on a photograph') {
    const input = svg(sloganOf(drawing, chance(seed), words));
    return sharp(await photographOf(drawing))
      .composite([{ input }])
      .png({ compressionLevel: 2 })
      .toBuffer();
  }
  return sharp(svg(SHAPES[kind](chance(seed), drawing, words)))
    .png({ compressionLevel: 2 })
    .toBuffer();
}

type Draw = (by: Chance, drawing: Drawing, words: Chance) => string;

const coloured = (by: Chance, { palette }: Drawing) => palette[by.whole(1, palette.length - 1)];

const ground = ({ palette: [first] }: Drawing) => `<rect width="100%" height="100%" fill="${first}"/>`;

const SHAPES: Readonly<Record<Exclude<Kind, `${string}photograph`>, Draw>> = {
  landscape: (by, drawing) => {
    const { width, height, palette } = drawing;
    const hill = (level: number, fill: string | undefined) => {
      const points = Array.from(
        { length: 9 },
        (_, at) => `${(at * width) / 8},${height * (level + by.between(-0.15, 0.15))}`,
      );
      return `<polygon points="0,${height} ${points.join(' ')} ${width},${height}" fill="${fill}"/>`;
    };
    const sun = `<circle cx="${by.between(0.1, 0.9) * width}" cy="${by.between(0.1, 0.4) * height}" r="${by.between(0.06, 0.16) * height}" fill="${palette[3]}"/>`;
    return ground(drawing) + sun + hill(0.5, palette[1]) + hill(0.65, palette[4]) + hill(0.8, palette[2]);
  },
  shapes: (by, drawing) => {
    const { width, height } = drawing;
    const one = () => {
      const [x, y, size] = [by.between(0, width), by.between(0, height), by.between(0.1, 0.5) * height];
      const fill = coloured(by, drawing);
      if (by.between(0, 1) < 0.5)
        return `<circle cx="${x}" cy="${y}" r="${size / 1.6}" fill="${fill}" opacity="0.85"/>`;
      return `<rect x="${x}" y="${y}" width="${size * by.between(0.5, 3)}" height="${size}" fill="${fill}" transform="rotate(${by.whole(0, 3) * 15} ${x} ${y})"/>`;
    };
    return ground(drawing) + Array.from({ length: by.whole(8, 22) }, one).join('');
  },
  text: (by, drawing, words) => {
    const { width, height, palette } = drawing;
    const size = height * by.between(0.14, 0.22);
    const left = by.between(0.05, 0.3) * width;
    const lines = [0.35, 0.6, 0.85].map((y) => written(words, left, height * y, size, palette[2]));
    const bar = `<rect x="${by.between(0.7, 0.9) * width}" width="${0.1 * width}" height="100%" fill="${palette[1]}"/>`;
    return ground(drawing) + bar + lines.join('');
  },
  pattern: (by, drawing) => {
    const { width, height } = drawing;
    const side = height / by.whole(4, 7);
    const cells: string[] = [];
    for (let y = 0; y < height; y += side) {
      for (let x = 0; x < width; x += side) {
        if (by.between(0, 1) < 0.55)
          cells.push(`<rect x="${x}" y="${y}" width="${side}" height="${side}" fill="${coloured(by, drawing)}"/>`);
      }
    }
    return ground(drawing) + cells.join('');
  },
  mark: (by, drawing, words) => {
    const { width, height, palette } = drawing;
    const [x, y, size] = [width * by.between(0.42, 0.5), height / 2, height * by.between(0.14, 0.22)];
    const points = Array.from(
      { length: by.whole(3, 7) },
      () => `${x - size * by.between(1.2, 3)},${y + size * by.between(-1, 1)}`,
    );
    const name = written(words, x, y + size / 3, size, palette[1], 8);
    return `${ground(drawing)}<polygon points="${points.join(' ')}" fill="${palette[2]}"/>${name}`;
  },
  gradient: (by, drawing) => {
    const { width, height, palette } = drawing;
    const stops = [0, 0.5, 1].map((at, index) => `<stop offset="${at}" stop-color="${palette[index]}"/>`).join('');
    const glow = `<radialGradient id="r"><stop offset="0" stop-color="${palette[3]}"/><stop offset="1" stop-color="${palette[3]}" stop-opacity="0"/></radialGradient>`;
    const spots = Array.from({ length: by.whole(2, 4) }, () => {
      const r = by.between(0.3, 0.8) * height;
      return `<circle cx="${by.between(0, width)}" cy="${by.between(0, height)}" r="${r}" fill="url(#r)"/>`;
    });
    const angle = by.whole(0, 360);
    return `<defs><linearGradient id="g" gradientTransform="rotate(${angle} 0.5 0.5)">${stops}</linearGradient>${glow}</defs><rect width="100%" height="100%" fill="url(#g)"/>${spots.join('')}`;
  },
  'slogan on a gradient': (by, drawing, words) =>
    SHAPES.gradient(chance(drawing.seed + 5), drawing, words) + sloganOf(drawing, by, words),
};

async function photographOf(drawing: Drawing): Promise<Buffer> {
  if (drawing.photograph === undefined) return photograph(drawing);
  const { width, height, seed } = drawing;
  const by = chance(seed);
  const { autoOrient: size } = await sharp(drawing.photograph).metadata();
  const wide = Math.floor(size.width * by.between(0.6, 1));
  const tall = Math.min(size.height, Math.floor((wide * height) / width));
  const area = {
    ...{ width: wide, height: tall },
    left: by.whole(0, size.width - wide),
    top: by.whole(0, size.height - tall),
  };
  const upright = sharp(await sharp(drawing.photograph).autoOrient().toBuffer());
  return upright
    .extract(area)
    .resize(width, height, { fit: 'fill' })
    .removeAlpha()
    .png({ compressionLevel: 2 })
    .toBuffer();
}

/** Noise in octaves, coloured along the palette, with edges where it passes a level: hills, faces, leaves, nothing. */
async function photograph({ seed, width, height, palette }: Drawing): Promise<Buffer> {
  const by = chance(seed);
  let sum: number[] | undefined;
  const [across, down] = [720, Math.round((720 * height) / width)];
  for (const [cells, weight] of [
    [3, 1],
    [6, 0.6],
    [13, 0.4],
    [30, 0.25],
    [80, 0.14],
    [170, 0.1],
  ] as const) {
    const rows = Math.max(2, Math.round((cells * height) / width));
    const noise = Buffer.from(Array.from({ length: cells * rows }, () => by.whole(0, 255)));
    const { data } = await sharp(noise, { raw: { width: cells, height: rows, channels: 1 } })
      .resize(across, down, { fit: 'fill', kernel: 'cubic' })
      .extractChannel(0)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const before = sum;
    sum = Array.from(data, (value, at) => (before?.[at] ?? 0) + weight * value);
  }
  const colours = await Promise.all(palette.slice(0, 4).map(rgbOf));
  const levels = [by.between(180, 290), by.between(290, 340), by.between(340, 420)];
  const pixels = Buffer.alloc(across * down * 3);
  for (const [at, value] of (sum ?? []).entries()) {
    const colour = colours[levels.filter((level) => value > level).length] ?? [0, 0, 0];
    for (let channel = 0; channel < 3; channel += 1) {
      pixels[3 * at + channel] = Math.min(255, Math.max(0, (colour[channel] ?? 0) * 0.6 + (value - 300) * 0.35 + 50));
    }
  }
  return sharp(pixels, { raw: { width: across, height: down, channels: 3 } })
    .resize(width, height)
    .png({ compressionLevel: 2 })
    .toBuffer();
}

async function rgbOf(colour: string): Promise<number[]> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1" fill="${colour}"/></svg>`;
  return [...(await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer())];
}

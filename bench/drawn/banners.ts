/** Banners of nobody, drawn by chance: landscapes, shapes, lines of text, patterns, a mark on one colour, and what looks like a photograph. */

import sharp from 'sharp';
import { type Chance, chance } from './random.ts';

export const KINDS = ['landscape', 'shapes', 'text', 'pattern', 'mark', 'photograph', 'gradient'] as const;
export type Kind = (typeof KINDS)[number];

export interface Drawing {
  readonly kind: Kind;
  readonly seed: number;
  readonly palette: readonly string[];
  readonly width: number;
  readonly height: number;
}

const SIZES = [
  [1500, 500],
  [1128, 191],
  [1640, 624],
  [2560, 1440],
  [1584, 396],
] as const;

export function drawing(kind: Kind, seed: number): Drawing {
  const by = chance(seed * 7919 + KINDS.indexOf(kind));
  const hue = by.between(0, 360);
  const turn = by.of([30, 120, 180]);
  const colour = (at: number) =>
    `hsl(${Math.round(hue + at * turn) % 360} ${by.whole(30, 85)}% ${[92, 45, 25, 65, 55][at % 5]}%)`;
  const [width, height] = by.of(SIZES);
  return { kind, seed, palette: [0, 1, 2, 3, 4].map(colour), width, height };
}

export async function drawn(drawing: Drawing, text = drawing.seed): Promise<Buffer> {
  if (drawing.kind === 'photograph') return photograph(drawing);
  const { width, height } = drawing;
  const shapes = SHAPES[drawing.kind](chance(drawing.seed), drawing, chance(text + 1e6));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

type Draw = (by: Chance, drawing: Drawing, words: Chance) => string;

const ground = ({ palette: [first] }: Drawing) => `<rect width="100%" height="100%" fill="${first}"/>`;

const SHAPES: Readonly<Record<Exclude<Kind, 'photograph'>, Draw>> = {
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
    const { width, height, palette } = drawing;
    const one = () => {
      const [x, y, size] = [by.between(0, width), by.between(0, height), by.between(0.1, 0.5) * height];
      const fill = by.of(palette.slice(1));
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
    const { width, height, palette } = drawing;
    const side = height / by.whole(4, 7);
    const cells: string[] = [];
    for (let y = 0; y < height; y += side) {
      for (let x = 0; x < width; x += side) {
        if (by.between(0, 1) < 0.55)
          cells.push(`<rect x="${x}" y="${y}" width="${side}" height="${side}" fill="${by.of(palette.slice(1))}"/>`);
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
};

/** Letters of no alphabet, of upright and level strokes: a machine without fonts draws them too. */
function written(
  by: Chance,
  left: number,
  base: number,
  size: number,
  fill: string | undefined,
  length = by.whole(12, 22),
) {
  const strokes = Array.from({ length: 3 * length }, (_, at) => {
    const x = left + Math.floor(at / 3) * size * 0.62;
    const [across, up] = [by.of([0, 0.18, 0.36]) * size, by.of([0.1, 0.4, 0.7]) * size];
    const isUpright = by.between(0, 1) < 0.6;
    const [wide, tall] = isUpright ? [0.12 * size, 0.7 * size] : [0.45 * size, 0.12 * size];
    const y = isUpright ? base - tall : base - up;
    return `<rect x="${x + (isUpright ? across : 0)}" y="${y}" width="${wide}" height="${tall}" fill="${fill}"/>`;
  });
  return strokes.join('');
}

/** Noise in octaves, coloured along the palette, with edges where it passes a level: hills, faces, leaves, nothing. */
async function photograph({ seed, width, height, palette }: Drawing): Promise<Buffer> {
  const by = chance(seed);
  let sum: number[] | undefined;
  const [across, down] = [360, Math.round((360 * height) / width)];
  for (const [cells, weight] of [
    [3, 1],
    [6, 0.6],
    [13, 0.4],
    [30, 0.25],
    [80, 0.12],
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
    .png()
    .toBuffer();
}

async function rgbOf(colour: string): Promise<number[]> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1" fill="${colour}"/></svg>`;
  return [...(await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer())];
}

/** A picture as a network might show it: smaller, cropped round, padded, recompressed, with its own ring or badge on it. */

import sharp, { type OverlayOptions } from 'sharp';
import type { Chance } from './random.ts';

export type Showing = {
  size: number;
  format: 'png' | 'jpeg' | 'webp' | 'avif';
  quality: number;
  /** Space on each side, as a share; negative where the network cuts off. */
  pad: number;
  ground: string;
  kernel: 'linear' | 'cubic' | 'mitchell' | 'lanczos3';
  shift?: readonly [number, number];
  round?: 'transparent' | '#ffffff';
  tone?: { brightness: number; saturation: number; gamma: number };
  ring?: { width: number; colour: string; isArc: boolean };
  badge?: { size: number; colour: string; hasTick: boolean; isLeft: boolean };
  orientation?: number;
};

const SIZES = [48, 64, 100, 128, 200, 320, 400] as const;
const GROUNDS = ['#f5f5f5', '#0f2a44', '#ffe9a8', '#111827', '#d9e6ea', '#22122e'] as const;
const BRIGHT = ['#1d9bf0', '#31a24c', '#e0245e', '#ff9800', '#7c4dff'] as const;

export const WAYS = [
  'plain',
  'lossy',
  'pad',
  'ground',
  'round',
  'tone',
  'shift',
  'zoom',
  'turned',
  'badge',
  'ring',
  'several',
] as const;
export type Way = (typeof WAYS)[number];

export function showing(way: Way, chance: Chance): Showing {
  const base: Showing = {
    size: chance.pick(SIZES),
    format: chance.pick(['png', 'jpeg', 'webp', 'jpeg', 'avif']),
    quality: chance.whole(60, 92),
    pad: chance.between(0.04, 0.13),
    ground: '#ffffff',
    kernel: chance.pick(['linear', 'cubic', 'mitchell', 'lanczos3']),
  };
  const round = { round: chance.pick(['transparent', '#ffffff'] as const), pad: chance.between(0, 0.1) };
  const tone = {
    tone: {
      brightness: chance.between(0.95, 1.05),
      saturation: chance.between(0.85, 1.15),
      gamma: chance.between(1, 1.1),
    },
  };
  const shift = { shift: [chance.whole(-2, 2), chance.whole(-2, 2)] as const };
  const several: Showing = { ...base, ...shift, ...tone, ground: chance.pick(GROUNDS), quality: chance.whole(38, 75) };
  const ways: Record<Way, Showing> = {
    plain: base,
    lossy: { ...base, format: chance.pick(['jpeg', 'webp']), quality: chance.whole(30, 50) },
    pad: { ...base, pad: chance.pick([0, 0.18, 0.25, 0.3]) },
    ground: { ...base, ground: chance.pick([...GROUNDS, 'transparent']) },
    round: { ...base, ...round },
    tone: { ...base, ...tone },
    shift: { ...base, ...shift },
    zoom: { ...base, pad: chance.between(-0.03, 0.01) },
    turned: { ...base, format: 'jpeg', orientation: chance.pick([3, 6, 8]) },
    badge: {
      ...base,
      badge: {
        size: chance.between(0.14, 0.25),
        colour: chance.pick(BRIGHT),
        hasTick: chance.is(0.5),
        isLeft: chance.is(0.2),
      },
      ...(chance.is(0.3) ? round : {}),
    },
    ring: {
      ...base,
      ...round,
      pad: chance.between(0.1, 0.16),
      ring: { width: chance.between(0.03, 0.09), colour: chance.pick(BRIGHT), isArc: chance.is(0.5) },
    },
    several: chance.is(0.5) ? { ...several, ...round } : several,
  };
  return ways[way];
}

/** `source` is drawn anew at the size that is needed. */
export async function show(source: Buffer, wanted: Showing): Promise<Buffer> {
  const { size, pad, ground, kernel, tone } = wanted;
  const inner = Math.max(8, Math.round(size * (1 - 2 * pad)));
  const [dx, dy] = wanted.shift ?? [0, 0];
  const at = Math.round((size - inner) / 2);
  let drawn: Buffer = await sharp(source)
    .resize(inner, inner, { fit: 'contain', kernel, background: '#00000000' })
    .png()
    .toBuffer();
  if (inner > size)
    drawn = await sharp(drawn).extract({ left: -at, top: -at, width: size, height: size }).png().toBuffer();
  const background = ground === 'transparent' ? '#00000000' : ground;
  const over: OverlayOptions[] = [{ input: drawn, left: Math.max(0, at + dx), top: Math.max(0, at + dy) }];
  let image: Buffer = await sharp({ create: { width: size, height: size, channels: 4, background } })
    .composite(over)
    .png()
    .toBuffer();
  if (tone)
    image = await sharp(image)
      .modulate({ brightness: tone.brightness, saturation: tone.saturation })
      .gamma(tone.gamma, 1 + (tone.gamma - 1) / 2)
      .png()
      .toBuffer();
  image = await decorated(image, wanted);
  return encoded(image, wanted);
}

async function decorated(image: Buffer, { size, round, ring, badge }: Showing): Promise<Buffer> {
  const half = size / 2;
  const svg = (body: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${body}</svg>`);
  let out: Buffer = image;
  if (round) {
    out = await sharp(out)
      .composite([{ input: svg(`<circle cx="${half}" cy="${half}" r="${half}"/>`), blend: 'dest-in' }])
      .png()
      .toBuffer();
    if (round === '#ffffff') out = await sharp(out).flatten({ background: round }).png().toBuffer();
  }
  const over: OverlayOptions[] = [];
  if (ring) {
    const width = ring.width * size;
    const dash = ring.isArc
      ? `stroke-dasharray="${half * 2.6} ${half * 6}" transform="rotate(20 ${half} ${half})"`
      : '';
    over.push({
      input: svg(
        `<circle cx="${half}" cy="${half}" r="${half - width / 2}" fill="none" stroke="${ring.colour}" stroke-width="${width}" ${dash}/>`,
      ),
    });
  }
  if (badge) {
    const r = (badge.size * size) / 2;
    const x = badge.isLeft ? r * 1.15 : size - r * 1.15;
    const y = size - r * 1.15;
    const tick = badge.hasTick
      ? `<path d="M${x - r / 2} ${y} l${r / 3} ${r / 3} l${r / 2} ${-r / 1.6}" fill="none" stroke="#fff" stroke-width="${r / 4}"/>`
      : '';
    over.push({
      input: svg(
        `<circle cx="${x}" cy="${y}" r="${r}" fill="${badge.colour}" stroke="#fff" stroke-width="${badge.hasTick ? 0 : r / 5}"/>${tick}`,
      ),
    });
  }
  return over.length === 0 ? out : sharp(out).composite(over).png().toBuffer();
}

async function encoded(image: Buffer, { format, quality, orientation }: Showing): Promise<Buffer> {
  const back = { 3: 180, 6: 270, 8: 90 }[orientation ?? 0];
  const flat = format === 'jpeg' ? sharp(image).flatten({ background: '#ffffff' }) : sharp(image);
  const turned = back === undefined ? flat : flat.rotate(back).withMetadata({ orientation });
  return turned.toFormat(format, format === 'png' ? {} : { quality }).toBuffer();
}

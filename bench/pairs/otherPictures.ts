/** What stands where a logo should be: default pictures of networks, and pictures with a logo somewhere in them. */

import sharp, { type OverlayOptions } from 'sharp';
import type { Chance } from './random.ts';

const FAINT = ['#cfd8dc', '#dddddd', '#e4e6eb', '#9aa5b1', '#607d8b', '#5865f2', '#1565c0', '#c4ccd8'] as const;
const svg = (body: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 400 400">${body}</svg>`);
const full = (fill: string) => `<rect width="400" height="400" fill="${fill}"/>`;

/** A silhouette, initials, a pattern of blocks, the sign for a missing picture, or one of the signs given. */
export function placeholder(chance: Chance, signs: readonly string[] = []): Buffer {
  const [ground, ink] = groundAndInk(chance);
  const kinds = [person, initials, blocks, group, company, missing] as const;
  const sign = signs[chance.whole(0, signs.length - 1)];
  if (sign !== undefined && chance.is(0.5)) return svg(full(ground) + signed(sign, ink, chance));
  return svg(chance.pick(kinds)(chance, ground, ink));
}

function groundAndInk(chance: Chance): [ground: string, ink: string] {
  if (chance.is(0.45)) return [chance.pick(FAINT), '#ffffff'];
  const hue = chance.whole(0, 359);
  if (chance.is(0.4)) return [`hsl(${hue} ${chance.whole(30, 80)}% ${chance.whole(30, 60)}%)`, '#ffffff'];
  const light = chance.whole(80, 96);
  return [
    `hsl(${hue} ${chance.whole(4, 20)}% ${light}%)`,
    `hsl(${hue} ${chance.whole(4, 25)}% ${light - chance.whole(18, 45)}%)`,
  ];
}

/** In the middle, or standing on the lower edge. */
function signed(sign: string, ink: string, chance: Chance): string {
  const side = chance.whole(170, 320);
  const y = chance.is(0.2) ? 400 - side : 200 - side / 2;
  return sign.replace('<svg ', `<svg x="${200 - side / 2}" y="${y}" width="${side}" height="${side}" color="${ink}" `);
}

function person(chance: Chance, ground: string, ink: string): string {
  const head = chance.between(55, 85);
  const y = chance.between(130, 165);
  const wide = chance.between(1.5, 2.3) * head;
  const top = y + head + chance.between(8, 35);
  if (chance.is(0.5)) return framed(chance, ground, ink);
  return `${full(ground)}<circle cx="200" cy="${y}" r="${head}" fill="${ink}"/><path d="M${200 - wide} 420 V${top + wide * 0.6} Q${200 - wide} ${top} 200 ${top} T${200 + wide} ${top + wide * 0.6} V420Z" fill="${ink}"/>`;
}

/** A smaller figure, in a circle or in a square with round corners. */
function framed(chance: Chance, ground: string, ink: string): string {
  const side = chance.between(110, 155);
  const stroke = `fill="none" stroke="${ink}" stroke-width="${chance.whole(10, 22)}"`;
  const outline = chance.is(0.5)
    ? `<circle cx="200" cy="200" r="${side}" ${stroke}/>`
    : `<rect x="${200 - side}" y="${200 - side}" width="${2 * side}" height="${2 * side}" rx="${chance.whole(12, 40)}" ${stroke}/>`;
  const r = 0.33 * side;
  const wide = chance.between(1.6, 2) * r;
  const y = 200 - 0.3 * side;
  const bottom = 200 + chance.between(0.6, 0.95) * side;
  return `${full(ground)}${outline}<circle cx="200" cy="${y}" r="${r}" fill="${ink}"/><path d="M${200 - wide} ${bottom} Q${200 - wide} ${y + 1.5 * r} 200 ${y + 1.5 * r} T${200 + wide} ${bottom}Z" fill="${ink}"/>`;
}

function initials(chance: Chance, ground: string, ink: string): string {
  const letters = Array.from({ length: chance.pick([1, 1, 1, 2, 2]) }, () =>
    chance.pick([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'] as [string, ...string[]]),
  );
  const family = chance.pick(['DejaVu Sans', 'DejaVu Sans', 'DejaVu Serif', 'DejaVu Sans Mono'] as const);
  const size = chance.whole(140, 240);
  const weight = chance.pick([400, 400, 700]);
  return `${full(ground)}<text x="200" y="${200 + 0.36 * size}" font-family="${family}" font-weight="${weight}" font-size="${size}" text-anchor="middle" fill="${ink}">${letters.join('')}</text>`;
}

function blocks(chance: Chance): string {
  const fill = `hsl(${chance.whole(0, 359)} 45% 55%)`;
  const margin = chance.pick([0, 30, 45]);
  const side = (400 - 2 * margin) / 5;
  const cells: string[] = [];
  for (let row = 0; row < 5; row += 1) {
    for (let column = 0; column < 3; column += 1) {
      if (chance.is(0.5)) continue;
      for (const at of new Set([column, 4 - column]))
        cells.push(
          `<rect x="${margin + at * side}" y="${margin + row * side}" width="${side}" height="${side}" fill="${fill}"/>`,
        );
    }
  }
  return `${full('#f0f0f0')}${cells.join('')}`;
}

function group(chance: Chance, ground: string, ink: string): string {
  const apart = chance.between(60, 85);
  const one = (x: number, r: number) =>
    `<circle cx="${x}" cy="150" r="${r}" fill="${ink}"/><path d="M${x - 1.8 * r} 300 Q${x - 1.8 * r} 225 ${x} 225 T${x + 1.8 * r} 300Z" fill="${ink}"/>`;
  return `${full(ground)}${one(200 + apart, 42)}${one(200 - apart, 46)}`;
}

function company(chance: Chance, ground: string, ink: string): string {
  const windows: string[] = [];
  for (let row = 0; row < 4; row += 1)
    for (let column = 0; column < 3; column += 1)
      windows.push(`<rect x="${145 + column * 42}" y="${115 + row * 48}" width="24" height="26" fill="${ground}"/>`);
  return `${full(ground)}<rect x="120" y="85" width="160" height="${chance.between(225, 245)}" rx="6" fill="${ink}"/>${windows.join('')}`;
}

function missing(chance: Chance, ground: string, ink: string): string {
  const sun = chance.between(20, 30);
  return `${full(ground)}<rect x="90" y="110" width="220" height="180" rx="14" fill="${ink}"/><circle cx="150" cy="165" r="${sun}" fill="${ground}"/><path d="M105 275 L175 205 L215 245 L250 195 L295 275Z" fill="${ground}"/>`;
}

/** Something like a photograph: soft patches and grain. */
export async function photograph(chance: Chance): Promise<Buffer> {
  const patches = Array.from({ length: 45 }, () => {
    const [x, y, r] = [chance.whole(0, 400), chance.whole(0, 400), chance.whole(40, 150)];
    return `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${r * chance.between(0.4, 1.2)}" fill="hsl(${chance.whole(0, 359)} ${chance.whole(10, 60)}% ${chance.whole(20, 80)}%)" opacity="0.7"/>`;
  });
  const noise = await sharp({
    create: {
      width: 400,
      height: 400,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 18 },
    },
  })
    .png()
    .toBuffer();
  return sharp(svg(`${full('#7a8a99')}${patches.join('')}`))
    .blur(chance.between(2, 5))
    .composite([{ input: noise, blend: 'soft-light' }])
    .png()
    .toBuffer();
}

export const COMPOSITIONS = ['on-photograph', 'in-corner', 'side-by-side', 'sign', 'campaign'] as const;

/** The logo in a larger picture: nobody can say that it is simply the logo, or that it is another picture. */
export async function composition(
  kind: (typeof COMPOSITIONS)[number],
  logo: Buffer,
  other: Buffer,
  chance: Chance,
): Promise<Buffer> {
  const at = (input: Buffer, side: number) =>
    sharp(input).resize(side, side, { fit: 'contain', background: '#00000000' }).png().toBuffer();
  const ground = await photograph(chance);
  const on = (over: OverlayOptions[]) => sharp(ground).composite(over).png().toBuffer();
  switch (kind) {
    case 'on-photograph':
      return on([{ input: await at(logo, 260), left: 70, top: 70 }]);
    case 'in-corner':
      return on([{ input: await at(logo, 110), left: chance.pick([15, 275]), top: chance.pick([15, 275]) }]);
    case 'side-by-side':
      return sharp(svg(full('#ffffff')))
        .composite([
          { input: await at(logo, 180), left: 12, top: 110 },
          { input: await at(other, 180), left: 208, top: 110 },
        ])
        .png()
        .toBuffer();
    case 'campaign':
      return sharp(svg(poster(chance)))
        .composite([{ input: await at(logo, 96), left: chance.pick([20, 152, 284]), top: 288 }])
        .png()
        .toBuffer();
    case 'sign':
      return on([
        {
          input: await sharp(await at(logo, 200))
            .affine([1, chance.between(-0.2, 0.2), 0, chance.between(0.6, 0.9)], { background: '#00000000' })
            .modulate({ brightness: 0.85 })
            .png()
            .toBuffer(),
          left: 90,
          top: 60,
        },
      ]);
  }
}

/** A slogan of a few lines on a colour, with or without a shape beside it; the lower quarter is free. */
function poster(chance: Chance): string {
  const ground = `hsl(${chance.whole(0, 359)} ${chance.whole(40, 90)}% ${chance.whole(25, 75)}%)`;
  const ink = chance.pick(['#ffffff', '#ffffff', '#111111', '#ffe066']);
  const shape = chance.is(0.4)
    ? `<circle cx="${chance.whole(200, 380)}" cy="${chance.whole(40, 200)}" r="${chance.whole(30, 110)}" fill="hsl(${chance.whole(0, 359)} 70% 55%)"/>`
    : '';
  const size = chance.whole(36, 70);
  const family = chance.pick(['DejaVu Sans', 'DejaVu Serif'] as const);
  const lines = Array.from({ length: chance.whole(1, Math.floor(240 / size)) }, (_, k) => {
    const words = Array.from({ length: chance.whole(1, 3) }, () =>
      chance.pick(['SAMEN', 'groen', 'NU', 'stem', 'voor', 'morgen', 'DOE', 'mee', 'op', 'weg', '100', 'jaar']),
    ).join(' ');
    return `<text x="24" y="${60 + k * size * 1.1}" font-family="${family}" font-weight="700" font-size="${size}" fill="${ink}">${words}</text>`;
  });
  return full(ground) + shape + lines.join('');
}

/** Fictional marks to test with, drawn here: no real brand's logo stands in this repository. */

import sharp from 'sharp';

const svg = (body: string, size = 'width="240" height="240"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 240 240">${body}</svg>`);

/** A kite over a wave, in two colours, on nothing. */
export const kite = (main = '#0b5fa5', accent = '#f2a900') =>
  svg(
    `<path d="M120 10 L200 90 L120 170 L60 90 Z" fill="${main}"/>
     <path d="M20 190 Q70 150 120 190 T220 190 L220 225 Q170 195 120 225 T20 225 Z" fill="${accent}"/>
     <circle cx="120" cy="80" r="18" fill="#ffffff"/>`,
  );

/** Quite another mark: three bars and a ring. */
export const bars = () =>
  svg(
    `<rect x="20" y="120" width="40" height="100" fill="#7a1f5c"/><rect x="80" y="70" width="40" height="150" fill="#7a1f5c"/>
     <rect x="140" y="20" width="40" height="200" fill="#7a1f5c"/><circle cx="208" cy="50" r="22" fill="none" stroke="#2a9d8f" stroke-width="12"/>`,
  );

/** An older kite: the same idea, another drawing. */
export const oldKite = () =>
  svg(
    `<path d="M60 20 L180 20 L200 130 L120 220 L40 130 Z" fill="#0b5fa5"/>
     <path d="M80 60 L160 60 L160 110 L80 110 Z" fill="#f2a900"/><path d="M110 130 h20 v60 h-20 Z" fill="#ffffff"/>`,
  );

/** A head and shoulders, as networks draw it. */
export const person = () =>
  svg(
    `<rect width="240" height="240" fill="#cfd8dc"/><circle cx="120" cy="92" r="40" fill="#ffffff"/>
     <path d="M40 240 Q40 150 120 150 Q200 150 200 240 Z" fill="#ffffff"/>`,
  );

/** A mirrored five by five pattern. */
export function blocks(): Buffer {
  const rows = ['10101', '01110', '11011', '10001', '01010'];
  const cells = rows.flatMap((row, y) =>
    [...row].map((cell, x) =>
      cell === '1' ? `<rect x="${20 + 40 * x}" y="${20 + 40 * y}" width="40" height="40" fill="#3f8f4f"/>` : '',
    ),
  );
  return svg(`<rect width="240" height="240" fill="#f0f0f0"/>${cells.join('')}`);
}

/** The mark as a network would show it: on a ground, with a margin, square. A fresh pipeline, ready for an encoder. */
export async function shown(mark: Buffer, { size = 200, margin = 0.12, ground = '#ffffff' } = {}) {
  const inner = Math.round(size * (1 - 2 * margin));
  const drawn = await sharp(mark, { density: 144 }).resize(inner, inner).png().toBuffer();
  const sheet = sharp({ create: { width: size, height: size, channels: 3, background: ground } });
  return sharp(
    await sheet
      .composite([{ input: drawn }])
      .png()
      .toBuffer(),
  );
}

export async function cutRound(image: Buffer, size: number): Promise<Buffer> {
  const half = size / 2;
  const mask = `<svg width="${size}" height="${size}"><circle cx="${half}" cy="${half}" r="${half}" fill="#fff"/></svg>`;
  return sharp(image)
    .ensureAlpha()
    .composite([{ input: Buffer.from(mask), blend: 'dest-in' }])
    .png()
    .toBuffer();
}

/** What drawings have in common, roughly: enough to choose pairs by, not to judge them. */

import sharp from 'sharp';

const flat = (image: Buffer, side: number) =>
  sharp(image).flatten({ background: '#ffffff' }).resize(side, side, { fit: 'contain', background: '#ffffff' });

export const thumbnailOf = (image: Buffer) => flat(image, 16).greyscale().raw().toBuffer();

/** Whether its ground is filled, and not white, and the mark on it is of another colour. */
export async function isKnockedOut(logo: Buffer, onGround: Buffer): Promise<boolean> {
  const [ground, ink] = await coloursOf(onGround);
  const [, own] = await coloursOf(logo);
  const apart = Math.max(...own.map((value, channel) => Math.abs(value - (ink[channel] ?? 0))));
  return Math.min(...ground) < 190 && apart > 70;
}

/** The colour of the corner, and the commonest of what is not of that colour. */
async function coloursOf(image: Buffer): Promise<[ground: number[], ink: number[]]> {
  const pixels = await flat(image, 64).raw().toBuffer();
  const at = (index: number) => [...pixels.subarray(3 * index, 3 * index + 3)];
  const ground = at(64 * 2 + 2);
  const counts = new Map<string, number>();
  for (let index = 0; index < 64 * 64; index += 1) {
    const colour = at(index);
    if (Math.max(...colour.map((value, channel) => Math.abs(value - (ground[channel] ?? 0)))) < 40) continue;
    const key = colour.map((value) => value >> 5).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [most = '0,0,0'] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return [ground, most.split(',').map((value) => 32 * Number(value) + 16)];
}

export async function isEmpty(image: Buffer): Promise<boolean> {
  const pixels = await flat(image, 64).greyscale().raw().toBuffer();
  return pixels.filter((value) => value < 235).length < 40;
}

/** How much of the ink is elsewhere, ink laid on ink: another size or place alone is no other drawing. */
export async function redrawnShare(one: Buffer, other: Buffer): Promise<number> {
  const inks = await Promise.all(
    [one, other].map(async (image) => {
      const trimmed = await sharp(image).flatten({ background: '#ffffff' }).trim({ background: '#ffffff' }).toBuffer();
      return sharp(trimmed).resize(96, 96, { fit: 'fill' }).greyscale().raw().toBuffer();
    }),
  );
  const [a, b] = inks;
  if (!a || !b) return 0;
  let [ink, off] = [0, 0];
  for (let at = 0; at < a.length; at += 1) {
    const [x = 0, y = 0] = [a[at], b[at]];
    if (Math.min(x, y) < 235) ink += 1;
    if (Math.abs(x - y) > 64) off += 1;
  }
  return ink === 0 ? 0 : off / ink;
}

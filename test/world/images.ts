/** Logos and banners as the networks' image servers give them: the brand's files, resized and compressed again. */

import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Answer } from './answer.ts';
import { plain404 } from './answer.ts';
import { ROOT } from './organisation.ts';

/** The order gives each picture its number in addresses. */
const PICTURES = [
  'logo',
  'logo-white',
  'logo-2015',
  'banner',
  'stranger-1',
  'stranger-2',
  'stranger-3',
  'photo',
] as const;
export type Picture = (typeof PICTURES)[number];

export interface Rendition {
  readonly width: number;
  readonly height: number;
  readonly format: 'jpeg' | 'png' | 'webp';
}

/** A number that image addresses carry, as the networks' own do; it says which picture is meant. */
export const numberOf = (picture: Picture): string => `18000000000000${10 + PICTURES.indexOf(picture)}`;

export function pictureIn(path: string): Picture | undefined {
  const digits = /18000000000000(\d\d)/.exec(path)?.[1];
  return digits === undefined ? undefined : PICTURES[Number(digits) - 10];
}

export type Images = (picture: Picture | undefined, rendition: Rendition) => Promise<Answer>;

/** Each rendition is made when it is first asked for, and kept. */
export function createImages(): Images {
  const made = new Map<string, Promise<Buffer>>();
  return async (picture, rendition) => {
    if (picture === undefined) return plain404();
    const key = `${picture} ${JSON.stringify(rendition)}`;
    const bytes = made.get(key) ?? render(picture, rendition);
    made.set(key, bytes);
    const headers = { 'content-type': `image/${rendition.format}`, 'cache-control': 'max-age=1209600' };
    return { status: 200, headers, body: await bytes };
  };
}

function render(picture: Picture, { width, height, format }: Rendition): Promise<Buffer> {
  const background = picture === 'logo-white' ? '#073b46' : '#ffffff';
  const resized = sharp(source(picture), { density: 192 })
    .resize(width, height, { fit: picture === 'banner' ? 'cover' : 'contain', background })
    .flatten({ background });
  if (format === 'jpeg') return resized.jpeg({ quality: 78 }).toBuffer();
  return format === 'webp' ? resized.webp({ quality: 78 }).toBuffer() : resized.png().toBuffer();
}

function source(picture: Picture): string | Buffer {
  const file = picture === 'logo-2015' || picture === 'banner' ? `${picture}.png` : `${picture}.svg`;
  if (picture.startsWith('logo') || picture === 'banner') return fileURLToPath(new URL(`brand/${file}`, ROOT));
  return Buffer.from(strangers[picture] ?? strangers.photo ?? '');
}

const drawing = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400">${content}</svg>`;

/** Pictures of others, drawn for the occasion. */
const strangers: Readonly<Record<string, string>> = {
  'stranger-1': drawing(
    '<rect width="400" height="400" fill="#4a2a7b"/><path d="M60 320L200 60l140 260z" fill="#ffd75e"/>',
  ),
  'stranger-2': drawing(
    '<rect width="400" height="400" fill="#fff"/><circle cx="150" cy="200" r="110" fill="#e4572e"/><circle cx="250" cy="200" r="110" fill="#17bebb" opacity=".8"/>',
  ),
  'stranger-3': drawing(
    '<rect width="400" height="400" fill="#20232a"/><path d="M80 80h240v60H140v60h140v60H140v60h180v60H80z" fill="#61dafb"/>',
  ),
  photo: drawing(
    '<rect width="400" height="240" fill="#9fd3e6"/><rect y="220" width="400" height="180" fill="#5f8f4e"/><circle cx="320" cy="80" r="40" fill="#fff3b0"/>',
  ),
};

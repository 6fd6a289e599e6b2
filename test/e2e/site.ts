/** A small organisation with a website or two, for tests that need neither the demo nor a browser. */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

export const NAME = 'Stichting Voorbeeld';
export const BIO = 'Stichting Voorbeeld leent gereedschap uit aan wie in de buurt iets wil maken.';
export const PHONE = '+31 20 794 12 34';

export interface SiteFacts {
  readonly name?: string;
  readonly bio?: string;
  readonly phone?: string;
  /** Address of the logo, relative to the page. */
  readonly logo?: string;
}

/** A page that says of its organisation what is given, and what is right where nothing is given. */
export function sitePage({ name = NAME, bio = BIO, phone = PHONE, logo }: SiteFacts = {}): string {
  const node = { '@context': 'https://schema.org', '@type': 'Organization', name, description: bio, telephone: phone };
  const linked = JSON.stringify(logo === undefined ? node : { ...node, logo });
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${name}</title>
<script type="application/ld+json">${linked}</script></head><body><h1>${name}</h1><p>${bio}</p></body></html>`;
}

export interface EntryFacts {
  readonly id: string;
  readonly url: string;
  readonly network?: string;
  readonly [key: string]: unknown;
}

export interface FileFacts {
  readonly brand?: Readonly<Record<string, unknown>>;
  readonly profiles: readonly EntryFacts[];
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Writes profiles.json into a folder; profiles are websites that are asked without a browser unless they say otherwise. */
export async function writeProfiles(folder: string, { brand, profiles, settings }: FileFacts): Promise<string> {
  const file = {
    version: 1,
    brand: { name: NAME, bios: [{ language: 'nl', text: BIO }], contact: { phones: [PHONE] }, ...brand },
    profiles: profiles.map((entry) => ({ network: 'website', language: 'nl', sources: ['http'], ...entry })),
    settings: { perHostDelayMs: 0, ...settings },
  };
  await mkdir(folder, { recursive: true });
  const config = path.join(folder, 'profiles.json');
  await writeFile(config, JSON.stringify(file, null, 2));
  return config;
}

/** A mark that is no blank square: a disc beside a bar. */
export const logoPng = (): Promise<Buffer> =>
  sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240"><rect width="240" height="240" fill="#fff"/><circle cx="90" cy="120" r="62" fill="#0a5"/><rect x="170" y="40" width="34" height="160" fill="#135"/></svg>',
    ),
  )
    .png()
    .toBuffer();

/** The brand's image files, read and tried: a missing or broken logo is a mistake in the configuration. */

import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BrandImage } from '../model/config.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from './explain.ts';
import type { Judgeable, JudgeablePart } from './judgeable.ts';
import type { ParsedJson } from './parse.ts';

/** Null when the bytes are no image that can be decoded; `no-decoder` when nothing here can tell. */
export type DescribeImage = (
  bytes: Uint8Array,
) => Promise<{ readonly width: number; readonly height: number } | 'no-decoder' | null>;

const MAX_BYTES = 15 * 1024 * 1024;

interface Mention {
  readonly file: string;
  readonly path: readonly (string | number)[];
}

export async function loadImages(
  configured: Judgeable,
  folder: string,
  parsed: ParsedJson,
  where: string,
  describe: DescribeImage,
): Promise<{ images: ReadonlyMap<string, BrandImage>; problems: Problem[] }> {
  const images = new Map<string, BrandImage>();
  const problems: Problem[] = [];
  const failed = new Map<string, string>();
  for (const { file, path: at } of mentions(configured)) {
    if (images.has(file)) continue;
    const outcome = failed.get(file) ?? (await readImage(path.resolve(folder, file), describe));
    if (typeof outcome === 'string') {
      failed.set(file, outcome);
      problems.push(problem(where, at, parsed, `the image ${JSON.stringify(file)} ${outcome}`));
      continue;
    }
    images.set(file, { file, bytes: outcome, sha256: createHash('sha256').update(outcome).digest('hex') });
  }
  return { images, problems };
}

async function readImage(file: string, describe: DescribeImage): Promise<Uint8Array | string> {
  try {
    const found = await stat(file);
    if (!found.isFile()) return 'is not a file.';
    if (found.size > MAX_BYTES) return `is ${found.size} bytes; at most ${MAX_BYTES} are read.`;
    const bytes = await readFile(file);
    return (await describe(bytes)) === null ? 'is not an image that can be read.' : bytes;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? `does not exist (looked for ${file}).` : `cannot be read (${code ?? String(error)}).`;
  }
}

const mentions = ({ brand, locations, profiles }: Judgeable): Mention[] => [
  ...ofPart(brand, ['brand']),
  ...locations.flatMap((location, index) => ofPart(location, ['locations', index])),
  ...profiles.flatMap(({ expect }, index) => ofPart(expect, ['profiles', index, 'expect'])),
];

const ofPart = ({ logos, banners }: JudgeablePart, at: readonly (string | number)[]): Mention[] => [
  ...ofList(logos, [...at, 'logos']),
  ...ofList(banners, [...at, 'banners']),
];

const ofList = (entries: JudgeablePart['logos'], at: readonly (string | number)[]): Mention[] =>
  entries.flatMap(({ file }, index) => (file === undefined ? [] : [{ file, path: [...at, index, 'file'] }]));

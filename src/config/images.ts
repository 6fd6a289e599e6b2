/** The brand's image files, read and tried: a missing or broken logo is a mistake in the configuration. */

import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BrandImage, BrandPart, LocationEntry, ProfileEntry } from '../model/config.ts';
import type { Problem } from '../model/problem.ts';
import type { Judgeable, JudgeablePart } from './judgeable.ts';
import { type Located, type Path, placeAt, problemAt } from './located.ts';

/** Null when the bytes are no image that can be decoded; `no-decoder` when nothing here can tell. */
export type DescribeImage = (
  bytes: Uint8Array,
) => Promise<{ readonly width: number; readonly height: number } | 'no-decoder' | null>;

const MAX_BYTES = 15 * 1024 * 1024;

interface Mention {
  readonly file: string;
  readonly path: Path;
}

export async function loadImages(
  parts: Judgeable,
  file: Located,
  describe: DescribeImage,
): Promise<{ images: ReadonlyMap<string, BrandImage>; problems: Problem[] }> {
  const images = new Map<string, BrandImage>();
  const problems: Problem[] = [];
  const failed = new Map<string, string>();
  const { folder } = file.place.document;
  for (const { file: written, path: at } of mentions(parts)) {
    const place = placeAt(file, at);
    const name = fromFolder(folder, written, place.document.folder);
    if (images.has(name)) continue;
    const outcome = failed.get(name) ?? (await readImage(path.resolve(folder, name), describe));
    if (typeof outcome === 'string') {
      failed.set(name, outcome);
      problems.push(problemAt(place, `the image ${JSON.stringify(written)} ${outcome}`));
      continue;
    }
    images.set(name, { file: name, bytes: outcome, sha256: createHash('sha256').update(outcome).digest('hex') });
  }
  return { images, problems };
}

/** An image is named relative to the file that names it; here, relative to profiles.json. */
const fromFolder = (folder: string, file: string, namedIn: string): string =>
  namedIn === folder || path.isAbsolute(file)
    ? file
    : path.relative(folder, path.resolve(namedIn, file)).split(path.sep).join('/');

/** The configuration with its images named as `loadImages` names them. */
export function withImageNames<
  C extends {
    readonly brand: BrandPart;
    readonly locations: readonly LocationEntry[];
    readonly profiles: readonly ProfileEntry[];
  },
>(config: C, file: Located): C {
  const renamed = <P extends BrandPart>(part: P, at: Path): P => ({
    ...part,
    ...(part.logos ? { logos: named(part.logos, [...at, 'logos'], file) } : {}),
    ...(part.banners ? { banners: named(part.banners, [...at, 'banners'], file) } : {}),
  });
  return {
    ...config,
    brand: renamed(config.brand, ['brand']),
    locations: config.locations.map((location, index) => renamed(location, ['locations', index])),
    profiles: config.profiles.map((profile, index) =>
      profile.expect ? { ...profile, expect: renamed(profile.expect, ['profiles', index, 'expect']) } : profile,
    ),
  };
}

const named = <E extends { readonly file: string }>(entries: readonly E[], at: Path, file: Located): E[] =>
  entries.map((entry, index) => {
    const { folder } = placeAt(file, [...at, index, 'file']).document;
    return { ...entry, file: fromFolder(file.place.document.folder, entry.file, folder) };
  });

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

const ofPart = ({ logos, banners }: JudgeablePart, at: Path): Mention[] => [
  ...ofList(logos, [...at, 'logos']),
  ...ofList(banners, [...at, 'banners']),
];

const ofList = (entries: JudgeablePart['logos'], at: Path): Mention[] =>
  entries.flatMap(({ file }, index) => (file === undefined ? [] : [{ file, path: [...at, index, 'file'] }]));

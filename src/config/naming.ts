/** How one file names another: `extends` and `$ref`, from text to an absolute path, or why it may not be read. */

import path from 'node:path';
import type { Document } from './located.ts';

export interface Named {
  /** Absolute path. */
  readonly file: string;
  /** The keys of a JSON Pointer; none for the whole file. */
  readonly tokens: readonly string[];
}

/** A name, or what is wrong with it. */
export type Naming = Named | string;

export function namedByExtends(name: string, { folder }: Document): Naming {
  const refusal = refused(name);
  if (refusal) return refusal;
  if (!/\.(?:json|csv)$/i.test(name)) return `${quote(name)} is neither a .json nor a .csv file.`;
  return { file: path.resolve(folder, name), tokens: [] };
}

/** Only files below the folder of profiles.json, or of the file that holds the `$ref`, can be named. */
export function namedByReference(reference: string, { file, folder }: Document, mainFolder: string): Naming {
  const hash = reference.indexOf('#');
  const name = decoded(hash < 0 ? reference : reference.slice(0, hash));
  const pointer = decoded(hash < 0 ? '' : reference.slice(hash + 1));
  if (name === undefined || pointer === undefined) return `${quote(reference)} holds a % that is no part of a code.`;
  if (pointer !== '' && !pointer.startsWith('/'))
    return `${quote(reference)}: after # a path such as /brand is expected.`;
  const tokens = pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (name === '' && hash >= 0) return { file, tokens };
  const refusal = refused(name);
  if (refusal) return refusal;
  const target = path.resolve(folder, name);
  if (!isBelow(mainFolder, target) && !isBelow(folder, target)) {
    return `${quote(name)} is outside the folder of profiles.json.`;
  }
  return /\.json$/i.test(name) ? { file: target, tokens } : `${quote(name)} is not a .json file.`;
}

function refused(name: string): string | undefined {
  if (name === '') return 'expected the name of a file, found an empty one.';
  if (/^[a-z][a-z0-9+.-]*:/i.test(name) || name.startsWith('//'))
    return `${quote(name)} is not a file; nothing is fetched.`;
  return path.isAbsolute(name) ? `${quote(name)} must be relative to the file that names it.` : undefined;
}

const isBelow = (folder: string, file: string): boolean => {
  const way = path.relative(folder, file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
};

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const quote = (text: string) => JSON.stringify(text);

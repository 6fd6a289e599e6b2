/** One file from disk to a parsed document, or in words why not. */

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../model/problem.ts';
import type { Document } from './located.ts';
import { parseLocations } from './locationsCsv.ts';
import { parseJson } from './parse.ts';

const MAX_BYTES = 5 * 1024 * 1024;

interface Unread {
  readonly unread: string;
  readonly hint?: string;
  readonly isMissing?: boolean;
}

/** A file that could not be read is told where it is named; one with mistakes in it by its own lines. */
export type Opened = { readonly document: Document } | Unread | { readonly problems: readonly Problem[] };

/** `file` is an absolute path. */
export function parseDocument(file: string, bytes: Uint8Array | Unread): Opened {
  if (!(bytes instanceof Uint8Array)) return bytes;
  const where = nameOf(file);
  const text = decode(bytes);
  if (text === null) return { unread: 'the file is not UTF-8 text.', hint: 'Save it as UTF-8.' };
  const parsed = /\.csv$/i.test(file) ? parseLocations(text, where) : parseJson(text, where);
  if ('problems' in parsed) return parsed;
  return { document: { where, file, folder: path.dirname(file), ...parsed } };
}

/** As the user sees it from where the command was given. */
export const nameOf = (file: string): string => path.relative(process.cwd(), file) || file;

export async function readBytes(file: string): Promise<Uint8Array | Unread> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) return { unread: 'this is a folder; name the file inside it.' };
    if (!found.isFile()) return { unread: 'this is not a file.' };
    if (found.size > MAX_BYTES) return { unread: `the file is ${found.size} bytes; at most ${MAX_BYTES} are read.` };
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { unread: 'there is no such file.', isMissing: true };
    return { unread: `cannot be read (${code}).` };
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** profiles.json and every file that it names, however far, read from disk. What they mean together is said elsewhere. */

import path from 'node:path';
import { UserError } from '../model/problem.ts';
import { childOf, type Document, isFields, isList, itemsOf, type Located, whole } from './located.ts';
import { namedByExtends, namedByReference } from './naming.ts';
import { nameOf, type Opened, parseDocument, readBytes } from './readDocument.ts';

const MAX_FILES = 1000;
const MAX_TOTAL_BYTES = 20 * 1024 * 1024;
/** How many files may stand between profiles.json and one that it builds on. */
export const MAX_LEVELS = 10;
/** Files open at once. */
const BATCH = 32;

export interface Library {
  readonly main: Document;
  /** By absolute path. */
  readonly files: ReadonlyMap<string, Opened>;
  /** For messages, in the order in which they were named. */
  readonly names: readonly string[];
}

/** A file to read; `level` is null when it is not extended but only referred to, so that its own `extends` is not followed. */
interface Wanted {
  readonly file: string;
  readonly level: number | null;
}

/** Throws a UserError when profiles.json itself cannot be read, or there is too much of it. */
export async function readLibrary(file: string): Promise<Library> {
  const main = await readMain(path.resolve(file));
  const files = new Map<string, Opened>([[main.file, { document: main }]]);
  const asked = new Set<string>();
  const spent = { bytes: 0 };
  let wanted = namedIn(main, 0, main.folder);
  while (wanted.length > 0) {
    const fresh = wanted.filter((each) => isNew(`${each.level !== null} ${each.file}`, asked));
    await readAll(fresh, files, spent, main);
    wanted = fresh.flatMap(({ file: name, level }) => {
      const opened = files.get(name);
      return opened && 'document' in opened ? namedIn(opened.document, level, main.folder) : [];
    });
  }
  return { main, files, names: [...files.keys()].map(nameOf) };
}

const isNew = (key: string, seen: Set<string>): boolean => !seen.has(key) && seen.add(key).has(key);

async function readMain(file: string): Promise<Document> {
  const opened = parseDocument(file, await readBytes(file));
  if ('document' in opened) return opened.document;
  if ('problems' in opened) throw new UserError(opened.problems);
  const { unread, hint, isMissing } = opened;
  const help = isMissing ? 'Run `bijwerken init` to make one, or name it with --config.' : hint;
  throw new UserError([{ where: nameOf(file), message: unread, ...(help ? { hint: help } : {}) }]);
}

/** What is too much is refused before it is parsed. */
async function readAll(
  wanted: readonly Wanted[],
  files: Map<string, Opened>,
  spent: { bytes: number },
  main: Document,
): Promise<void> {
  const unread = [...new Set(wanted.map(({ file }) => file))].filter((file) => !files.has(file));
  if (files.size + unread.length > MAX_FILES) throw tooMuch(main, `more than ${MAX_FILES} files`, 'files');
  for (let from = 0; from < unread.length; from += BATCH) {
    const names = unread.slice(from, from + BATCH);
    const contents = await Promise.all(names.map(async (file) => ({ file, bytes: await readBytes(file) })));
    for (const { bytes } of contents) spent.bytes += bytes instanceof Uint8Array ? bytes.length : 0;
    if (spent.bytes > MAX_TOTAL_BYTES) throw tooMuch(main, `more than ${MAX_TOTAL_BYTES} bytes`, 'bytes');
    for (const { file, bytes } of contents) files.set(file, parseDocument(file, bytes));
  }
}

const tooMuch = ({ where }: Document, amount: string, what: string) =>
  new UserError([
    { where, message: `this file and those that it names are ${amount}; at most that many ${what} are read.` },
  ]);

/** Names that may not be read are left out here, and told when the files are put together. */
function namedIn(document: Document, level: number | null, mainFolder: string): Wanted[] {
  const extended = level === null || level >= MAX_LEVELS ? [] : extendsOf(whole(document));
  return [
    ...extended.flatMap(({ value }) => {
      const named = typeof value === 'string' ? namedByExtends(value, document) : '';
      return typeof named === 'string' ? [] : [{ file: named.file, level: (level ?? 0) + 1 }];
    }),
    ...referencesIn(document.value).flatMap((reference) => {
      const named = namedByReference(reference, document, mainFolder);
      return typeof named === 'string' || named.file === document.file ? [] : [{ file: named.file, level: null }];
    }),
  ];
}

/** The names after `extends`, one or many. */
export function extendsOf(file: Located): Located[] {
  const found = childOf(file, 'extends');
  return found && typeof found.value === 'string' ? [found] : itemsOf(found);
}

/** The parser has bounded the depth. */
function referencesIn(value: unknown): string[] {
  if (isList(value)) return value.flatMap(referencesIn);
  if (!isFields(value)) return [];
  const own = typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
}

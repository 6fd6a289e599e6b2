/** Saved pages that were filed beside profiles.json: which profiles have one, and the newest as a capture. Asks nobody. */

import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Visit } from '../model/audit.ts';
import type { Capture, CapturedDocument, CapturedImage, Failure } from '../model/capture.ts';
import { IMPORT_TYPE } from '../model/imported.ts';
import { isUrl } from '../model/isUrl.ts';
import { failedDocument } from './failedDocument.ts';

export interface Imports {
  /** The profiles that have one. */
  readonly profiles: ReadonlySet<string>;
  /** The newest of a profile, with its pictures; null when there is none. Never throws. */
  readonly newest: (visit: Visit) => Promise<ImportedCapture | null>;
}

export interface ImportedCapture {
  readonly capture: Capture;
  readonly images: readonly CapturedImage[];
}

export interface ImportAge {
  /** Pages that were saved before this instant do not count: ISO 8601. */
  readonly oldest: string;
  /** The setting that says so, for the reason: `P45D`. */
  readonly maxAge: string;
}

export const NO_IMPORTS: Imports = { profiles: new Set(), newest: async () => null };

/** `2026-11-20T10-15-00-000Z-0123456789ab.json`: names in the order of their dates. */
const NAME = /^(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)-[0-9a-f]{12}\.json$/;
const MAX_BYTES = 16 * 1024 * 1024;

export const importsFolder = (config: string): string => path.join(path.dirname(path.resolve(config)), 'imports');

export const importName = (savedAt: string, content: string): string =>
  `${savedAt.replaceAll(/[:.]/g, '-')}-${hash(content).slice(0, 12)}.json`;

export async function findImports(folder: string, profiles: readonly string[], age: ImportAge): Promise<Imports> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name));
  const files = new Map<string, string>();
  for (const id of profiles.filter((each) => folders.has(each))) {
    const newest = (await readdir(path.join(folder, id)).catch(() => []))
      .filter((name) => NAME.test(name))
      .sort()
      .at(-1);
    if (newest) files.set(id, path.join(folder, id, newest));
  }
  const newest = async (visit: Visit) => {
    const file = files.get(visit.entry.id);
    return file === undefined ? null : await load(file, visit, age);
  };
  return { profiles: new Set(files.keys()), newest };
}

async function load(file: string, visit: Visit, age: ImportAge): Promise<ImportedCapture> {
  const at = instantIn(path.basename(file));
  const failed = (failure: Failure): ImportedCapture => {
    const document = failedDocument({ document: 'page', url: visit.account.url }, at, failure);
    return { capture: { source: 'import', look: 1, at, documents: [document] }, images: [] };
  };
  if (at < age.oldest) {
    const detail = `The page was saved on ${at.slice(0, 10)}: too old, since settings.importMaxAge is ${age.maxAge}.`;
    return failed({ kind: 'too-old', detail });
  }
  const parsed = await parse(file);
  if (parsed === null) return failed({ kind: 'not-text', detail: 'The file in imports/ is damaged: import it again.' });
  const { images = [], ...values } = parsed;
  const body = JSON.stringify(values);
  const address = { requestedUrl: visit.account.url, finalUrl: visit.account.url, redirects: [] };
  const document: CapturedDocument = {
    ...{ document: 'page', ...address, status: 200, contentType: IMPORT_TYPE, at, body },
    sha256: hash(body),
  };
  const captured = Array.isArray(images) ? images.slice(0, 2).flatMap((image) => imageOf(image, at) ?? []) : [];
  return { capture: { source: 'import', look: 1, at, documents: [document] }, images: captured };
}

const instantIn = (name: string): string => {
  const [date = '', time = ''] = (NAME.exec(name)?.[1] ?? '').split('T');
  const [hours, minutes, seconds, milliseconds] = time.split(/[-Z]/);
  return `${date}T${hours}:${minutes}:${seconds}.${milliseconds}Z`;
};

async function parse(file: string): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) return null;
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isObject(value) && value.bijwerkenImport === 1 ? value : null;
  } catch {
    return null;
  }
}

function imageOf(image: unknown, at: string): CapturedImage | undefined {
  if (!isObject(image) || typeof image.url !== 'string' || typeof image.png !== 'string') return undefined;
  if (!/^https?:/i.test(image.url) || !isUrl(image.url)) return undefined;
  const bytes = Buffer.from(image.png, 'base64');
  return { url: image.url, status: 200, contentType: 'image/png', at, bytes, sha256: hash(bytes) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hash = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

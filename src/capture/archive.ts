/** Captures on disk: one folder a profile, bodies gzipped by hash so that no server runs them as pages. */

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { writeAtomically } from '../disk/writeAtomically.ts';
import type { Capture, CapturedDocument, CapturedImage, CapturedLink, ProfileCapture } from '../model/capture.ts';
import { UserError } from '../model/problem.ts';
import {
  type ArchivedCapture,
  type ArchivedProfile,
  type ArchivedRun,
  isArchivedProfile,
  isArchivedRun,
} from './archived.ts';

const INDEX = 'capture.json';
const RUN = 'run.json';
const MAX_BODY = 64 * 1024 * 1024;

const deflate = promisify(gzip);
const inflate = promisify(gunzip);

export interface Archive {
  save(capture: ProfileCapture): Promise<void>;
}

/** Opens a folder to write to. Everything that is written goes through `redact` first: no secret reaches the disk. */
export async function openArchive(
  folder: string,
  run: ArchivedRun,
  redact: (text: string) => string,
): Promise<Archive> {
  await mkdir(folder, { recursive: true });
  await writeAtomically(path.join(folder, RUN), `${JSON.stringify(run, null, 2)}\n`);
  return { save: (capture) => saveProfile(folder, capture, redact) };
}

/** The capture as it will be read back: the same text for evidence, replay and report. */
export function redactCapture(capture: ProfileCapture, redact: (text: string) => string): ProfileCapture {
  const answer = <A extends Pick<CapturedDocument, 'contentType' | 'failure'>>(found: A): A => ({
    ...found,
    contentType: found.contentType === null ? null : redact(found.contentType),
    ...(found.failure ? { failure: { ...found.failure, detail: redact(found.failure.detail) } } : {}),
  });
  const page = <P extends Omit<CapturedDocument, 'document' | 'requestedUrl'>>(found: P): P => {
    const body = redact(found.body).toWellFormed();
    const addresses = { finalUrl: redact(found.finalUrl), redirects: found.redirects.map(redact) };
    return { ...answer(found), ...addresses, body, sha256: hash(body) };
  };
  const document = (found: CapturedDocument) => ({ ...page(found), requestedUrl: redact(found.requestedUrl) });
  const link = (found: CapturedLink) => ({ ...page(found), url: redact(found.url) });
  const captures = capture.captures.map((each) => ({ ...each, documents: each.documents.map(document) }));
  const images = capture.images.map((image) => ({ ...answer(image), url: redact(image.url) }));
  const links = capture.links ? { links: capture.links.map(link) } : {};
  return { ...capture, url: redact(capture.url), captures, images, ...links };
}

async function saveProfile(root: string, original: ProfileCapture, redact: (text: string) => string): Promise<void> {
  const capture = redactCapture(original, redact);
  const folder = path.join(root, capture.profile);
  await mkdir(folder, { recursive: true });
  const store = async (bytes: Uint8Array) => {
    const sha256 = hash(bytes);
    await writeAtomically(path.join(folder, `${sha256}.bin.gz`), await deflate(bytes));
    return sha256;
  };
  const withoutBody = async <P extends { readonly body: string }>({ body, ...rest }: P) => ({
    ...rest,
    stored: body === '' ? null : await store(Buffer.from(body, 'utf8')),
  });
  const captures: ArchivedCapture[] = [];
  for (const { documents, screenshot, ...rest } of capture.captures) {
    const stored = [];
    for (const document of documents) stored.push(await withoutBody(document));
    captures.push({ ...rest, documents: stored, screenshot: screenshot ? await store(screenshot) : null });
  }
  const images = [];
  for (const { bytes, ...image } of capture.images) {
    images.push({ ...image, stored: bytes.length === 0 ? null : await store(bytes) });
  }
  const links = [];
  for (const link of capture.links ?? []) links.push(await withoutBody(link));
  const { profile, network, url } = capture;
  const index: ArchivedProfile = {
    version: 1,
    profile,
    network,
    url,
    captures,
    images,
    ...(links.length > 0 ? { links } : {}),
  };
  await writeAtomically(path.join(folder, INDEX), `${JSON.stringify(index, null, 2)}\n`);
}

export interface StoredRun {
  readonly run: ArchivedRun;
  /** Null when nothing was stored for that profile. */
  readonly load: (profile: string) => Promise<ProfileCapture | null>;
  readonly profiles: readonly string[];
}

/** Opens stored captures: the `captures` folder of a run, or the run's own folder. Throws a UserError when it is neither. */
export async function openStored(folder: string): Promise<StoredRun> {
  const root = await rootOf(folder);
  const run = await readJson(path.join(root, RUN));
  if (!isArchivedRun(run)) throw damaged(path.join(root, RUN), 'is not the record of a stored run');
  const entries = await readdir(root, { withFileTypes: true });
  const profiles = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return {
    run,
    profiles,
    load: async (profile) => (profiles.includes(profile) ? await loadProfile(path.join(root, profile), profile) : null),
  };
}

async function rootOf(folder: string): Promise<string> {
  for (const candidate of [folder, path.join(folder, 'captures')]) {
    const found = await stat(path.join(candidate, RUN)).catch(() => null);
    if (found?.isFile()) return candidate;
  }
  const message = 'this folder holds no stored captures (no run.json).';
  throw new UserError([
    { where: folder, message, hint: 'Name the captures folder of a run, such as reports/latest/captures.' },
  ]);
}

async function loadProfile(folder: string, profile: string): Promise<ProfileCapture> {
  const where = path.join(folder, INDEX);
  const index = await readJson(where);
  if (!isArchivedProfile(index) || index.profile !== profile) throw damaged(where, 'is not the record of this profile');
  const load = async (sha256: string | null): Promise<Uint8Array> => {
    if (sha256 === null) return new Uint8Array();
    const file = path.join(folder, `${sha256}.bin.gz`);
    const unpacked = readFile(file).then((packed) => inflate(packed, { maxOutputLength: MAX_BODY }));
    const bytes = await unpacked.catch(() => {
      throw damaged(file, 'is missing or damaged');
    });
    if (hash(bytes) !== sha256) throw damaged(file, 'does not hold what its name says');
    return bytes;
  };
  const withBody = async <P extends { readonly stored: string | null }>({ stored, ...rest }: P) => ({
    ...rest,
    body: Buffer.from(await load(stored)).toString('utf8'),
  });
  const captures: Capture[] = [];
  for (const { documents, screenshot, ...rest } of index.captures) {
    const loaded = [];
    for (const document of documents) loaded.push(await withBody(document));
    captures.push({ ...rest, documents: loaded, ...(screenshot ? { screenshot: await load(screenshot) } : {}) });
  }
  const images: CapturedImage[] = [];
  for (const { stored, ...image } of index.images) images.push({ ...image, bytes: await load(stored) });
  const links: CapturedLink[] = [];
  for (const link of index.links ?? []) links.push(await withBody(link));
  const { network, url } = index;
  return { profile, network, url, captures, images, ...(links.length > 0 ? { links } : {}) };
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw damaged(file, 'cannot be read');
  });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw damaged(file, 'is not JSON');
  }
}

const damaged = (file: string, what: string) =>
  new UserError([{ where: file, message: `${what}.`, hint: 'Make the captures again with `bijwerken capture`.' }]);

const hash = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

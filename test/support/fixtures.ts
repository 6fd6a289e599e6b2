/** Fixture folders of networks: a capture whose bodies stand in files beside it, and what must be read from it. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Capture, CapturedDocument } from '../../src/model/capture.ts';

const root = fileURLToPath(new URL('../fixtures/networks/', import.meta.url));

/** `capture.json`: a Capture with the account's address; each document may name a `bodyFile` and leave out the rest. */
interface StoredFixture extends Pick<Capture, 'source' | 'official'> {
  /** The address that was asked for. */
  readonly account: string;
  readonly look?: 1 | 2;
  readonly at: string;
  readonly documents: readonly (Partial<CapturedDocument> & {
    readonly requestedUrl: string;
    readonly bodyFile?: string;
  })[];
}

export interface Fixture {
  readonly network: string;
  readonly name: string;
  readonly account: string;
  readonly capture: Capture;
  /** `{ outcome, observation }` as `bijwerken read` prints it. */
  readonly expected: unknown;
}

export const fixtureNetworks = (): readonly string[] => folders(root);

export const fixturesOf = (network: string): readonly Fixture[] =>
  existsSync(join(root, network)) ? folders(join(root, network)).map((name) => loadFixture(network, name)) : [];

export function loadFixture(network: string, name: string): Fixture {
  const folder = join(root, network, name);
  const {
    account,
    source,
    official,
    look = 1,
    at,
    documents,
  } = readJson(join(folder, 'capture.json')) as StoredFixture;
  const answered = documents.map((document) => complete(document, folder, at));
  const capture = { source, look, ...(official ? { official } : {}), at, documents: answered };
  return { network, name, account, capture, expected: readJson(join(folder, 'expected.json')) };
}

function complete(stored: StoredFixture['documents'][number], folder: string, at: string): CapturedDocument {
  const { bodyFile, ...given } = stored;
  const body = bodyFile === undefined ? (given.body ?? '') : readFileSync(join(folder, bodyFile), 'utf8');
  return {
    document: 'page',
    finalUrl: given.requestedUrl,
    redirects: [],
    status: 200,
    contentType: bodyFile?.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8',
    at,
    ...given,
    body,
    sha256: createHash('sha256').update(body).digest('hex'),
  };
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const folders = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** What of a run was delivered, kept beside the run, so that a repeat sends nothing twice. Holds no address. */

import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeAtomically } from '../disk/writeAtomically.ts';
import { TARGETS, type Target } from '../model/delivery.ts';

export interface Delivered {
  readonly target: Target;
  /** Of a message; the same for the same run and the same readers. */
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
}

const NAME = 'delivered.json';

/** The folders that hold this run: its own and, while it is the last one, `latest`. */
export async function foldersOf(folder: string, runId: string): Promise<string[]> {
  const parent = path.dirname(path.resolve(folder));
  const others = [path.join(parent, runId), path.join(parent, 'latest')];
  const held = await Promise.all(others.map(async (other) => (await runIn(other)) === runId));
  return [...new Set([path.resolve(folder), ...others.filter((_, index) => held[index])])];
}

async function runIn(folder: string): Promise<string | null> {
  const report = parsed(await readFile(path.join(folder, 'report.json'), 'utf8').catch(() => ''));
  return isObject(report) && isObject(report.run) && typeof report.run.id === 'string' ? report.run.id : null;
}

export async function readLedger(folders: readonly string[], runId: string): Promise<Delivered[]> {
  const ledgers = await Promise.all(folders.map(async (folder) => parsed(await textIn(path.join(folder, NAME)))));
  const entries = ledgers.flatMap((ledger) =>
    isObject(ledger) && ledger.run === runId && Array.isArray(ledger.delivered)
      ? ledger.delivered.filter(isDelivered)
      : [],
  );
  return [...new Map(entries.map((entry) => [`${entry.target} ${entry.id}`, entry])).values()];
}

/** Nothing was delivered where no file is. One that cannot be opened may say that all was: then nothing is sent anew. */
const textIn = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });

/** Written after each message: what was sent stays known when the next one fails. */
export async function writeLedger(
  folders: readonly string[],
  run: string,
  delivered: readonly Delivered[],
): Promise<void> {
  const content = `${JSON.stringify({ version: 1, run, delivered }, null, 2)}\n`;
  for (const folder of folders) {
    // A run that was cleared away meanwhile is not made again.
    const isThere = await access(folder).then(
      () => true,
      () => false,
    );
    if (isThere) await writeAtomically(path.join(folder, NAME), content);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isDelivered = (value: unknown): value is Delivered =>
  isObject(value) &&
  TARGETS.some((target) => target === value.target) &&
  [value.id, value.at].every((part) => typeof part === 'string');

/**
 * Which runs stay on disk: old evidence goes first, then old runs. Touches only folders that are named as runs are and
 * hold a report of ours; never `latest` or the run that it is a copy of, never one that may still be written, never a link.
 */

import { randomBytes } from 'node:crypto';
import { lstat, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

export interface Retention {
  /** How many nights stay: whole runs. Parts of runs and replays go with the nights around them. */
  readonly keepRuns: number;
  /** Evidence of runs that began before this instant goes: ISO 8601. */
  readonly evidenceSince: string;
  /** What was written after this is left alone (ms since the epoch): another run may still be at it. */
  readonly writtenBefore: number;
  /** The run that has just ended; it and what began later stay. */
  readonly own?: string;
}

export interface Pruned {
  readonly id: string;
  /** The whole run, or only its captures, screenshots and pictures that its report does not show. */
  readonly what: 'run' | 'evidence';
}

/** What is pruned; with `dryRun` what would be. Another one that prunes at the same time does no harm. */
export async function pruneRuns(out: string, retention: Retention, dryRun = false): Promise<Pruned[]> {
  const runs = await runsIn(out);
  const latest = await idIn(path.join(out, 'latest'));
  const isOpen = (id: string) => id !== latest && (retention.own === undefined || id < retention.own);
  const pruned: Pruned[] = [];
  let nights = 0;
  for (const id of runs) {
    const isOld = nights >= retention.keepRuns;
    const folder = path.join(out, id);
    // Where there are few enough, nobody needs to know which are whole.
    if (runs.length > retention.keepRuns && isNight(await reportIn(folder))) nights += 1;
    if (!isOpen(id) || !(isOld || isBefore(id, retention.evidenceSince))) continue;
    if (!isOld && !(await isFolder(path.join(folder, 'captures')))) continue;
    if ((await idIn(folder)) !== id || !(await isAtRest(folder, retention.writtenBefore))) continue;
    if (!dryRun) await (isOld ? remove(out, id) : removeEvidence(folder));
    pruned.push({ id, what: isOld ? 'run' : 'evidence' });
  }
  if (!dryRun) await sweep(out, retention.writtenBefore);
  return pruned;
}

const RUN_ID = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z(?:-\d{1,6})?$/;

/** Newest first. */
async function runsIn(out: string): Promise<string[]> {
  const entries = await readdir(out, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory() && RUN_ID.test(entry.name)).map(({ name }) => name);
  const held = await Promise.all(names.map((name) => isFile(path.join(out, name, 'report.json'))));
  return names.filter((_, index) => held[index]).sort(byAge);
}

/** `…Z-10` came after `…Z-9`. */
const byAge = (a: string, b: string): number =>
  b.slice(0, 20).localeCompare(a.slice(0, 20)) || Number(b.slice(21)) - Number(a.slice(21));

function isBefore(id: string, instant: string): boolean {
  const [, day, hours, minutes, seconds] = RUN_ID.exec(id) ?? [];
  return `${day}T${hours}:${minutes}:${seconds}.000Z` < instant;
}

const isFile = (file: string): Promise<boolean> =>
  lstat(file).then(
    (found) => found.isFile(),
    () => false,
  );
const isFolder = (folder: string): Promise<boolean> =>
  lstat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The id of the run in a folder; null when what is there is no report of ours. */
async function idIn(folder: string): Promise<string | null> {
  const report = await reportIn(folder);
  const { tool, run } = report ?? {};
  return isObject(tool) && tool.name === 'bijwerken' && isObject(run) && typeof run.id === 'string' ? run.id : null;
}

/** A run over all profiles, of that night itself. */
function isNight(report: Readonly<Record<string, unknown>> | null): boolean {
  const { run, notices } = report ?? {};
  if (!isObject(run) || run.complete !== true || run.partial !== undefined) return false;
  return !(Array.isArray(notices) && notices.some((notice) => isObject(notice) && notice.code === 'replayed'));
}

async function reportIn(folder: string): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    const value: unknown = JSON.parse(await readFile(path.join(folder, 'report.json'), 'utf8'));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A run that ends writes its files, and then copies them to `latest`. */
async function isAtRest(folder: string, writtenBefore: number): Promise<boolean> {
  const times = await Promise.all(
    [folder, path.join(folder, 'report.json'), path.join(folder, 'index.html')].map((name) =>
      lstat(name).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  return Math.max(...times) < writtenBefore;
}

const ASIDE = '.pruned-';

/** Out of sight in one step: whoever reads it has all of it or nothing. */
async function remove(out: string, id: string): Promise<void> {
  const aside = path.join(out, `${ASIDE}${id}-${randomBytes(4).toString('hex')}`);
  try {
    await rename(path.join(out, id), aside);
  } catch (error) {
    if (isGone(error)) return;
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** What an earlier one was interrupted at. */
async function sweep(out: string, writtenBefore: number): Promise<void> {
  const entries = await readdir(out, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((each) => each.isDirectory() && each.name.startsWith(ASIDE))) {
    const folder = path.join(out, entry.name);
    if (await isAtRest(folder, writtenBefore)) await rm(folder, { recursive: true, force: true });
  }
}

const PICTURE = /^[0-9a-f]{64}\.png$/;

/** The captures go last: while they are there, the rest is still to be done. */
async function removeEvidence(folder: string): Promise<void> {
  const shown = picturesShown(await reportIn(folder));
  const assets = path.join(folder, 'assets');
  const entries = (await isFolder(assets)) ? await readdir(assets, { withFileTypes: true }) : [];
  const names = entries.filter((entry) => entry.isFile() && PICTURE.test(entry.name)).map(({ name }) => name);
  for (const name of names.filter((each) => !shown.has(each))) await rm(path.join(assets, name), { force: true });
  const captures = path.join(folder, 'captures');
  if (await isFolder(captures)) await rm(captures, { recursive: true, force: true });
}

/** Every picture that the report names, screenshots aside: those are evidence. */
function picturesShown(value: unknown, shown = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') {
    const name = value.replace(/^assets\//, '');
    if (PICTURE.test(name)) shown.add(name);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) if (key !== 'screenshot') picturesShown(child, shown);
  }
  return shown;
}

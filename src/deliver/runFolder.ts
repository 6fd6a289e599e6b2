/** Runs on disk: a new folder for each, `latest` put in place by rename, and a stored run read back. */

import { cp, lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { writeAtomically } from '../disk/writeAtomically.ts';
import { isKitPath, type KitPicture } from '../model/kit.ts';
import { UserError } from '../model/problem.ts';
import type { Report, ReportFile } from '../model/report.ts';
import { readPrevious } from './previous.ts';

/** Makes the folder of a run that started at that time; `-2` and so on when its name is taken. Legal on Windows too. */
export async function makeRunFolder(out: string, startedAt: string): Promise<{ id: string; folder: string }> {
  const name = `${startedAt.slice(0, 19).replaceAll(':', '-')}Z`;
  await makeParent(out);
  for (let number = 1; ; number++) {
    const id = number === 1 ? name : `${name}-${number}`;
    const folder = path.join(out, id);
    try {
      await mkdir(folder);
      return { id, folder };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

async function makeParent(out: string): Promise<void> {
  await mkdir(out, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST' && error.code !== 'ENOTDIR') throw error;
    throw new UserError([{ where: out, message: 'runs cannot be written here: a file has this name.' }]);
  });
}

export async function writeFiles(folder: string, files: readonly ReportFile[]): Promise<void> {
  for (const file of files) {
    const target = path.join(folder, ...file.path.split('/'));
    await mkdir(path.dirname(target), { recursive: true });
    await writeAtomically(target, file.content);
  }
}

/** Two runs that end together may take this many turns at it. */
const TURNS = 50;

/** True: while this run went on, one that began later has become `latest`. */
export async function isOvertaken(
  out: string,
  { startedAt, previous }: { readonly startedAt: string; readonly previous: string | null },
): Promise<boolean> {
  const latest = await readPrevious(out);
  return latest !== null && latest.run.id !== previous && latest.run.startedAt > startedAt;
}

/** Replaces `latest` by a real copy of the run: readers see the old one or the new one, never a half. */
export async function publishLatest(out: string, folder: string): Promise<void> {
  const latest = path.join(out, 'latest');
  const id = path.basename(folder);
  const draft = path.join(out, `.latest-${id}`);
  const aside: string[] = [];
  try {
    await rm(draft, { recursive: true, force: true });
    await cp(folder, draft, { recursive: true });
    for (let turn = 1; !(await moved(draft, latest, turn === TURNS)); turn++) {
      const old = path.join(out, `.old-${id}-${turn}`);
      if (await moved(latest, old, false)) aside.push(old);
    }
  } catch (error) {
    // The last one that was whole goes back to its place.
    const old = aside.pop();
    if (old) await moved(old, latest, false);
    throw error;
  } finally {
    for (const left of [draft, ...aside]) await rm(left, { recursive: true, force: true });
  }
}

async function moved(from: string, to: string, isLastTry: boolean): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isLastTry) throw error;
    return false;
  }
}

const MAX_REPORT = 64 * 1024 * 1024;

/** A stored run: its report, and its pictures by name. Throws a UserError when the folder holds none. */
export async function readRun(folder: string): Promise<{ report: Report; images: ReadonlyMap<string, Uint8Array> }> {
  const where = path.join(folder, 'report.json');
  const refuse = (message: string) =>
    new UserError([{ where, message, hint: 'Name the folder of a run, such as reports/latest.' }]);
  const bytes = await readFile(where).catch(() => {
    throw refuse('there is no report here.');
  });
  if (bytes.length > MAX_REPORT) throw refuse('the report is larger than is read.');
  const report = parsed(bytes.toString('utf8'));
  if (report === undefined) throw refuse('this is not JSON.');
  const validate = await reportValidator();
  if (!validate(report)) {
    const [error] = validate.errors ?? [];
    const what = [error?.instancePath, error?.message].filter(Boolean).join(' ');
    throw refuse(`this is not a report of Bijwerken (${what}).`);
  }
  const assets = path.join(folder, 'assets');
  const names = (await readdir(assets).catch(() => [])).filter((name) => /^[0-9a-f]{64}\.png$/.test(name));
  const images = await Promise.all(names.map(async (name) => [name, await readFile(path.join(assets, name))] as const));
  return { report, images: new Map([...images, ...(await readKit(folder, report))]) };
}

const MAX_KIT_PICTURE = 16 * 1024 * 1024;

/** The pictures of the fix kit by their paths, as far as they are there; files alone, and none that a link leads to. */
async function readKit(folder: string, { profiles }: Report): Promise<(readonly [string, Uint8Array])[]> {
  const paths = profiles.flatMap(({ findings }) => findings.flatMap(({ remedy }) => remedy.kit ?? []));
  const read = async ({ file }: KitPicture) => {
    if (!isKitPath(file)) return [];
    const found = await lstat(path.join(folder, ...file.split('/'))).catch(() => null);
    if (!found?.isFile() || found.size > MAX_KIT_PICTURE) return [];
    return [[file, new Uint8Array(await readFile(path.join(folder, ...file.split('/'))))] as const];
  };
  return (await Promise.all(paths.map(read))).flat();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function reportValidator(): Promise<ValidateFunction<Report>> {
  const schema = await readFile(new URL('../../schema/report.schema.json', import.meta.url), 'utf8');
  const ajv = new Ajv2020({ allErrors: false, allowUnionTypes: true });
  addFormats.default(ajv);
  return ajv.compile<Report>(JSON.parse(schema) as object);
}

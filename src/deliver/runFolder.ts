/** Runs on disk: a new folder for each, `latest` put in place by rename, and what the previous run found. */

import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { writeAtomically } from '../disk/writeAtomically.ts';
import type { Status } from '../model/finding.ts';
import { UserError } from '../model/problem.ts';
import type { Report, ReportFile, ReportSummary } from '../model/report.ts';

/** Makes the folder of a run that started at that time; `-2` and so on when its name is taken. Legal on Windows too. */
export async function makeRunFolder(out: string, startedAt: string): Promise<{ id: string; folder: string }> {
  const name = `${startedAt.slice(0, 19).replaceAll(':', '-')}Z`;
  await mkdir(out, { recursive: true });
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

export async function writeFiles(folder: string, files: readonly ReportFile[]): Promise<void> {
  for (const file of files) {
    const target = path.join(folder, ...file.path.split('/'));
    await mkdir(path.dirname(target), { recursive: true });
    await writeAtomically(target, file.content);
  }
}

/** Replaces `latest` by a real copy of the run: readers see the old one or the new one, never a half. */
export async function publishLatest(out: string, folder: string): Promise<void> {
  const latest = path.join(out, 'latest');
  const draft = path.join(out, `.latest-${path.basename(folder)}`);
  const old = path.join(out, `.old-${path.basename(folder)}`);
  await rm(draft, { recursive: true, force: true });
  await cp(folder, draft, { recursive: true });
  await rename(latest, old).catch(() => {});
  await rename(draft, latest);
  await rm(old, { recursive: true, force: true });
}

export interface PreviousRun {
  readonly findings: ReadonlyMap<
    string,
    { readonly status: Status; readonly since: string; readonly isWrong: boolean }
  >;
  readonly history: readonly { readonly at: string; readonly summary: ReportSummary }[];
}

type Fields = Readonly<Record<string, unknown>>;

/** What `reports/latest` holds; null when there is none, or none that can be read. */
export async function readPrevious(out: string): Promise<PreviousRun | null> {
  const text = await readFile(path.join(out, 'latest', 'report.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return previousOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function previousOf(report: unknown): PreviousRun | null {
  if (!isObject(report) || report.schemaVersion !== 1 || !Array.isArray(report.profiles)) return null;
  const findings = report.profiles
    .filter(isObject)
    .flatMap(({ findings: list }) => (Array.isArray(list) ? list.filter(isObject) : []))
    .flatMap(({ key, status, since }) =>
      typeof key === 'string' && typeof since === 'string' && isStatus(status)
        ? [[key, { status, since, isWrong: status === 'deviating' || status === 'absent' }] as const]
        : [],
    );
  const history = Array.isArray(report.history) ? report.history.filter(isHistory) : [];
  return { findings: new Map(findings), history };
}

const STATUSES: readonly unknown[] = ['ok', 'deviating', 'absent', 'unverifiable', 'not-applicable', 'waived'];
const isStatus = (value: unknown): value is Status => STATUSES.includes(value);
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isHistory = (value: unknown): value is PreviousRun['history'][number] =>
  isObject(value) && typeof value.at === 'string' && isObject(value.summary);

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
  const validate = await reportValidator();
  if (!validate(report))
    throw refuse(
      `this is not a report of Bijwerken (${validate.errors?.[0]?.instancePath} ${validate.errors?.[0]?.message}).`,
    );
  const assets = path.join(folder, 'assets');
  const names = (await readdir(assets).catch(() => [])).filter((name) => /^[0-9a-f]{64}\.png$/.test(name));
  const images = await Promise.all(names.map(async (name) => [name, await readFile(path.join(assets, name))] as const));
  return { report, images: new Map(images) };
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

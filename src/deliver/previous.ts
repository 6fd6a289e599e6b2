/** What `reports/latest` holds of the run before this one. A file of another make is none: the night is then a first one. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Severity, Status } from '../model/finding.ts';
import type { LastSeen, PreviousFinding, PreviousFindings } from '../model/previous.ts';
import type { ReportSummary } from '../model/report.ts';

export interface PreviousRun {
  readonly run: { readonly id: string; readonly startedAt: string };
  readonly findings: PreviousFindings;
  readonly history: readonly { readonly at: string; readonly summary: ReportSummary }[];
  /** Important networks on which there was no profile. */
  readonly missing: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Null when there is none, or none that can be read. */
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
  const run = runOf(report.run);
  const findings = report.profiles
    .filter(isObject)
    .flatMap(({ findings: list }) => (Array.isArray(list) ? list.filter(isObject) : []))
    .flatMap((finding) => findingOf(finding, run.startedAt));
  const history = Array.isArray(report.history) ? report.history.filter(isHistory) : [];
  const presence = Array.isArray(report.presence) ? report.presence.filter(isObject) : [];
  const missing = presence.flatMap(({ network, status }) =>
    typeof network === 'string' && status === 'missing' ? [network] : [],
  );
  return { run, findings: new Map(findings), history, missing };
}

const runOf = (run: unknown): PreviousRun['run'] => {
  const { id, startedAt } = isObject(run) ? run : {};
  return { id: isText(id) ? id : '', startedAt: isInstant(startedAt) ? startedAt : '' };
};

function findingOf(finding: Fields, at: string): [string, PreviousFinding][] {
  const { key, status, since, lastSeen, fixedAt, args } = finding;
  if (!isText(key) || !isInstant(since) || !isStatus(status)) return [];
  const last = status === 'unverifiable' ? lastOf(finding.last) : lastOf({ ...finding, at });
  const made = {
    status,
    since,
    ...(isStatus(lastSeen) ? { lastSeen } : {}),
    ...(last ? { last } : {}),
    ...(isInstant(fixedAt) ? { fixedAt } : {}),
    ...fieldsIn(args),
  };
  return [[key, made]];
}

function lastOf(value: unknown): LastSeen | null {
  if (!isObject(value)) return null;
  const { at, code, args, status, severity, expected, found } = value;
  if (!isInstant(at) || !isText(code) || !isStatus(status) || !isSeverity(severity)) return null;
  return { at, code, args: argsOf(args), status, severity, expected: textOrNull(expected), found: textOrNull(found) };
}

const argsOf = (args: unknown): LastSeen['args'] =>
  Object.fromEntries(Object.entries(isObject(args) ? args : {}).filter(isArgument));

const isArgument = (entry: [string, unknown]): entry is [string, string | number | null] =>
  entry[1] === null || typeof entry[1] === 'string' || typeof entry[1] === 'number';

const fieldsIn = (args: unknown) => (isObject(args) && isText(args.field) ? { fields: args.field.split(', ') } : {});

const STATUSES: readonly unknown[] = ['ok', 'deviating', 'absent', 'unverifiable', 'not-applicable', 'waived'];
const SEVERITIES: readonly unknown[] = ['error', 'warning', 'info'];
const isStatus = (value: unknown): value is Status => STATUSES.includes(value);
const isSeverity = (value: unknown): value is Severity => SEVERITIES.includes(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const textOrNull = (value: unknown): string | null => (isText(value) ? value : null);
const isInstant = (value: unknown): value is string => isText(value) && !Number.isNaN(Date.parse(value));
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isHistory = (value: unknown): value is PreviousRun['history'][number] =>
  isObject(value) && isText(value.at) && isObject(value.summary);

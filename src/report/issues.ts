/** `issues/`: the body of one issue per owner, and `issues.json`, by which a CI step opens, updates and closes them. */

import { createHash } from 'node:crypto';
import type { Report, ReportFile, ReportProfile } from '../model/report.ts';
import { catalogue } from '../words/index.ts';
import { isAsking, isWrong, missingNetworks } from './facts.ts';
import { issueBody, type OwnerIssue, unseenOf } from './issueBody.ts';
import { oneLine } from './visible.ts';

/** `keep`: a run that did not look everywhere neither opens nor closes. */
export type IssueState = 'open' | 'close' | 'keep';

/** One entry of `issues.json`. */
export interface IssueEntry {
  readonly owner: string | null;
  /** Stands hidden in the body: by this the next run finds its issue. Lower case letters, digits, `:` and `=`. */
  readonly marker: string;
  readonly state: IssueState;
  readonly title: string;
  /** Path of the body, inside the run's folder. */
  readonly file: string;
  /** Profiles that ask something of this owner. */
  readonly profiles: number;
  readonly findings: number;
  readonly new: number;
  readonly fixed: number;
}

/** GitHub takes 256 characters, GitLab 255. */
const MOST_TITLE = 240;
const MOST_BRAND = 120;

export function renderIssues(report: Report): ReportFile[] {
  const { id, startedAt, complete, partial } = report.run;
  const owned = ownersOf(report).map((issue) => ({ issue, entry: entryOf(report, issue) }));
  const index = {
    version: 1,
    run: { id, startedAt, whole: complete && !partial },
    issues: owned.map(({ entry }) => entry),
  };
  return [
    { path: 'issues.json', content: `${JSON.stringify(index, null, 2)}\n` },
    ...owned.map(({ issue, entry }) => ({ path: entry.file, content: issueBody(report, issue, entry) })),
  ];
}

/** Everybody who owns a profile, also who has nothing to do: theirs is closed. Without an owner comes last. */
function ownersOf(report: Report): OwnerIssue[] {
  const missing = missingNetworks(report);
  const owners = new Set(report.profiles.map(({ owner }) => owner));
  if (missing.length > 0) owners.add(null);
  return [...owners].toSorted(byName).map((owner) => {
    const profiles = report.profiles.filter((profile) => profile.owner === owner);
    const ids = new Set(profiles.map(({ id }) => id));
    return {
      owner,
      asking: profiles.filter(isAsking),
      unseen: profiles.flatMap(unseenOf),
      missing: owner === null ? missing : [],
      fixed: (report.fixed ?? []).filter(({ profile }) => ids.has(profile)),
    };
  });
}

/** By code unit, the same on every machine. */
function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function entryOf(report: Report, { owner, asking, unseen, missing, fixed }: OwnerIssue): IssueEntry {
  const { complete, partial } = report.run;
  const isOpen = asking.length + unseen.length + missing.length > 0;
  const digest = digestOf([report.brand.name, owner]);
  const wrong = wrongIn(asking);
  return {
    owner,
    marker: `bijwerken:issue=${digest}`,
    state: !complete || partial ? 'keep' : isOpen ? 'open' : 'close',
    title: oneLine(titleOf(report, { asking, missing, isOpen }), MOST_TITLE),
    file: `issues/${nameOf(owner, digest)}.md`,
    profiles: asking.length,
    findings: wrong.length,
    new: wrong.filter(({ isNew }) => isNew).length,
    fixed: fixed.length,
  };
}

function titleOf(
  report: Report,
  { asking, missing, isOpen }: Pick<OwnerIssue, 'asking' | 'missing'> & { readonly isOpen: boolean },
): string {
  const { issue } = catalogue(report.run.language).forms;
  const brand = oneLine(report.brand.name, MOST_BRAND);
  if (!isOpen) return issue.titleDone(brand);
  if (asking.length > 0) return issue.title(brand, asking.length);
  return missing.length > 0 ? issue.titleMissing(brand, missing.length) : issue.titleUnseen(brand);
}

const wrongIn = (profiles: readonly ReportProfile[]) => profiles.flatMap(({ findings }) => findings.filter(isWrong));

/** Two brands in one repository each have their own. */
const digestOf = (parts: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);

/** Legal on every system, and different for owners that look alike. */
function nameOf(owner: string | null, digest: string): string {
  if (owner === null) return 'no-owner';
  const name = owner
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${name === '' ? 'owner' : name}-${digest.slice(0, 8)}`;
}

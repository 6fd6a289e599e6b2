/** The difference of any two runs. What was not seen in either of them is neither new nor solved. Facts only; words come later. */

import type { Verdict } from '../model/audit.ts';
import type { Report, ReportFinding, ReportProfile } from '../model/report.ts';
import { isWrong } from './facts.ts';
import { byUrgency } from './order.ts';

/** One check of one profile, as each run saw it; null where that run did not ask it. */
export interface FindingChange {
  readonly key: string;
  readonly profile: string;
  readonly before: ReportFinding | null;
  readonly after: ReportFinding | null;
}

export interface VerdictChange {
  readonly profile: string;
  readonly before: Verdict;
  readonly after: Verdict;
}

interface ComparedRun {
  readonly id: string;
  readonly startedAt: string;
  readonly brand: string;
  /** Over all profiles, and ended by itself. */
  readonly whole: boolean;
  readonly coverage: { readonly profiles: number; readonly fields: number };
}

export interface Comparison {
  readonly before: ComparedRun;
  readonly after: ComparedRun;
  readonly new: readonly FindingChange[];
  readonly fixed: readonly FindingChange[];
  /** Wrong in both, and not in the same way. */
  readonly changed: readonly FindingChange[];
  /** Wrong in one, and not seen in the other. */
  readonly unseen: readonly FindingChange[];
  /** Wrong in one, and not asked in the other: the check or the profile was not there. */
  readonly notAsked: readonly FindingChange[];
  readonly verdicts: readonly VerdictChange[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

type Kind = 'new' | 'fixed' | 'changed' | 'unseen' | 'notAsked' | 'same';

export function compareRuns(before: Report, after: Report): Comparison {
  const [one, other] = [runOf(before), runOf(after)];
  const earlier = new Map(before.profiles.map((profile) => [profile.id, profile]));
  const later = new Map(after.profiles.map((profile) => [profile.id, profile]));
  const profiles = [...byUrgency(after.profiles), ...byUrgency(before.profiles).filter(({ id }) => !later.has(id))];
  const changes = profiles
    .flatMap(({ id }) => changesOf(id, earlier.get(id), later.get(id)))
    .map((change) => ({ change, kind: kindOf(change, one.whole) }));
  const of = (kind: Kind) => changes.filter((each) => each.kind === kind).map(({ change }) => change);
  return {
    before: one,
    after: other,
    new: of('new'),
    fixed: of('fixed'),
    changed: of('changed'),
    unseen: of('unseen'),
    notAsked: of('notAsked'),
    verdicts: profiles.flatMap(({ id }) => verdictChange(earlier.get(id), later.get(id))),
    // Of a run over a choice of the profiles, the others are not gone.
    added: one.whole ? after.profiles.filter(({ id }) => !earlier.has(id)).map(({ id }) => id) : [],
    removed: other.whole ? before.profiles.filter(({ id }) => !later.has(id)).map(({ id }) => id) : [],
  };
}

const runOf = ({ run, brand, summary: { coverage } }: Report): ComparedRun => ({
  id: run.id,
  startedAt: run.startedAt,
  brand: brand.name,
  whole: run.complete && !run.partial,
  coverage: { profiles: coverage.profiles, fields: coverage.fields },
});

function changesOf(profile: string, before: ReportProfile | undefined, after: ReportProfile | undefined) {
  const [earlier, later] = [findingsOf(before), findingsOf(after)];
  return [...new Set([...later.keys(), ...earlier.keys()])].map(
    (key): FindingChange => ({ key, profile, before: earlier.get(key) ?? null, after: later.get(key) ?? null }),
  );
}

const findingsOf = (profile: ReportProfile | undefined): ReadonlyMap<string, ReportFinding> =>
  new Map((profile?.findings ?? []).map((finding) => [finding.key, finding]));

function kindOf({ before, after }: FindingChange, sawAllBefore: boolean): Kind {
  const [was, is] = [before !== null && isWrong(before), after !== null && isWrong(after)];
  if (!was && !is) return 'same';
  if (before?.status === 'unverifiable' || after?.status === 'unverifiable') return 'unseen';
  // A check or a profile that the earlier run should have had, and had not, came later: that is new, as every night.
  if (after === null || (before === null && !sawAllBefore)) return 'notAsked';
  if (was && is) return before && isSame(before, after) ? 'same' : 'changed';
  return is ? 'new' : 'fixed';
}

const isSame = (before: ReportFinding, after: ReportFinding): boolean =>
  before.code === after.code &&
  before.status === after.status &&
  before.expected === after.expected &&
  (before.normalised === null && after.normalised === null
    ? before.found === after.found
    : before.normalised === after.normalised);

const verdictChange = (before: ReportProfile | undefined, after: ReportProfile | undefined): VerdictChange[] =>
  before && after && before.verdict !== after.verdict
    ? [{ profile: after.id, before: before.verdict, after: after.verdict }]
    : [];

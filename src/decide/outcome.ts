/** What a run ends with: coverage, counts, and the exit code with its reasons. */

import { type ProfileAudit, VERDICTS, type Verdict } from '../model/audit.ts';
import type { FailOn } from '../model/config.ts';
import { countsAlways, failsRun } from '../model/failing.ts';
import type { Severity } from '../model/finding.ts';
import type { ReportSummary } from '../model/report.ts';
import { isWrong } from './series.ts';

/** A registered important network, or a missing one. */
export interface Presence {
  readonly network: string;
  readonly status: 'present' | 'missing';
  readonly important: boolean;
  readonly severity?: Severity;
  readonly action?: 'create';
}

export function summarise(
  audits: readonly ProfileAudit[],
  sincePrevious: ReportSummary['sincePrevious'],
): ReportSummary {
  const verdicts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of audits) verdicts[verdict] += 1;
  const findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { decisions } of audits) {
    for (const { status, severity } of decisions) if (isWrong(status)) findings[severity] += 1;
  }
  const fields = sum(audits.map(({ seen }) => seen.fields));
  const of = sum(audits.map(({ seen }) => seen.of));
  return {
    profiles: audits.length,
    verdicts,
    findings,
    coverage: {
      profiles: audits.length === 0 ? 0 : round((audits.length - verdicts.unverifiable) / audits.length),
      fields: of === 0 ? 0 : round(fields / of),
      ...shareByHand(audits, of),
    },
    sincePrevious,
  };
}

/** Counted apart: a person's look is no sign that the sources see. */
function shareByHand(audits: readonly ProfileAudit[], of: number): Pick<ReportSummary['coverage'], 'byHand'> {
  const fields = sum(audits.map(({ seen }) => seen.byHand?.length ?? 0));
  if (fields === 0) return {};
  const alone = audits.filter(
    ({ reading, verdict, seen }) => seen.byHand && reading.outcome !== 'profile' && verdict !== 'unverifiable',
  );
  return { byHand: { profiles: round(alone.length / audits.length), fields: round(fields / of) } };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const round = (share: number) => Math.round(share * 10_000) / 10_000;

export function presenceOf(
  important: readonly string[],
  audits: readonly ProfileAudit[],
  registered: readonly string[],
  severity: Severity | 'off',
): Presence[] {
  if (severity === 'off') return [];
  const absent = (network: string) => {
    const there = audits.filter(({ visit }) => visit.entry.network === network);
    return there.length > 0 ? there.every(({ verdict }) => verdict === 'gone') : !registered.includes(network);
  };
  const others = [...new Set(registered)].filter((network) => !important.includes(network));
  return [
    ...important.map(
      (network): Presence =>
        absent(network)
          ? { network, status: 'missing', important: true, severity, action: 'create' }
          : { network, status: 'present', important: true },
    ),
    ...others.map(
      (network): Presence => ({ network, status: absent(network) ? 'missing' : 'present', important: false }),
    ),
  ];
}

export interface Ending {
  readonly exitCode: 0 | 1 | 3;
  /** Codes: `interrupted`, `coverage`, `findings`, `new-findings`, `missing-networks`. */
  readonly exitReasons: readonly string[];
}

export interface EndingInput {
  readonly audits: readonly ProfileAudit[];
  readonly presence: readonly Presence[];
  readonly coverage: number;
  readonly minCoverage: number;
  readonly failOn: FailOn;
  readonly complete: boolean;
  /** Without a previous run everything is new: a lost cache may not make a night green. */
  readonly hasPrevious: boolean;
  /** Networks that the previous run missed too. */
  readonly missedBefore?: readonly string[];
}

/** The first that applies: 3 for a run that is not whole, 1 for findings, 0. */
export function endingOf(input: EndingInput): Ending {
  const { audits, presence, coverage, minCoverage, failOn, complete, hasPrevious, missedBefore } = input;
  const reasons: string[] = [];
  if (!complete) reasons.push('interrupted');
  if (coverage < minCoverage) reasons.push('coverage');
  const wrong = audits.flatMap(({ decisions }) => decisions).filter(({ status }) => isWrong(status));
  const counted = wrong.filter((decision) => failsRun(decision, failOn, hasPrevious));
  const missing = presence.filter(
    ({ network, status, severity }) =>
      status === 'missing' &&
      severity !== undefined &&
      (countsAlways(severity, failOn) ||
        (failOn === 'new' && severity !== 'info' && !(missedBefore ?? []).includes(network))),
  );
  const failing = [
    ...(counted.length > 0 ? [failOn === 'new' ? 'new-findings' : 'findings'] : []),
    ...(missing.length > 0 ? ['missing-networks'] : []),
  ];
  if (reasons.length > 0) return { exitCode: 3, exitReasons: [...reasons, ...failing] };
  return { exitCode: failing.length > 0 ? 1 : 0, exitReasons: failing };
}

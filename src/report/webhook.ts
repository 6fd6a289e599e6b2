/** A run as JSON for another program: the counts of report.json, and every finding that deviates, with its sentence. Pure. */

import type { CheckId, Severity, Status } from '../model/finding.ts';
import type { Report, ReportFinding, ReportProfile, ReportSummary } from '../model/report.ts';
import { describeFinding, type Words } from '../words/index.ts';
import type { MessageCounts } from '../words/mail.ts';
import { isWrong } from './facts.ts';
import { safeAddress } from './html/link.tsx';
import { newsOf } from './news.ts';
import { bySeverity, byUrgency } from './order.ts';
import { cut } from './visible.ts';

export interface WebhookFinding {
  readonly key: string;
  readonly profile: string;
  readonly network: string;
  readonly url: string;
  readonly owner: string | null;
  readonly check: CheckId;
  readonly code: string;
  readonly status: Status;
  readonly severity: Severity;
  readonly expected: string | null;
  readonly found: string | null;
  readonly since: string;
  readonly isNew: boolean;
  readonly isBack: boolean;
  /** In the run's language. */
  readonly sentence: string;
}

export interface WebhookBody {
  readonly version: 1;
  readonly type: 'run.finished';
  readonly run: Pick<Report['run'], 'id' | 'startedAt' | 'finishedAt' | 'complete' | 'exitCode' | 'exitReasons'> & {
    readonly partial: boolean;
  };
  readonly brand: string;
  readonly reportUrl: string | null;
  readonly counts: MessageCounts;
  readonly summary: ReportSummary;
  readonly missingNetworks: readonly string[];
  readonly findings: readonly WebhookFinding[];
  /** How many findings did not fit. */
  readonly findingsLeftOut: number;
  readonly fixed: readonly { readonly key: string; readonly profile: string; readonly check: CheckId }[];
}

const MOST_FINDINGS = 1_000;
const MOST_CHARACTERS = 2_000;

export function webhookBody(report: Report, words: Words, reportUrl: string | null): WebhookBody {
  const { run, summary, brand, presence, fixed = [] } = report;
  const findings = byUrgency(report.profiles).flatMap((profile) =>
    bySeverity(profile.findings.filter(isWrong)).map((finding) => findingOf(profile, finding, words)),
  );
  const { id, startedAt, finishedAt, complete, exitCode, exitReasons } = run;
  return {
    version: 1,
    type: 'run.finished',
    run: { id, startedAt, finishedAt, complete, exitCode, exitReasons, partial: run.partial !== undefined },
    brand: brand.name,
    reportUrl: reportUrl === null ? null : safeAddress(reportUrl),
    counts: newsOf(report),
    summary,
    missingNetworks: presence
      .filter(({ status, important }) => important && status === 'missing')
      .map((one) => one.network),
    findings: findings.slice(0, MOST_FINDINGS),
    findingsLeftOut: Math.max(0, findings.length - MOST_FINDINGS),
    fixed: fixed.map(({ key, profile, check }) => ({ key, profile, check })),
  };
}

const shortened = (text: string): string => (text.length > MOST_CHARACTERS ? `${cut(text, MOST_CHARACTERS)}…` : text);

const findingOf = (profile: ReportProfile, finding: ReportFinding, words: Words): WebhookFinding => ({
  key: finding.key,
  profile: profile.id,
  network: profile.network,
  url: profile.url,
  owner: profile.owner,
  check: finding.check,
  code: finding.code,
  status: finding.status,
  severity: finding.severity,
  expected: finding.expected === null ? null : shortened(finding.expected),
  found: finding.found === null ? null : shortened(finding.found),
  since: finding.since,
  isNew: finding.isNew,
  isBack: finding.isBack === true,
  sentence: shortened(describeFinding(words, finding)),
});

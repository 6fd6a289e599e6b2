/** A part of a report as a report of its own: some profiles, with every count made anew. Pure. */

import type { Verdict } from '../model/audit.ts';
import type { Severity } from '../model/finding.ts';
import type { Report, ReportProfile, ReportSummary } from '../model/report.ts';
import { isWrong } from './facts.ts';

/** What belongs to no profile, such as a network where one is missing, is left out. */
export function scopedTo(report: Report, ids: ReadonlySet<string>): Report {
  const profiles = report.profiles.filter(({ id }) => ids.has(id));
  const fixed = report.fixed?.filter(({ profile }) => ids.has(profile));
  return {
    ...report,
    profiles,
    ...(fixed ? { fixed } : {}),
    presence: [],
    history: [],
    summary: summaryOf(profiles, report.summary.sincePrevious && { fixed: fixed?.length ?? 0 }),
  };
}

function summaryOf(profiles: readonly ReportProfile[], since: { readonly fixed: number } | null): ReportSummary {
  const findings = profiles.flatMap((profile) => profile.findings);
  const withVerdict = (verdict: Verdict) => profiles.filter((profile) => profile.verdict === verdict).length;
  const wrong = (severity: Severity) => findings.filter((one) => isWrong(one) && one.severity === severity).length;
  const total = (key: 'fields' | 'of') => profiles.reduce((sum, { seen }) => sum + seen[key], 0);
  return {
    profiles: profiles.length,
    verdicts: {
      consistent: withVerdict('consistent'),
      inconsistent: withVerdict('inconsistent'),
      dormant: withVerdict('dormant'),
      gone: withVerdict('gone'),
      suspended: withVerdict('suspended'),
      'network-closed': withVerdict('network-closed'),
      'taken-over': withVerdict('taken-over'),
      unverifiable: withVerdict('unverifiable'),
    },
    findings: { error: wrong('error'), warning: wrong('warning'), info: wrong('info') },
    coverage: {
      profiles: share(profiles.length - withVerdict('unverifiable'), profiles.length),
      fields: share(total('fields'), total('of')),
    },
    sincePrevious: since && { new: findings.filter(({ isNew }) => isNew).length, fixed: since.fixed },
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000);

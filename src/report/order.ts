/** Most urgent first: one order for the page, the terminal and every other form. */

import type { Verdict } from '../model/audit.ts';
import type { Severity } from '../model/finding.ts';
import type { ReportFinding, ReportProfile } from '../model/report.ts';
import { isWrong } from './facts.ts';

const SEVERITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Somebody else under our name first; what can wait a day last. */
const VERDICT: Readonly<Record<Verdict, number>> = {
  'taken-over': 0,
  suspended: 1,
  gone: 2,
  inconsistent: 3,
  dormant: 5,
  'network-closed': 6,
  unverifiable: 7,
  consistent: 9,
};

export function urgency({ verdict, findings }: ReportProfile): number {
  if (verdict === 'inconsistent') return findings.some((f) => isWrong(f) && f.severity === 'error') ? 3 : 4;
  if (verdict === 'unverifiable' && findings.some(({ code }) => code === 'activity.perhaps-dormant')) return 6.5;
  return VERDICT[verdict];
}

export const byUrgency = (profiles: readonly ReportProfile[]): readonly ReportProfile[] =>
  profiles.toSorted((a, b) => urgency(a) - urgency(b) || compare(a.networkName, b.networkName) || compare(a.id, b.id));

export const bySeverity = (findings: readonly ReportFinding[]): readonly ReportFinding[] =>
  findings.toSorted((a, b) => weight(a) - weight(b));

/** What decided the verdict stands before what was overruled. */
const weight = ({ check, severity }: ReportFinding) =>
  SEVERITY[severity] * 10 + (check.startsWith('presence.') ? 0 : check.startsWith('activity.') ? 1 : 2);

/** By code unit: the same on every machine. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

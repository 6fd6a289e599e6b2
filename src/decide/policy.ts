/** Importance, waivers and age of each finding: the user's policy over the checks' facts. */

import { isAsked } from '../model/asked.ts';
import type { Decision } from '../model/audit.ts';
import type { ProfileEntry, Settings, Waiver } from '../model/config.ts';
import type { CheckId, Finding, Severity, Status } from '../model/finding.ts';
import { NEVER_WAIVED } from '../model/neverWaived.ts';
import type { PreviousFindings } from '../model/previous.ts';
import { isWrong, seriesOf } from './series.ts';

export interface PolicyInput {
  readonly entry: ProfileEntry;
  readonly settings: Settings;
  /** The default importance of each check. */
  readonly severities: Readonly<Partial<Record<CheckId, Severity>>>;
  /** The run's time: ISO 8601. */
  readonly now: string;
  /** Findings of the previous complete run by key; null without one. */
  readonly previous: PreviousFindings | null;
}

/** Checks that are switched off or ignored leave no decision. */
export function decideFindings(findings: readonly Finding[], input: PolicyInput): Decision[] {
  return findings
    .filter(({ check }) => isAsked(check, input.entry, input.settings))
    .map((finding) => decide(finding, input));
}

function decide(finding: Finding, input: PolicyInput): Decision {
  const { waiver, refused } = waiverFor(finding, input);
  const status: Status = waiver ? 'waived' : finding.status;
  const tonight = { status, waiverRefused: refused, now: input.now, hasPrevious: input.previous !== null };
  return {
    finding,
    status,
    severity: severityOf(finding, input),
    waiver,
    waiverRefused: refused,
    ...seriesOf(tonight, input.previous?.get(finding.key)),
  };
}

/** What a judgement says of its own weight holds, unless the user set the check. A milder judgement stays milder. */
function severityOf(finding: Finding, { settings, severities }: PolicyInput): Severity {
  const set = settings.checks[finding.check];
  const chosen = set === undefined || set === 'off' ? undefined : set;
  if (finding.severity === 'info') return 'info';
  return chosen ?? finding.severity ?? severities[finding.check] ?? 'error';
}

function waiverFor(
  finding: Finding,
  { entry, now }: PolicyInput,
): { waiver: Waiver | null; refused: Decision['waiverRefused'] } {
  const candidates = (entry.waivers ?? []).filter(({ check }) => check === finding.check);
  if (!isWrong(finding.status) || NEVER_WAIVED.includes(finding.check) || candidates.length === 0) {
    return { waiver: null, refused: null };
  }
  const sameValue = candidates.filter(({ accepts }) => accepts === finding.normalised || accepts === finding.found);
  const valid = sameValue.find(({ until }) => now.slice(0, 10) <= until);
  if (valid) return { waiver: valid, refused: null };
  return { waiver: null, refused: sameValue.length > 0 ? 'lapsed' : 'other-value' };
}

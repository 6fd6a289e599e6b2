/** Importance, waivers and age of each finding: the user's policy over the checks' facts. */

import { isAsked } from '../model/asked.ts';
import type { Decision } from '../model/audit.ts';
import type { ProfileEntry, Settings, Waiver } from '../model/config.ts';
import type { CheckId, Finding, Severity, Status } from '../model/finding.ts';

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

interface Previous {
  readonly status: Status;
  readonly since: string;
  readonly lastSeen?: Status;
  /** The fields it spoke of, where it can speak of several. */
  readonly fields?: readonly string[];
}

export type PreviousFindings = ReadonlyMap<string, Previous>;

/** These may be known, never excused: what could not be seen, and what is no longer ours. */
const NEVER_WAIVED: readonly CheckId[] = ['presence.exists', 'presence.identity'];

export const isWrong = (status: Status): boolean => status === 'deviating' || status === 'absent';

/** Checks that are switched off or ignored leave no decision. */
export function decideFindings(findings: readonly Finding[], input: PolicyInput): Decision[] {
  return findings
    .filter(({ check }) => isAsked(check, input.entry, input.settings))
    .map((finding) => decide(finding, input));
}

function decide(finding: Finding, input: PolicyInput): Decision {
  const { waiver, refused } = waiverFor(finding, input);
  const status: Status = waiver ? 'waived' : finding.status;
  const before = input.previous?.get(finding.key);
  const last = before?.status === 'unverifiable' ? before.lastSeen : before?.status;
  return {
    finding,
    status,
    severity: severityOf(finding, input),
    waiver,
    waiverRefused: refused,
    since: before && isSameSeries(status, before, refused) ? before.since : input.now,
    ...(status === 'unverifiable' && last ? { lastSeen: last } : {}),
    isNew: input.previous !== null && isWrong(status) && !(last && isWrong(last)),
  };
}

/** A night that could not see it breaks nothing; neither does a waiver, unless the value is another one by now. */
function isSameSeries(status: Status, before: Previous, refused: Decision['waiverRefused']): boolean {
  const isUnseen = before.status === 'unverifiable';
  const last = isUnseen ? before.lastSeen : before.status;
  const isStillThere = last !== undefined && isStanding(last);
  if (status === 'unverifiable') return isUnseen || isStillThere;
  return isStanding(status) && isStillThere && !(last === 'waived' && refused === 'other-value');
}

/** In which fields something stood when it was last seen; [] when in none. */
export function fieldsStoodIn(before: Previous | undefined): readonly string[] {
  const last = before?.status === 'unverifiable' ? before.lastSeen : before?.status;
  return before?.fields && last && isStanding(last) ? before.fields : [];
}

const isStanding = (status: Status): boolean => isWrong(status) || status === 'waived';

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

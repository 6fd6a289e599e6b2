/** Builders for findings, decisions and judged profiles: say only what a case is about. */

import type { Decision, ProfileAudit } from '../../src/model/audit.ts';
import type { CheckId, Finding, FindingCode, Status } from '../../src/model/finding.ts';
import { AT, aContext } from './subject.ts';
import { aVisit } from './visits.ts';

/** A code that says this status of a check, where the code itself is not what a case is about. */
const CODES: Readonly<Record<Exclude<Status, 'waived'>, FindingCode>> = {
  ok: 'name.same',
  deviating: 'name.differs',
  absent: 'field.empty',
  unverifiable: 'field.not-found',
  'not-applicable': 'field.not-on-network',
};

type FindingParts = Partial<Omit<Finding, 'code' | 'check' | 'status'>>;

export function finding(
  check: CheckId,
  status: Exclude<Status, 'waived'>,
  parts: FindingParts = {},
  code: FindingCode = CODES[status],
): Finding {
  const said = { expected: null, found: null, normalised: null, evidence: [], ...parts };
  return { key: `p/${check}`, args: {}, ...said, code, check, status } as Finding;
}

export const decision = (of: Finding, parts: Partial<Decision> = {}): Decision => ({
  finding: of,
  status: of.status,
  severity: 'error',
  waiver: null,
  waiverRefused: null,
  since: AT,
  isNew: false,
  ...parts,
});

export const anAudit = (parts: Partial<ProfileAudit> = {}): ProfileAudit => ({
  visit: aVisit(),
  reading: aContext().reading,
  decisions: [],
  verdict: 'consistent',
  seen: { fields: 1, of: 1, unseen: [] },
  assets: [],
  sources: [],
  images: [],
  ...parts,
});

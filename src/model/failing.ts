/** Which findings end a run with exit code 1: decided once, for the exit code and for every form that CI reads. */

import type { FailOn } from './config.ts';
import type { Severity } from './finding.ts';

/** A finding that is wrong; whether it is, is asked before. */
export interface WrongFinding {
  readonly severity: Severity;
  readonly isNew: boolean;
  readonly waiverRefused: 'other-value' | 'lapsed' | null;
}

/** Without a previous run everything is new: a lost cache may not make a night green. */
export const failsRun = (finding: WrongFinding, failOn: FailOn, hasPrevious: boolean): boolean =>
  countsAlways(finding.severity, failOn) || (failOn === 'new' && isFresh(finding, hasPrevious));

/** By its severity alone, new or old. */
export function countsAlways(severity: Severity, failOn: FailOn): boolean {
  if (failOn === 'error') return severity === 'error';
  if (failOn === 'warning') return severity !== 'info';
  return false;
}

const isFresh = ({ isNew, waiverRefused, severity }: WrongFinding, hasPrevious: boolean) =>
  severity !== 'info' && (isNew || !hasPrevious || waiverRefused === 'lapsed');

/** What the previous run left to this one: each finding as it last stood. Read from a stored report, validated at the border. */

import type { Severity, Status } from './finding.ts';

/** A finding as some earlier run saw it; its sentence comes from the code and the arguments. */
export interface LastSeen {
  /** ISO instant of the run that saw it. */
  readonly at: string;
  readonly code: string;
  readonly args: Readonly<Record<string, string | number | null>>;
  readonly status: Status;
  readonly severity: Severity;
  readonly expected: string | null;
  readonly found: string | null;
}

export interface PreviousFinding {
  readonly status: Status;
  readonly since: string;
  /** Of what could not be seen that night: what an earlier one said that could. */
  readonly lastSeen?: Status;
  /** What was so when it was last seen, that night or earlier; left out where an older version did not keep it. */
  readonly last?: LastSeen;
  /** When it was put right; kept for as long as it stays so, to tell when it comes back. */
  readonly fixedAt?: string;
  /** The fields it spoke of, where it can speak of several. */
  readonly fields?: readonly string[];
}

export type PreviousFindings = ReadonlyMap<string, PreviousFinding>;

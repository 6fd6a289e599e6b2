/** Waivers that will lapse soon: told in time, so that nobody is surprised by a finding that was there all along. */

import type { ProfileAudit } from '../model/audit.ts';
import type { ReportNotice } from '../model/report.ts';

const SOON_DAYS = 14;
const DAY_MS = 86_400_000;

/** Only those that hold tonight: what they accepted is still there. `now` is the run's time, ISO 8601. */
export function waiverNotices(audits: readonly ProfileAudit[], now: string): ReportNotice[] {
  const soon = new Date(Date.parse(now) + SOON_DAYS * DAY_MS).toISOString().slice(0, 10);
  return audits.flatMap(({ visit, decisions }) =>
    decisions.flatMap(({ finding, waiver }) => {
      if (!waiver || waiver.until > soon) return [];
      const args = { check: finding.check, profile: visit.entry.id, until: waiver.until };
      return [{ code: 'waiver-lapsing', severity: 'warning', network: visit.entry.network, args } as const];
    }),
  );
}

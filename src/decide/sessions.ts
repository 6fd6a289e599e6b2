/** What there is to mind about the organisation's own logins: facts about the session, never about a profile. */

import type { ProfileAudit } from '../model/audit.ts';
import type { ReportNotice } from '../model/report.ts';

/** One notice for each network whose session was not let through tonight. */
export function sessionNotices(audits: readonly ProfileAudit[]): readonly ReportNotice[] {
  const names = [...new Set(audits.map(({ visit }) => visit.entry.network))];
  return names.flatMap((network): ReportNotice[] => {
    const asked = audits.filter(({ visit }) => visit.entry.network === network).flatMap(({ sources }) => sources);
    const outcomes = asked.filter(({ source }) => source === 'session').map(({ outcome }) => outcome);
    const notice = (code: ReportNotice['code']): ReportNotice => ({ code, severity: 'warning', network, args: {} });
    if (outcomes.includes('challenge')) return [notice('session-challenged')];
    return outcomes.includes('login-wall') ? [notice('session-expired')] : [];
  });
}

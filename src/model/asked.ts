/** Whether a check is asked of a profile: the settings, the profile's own list, and what this version cannot judge. */

import type { ProfileEntry, Settings } from './config.ts';
import type { CheckId } from './finding.ts';

/** When a seasonal profile may be silent is not known here: better no verdict than a wrong one. */
const NOT_FOR_SEASONAL: readonly CheckId[] = ['activity.dormant', 'activity.never-posted'];

export function isAsked(check: CheckId, entry: ProfileEntry, { checks }: Pick<Settings, 'checks'>): boolean {
  if (checks[check] === 'off' || (entry.ignore ?? []).includes(check)) return false;
  return entry.activeMonths === undefined || !NOT_FOR_SEASONAL.includes(check);
}

/** Whether a check is asked of a profile: the settings, and the profile's own list. */

import type { ProfileEntry, Settings } from './config.ts';
import type { CheckId } from './finding.ts';

export const isAsked = (check: CheckId, entry: ProfileEntry, { checks }: Pick<Settings, 'checks'>): boolean =>
  checks[check] !== 'off' && !(entry.ignore ?? []).includes(check);

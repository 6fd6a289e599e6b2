/** Checks whose findings may be known, never excused: what is gone, and what is no longer ours. */

import type { CheckId } from './finding.ts';

export const NEVER_WAIVED: readonly CheckId[] = ['presence.exists', 'presence.identity'];

/** Does the network itself still exist? Known from a list, never from a page. */

import type { PresenceCheck } from '../model/check.ts';
import { deviating } from '../model/finding.ts';

export const networkClosed: PresenceCheck = {
  id: 'presence.network-closed',
  severity: 'error',
  judge({ network }) {
    if (!network.closed) return null;
    const { on, successor, source } = network.closed;
    const found = { kind: 'value', field: 'presence', locator: source, expected: [], found: [on] } as const;
    return deviating(
      'network.closed',
      { network: network.name, closedOn: on, successor, source },
      { found: on, normalised: on, evidence: [found] },
    );
  },
};

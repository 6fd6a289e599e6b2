/** When a waiver is announced to lapse. */

import { expect, test } from 'vitest';
import { waiverNotices } from '../../src/decide/waivers.ts';
import { anAudit, decision, finding } from '../support/decisions.ts';
import { aVisit } from '../support/visits.ts';

const waived = (until: string) => {
  const waiver = { check: 'info.name', accepts: 'x', reason: 'r', owner: 'noor@voorbeeld.nl', until } as const;
  return decision(finding('info.name', 'deviating'), { status: 'waived', waiver });
};
const notices = (until: string) =>
  waiverNotices([anAudit({ visit: aVisit({ id: 'li' }), decisions: [waived(until)] })], '2026-11-20T02:00:00.000Z');

test.each<readonly [string, boolean]>([
  ['2026-11-20', true],
  ['2026-12-04', true],
  ['2026-12-05', false],
  ['2027-11-20', false],
])('until %s: %s', (until, isTold) => {
  const args = { check: 'info.name', profile: 'li', until };
  const { network } = aVisit().entry;
  expect(notices(until)).toEqual(isTold ? [{ code: 'waiver-lapsing', severity: 'warning', network, args }] : []);
});

test('of what is no longer waived nothing is announced', () => {
  const refused = decision(finding('info.name', 'deviating'), { waiverRefused: 'lapsed' });
  expect(waiverNotices([anAudit({ decisions: [refused] })], '2026-11-20T02:00:00.000Z')).toEqual([]);
});

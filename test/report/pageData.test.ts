/** What the page lets its reader decide: only what `apply` would take. */

import { expect, test } from 'vitest';
import type { ReportFinding } from '../../src/model/report.ts';
import { pageData } from '../../src/report/html/data.ts';
import { aFinding, aProfile, aReport } from './building.ts';

const WEBSITE = ['website', 'Website', 'https://voorbeeld.nl'] as const;

/** As the page's script finds it, by its only finding. */
function offered(finding: ReportFinding): { field: string | null; accepts: string | null } {
  const { findings } = JSON.parse(pageData(aReport([aProfile('p', WEBSITE, 'inconsistent', [finding])])));
  const [one] = Object.values<{ field: string | null; accepts: string | null }>(findings);
  if (!one) throw new Error('nothing can be decided of it');
  return { field: one.field, accepts: one.accepts };
}

const name = (truncated: boolean) =>
  aFinding(
    'info.name',
    'deviating',
    'name.differs',
    {},
    {
      found: 'Voorbeeld NL',
      items: [{ kind: 'text', field: 'name', expected: 'V', found: 'Voorbeeld NL', truncated }],
    },
  );

test.each<readonly [string, ReportFinding, ReturnType<typeof offered>]>([
  ['a value that was found', name(false), { field: 'name', accepts: 'Voorbeeld NL' }],
  ['not as the right one when the network cut it', name(true), { field: null, accepts: 'Voorbeeld NL' }],
  [
    'not the account name: the address says what is expected',
    aFinding('info.handle', 'deviating', 'handle.differs', {}, { found: 'ander' }),
    { field: null, accepts: 'ander' },
  ],
  [
    'not what is gone',
    aFinding('presence.exists', 'deviating', 'presence.suspended', { sign: 's' }, { found: 'weg' }),
    { field: null, accepts: null },
  ],
])('%s', (_, finding, expected) => {
  expect(offered(finding)).toEqual(expected);
});

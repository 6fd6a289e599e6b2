/** What `bijwerken doctor` says of the tokens at hand. */

import { expect, test } from 'vitest';
import { tokens } from '../../src/cli/doctor.ts';

test('each token at hand is named, and none of its letters', () => {
  const env = { BIJWERKEN_TIKTOK_TOKEN: 'act.geheim', BIJWERKEN_GOOGLE_BUSINESS_TOKEN: 'ya29.geheim' };
  const told = tokens({ ...env, BIJWERKEN_PINTEREST_TOKEN: ' ', BIJWERKEN_NOBODY_TOKEN: 'x' });
  expect(told.map(({ what, mend }) => [what, mend])).toEqual([
    ['Token of Google', 'bijwerken doctor --network google-business'],
    ['Token of TikTok', 'bijwerken doctor --network tiktok'],
  ]);
  expect(told[1]?.detail).toBe(
    'BIJWERKEN_TIKTOK_TOKEN is set, for an interface that is read by its documentation alone; not tried here',
  );
  expect(JSON.stringify(told)).not.toContain('geheim');
});

test('without tokens nothing is said of them', () => {
  expect(tokens({})).toEqual([]);
});

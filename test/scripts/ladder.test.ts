/** The demo's last lines say for how many profiles the browser was needed. */

import { expect, test } from 'vitest';
import { ladderLine, ladderOf } from '../../scripts/ladder.ts';

const profile = (...sources: readonly string[]) => ({ capture: { sources: sources.map((source) => ({ source })) } });

test('profiles that climbed to the browser, of those that were asked', () => {
  const report = { profiles: [profile('api'), profile('http', 'browser', 'browser'), profile('http'), profile()] };
  expect(ladderOf(report)).toEqual({ asked: 3, browser: 1 });
  expect(ladderLine(ladderOf(report))).toBe(
    'The browser was needed for 1 of the 3 profiles that were asked (33 %); the others needed none.',
  );
});

test.each([undefined, null, {}, { profiles: 'none' }, { profiles: [null, {}, { capture: { sources: 1 } }] }])(
  'nothing in %j',
  (report) => {
    expect(ladderOf(report)).toEqual({ asked: 0, browser: 0 });
    expect(ladderLine({ asked: 0, browser: 0 })).toContain('(0 %)');
  },
);

/** Which checks are asked of which profile. */

import { expect, test } from 'vitest';
import { isAsked } from '../../src/model/asked.ts';
import type { ProfileEntry } from '../../src/model/config.ts';

const entry: ProfileEntry = { id: 'a', network: 'x', url: 'https://x.com/a' };

test('every check is asked unless something says otherwise', () => {
  expect(isAsked('info.bio', entry, { checks: {} })).toBe(true);
  expect(isAsked('info.bio', entry, { checks: { 'info.bio': 'off' } })).toBe(false);
  expect(isAsked('info.bio', entry, { checks: { 'info.bio': 'info' } })).toBe(true);
  expect(isAsked('info.bio', { ...entry, ignore: ['info.bio'] }, { checks: {} })).toBe(false);
  expect(isAsked('info.name', { ...entry, ignore: ['info.bio'] }, { checks: {} })).toBe(true);
});

test('a seasonal profile is asked whether it is silent', () => {
  const seasonal = { ...entry, activeMonths: [6, 7, 8] };
  expect(isAsked('activity.dormant', seasonal, { checks: {} })).toBe(true);
  expect(isAsked('activity.never-posted', seasonal, { checks: {} })).toBe(true);
});

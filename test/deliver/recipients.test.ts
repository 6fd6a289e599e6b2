/** Who is mailed about what. */

import { describe, expect, test } from 'vitest';
import { audiencesOf } from '../../src/deliver/recipients.ts';
import type { MailSettings } from '../../src/model/delivery.ts';

const people = new Map([
  ['jan', { name: 'Jan', email: 'jan@voorbeeld.nl' }],
  ['pers', { email: 'pers@voorbeeld.nl' }],
]);
const profiles = [
  { id: 'x', owner: 'jan' },
  { id: 'linkedin', owner: 'pers' },
  { id: 'facebook', owner: 'JAN@voorbeeld.nl' },
  { id: 'tiktok', owner: 'Afdeling communicatie' },
  { id: 'vimeo' },
];
const FROM = { from: 'bijwerken@voorbeeld.nl' };

const shown = (settings: Partial<MailSettings>, of: readonly { id: string; owner?: string }[] = profiles) =>
  audiencesOf({ ...FROM, ...settings }, of, people).map(({ scope, to, profiles: ids }) => [
    scope,
    to.map(({ email }) => email).join(' '),
    ids === null ? 'everything' : [...ids].join(' '),
  ]);

describe('recipients', () => {
  test('each owner is told what is theirs, whatever form they have', () => {
    expect(shown({})).toEqual([
      ['owner', 'jan@voorbeeld.nl', 'x facebook'],
      ['owner', 'pers@voorbeeld.nl', 'linkedin'],
    ]);
  });

  test('who is told of everything is not told of a part as well', () => {
    expect(shown({ to: ['jan', 'baas@voorbeeld.nl'] })).toEqual([
      ['all', 'jan@voorbeeld.nl baas@voorbeeld.nl', 'everything'],
      ['owner', 'pers@voorbeeld.nl', 'linkedin'],
    ]);
  });

  test('one mail for all', () => {
    expect(shown({ per: 'all' })).toEqual([['all', 'jan@voorbeeld.nl pers@voorbeeld.nl', 'everything']]);
    expect(shown({ per: 'all', to: ['pers'] })).toEqual([['all', 'pers@voorbeeld.nl', 'everything']]);
  });

  test('nobody, where nobody can be reached', () => {
    expect(shown({}, [{ id: 'vimeo' }, { id: 'x', owner: 'Afdeling' }])).toEqual([]);
    expect(shown({ per: 'all' }, [])).toEqual([]);
  });
});

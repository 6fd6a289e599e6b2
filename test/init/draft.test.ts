/** The first profiles.json: its ids, its order, and what is left out. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftOf, type Recognise } from '../../src/init/draft.ts';

const recognise: Recognise = ({ pathname }) =>
  pathname === '/' ? 'no profile.' : { network: 'linkedin', handle: decodeURIComponent(pathname.slice(1)) };
const answers = { name: 'V', website: 'https://v.nl/', profiles: [] as string[] };
const ids = (profiles: string[]) => draftOf({ ...answers, profiles }, recognise).file.profiles.map(({ id }) => id);

test.each([
  ['a plain handle', ['https://l.nl/voorbeeld'], ['linkedin-voorbeeld', 'website']],
  ['accents and signs', ['https://l.nl/Caf%C3%A9_Noord!'], ['linkedin-cafe-noord', 'website']],
  ['nothing that an id may hold', ['https://l.nl/%E6%97%A5'], ['linkedin', 'website']],
  [
    'a taken id',
    ['https://l.nl/a', 'https://l.nl/A', 'https://l.nl/a!'],
    ['linkedin-a', 'linkedin-a-2', 'linkedin-a-3', 'website'],
  ],
  ['the same address twice', ['https://l.nl/a', 'https://l.nl/a'], ['linkedin-a', 'website']],
  ['the website among the profiles', ['https://v.nl/'], ['website']],
])('%s', (_, profiles, expected) => {
  expect(ids(profiles)).toEqual(expected);
});

test('an address that is no profile is named, and not in the file', () => {
  const { file, refused } = draftOf({ ...answers, profiles: ['https://l.nl/'] }, recognise);
  expect(refused).toEqual([{ url: 'https://l.nl/', reason: 'no profile.' }]);
  expect(file.profiles.map(({ url }) => url)).toEqual(['https://v.nl/']);
});

test('what was not answered is not in the file', () => {
  expect(draftOf(answers, recognise).file.brand).toEqual({ name: 'V', contact: { website: 'https://v.nl/' } });
});

test('ids are always legal and never taken', () => {
  const addresses = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }), { maxLength: 12 });
  fc.assert(
    fc.property(addresses, (handles) => {
      const found = ids(handles.map((handle) => new URL(`https://l.nl/x${encodeURIComponent(handle)}`).href));
      expect(new Set(found).size).toBe(found.length);
      for (const id of found) expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,62}$/);
    }),
  );
});

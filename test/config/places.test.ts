/** Where each profile stands in the list: in its own file, also when the list is put together of several. */

import path from 'node:path';
import { expect, test } from 'vitest';
import { profilePlaces } from '../../src/config/places.ts';
import { UserError } from '../../src/model/problem.ts';
import { aFolder } from '../support/folders.ts';

const BASE = `{
  "version": 1,
  "profiles": [
    { "id": "basis", "network": "x", "url": "https://x.com/a" }
  ]
}`;
const OWN = `{
  "extends": "basis.json",
  "profiles": [
    { "id": "eerste", "network": "x", "url": "https://x.com/b" },

    { "id": "tweede", "network": "x", "url": "https://x.com/c" },
    { "network": "x" }
  ]
}`;

test('the line of each profile, by its id', async () => {
  const folder = await aFolder({ 'basis.json': BASE, 'profiles.json': OWN });
  const places = await profilePlaces(path.join(folder, 'profiles.json'));
  expect(places.get('eerste')).toEqual({ file: path.join(folder, 'profiles.json'), line: 4 });
  expect(places.get('tweede')).toEqual({ file: path.join(folder, 'profiles.json'), line: 6 });
  expect(places.size).toBeLessThanOrEqual(3);
});

test('a list that is not there is the user’s mistake', async () => {
  await expect(profilePlaces(path.join(await aFolder(), 'profiles.json'))).rejects.toThrow(UserError);
});

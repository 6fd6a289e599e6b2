/** LinkedIn's sentence around an organisation's texts, taken apart. */

import { expect, test } from 'vitest';
import { bioInDescription } from '../../src/networks/linkedinTexts.ts';

const about = 'Wij planten tulpen in elke wijk';

test.each<[string, string, string | undefined]>([
  ['a tagline and the about text', `Fonds | 1.234 volgers op LinkedIn. Samen sterk | ${about}`, about],
  ['no tagline', `Fonds | 1.234 volgers op LinkedIn. ${about}`, undefined],
  ['a separator too many', `Fonds | 1.234 volgers op LinkedIn. Samen | sterk | ${about}`, undefined],
  [
    'a separator in an about text, after more than a tagline holds',
    `Fonds | 1.234 volgers op LinkedIn. ${`${about}, `.repeat(8)}| ook in de uwe`,
    undefined,
  ],
  ['no followers', `Fonds | ${about} | in de uwe`, undefined],
])('%s', (_, description, expected) => {
  expect(bioInDescription(description)).toBe(expected);
});

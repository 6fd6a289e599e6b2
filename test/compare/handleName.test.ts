/** Whether a handle is the organisation's name. */

import { expect, test } from 'vitest';
import { isNameOf } from '../../src/compare/handleName.ts';

test.each([
  ['voorbeeld', 'Voorbeeld', true],
  ['@Voorbeeld', 'Voorbeeld', true],
  ['stichting-voorbeeld', 'Stichting Voorbeeld', true],
  ['stichtingvoorbeeld', 'Stichting Voorbeeld', true],
  ['voorbeeld', 'Stichting Voorbeeld', true],
  ['gemeente_utrecht', 'Gemeente Utrecht', true],
  ['utrecht', 'gemeente Utrecht', true],
  ['voorbeeld', 'Voorbeeld B.V.', true],
  ['voorbeeld', 'Voorbeeld BV', true],
  ['groenebuurt', 'Stichting Groene Buurt', true],
  ['cafe.olala', 'Café Olala', true],
  ['voorbeeld@social.example', 'Voorbeeld', true],
  ['voorbeeld.bsky.social', 'Voorbeeld', true],
  ['voorbeeld.nl', 'Voorbeeld', true],
  ['voorbeeld_nl', 'Voorbeeld', false],
  ['voorbeeldutrecht', 'Voorbeeld', false],
  ['voor', 'Voorbeeld', false],
  ['werkenbijvoorbeeld', 'Voorbeeld', false],
  ['12345', 'Voorbeeld', false],
  ['', 'Voorbeeld', false],
  ['…', '!', false],
  ['stichting', 'Stichting', true],
])('%j is %j: %s', (handle, name, expected) => {
  expect(isNameOf(handle, name)).toBe(expected);
});

test('endless names cost no time', () => {
  expect(isNameOf('a'.repeat(100_000), `${' '.repeat(100_000)}bv`)).toBe(false);
});

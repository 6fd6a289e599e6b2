/** Addresses with letters beyond ASCII are addresses, also when the code has been compiled. */

import { expect, test } from 'vitest';
import { isUrl as isUrlInCompare } from '../../src/compare/isUrl.ts';
import { isUrl } from '../../src/model/isUrl.ts';

const ADDRESSES = ['http://École-Voltaire.fr', 'https://bücher.example/straße', 'https://x.example/naïef?q=é'];

test.each([isUrl, isUrlInCompare])('the ten-thousandth answer is the first', (is) => {
  // URL.canParse of Node 20 changes its mind after some 2,600 calls.
  const wrong = Array.from({ length: 10_000 }, (_, at) => ADDRESSES[at % ADDRESSES.length] ?? '').filter(
    (address) => !is(address) || !is(address, 'https://basis.example/'),
  );
  expect(wrong).toEqual([]);
});

test.each([isUrl, isUrlInCompare])('what is no address is none', (is) => {
  expect(['', 'voorbeeld.nl', 'http://', 'https://a b/', '//x'].filter((text) => is(text))).toEqual([]);
  expect(is('/pad', 'https://voorbeeld.nl/')).toBe(true);
});

/** Counts as the networks write them, in the languages that a Dutch organisation meets. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followersIn, parseCount } from '../../src/read/counts.ts';

test.each([
  ['1,234 followers', 1234],
  ['1.234 volgers', 1234],
  ['1 234 abonnés', 1234],
  ['1\u202F234 abonnés', 1234],
  ['1’234 Follower', 1234],
  ['12,34,567 followers', 1_234_567],
  ['1,234,567', 1_234_567],
  ['5750', 5750],
  ['0 followers', 0],
  ['1,2 mln. volgers', 1_200_000],
  ['69,2K', 69_200],
  ['69.2K Followers', 69_200],
  ['4,69 M', 4_690_000],
  ['4.69M', 4_690_000],
  ['3,7 mil seguidores', 3700],
  ['12 Tsd. Follower', 12_000],
  ['1,3 Mio. Follower', 1_300_000],
  ['6.9万 フォロワー', 69_000],
  ['1.2만명', 12_000],
  ['25 mln', 25_000_000],
  ['٦٩٢ متابع', 692],
  ['١٬٨٦٢ متابع', 1862],
  ['١٫٢ M متابع', 1_200_000],
  ['1.234K', null],
  ['1,2B', null],
  ['69,2', null],
  ['1.2.3', null],
  ['12,34', null],
  ['no number', null],
  ['', null],
])('%j is %j', (text, expected) => {
  expect(parseCount(text)).toBe(expected);
});

describe('followers', () => {
  test.each([
    ['London, London 5,750 followers', 5750],
    ['Utrecht, Utrecht 1.234 volgers', 1234],
    ['3511 AB Utrecht · 1.234 volgers', 1234],
    ['Paris, Île-de-France 5 750 abonnés', 5750],
    ['Berlin 5.750 Follower:innen', 5750],
    ['Madrid 69,2 mil seguidores', 69_200],
    ['1,2 mln. volgers', 1_200_000],
    ['1,5 M d’abonnés', 1_500_000],
    ['1 M de seguidores', 1_000_000],
    ['フォロワー5,750人', 5750],
    ['팔로워 862명', 862],
    ['Voorbeeld | 1,234 followers on LinkedIn. We are 12 people', 1234],
    ['25m subscribers', 25_000_000],
    ['25 million subscribers', 25_000_000],
    ['4,69 M de suscriptores', 4_690_000],
    ['1,2 mln. abonnees', 1_200_000],
    ['1,23 Mio. Abonnenten', 1_230_000],
    ['25 M d’abonnés', 25_000_000],
    ['2,5 mi de inscritos', 2_500_000],
    ['1.230 iscritti', 1230],
    ['2,5 mil. odběratelů', 2_500_000],
    ['12,3 tys. subskrybentów', 12_300],
    ['25,6 млн подписчиков', 25_600_000],
    ['1,2 milj. tilaajaa', 1_200_000],
    ['1,2 mn prenumeranter', 1_200_000],
    ['1,2 Mn abone', 1_200_000],
    ['1,2 Tr người đăng ký', 1_200_000],
    ['チャンネル登録者数 25.6万人', 256_000],
    ['구독자 37.5만명', 375_000],
    ['2500万位订阅者', 25_000_000],
    ['1.2万位关注者', 12_000],
    ['2.5 مليون مشترك', 2_500_000],
    ['2.5 מיליון מנויים', 2_500_000],
    ['2.5 लाख सब्सक्राइबर', 250_000],
    ['ผู้ติดตาม 2.5 ล้าน คน', 2_500_000],
    ['337 videos', null],
    ['Followers 10 Following 5', null],
    ['51-200 employees', null],
    ['Founded in 2011', null],
    ['1,2B followers', null],
  ])('%j', (text, expected) => {
    expect(followersIn(text)).toBe(expected);
  });
});

test('any grouped number reads as itself', () => {
  fc.assert(
    fc.property(fc.nat({ max: 999_999_999 }), fc.constantFrom('en', 'nl', 'de', 'fr', 'es'), (count, language) => {
      expect(parseCount(`${new Intl.NumberFormat(language).format(count)} x`)).toBe(count);
    }),
  );
});

test('anything at all gives a whole number or null', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const count = followersIn(text) ?? parseCount(text);
      expect(count === null || Number.isSafeInteger(count)).toBe(true);
    }),
  );
});

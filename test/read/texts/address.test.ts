/** Addresses in bios: whole ones that are the text's only one; a place, a hall or somebody else's address is none. */

import { describe, expect, test } from 'vitest';
import { addressInText } from '../../../src/read/texts/address.ts';
import { plainText } from '../../../src/read/texts/plain.ts';

const addressIn = (text: string, truncated?: boolean) =>
  addressInText(plainText(text, truncated), 'Stichting Voorbeeld');

describe('an address in a text', () => {
  test.each<readonly [string, string]>([
    ['📞 020-1234567 | info@voorbeeld.nl | Dam 1, Amsterdam', 'Dam 1, Amsterdam'],
    ['📍 Dam 1, 1012 JS Amsterdam', 'Dam 1, 1012 JS Amsterdam'],
    ['📍Dam 1\n1012JS Amsterdam\n📞 020-1234567', 'Dam 1, 1012JS Amsterdam'],
    [
      'Bezoekadres: Nieuwezijds Voorburgwal 147-II, 1012 RJ Amsterdam',
      'Nieuwezijds Voorburgwal 147-II, 1012 RJ Amsterdam',
    ],
    ['Bezoekadres Dam 1, 1012 JS Amsterdam', 'Dam 1, 1012 JS Amsterdam'],
    ['Stichting Voorbeeld Dam 1, 1012 JS Amsterdam', 'Dam 1, 1012 JS Amsterdam'],
    ['Kom langs op 1e Van der Helststraat 12a, 1073 AB Amsterdam!', '1e Van der Helststraat 12a, 1073 AB Amsterdam'],
    ['Plein 1944 12, 6511 JE Nijmegen', 'Plein 1944 12, 6511 JE Nijmegen'],
    ['Postbus 123, 3500 AA Utrecht', 'Postbus 123, 3500 AA Utrecht'],
    ['Wij zitten aan het Janskerkhof 3 in Utrecht.', 'Janskerkhof 3, Utrecht'],
    ['1012 JS Amsterdam', '1012 JS Amsterdam'],
    ['Lange Poten 4, 2511 CL Den Haag Tel 070-1234567', 'Lange Poten 4, 2511 CL Den Haag'],
    ['Wetstraat 16, 1000 Brussel', 'Wetstraat 16, 1000 Brussel'],
    ['Rue de la Loi 16 - 1000 Bruxelles', 'Rue de la Loi 16, 1000 Bruxelles'],
    ['Hauptstraße 5, 10115 Berlin', 'Hauptstraße 5, 10115 Berlin'],
    ['12 rue de la Paix, 75002 Paris', '12 rue de la Paix, 75002 Paris'],
    ['10 Downing Street, London SW1A 2AA', '10 Downing Street, SW1A 2AA London'],
    ['Dam 1, 1012 JS Amsterdam | Stationsplein 2 is vlakbij', 'Dam 1, 1012 JS Amsterdam'],
  ])('%s', (text, line) => {
    expect(addressIn(text)?.text).toBe(line);
  });

  test('in its parts', () => {
    expect(addressIn('📍 Dam 1, 1012 JS Amsterdam')).toEqual({
      text: 'Dam 1, 1012 JS Amsterdam',
      street: 'Dam 1',
      postalCode: '1012 JS',
      city: 'Amsterdam',
    });
    expect(addressIn('Dam 1, Amsterdam')).toEqual({ text: 'Dam 1, Amsterdam', street: 'Dam 1', city: 'Amsterdam' });
  });

  test.each([
    'Amsterdam',
    '📍 Amsterdam, Nederland',
    'Zaal 3, Utrecht',
    'Hal 12, Jaarbeurs',
    'Top 10, Amsterdam',
    'Sinds 1987, Amsterdam',
    'Dam 1',
    'Sinds 2024 IN Amsterdam',
    '1000 KM Zandvoort',
    '1234 leden',
    'Dam 1, 1012 JS Amsterdam\nStationsplein 2, 3511 ED Utrecht',
    'Expo Museumplein 6, 1071 DJ Amsterdam',
    '12 mei: Dam 1, 1012 JS Amsterdam',
    'Museum Voorbeeld Dam 1, 1012 JS Amsterdam',
    'Voorheen Dam 1, 1012 JS Amsterdam',
    'Dam 1, 1012 JS Amster…',
    'Dam 1, Amsterdam en Utrecht',
    'Dam 1, Bel ons',
    '5000 volgers, Brussel',
    'Psalm 23, David',
    'Artikel 1, Grondwet',
    'KvK 12345678, 1012',
  ])('none in: %s', (text) => {
    expect(addressIn(text)).toBeNull();
  });

  test('an address at the end of a text that was cut may go on', () => {
    expect(addressIn('Dam 1, 1012 JS Bergen', true)).toBeNull();
    expect(addressIn('Dam 1, 1012 JS Amsterdam | 020-1', true)?.text).toBe('Dam 1, 1012 JS Amsterdam');
  });
});

/** Postal addresses: only what both sides have is compared, Dutch conventions first. */

import type { AddressEntry } from '../../src/model/config.ts';
import { type Advice, called, type FactRow } from './row.ts';

type Case = readonly [
  expected: AddressEntry,
  shown: string | AddressEntry,
  verdict: Advice,
  why: string,
  code?: string,
];

const at = (street: string, postalCode: string, city: string, country = 'NL'): AddressEntry => ({
  street,
  postalCode,
  city,
  country,
});

const DAM = at('Dam 1', '1012 JS', 'Amsterdam');
const DAM_A = at('Dam 1A', '1012 JS', 'Amsterdam');
const HAGUE = at('Spui 70', '2511 BT', 'Den Haag');
const BOSCH = at('Wolvenhoek 1', '5211 HH', "'s-Hertogenbosch");
const FIRST = at('Eerste Constantijn Huygensstraat 20', '1054 BW', 'Amsterdam');
const JOHAN = at('Burgemeester van Tuyllplein 3', '3553 AA', 'Utrecht');
const BRUSSELS = at('Wetstraat 16', '1000', 'Brussel', 'BE');
const BERLIN = at('Unter den Linden 77', '10117', 'Berlin', 'DE');
const FIFTH = at('12 5th Avenue', '10011', 'New York', 'US');
const FLAT = at('Flat 4, 8 Hill Street', 'W1J 5LE', 'London', 'GB');
const LONDON = at('10 Downing Street', 'SW1A 2AA', 'London', 'GB');

const CANAL = at('Herengracht 40-H', '1015 BL', 'Amsterdam');
const LOFT = at('Stationsweg 12 unit B2.10', '3511 ED', 'Utrecht');
const PROFESSOR = at('Prof. J.A. Witlaan 9', '9713 GZ', 'Groningen');
const SQUARE = at('Burgemeester van Oostplein 4', '2611 AB', 'Delft');
const BAKER = at('14B Marsh Street', 'BS1 4AX', 'Bristol', 'GB');
const CAPITAL = at('900 Elm Avenue NW', '20500', 'Washington', 'US');

const CASES: readonly Case[] = [
  [DAM, DAM, 'ok', 'the address itself', 'address.same'],
  [DAM, 'Dam 1, 1012 JS Amsterdam', 'ok', 'on one line'],
  [DAM, 'Dam 1, 1012JS Amsterdam', 'ok', 'the postal code without its space'],
  [DAM, 'dam 1, 1012 js AMSTERDAM', 'ok', 'capitals and small letters'],
  [DAM, 'Dam 1\n1012 JS  Amsterdam\nNederland', 'ok', 'on three lines'],
  [DAM, 'Dam 1 1012 JS Amsterdam', 'ok', 'without commas'],
  [DAM, 'Dam 1 - 1012 JS - Amsterdam', 'ok', 'with dashes'],
  [DAM, 'Dam 1 | 1012 JS Amsterdam | The Netherlands', 'ok', 'with bars, and the country in English'],
  [DAM, 'Dam 1, NL-1012 JS Amsterdam', 'ok', 'the country before the postal code'],
  [DAM, 'Dam 1, Amsterdam', 'ok', 'without the postal code'],
  [DAM, 'Amsterdam', 'ok', 'the city alone', 'address.same-as-far-as-shown'],
  [DAM, 'Amsterdam, Nederland', 'ok', 'city and country'],
  [DAM, 'Amsterdam, Noord-Holland, Nederland', 'ok', 'with the province'],
  [DAM, 'Nederland', 'ok', 'the country alone'],
  [DAM, '1012 JS', 'ok', 'the postal code alone'],
  [DAM, { ...DAM, postalCode: '1012JS' }, 'ok', 'in parts, without the space'],
  [DAM, { ...DAM, country: 'Nederland' }, 'ok', 'the country by its Dutch name'],
  [DAM, { ...DAM, country: 'The Netherlands' }, 'ok', 'the country by its English name'],
  [DAM, { ...DAM, country: 'NLD' }, 'ok', 'the country by its long code'],
  [DAM, { street: 'Dam 1', city: 'Amsterdam' }, 'ok', 'in parts, some of them'],
  [
    DAM,
    { street: 'Dam 1', postalCode: '1012 JS', city: 'Amsterdam', region: 'Noord-Holland' },
    'ok',
    'with the province',
  ],
  [DAM, 'Bezoekadres: Dam 1, 1012 JS Amsterdam', 'ok', 'with a label'],
  [DAM, 'Stichting Voorbeeld, Dam 1, 1012 JS Amsterdam', 'ok', 'with the name before it'],
  [DAM, 'Dam nr. 1, 1012 JS Amsterdam', 'ok', 'with a word for the number'],
  [DAM, 'Postbus 100, 1000 AA Amsterdam. Bezoekadres: Dam 1, 1012 JS Amsterdam', 'ok', 'a post-office box beside it'],
  [DAM, 'Dam 1, 1012 JS Amsterdam, Postbus 100, 1000 AA Amsterdam', 'ok', 'a post-office box beside it'],
  [DAM_A, 'Dam 1-A, 1012 JS Amsterdam', 'ok', 'the addition after a hyphen'],
  [DAM_A, 'Dam 1-a, 1012 JS Amsterdam', 'ok', 'the addition in lower case'],
  [DAM_A, 'Dam 1 a, 1012 JS Amsterdam', 'ok', 'the addition after a space'],
  [DAM_A, { ...DAM_A, street: 'Dam 1 A' }, 'ok', 'the addition after a space, in parts'],
  [FIRST, '1e Constantijn Huygensstraat 20, 1054 BW Amsterdam', 'ok', '1e for Eerste'],
  [FIRST, 'Eerste Constantijn Huygensstr. 20, 1054 BW Amsterdam', 'ok', 'str. for straat'],
  [FIRST, 'Eerste C. Huygensstraat 20, 1054 BW Amsterdam', 'ok', 'an initial'],
  [at('1e Weg 5', '1234 AB', 'Laren'), 'Eerste Weg 5, 1234 AB Laren', 'ok', 'Eerste for 1e'],
  [at('2e Weg 5', '1234 AB', 'Laren'), '1e Weg 5, 1234 AB Laren', 'deviating', 'the first street for the second'],
  [JOHAN, 'Burg. van Tuyllplein 3, 3553 AA Utrecht', 'ok', 'Burg. for Burgemeester'],
  [JOHAN, 'Burg. v. Tuyllplein 3, 3553 AA Utrecht', 'ok', 'v. for van'],
  [
    at('Prof. Dr. Dorgelolaan 4', '5613 AM', 'Eindhoven'),
    'Professor Doctor Dorgelolaan 4, 5613 AM Eindhoven',
    'ok',
    'titles in full',
  ],
  [at('Dr. Kuyperstraat 3', '2514 BA', 'Den Haag'), 'Dokter Kuyperstraat 3, 2514 BA Den Haag', 'ok', 'a title in full'],
  [at('St. Jacobsstraat 1', '3511 BR', 'Utrecht'), 'Sint Jacobsstraat 1, 3511 BR Utrecht', 'ok', 'a saint in full'],
  [HAGUE, "Spui 70, 2511 BT 's-Gravenhage", 'ok', 'the city’s formal name'],
  [HAGUE, 'Spui 70, 2511 BT ’s Gravenhage', 'ok', 'the formal name without its hyphen'],
  [HAGUE, 'Spui 70, 2511BT The Hague, NL', 'ok', 'the city in English'],
  [BOSCH, 'Wolvenhoek 1, 5211 HH Den Bosch', 'ok', 'the city’s daily name'],
  [BOSCH, "Wolvenhoek 1, 5211 HH 's Hertogenbosch", 'ok', 'without its hyphen'],
  [at('Oudegracht 1 bis', '3511 AA', 'Utrecht'), 'Oudegracht 1bis, 3511 AA Utrecht', 'ok', 'bis without a space'],
  [
    at('Keizersgracht 1-3', '1015 CJ', 'Amsterdam'),
    'Keizersgracht 1 - 3, 1015 CJ Amsterdam',
    'ok',
    'a range with spaces',
  ],
  [at('Plein 1944 12', '6511 JD', 'Nijmegen'), 'Plein 1944 nr 12, 6511 JD Nijmegen', 'ok', 'a figure in the name'],
  [at('Postbus 100', '1000 AA', 'Amsterdam'), 'P.O. Box 100, 1000 AA Amsterdam', 'ok', 'a box in English'],
  [BRUSSELS, 'Wetstraat 16, 1000 Brussel', 'ok', 'a Belgian address'],
  [BRUSSELS, 'Wetstraat 16, B-1000 Brussels, Belgium', 'ok', 'with the country before the code'],
  [BRUSSELS, 'Wetstraat 16, 1040 Brussel', 'deviating', 'another postal code'],
  [BERLIN, 'Unter den Linden 77, 10117 Berlin', 'ok', 'a German address'],
  [BERLIN, 'Unter den Linden 77, D-10117 Berlin, Deutschland', 'ok', 'with the country'],
  [at('Hauptstraße 5', '10827', 'Berlin', 'DE'), 'Hauptstr. 5, 10827 Berlin', 'ok', 'str. for straße'],
  [at('Hauptstraße 5', '10827', 'Berlin', 'DE'), 'Hauptstrasse 5, 10827 Berlin', 'ok', 'ss for ß'],
  [BERLIN, 'Unter den Linden 7, 10117 Berlin', 'deviating', 'another number'],
  [LONDON, '10 Downing St, London SW1A 2AA', 'ok', 'a British address'],
  [LONDON, '10 Downing Street, London, SW1A2AA, United Kingdom', 'ok', 'with the country'],
  [LONDON, '11 Downing Street, London SW1A 2AA', 'deviating', 'another number'],
  [DAM, { street: 'Amsterdam', postalCode: '1012 JS', city: 'Dam 1', country: 'NL' }, 'ok', 'fields swapped'],
  [DAM, { street: 'Dam 1', postalCode: '1012 JS Amsterdam' }, 'ok', 'the city in the field of the code'],
  [DAM, { street: 'p/a Dam 1', postalCode: '1012 JS', city: 'Amsterdam' }, 'ok', 'care of'],
  [DAM, { street: 'Dam 1 t/o paleis', postalCode: '1012 JS', city: 'Amsterdam' }, 'ok', 'opposite what'],
  [at('Postbus 20011', '2500 EA', 'Den Haag'), 'Postbus 20.011, 2500 EA Den Haag', 'ok', 'a full stop in the number'],
  [at('Keizersgracht 9-II', '1015 CC', 'Amsterdam'), 'Keizersgracht 9-2, 1015 CC Amsterdam', 'ok', 'a Roman figure'],
  [at('Kerkstraat 9 bus 2', '9000', 'Gent', 'BE'), 'Kerkstraat 9 b2, 9000 Gent', 'ok', 'a box in Belgium'],
  [
    at('Marktgasse 4', '3011', 'Bern', 'CH'),
    { street: 'Marktgasse 4', postalCode: 'CH-3011', city: 'Berne' },
    'ok',
    'Swiss',
  ],
  [at('Plaza Mayor 2', '28012', 'Madrid', 'ES'), 'Plaza Mayor, 2, 28012 Madrid', 'ok', 'a comma before the number'],
  [FIFTH, '12 Fifth Ave., New York, NY 10011-1234, USA', 'ok', 'an American address'],
  [FLAT, 'Flat 4, 8 Hill St, London W1J 5LE', 'ok', 'a flat'],

  [DAM, 'Dam 2, 1012 JS Amsterdam', 'deviating', 'another number', 'address.differs'],
  [DAM, 'Dam 11, 1012 JS Amsterdam', 'deviating', 'a figure more'],
  [DAM, 'Dam 1A, 1012 JS Amsterdam', 'deviating', 'an addition that the brand does not have'],
  [DAM_A, 'Dam 1B, 1012 JS Amsterdam', 'deviating', 'another addition'],
  [DAM, 'Damrak 1, 1012 JS Amsterdam', 'deviating', 'another street'],
  [DAM, 'Dam 1, 1012 JT Amsterdam', 'deviating', 'another postal code'],
  [DAM, 'Dam 1, 1021 JS Amsterdam', 'deviating', 'figures swapped'],
  [DAM, 'Dam 1, 1012 JS Rotterdam', 'deviating', 'another city'],
  [DAM, 'Rotterdam', 'deviating', 'another city alone'],
  [DAM, 'Utrecht, Nederland', 'deviating', 'another city, and the country'],
  [DAM, 'Dam 1, 1012 JS Nieuw-Amsterdam', 'deviating', 'another city of nearly that name'],
  [DAM, { ...DAM, city: 'Amstelveen' }, 'deviating', 'another city, in parts'],
  [DAM, { ...DAM, country: 'BE' }, 'deviating', 'another country'],
  [DAM, 'Keizersgracht 100, 1015 CV Amsterdam', 'deviating', 'the former address'],
  [DAM, 'Postbus 100, 1000 AA Amsterdam', 'deviating', 'a post-office box where the visiting address is expected'],
  [HAGUE, 'Spui 70, 2511 BT Den Bosch', 'deviating', 'another city'],
  [DAM, { street: 'Utrecht', postalCode: '1012 JS', city: 'Dam 1', country: 'NL' }, 'deviating', 'swapped, and wrong'],
  [FIFTH, '12 Sixth Avenue, New York, NY 10011', 'deviating', 'another avenue'],
  [FIFTH, '21 5th Avenue, New York, NY 10011', 'deviating', 'another number'],
  [FLAT, 'Flat 4, 18 Hill Street, London W1J 5LE', 'deviating', 'the flat alone is right'],
  [FLAT, 'Flat 5, 8 Hill Street, London W1J 5LE', 'deviating', 'another flat'],
  [CANAL, 'Herengracht 40 huis, 1015 BL Amsterdam', 'ok', 'the ground floor in a word'],
  [CANAL, 'Herengracht 40-II, 1015 BL Amsterdam', 'deviating', 'another floor'],
  [LOFT, 'Stationsweg 12, unit B2.10, 3511 ED Utrecht', 'ok', 'the unit behind a comma'],
  [LOFT, 'Stationsweg 12, 3511 ED Utrecht', 'ok', 'the unit is left out'],
  [LOFT, 'Stationsweg 12, unit B2.11, 3511 ED Utrecht', 'deviating', 'another unit'],
  [PROFESSOR, 'Prof. Witlaan 9, 9713 GZ Groningen', 'ok', 'without the initials'],
  [PROFESSOR, 'Prof. K. Witlaan 9, 9713 GZ Groningen', 'deviating', 'other initials are another person'],
  [SQUARE, 'Burg. v. Oostpln 4, 2611 AB Delft', 'ok', 'every word cut short'],
  [
    at('Grote Kerkstraat 5', '8911 EA', 'Leeuwarden'),
    'Gr. Kerkstraat 5, 8911 EA Leeuwarden',
    'ok',
    'Gr. before a name',
  ],
  [at('Markt 10', '4331 LK', 'Middelburg'), 'De Markt 10, 4331 LK Middelburg', 'ok', 'with an article'],
  [
    BAKER,
    { street: '14 B Marsh Street', postalCode: 'BS1 4AX', city: 'Bristol', country: 'GB' },
    'ok',
    'the letter apart',
  ],
  [
    CAPITAL,
    { street: '900 Elm Avenue Northwest', postalCode: '20500', city: 'Washington' },
    'ok',
    'the quarter in full',
  ],
  [
    CAPITAL,
    { street: '900 Elm Avenue Southeast', postalCode: '20500', city: 'Washington' },
    'deviating',
    'another quarter',
  ],
  [at('Rathausplatz 4', '1010', 'Wien', 'AT'), 'Rathauspl. 4, 1010 Wien', 'ok', 'a square cut short in German'],
  [at('Antwoordnummer 4455', '8900 VB', 'Leeuwarden'), 'Antwoordnr. 4455, 8900 VB Leeuwarden', 'ok', 'cut short'],
  [at('De Ruijterkade 7', '1013 AA', 'Amsterdam'), 'De Ruyterkade 7, 1013 AA Amsterdam', 'ok', 'ij and y'],
  [at('Oostzijds Achterburgwal 40', '1012 DP', 'Amsterdam'), 'OZ Achterburgwal 40, 1012 DP Amsterdam', 'ok', 'letters'],
  [
    at('Koningin Emmagracht 8', '2514 AB', 'Den Haag'),
    'Kon. Emmagracht 8, 2514 AB Den Haag',
    'ok',
    'a title cut short',
  ],
  [at('Koninginnegracht 8', '2514 AB', 'Den Haag'), 'Kon. gracht 8, 2514 AB Den Haag', 'ok', 'a word cut in two'],
  [at('Koninginnegracht 8', '2514 AB', 'Den Haag'), 'Prinsegracht 8, 2514 AB Den Haag', 'deviating', 'another canal'],
  [
    at('Koninginnegracht 8', '2514 AB', 'Den Haag'),
    'Kon. gracht 8, 2514 AC Den Haag',
    'deviating',
    'the code tells no more',
  ],
  [at('Van den Boschlaan 8', '2514 AB', 'Den Haag'), 'Van den Boslaan 8, 2514 AB Den Haag', 'deviating', 'a typo'],
  [at('Kerkstraat 12a-2', '5211 KH', 'Tilburg'), 'Kerkstraat 12a/2, 5211 KH Tilburg', 'ok', 'a stroke in the addition'],
  [DAM, 'Op afspraak', 'unverifiable', 'no address', 'address.unreadable'],
  [DAM, 'Noord-Holland', 'unverifiable', 'a province tells no city', 'address.unreadable'],
];

export const ADDRESSES: readonly FactRow[] = CASES.map(([expected, shown, verdict, why, code]) => ({
  what: called(expected, shown),
  brand: { contact: { address: expected } },
  page: { address: shown },
  verdict,
  why,
  ...(code ? { code } : {}),
}));

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BioEntry, BrandPart, Config, ProfileEntry } from '../../src/model/config.ts';
import type { Expectation, ExpectedActivity } from '../../src/model/expectation.ts';
import type { TextLimit } from '../../src/model/network.ts';
import { expectationOf } from '../../src/plan/expectation.ts';
import { lengthOf } from '../../src/plan/length.ts';
import { aConfiguration, anEntry } from '../support/visits.ts';

interface Layers {
  readonly brand?: BrandPart;
  readonly location?: BrandPart;
  readonly profile?: BrandPart;
  readonly entry?: Partial<ProfileEntry>;
  readonly config?: Partial<Pick<Config, 'images'>> & { settings?: Partial<Config['settings']> };
  readonly bio?: TextLimit;
}

function expected({ brand, location, profile, entry, config, bio }: Layers): Expectation {
  const locations = [{ id: 'elders', name: 'Elders' }, ...(location ? [{ id: 'utrecht', ...location }] : [])];
  const whole = anEntry({
    ...(location ? { location: 'utrecht' } : {}),
    ...(profile ? { expect: profile } : {}),
    ...entry,
  });
  return expectationOf(
    aConfiguration({ brand: { name: 'Merk', ...brand }, locations, ...config }),
    whole,
    'voorbeeld',
    bio ? { bio } : {},
  );
}

describe('the nearest layer that says anything wins, field by field', () => {
  test.each<readonly [string, Layers, { value: string; from: string } | undefined]>([
    ['the brand alone', {}, { value: 'Merk', from: 'brand' }],
    ['a location', { location: { name: 'Merk Utrecht' } }, { value: 'Merk Utrecht', from: 'location' }],
    ['a location that says something else', { location: { aliases: ['M'] } }, { value: 'Merk', from: 'brand' }],
    ['a profile', { profile: { name: 'Merk NL' } }, { value: 'Merk NL', from: 'profile' }],
    [
      'a profile over its location',
      { location: { name: 'L' }, profile: { name: 'P' } },
      { value: 'P', from: 'profile' },
    ],
    [
      'a location behind a profile that says something else',
      { location: { name: 'L' }, profile: { aliases: [] } },
      { value: 'L', from: 'location' },
    ],
  ])('the name: %s', (_, layers, name) => {
    expect(expected(layers).name).toMatchObject(name ?? {});
  });

  test('another location is none of its business', () => {
    expect(expected({ entry: { location: 'utrecht' } }).name?.value).toBe('Merk');
  });

  test('contact data, one by one', () => {
    const layers: Layers = {
      brand: { contact: { website: 'https://merk.nl', emails: ['info@merk.nl'], phones: ['+31 20 1234567'] } },
      location: { contact: { phones: ['+31 30 1234567'] } },
      profile: { contact: { emails: ['hulp@merk.nl'] } },
    };
    expect(expected(layers)).toMatchObject({
      website: { value: 'https://merk.nl', from: 'brand' },
      emails: { value: ['hulp@merk.nl'], from: 'profile' },
      phones: { value: ['+31 30 1234567'], from: 'location' },
    });
  });

  test('an empty list takes the brand’s away: it is not asked', () => {
    const brand = {
      contact: { emails: ['a@b.nl'], phones: ['1'] },
      bios: [{ language: 'nl', text: 'x' }],
      logos: [{ file: 'a', role: 'primary' as const }],
    };
    const none = { contact: { emails: [], phones: [], address: {} }, bios: [], logos: [] };
    const keys = Object.keys(expected({ brand, profile: none }));
    for (const key of ['emails', 'phones', 'bio', 'logos', 'address']) expect(keys).not.toContain(key);
  });

  test('what the brand leaves open is left out', () => {
    expect(Object.keys(expected({})).sort()).toEqual(
      ['activity', 'country', 'forbiddenPhrases', 'former', 'formerNames', 'handle', 'language', 'name'].sort(),
    );
  });
});

describe('the address is one fact', () => {
  const brand = { contact: { address: { street: 'Dam 1', postalCode: '1012 JS', city: 'Amsterdam', country: 'BE' } } };
  test.each<readonly [string, Layers, unknown, string]>([
    ['the brand’s', { brand }, { value: brand.contact.address, from: 'brand' }, 'BE'],
    [
      'a location’s, whole: no street of the brand’s',
      { brand, location: { contact: { address: { city: 'Utrecht' } } } },
      { value: { city: 'Utrecht', country: 'BE' }, from: 'location' },
      'BE',
    ],
    [
      'with a country of its own',
      { brand, location: { contact: { address: { city: 'Bonn', country: 'DE' } } } },
      { value: { city: 'Bonn', country: 'DE' }, from: 'location' },
      'DE',
    ],
    [
      'taken away; the country still tells how numbers are written',
      { brand, profile: { contact: { address: {} } } },
      undefined,
      'BE',
    ],
    ['none', {}, undefined, 'NL'],
  ])('%s', (_, layers, address, country) => {
    expect(expected(layers).address).toEqual(address);
    expect(expected(layers).country).toBe(country);
  });
});

test('the past adds up over the layers, each once', () => {
  const layers: Layers = {
    brand: { formerNames: ['Oud'], forbiddenPhrases: ['a'], former: { phones: ['1'], websites: ['https://oud.nl'] } },
    location: { formerNames: ['Ouder', 'Oud'], former: { phones: ['2'] } },
    profile: { forbiddenPhrases: ['b'], former: { emails: ['oud@merk.nl'] } },
  };
  expect(expected(layers)).toMatchObject({
    formerNames: ['Ouder', 'Oud'],
    forbiddenPhrases: ['b', 'a'],
    former: { phones: ['2', '1'], websites: ['https://oud.nl'], emails: ['oud@merk.nl'] },
  });
});

describe('phrases', () => {
  test('required ones are the nearest layer’s, and forbidden ones add up', () => {
    const brand: BrandPart = { requiredPhrases: ['a'], forbiddenPhrases: ['x'] };
    expect(expected({ brand, profile: { forbiddenPhrases: ['y', 'x'] } })).toMatchObject({
      requiredPhrases: ['a'],
      forbiddenPhrases: ['y', 'x'],
    });
    expect(expected({ brand, profile: { requiredPhrases: ['b'] } }).requiredPhrases).toEqual(['b']);
    expect(expected({ brand, profile: { requiredPhrases: [] } })).not.toHaveProperty('requiredPhrases');
  });

  test('some are for some networks, or for one language', () => {
    const brand: BrandPart = {
      requiredPhrases: [
        'altijd',
        { phrase: 'hier', networks: ['netwerk'] },
        { phrase: 'elders', networks: ['ander'] },
        { phrase: 'nergens', networks: [] },
        { phrase: 'Dutch', language: 'nl-BE' },
        { phrase: 'English', language: 'en' },
      ],
      forbiddenPhrases: [{ phrase: 'oud', networks: ['netwerk'] }, 'oud', { phrase: 'old', language: 'en' }],
    };
    expect(expected({ brand })).toMatchObject({
      requiredPhrases: ['altijd', 'hier', 'Dutch'],
      forbiddenPhrases: ['oud'],
    });
  });
});

describe('the bio', () => {
  const bios: readonly BioEntry[] = [
    { language: 'nl', text: 'kort' },
    { language: 'nl', text: 'een lange tekst' },
    { language: 'en', text: 'a text that is longer than all' },
  ];
  const family = '👨‍👩‍👧';
  test.each<readonly [string, Layers, unknown]>([
    [
      'no limit: the longest',
      { brand: { bios } },
      { text: 'een lange tekst', alternatives: ['kort'], limit: null, from: 'brand' },
    ],
    [
      'just fits',
      { brand: { bios }, bio: { max: 15, unit: 'characters' } },
      { text: 'een lange tekst', alternatives: ['kort'], limit: 15, from: 'brand' },
    ],
    [
      'one too many',
      { brand: { bios }, bio: { max: 14, unit: 'characters' } },
      { text: 'kort', alternatives: [], limit: 14, from: 'brand' },
    ],
    [
      'none fits: said, not cut',
      { brand: { bios }, bio: { max: 3, unit: 'characters' } },
      { text: null, alternatives: [], limit: 3, from: 'brand' },
    ],
    [
      'a family is one sign in graphemes',
      { brand: { bios: [{ language: 'nl', text: family }] }, bio: { max: 1, unit: 'graphemes' } },
      { text: family, alternatives: [], limit: 1, from: 'brand' },
    ],
    [
      'and five in characters',
      { brand: { bios: [{ language: 'nl', text: family }] }, bio: { max: 4, unit: 'characters' } },
      { text: null, alternatives: [], limit: 4, from: 'brand' },
    ],
    [
      'in the profile’s language',
      { brand: { bios }, entry: { language: 'en' } },
      { text: 'a text that is longer than all', alternatives: [], limit: null, from: 'brand' },
    ],
    [
      'in its language, whatever its country',
      { brand: { bios }, entry: { language: 'EN-gb' } },
      { text: 'a text that is longer than all', alternatives: [], limit: null, from: 'brand' },
    ],
    ['no text in its language: not asked', { brand: { bios }, entry: { language: 'de' } }, undefined],
    [
      'a location’s texts hide the brand’s',
      { brand: { bios }, location: { bios: [{ language: 'en', text: 'x' }] } },
      undefined,
    ],
    [
      'the language of the settings where the profile says none',
      { brand: { bios }, config: { settings: { language: 'en' } } },
      { text: 'a text that is longer than all', alternatives: [], limit: null, from: 'brand' },
    ],
    [
      'of two that are as long, the first',
      {
        brand: {
          bios: [
            { language: 'nl', text: 'aa' },
            { language: 'nl', text: 'bb' },
          ],
        },
      },
      { text: 'aa', alternatives: ['bb'], limit: null, from: 'brand' },
    ],
  ])('%s', (_, layers, bio) => {
    expect(expected(layers).bio).toEqual(bio);
  });

  test.each<readonly [string, readonly BioEntry[], number, unknown]>([
    [
      'each of them is right; the longest is offered',
      [{ language: 'nl', anyOf: ['aa', 'bbb', 'ccc'] }],
      9,
      { text: 'bbb', equals: ['aa', 'ccc'], alternatives: [] },
    ],
    [
      'one that does not fit is not right here',
      [{ language: 'nl', anyOf: ['aa', 'bbb'] }],
      2,
      { text: 'aa', alternatives: [] },
    ],
    [
      'of shorter ones a longer one fits',
      [
        { language: 'nl', anyOf: ['a', 'b'] },
        { language: 'nl', text: 'ccc' },
      ],
      9,
      { text: 'ccc', alternatives: ['a', 'b'] },
    ],
    [
      'and where that does not fit, they are right',
      [
        { language: 'nl', anyOf: ['a', 'b'] },
        { language: 'nl', text: 'ccc' },
      ],
      2,
      { text: 'a', equals: ['b'], alternatives: [] },
    ],
  ])('of several: %s', (_, several, max, bio) => {
    const found = expected({ brand: { bios: several }, bio: { max, unit: 'characters' } }).bio;
    expect(found).toEqual({ ...Object(bio), limit: max, from: 'brand' });
  });

  test('is never longer than the limit, and none that fits is longer', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
      minLength: 1,
      maxLength: 5,
    });
    const limit = fc.record({
      max: fc.integer({ min: 1, max: 12 }),
      unit: fc.constantFrom('characters' as const, 'graphemes' as const),
    });
    fc.assert(
      fc.property(texts, limit, (all, bio) => {
        const found = expected({ brand: { bios: all.map((text) => ({ language: 'nl', text })) }, bio }).bio;
        const fitting = all.filter((text) => lengthOf(text, bio.unit) <= bio.max);
        const longest = Math.max(0, ...fitting.map((text) => [...text].length));
        expect(found?.text === null ? 0 : [...(found?.text ?? '')].length).toBe(longest);
        expect(found?.alternatives).toHaveLength(Math.max(0, fitting.length - 1));
      }),
    );
  });
});

test('logos come with their images; banners ask nothing', () => {
  const image = { file: 'a.svg', bytes: new Uint8Array(), sha256: 'x' };
  const brand = { logos: [{ file: 'a.svg', role: 'primary' as const }], banners: [{ file: 'b.png' }] };
  expect(expected({ brand, config: { images: new Map([['a.svg', image]]) } }).logos).toEqual({
    from: 'brand',
    value: [{ file: 'a.svg', role: 'primary', image }],
  });
});

describe('activity', () => {
  test.each<readonly [string, Partial<ProfileEntry>, Partial<ExpectedActivity>]>([
    ['by default', {}, {}],
    ['of its own', { dormantAfter: 'P1Y' }, { dormantAfter: 'P1Y' }],
    ['of its network', { network: 'x' }, { dormantAfter: 'P3M' }],
    ['of its own before its network’s', { network: 'x', dormantAfter: 'P1Y' }, { dormantAfter: 'P1Y' }],
    ['of a network that says nothing', { network: 'linkedin' }, {}],
    ['a campaign', { intent: 'campaign', until: '2027-01-31' }, { intent: 'campaign', until: '2027-01-31' }],
    ['a seasonal profile', { activeMonths: [6, 7, 8] }, { activeMonths: [6, 7, 8] }],
  ])('%s', (_, entry, activity) => {
    const config = {
      settings: { bigAudience: 500, networks: { x: { dormantAfter: 'P3M' }, linkedin: {} } },
    };
    const usual = { intent: 'active', dormantAfter: 'P6M', until: null, activeMonths: [], bigAudience: 500 };
    expect(expected({ entry, config }).activity).toEqual({ ...usual, ...activity });
  });
});

import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder, type Files } from '../support/folders.ts';
import { aConfig, LINKEDIN, load, loaded, mistakesByFile, SVG } from './writing.ts';

const json = (value: unknown) => JSON.stringify(value, null, 2);
const ref = (target: string, beside: object = {}) => ({ $ref: target, ...beside });

describe('a reference brings what stands elsewhere', () => {
  test('in this file, in another, in one that it names; whole or in part; what stands beside it wins', async () => {
    const main = {
      ...aConfig({ settings: ref('more/settings.json') }),
      brand: { name: ref('more/brand.json#/name'), contact: ref('#/x-contact', { phones: ['2'] }) },
      locations: [ref('more/brand.json#/branches/1', { id: 'main' }), ref('more/brand.json#/branches/0')],
      'x-contact': { phones: ['1'], address: ref('more/brand.json#/a~1b/c~0d%20e'), website: ref('#/x-sites/0') },
      'x-sites': ['https://v.nl'],
    };
    const files = {
      'more/settings.json': json({ language: 'en', checks: ref('../checks.json#') }),
      'checks.json': json({ 'info.name': 'off' }),
      'more/brand.json': json({
        name: 'V',
        'a/b': { 'c~d e': ref('#/address') },
        address: { city: 'A' },
        branches: [
          { id: 'u', contact: ref('#/empty', { emails: ['u@v.nl'] }) },
          { id: 'w', name: 'W' },
        ],
        empty: {},
      }),
    };
    const { config, files: read } = await loaded(main, files);
    expect(config.brand).toEqual({
      name: 'V',
      contact: { phones: ['2'], address: { city: 'A' }, website: 'https://v.nl' },
    });
    expect(config.locations).toEqual([
      { id: 'main', name: 'W' },
      { id: 'u', contact: { emails: ['u@v.nl'] } },
    ]);
    expect(config.settings).toMatchObject({ language: 'en', checks: { 'info.name': 'off' } });
    expect(read).toBe(4);
  });

  test('the way may lead through another reference', async () => {
    const main = {
      ...aConfig(),
      brand: { name: ref('#/x-a/b/c') },
      'x-a': ref('#/x-b'),
      'x-b': { b: ref('#/x-c', { d: 1 }) },
      'x-c': { c: 'V' },
    };
    expect((await loaded(main)).config.brand.name).toBe('V');
  });

  test('the whole file may be one', async () => {
    const { config } = await loaded(ref('all.json', { 'x-own': 1 }), { 'all.json': json(aConfig()) });
    expect(config.profiles).toHaveLength(1);
  });

  test('images in it stay relative to the file that names them', async () => {
    const main = { ...aConfig(), brand: { name: 'V', logos: ref('brand/logos.json') } };
    const files = { 'brand/logos.json': json([{ file: 'logo.svg', role: 'primary' }]), 'brand/logo.svg': SVG };
    const { config } = await loaded(main, files);
    expect(config.brand.logos).toEqual([{ file: 'brand/logo.svg', role: 'primary' }]);
    expect([...config.images.keys()]).toEqual(['brand/logo.svg']);
  });

  test('a file that another builds on has its own', async () => {
    const files = {
      'x/a.json': json({ locations: [ref('b.json#/l'), ref('../c.json')] }),
      'x/b.json': json({ l: { id: 'b' } }),
      'c.json': json({ id: 'c' }),
    };
    const { config } = await loaded(aConfig({ extends: 'x/a.json' }), files);
    expect(config.locations).toEqual([{ id: 'b' }, { id: 'c' }]);
  });

  test('what is the user’s own is left alone, and the files it names are not missed', async () => {
    await expect(
      loaded(aConfig({ 'x-own': { a: ref('none.json'), b: ref('#/x-own'), c: { $ref: 1 } } })),
    ).resolves.toBeTruthy();
  });
});

describe('mistakes', () => {
  const CIRCLE = '"$ref" goes round in a circle:';
  test.each<readonly [string, object, Files, readonly string[]]>([
    [
      'no such file',
      aConfig({ brand: ref('x.json') }),
      {},
      ['profiles.json:4:13 /brand/$ref: "x.json": there is no such file.'],
    ],
    [
      'no such place',
      aConfig({ brand: ref('x.json#/brnd/name'), settings: ref('#/x-s'), people: ref('#/profiles/01') }),
      { 'x.json': '{"brand": {}}' },
      [
        'profiles.json:4:13 /brand/$ref: there is no /brnd/name in x.json.',
        'profiles.json:14:13 /settings/$ref: there is no /x-s in profiles.json.',
        'profiles.json:17:13 /people/$ref: there is no /profiles/01 in profiles.json.',
      ],
    ],
    [
      'no text',
      aConfig({ brand: { $ref: 7 } }),
      {},
      ['profiles.json:4:13 /brand/$ref: expected a text such as "other.json#/brand".'],
    ],
    [
      'no pointer',
      aConfig({ brand: ref('#brand') }),
      {},
      ['profiles.json:4:13 /brand/$ref: "#brand": after # a path such as /brand is expected.'],
    ],
    [
      'empty',
      aConfig({ brand: ref('') }),
      {},
      ['profiles.json:4:13 /brand/$ref: expected the name of a file, found an empty one.'],
    ],
    [
      'a broken code',
      aConfig({ brand: ref('#/%zz') }),
      {},
      ['profiles.json:4:13 /brand/$ref: "#/%zz" holds a % that is no part of a code.'],
    ],
    [
      'a table',
      aConfig({ locations: ref('x.csv') }),
      { 'x.csv': 'id\na' },
      ['profiles.json:14:13 /locations/$ref: "x.csv" is not a .json file.'],
    ],
    [
      'an address',
      aConfig({ brand: ref('https://v.nl/x.json#/a') }),
      {},
      ['profiles.json:4:13 /brand/$ref: "https://v.nl/x.json" is not a file; nothing is fetched.'],
    ],
    [
      'an absolute path',
      aConfig({ brand: ref('/etc/x.json') }),
      {},
      ['profiles.json:4:13 /brand/$ref: "/etc/x.json" must be relative to the file that names it.'],
    ],
    [
      'outside',
      aConfig({ brand: ref('../x.json') }),
      {},
      ['profiles.json:4:13 /brand/$ref: "../x.json" is outside the folder of profiles.json.'],
    ],
    [
      'outside, in code',
      aConfig({ brand: ref('a/%2e%2e/../..%2fx.json') }),
      {},
      ['profiles.json:4:13 /brand/$ref: "a/../../../x.json" is outside the folder of profiles.json.'],
    ],
    [
      'to itself',
      aConfig({ brand: ref('#/brand') }),
      {},
      [`profiles.json:4:13 /brand/$ref: ${CIRCLE} profiles.json#/brand → profiles.json#/brand.`],
    ],
    [
      'to what holds it',
      aConfig({ brand: { name: 'V', contact: ref('#/brand') } }),
      {},
      [`profiles.json:6:15 /brand/contact/$ref: ${CIRCLE} profiles.json#/brand → profiles.json#/brand.`],
    ],
    [
      'over three files',
      aConfig({ brand: ref('a.json#/x') }),
      { 'a.json': json({ x: ref('b.json#/y') }), 'b.json': json({ y: { name: ref('a.json#/x') } }) },
      [`b.json:4:15 /y/name/$ref: ${CIRCLE} a.json#/x → b.json#/y → a.json#/x.`],
    ],
    [
      'on the way',
      aConfig({ brand: ref('#/x-a/b'), 'x-a': ref('#/x-a/b') }),
      {},
      [`profiles.json:4:13 /brand/$ref: ${CIRCLE} profiles.json#/x-a/b → profiles.json#/x-a/b.`],
    ],
    [
      'something beside what is no object',
      aConfig({ profiles: ref('#/x-p', { id: 'x' }), 'x-p': [] }),
      {},
      ['profiles.json:7:13 /profiles/$ref: what it names is no object, so that nothing can stand beside "$ref".'],
    ],
    [
      'a file that is no JSON',
      aConfig({ brand: ref('x.json#/a'), people: ref('x.json') }),
      { 'x.json': '{,}' },
      [
        'profiles.json:4:13 /brand/$ref: "x.json#/a" cannot be read; see there.',
        'profiles.json:14:13 /people/$ref: "x.json" cannot be read; see there.',
        'x.json:1:2: a value was expected; is there a comma too many before it?',
      ],
    ],
    [
      'a wrong value is told where it stands',
      aConfig({ brand: ref('x.json#/b'), locations: [ref('x.json#/l', { id: 'Ö' })] }),
      { 'x.json': json({ b: { name: '', zzz: 1 }, l: { id: 'u', contact: { emails: ['no'] } } }) },
      [
        'profiles.json:16:13 /locations/0/id: expected what the schema describes (The name that profiles use in `location`: lower-case letters, digits and hyphens.), found "Ö".',
        'x.json:3:13 /b/name: expected a text, found an empty one.',
        'x.json:4:5 /b/zzz: unknown key "zzz". Known here: BRAND. Keys of your own begin with "x-".',
        'x.json:10:9 /l/contact/emails/0: expected an e-mail address, found "no".',
      ],
    ],
    [
      'and by the rules too',
      aConfig({ profiles: [ref('x.json#/0'), ref('x.json#/0'), ref('x.json#/0', { id: 'b', location: 'u' })] }),
      { 'x.json': json([{ id: 'a', network: 'linkedin', url: LINKEDIN }]) },
      [
        'profiles.json:16:19 /profiles/2/location: there is no location "u". Known: none.',
        'x.json:3:11 /0/id: the id "a" is taken by /0; ids must be unique.',
      ],
    ],
  ])('%s', async (_, content, files, messages) => {
    const found = await mistakesByFile(loaded(content, files));
    expect(found.map((line) => line.replace(/(zzz.*Known here: )name, .*?\./, '$1BRAND.'))).toEqual(messages);
  });

  test('a file outside the folder may name those beside it, and no others', async () => {
    const folder = await aFolder({
      'org/profiles.json': json(aConfig({ extends: '../shared/a.json' })),
      'shared/a.json': json({ locations: [ref('b.json'), ref('../c.json')] }),
      'shared/b.json': json({ id: 'b' }),
      'c.json': json({ id: 'c' }),
    });
    const found = await mistakesByFile(load(path.join(folder, 'org/profiles.json')));
    expect(found.map((line) => line.slice(line.indexOf('/locations')))).toEqual([
      '/locations/1/$ref: "../c.json" is outside the folder of profiles.json.',
    ]);
  });
});

describe('references that multiply', () => {
  test('ten that each name the one before ten times are stopped', async () => {
    const levels = Array.from({ length: 10 }, (_, level) => [
      `x-${level + 1}`,
      Array.from({ length: 10 }, () => ref(`#/x-${level}`)),
    ]);
    const main = { ...aConfig({ people: ref('#/x-10') }), ...Object.fromEntries(levels), 'x-0': ['haha'] };
    const found = await mistakesByFile(loaded(main));
    expect(found).toEqual([
      expect.stringMatching(
        /^profiles\.json:\d+:\d+ \/x-\d+\/\d\/\$ref: what "\$ref" brings in is more than 200000 values\.$/,
      ),
    ]);
  });

  test('a thousand that each name the next are stopped', async () => {
    const chain = Array.from({ length: 1000 }, (_, index) => [`x-${index}`, { a: ref(`#/x-${index + 1}`) }]);
    const main = { ...aConfig({ people: ref('#/x-0') }), ...Object.fromEntries(chain), 'x-1000': {} };
    const found = await mistakesByFile(loaded(main));
    expect(found).toEqual([expect.stringMatching(/: what "\$ref" brings in is nested more than 100 deep\.$/)]);
  });

  test('a large part that is named often is counted as often', async () => {
    const main = aConfig({
      'x-large': Array.from({ length: 1000 }, () => 1),
      people: Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`p${index}`, ref('#/x-large')])),
    });
    expect(await mistakesByFile(loaded(main))).toEqual([expect.stringContaining('more than 200000 values')]);
  });

  test('__proto__ in a reference and beside it', async () => {
    const text =
      '{"version": 1, "brand": {"$ref": "#/x-b", "__proto__": {"x-bad": 1}}, "x-b": {"name": "V", "__proto__": {"y": 1}}, "profiles": [], "people": {"$ref": "#/__proto__"}}';
    expect(await mistakesByFile(loaded(text))).toEqual([
      'profiles.json:1:151 /people/$ref: there is no /__proto__ in profiles.json.',
    ]);
    expect('x-bad' in {}).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Files } from '../support/folders.ts';
import { aConfig, LINKEDIN, loaded, mistakesByFile, SVG } from './writing.ts';

const json = (value: unknown) => JSON.stringify(value, null, 2);
const contact = (parts: object) => ({ contact: parts });

describe('what a file builds on', () => {
  test('lies under it, field by field; lists are joined, its own first', async () => {
    const main = {
      ...aConfig({ extends: ['a.json', 'more/b.json', 'c.csv'] }, { location: 'c1' }),
      brand: { name: 'Voorbeeld', aliases: ['V'], ...contact({ phones: ['1'], address: { city: 'A' } }) },
      settings: { language: 'en', checks: { 'info.name': 'off' } },
      locations: [{ id: 'm' }],
      people: { jan: 'Jan' },
    };
    const files = {
      'a.json': json({
        brand: {
          name: 'Anders',
          aliases: ['A', 'B'],
          formerNames: ['Oud'],
          ...contact({ emails: ['a@v.nl'], address: { street: 'Dam 1', country: 'NL' } }),
        },
        settings: { language: 'nl', concurrency: 2, checks: { 'info.name': 'info', 'info.bio': 'off' } },
        locations: [{ id: 'a' }],
        people: { an: 'An' },
      }),
      'more/b.json': json({
        extends: '../d.json',
        profiles: [{ id: 'b', network: 'linkedin', url: LINKEDIN, location: 'a' }],
        locations: [{ id: 'b' }],
      }),
      'c.csv': 'id;naam\nc1;C\n',
      'd.json': json({ version: 1, brand: contact({ website: 'https://v.nl' }), locations: [{ id: 'd' }] }),
    };
    const { config, files: read } = await loaded(main, files);
    expect(read).toBe(5);
    expect(config.brand).toEqual({
      name: 'Voorbeeld',
      aliases: ['V'],
      formerNames: ['Oud'],
      contact: { phones: ['1'], emails: ['a@v.nl'], website: 'https://v.nl', address: { city: 'A' } },
    });
    expect(config.settings).toMatchObject({
      language: 'en',
      concurrency: 2,
      checks: { 'info.name': 'off', 'info.bio': 'off' },
    });
    expect(config.locations.map(({ id }) => id)).toEqual(['m', 'a', 'b', 'd', 'c1']);
    expect(config.profiles.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('is laid under once, though two files build on it', async () => {
    const files = {
      'a.json': json({ extends: 'c.json', locations: [{ id: 'a' }] }),
      'b.json': json({ extends: './c.json', locations: [{ id: 'b' }] }),
      'c.json': json({ locations: [{ id: 'c' }] }),
    };
    const { config, files: read } = await loaded(aConfig({ extends: ['a.json', 'b.json', 'a.json'] }), files);
    expect(config.locations.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
    expect(read).toBe(4);
  });

  test('can hold all but the version', async () => {
    const { version: _, ...rest } = { version: 1, ...aConfig() };
    const { config } = await loaded({ version: 1, extends: 'x/all.JSON' }, { 'x/all.JSON': json(rest) });
    expect(config.profiles).toHaveLength(1);
  });

  test('may lie beside the folder of profiles.json', async () => {
    const { config } = await loaded(aConfig({ extends: 'org/profiles.json' }), {
      'org/profiles.json': json({ extends: '../shared.json' }),
      'shared.json': json({ locations: [{ id: 's' }] }),
    });
    expect(config.locations).toEqual([{ id: 's' }]);
  });

  test('ten deep is deep enough', async () => {
    const chain = (levels: number): Files =>
      Object.fromEntries(
        Array.from({ length: levels }, (_, level) => [
          `${level + 1}.json`,
          json({
            locations: [{ id: `l${level + 1}` }],
            ...(level + 1 < levels ? { extends: `${level + 2}.json` } : {}),
          }),
        ]),
      );
    const main = aConfig({ extends: '1.json' });
    expect((await loaded(main, chain(10))).config.locations).toHaveLength(10);
    expect(await mistakesByFile(loaded(main, chain(11)))).toEqual([
      '10.json:7:14 /extends: files build on each other more than 10 deep here.',
    ]);
  });
});

describe('images are named relative to the file that names them', () => {
  test('and told apart, though they have one name', async () => {
    const logos = (file: string) => ({ logos: [{ file, role: 'primary' }] });
    const main = { ...aConfig({ extends: 'x/a.json' }), brand: { name: 'V', ...logos('./logo.svg') } };
    const files = {
      'logo.svg': SVG,
      'x/logo.svg': SVG.replace('#00f', '#f00'),
      'x/a.json': json({
        brand: { banners: [{ file: '../logo.svg', networks: ['x'] }] },
        locations: [
          { id: 'a', ...logos('logo.svg') },
          { id: 'b', ...logos('../logo.svg') },
        ],
        profiles: [{ id: 'b', network: 'linkedin', url: LINKEDIN, expect: logos('logo.svg') }],
      }),
    };
    const { config } = await loaded(main, files);
    expect([...config.images.keys()].sort()).toEqual(['./logo.svg', 'logo.svg', 'x/logo.svg']);
    expect(config.brand.banners).toEqual([{ file: 'logo.svg', networks: ['x'] }]);
    expect(config.locations.map(({ logos: [logo] = [] }) => logo?.file)).toEqual(['x/logo.svg', 'logo.svg']);
    expect(config.profiles[1]?.expect?.logos?.[0]?.file).toBe('x/logo.svg');
    for (const [name, image] of config.images) expect(image.file).toBe(name);
    expect(Buffer.from(config.images.get('x/logo.svg')?.bytes ?? []).toString()).toContain('#f00');
  });

  test('one that is missing is told there', async () => {
    const files = { 'x/a.json': json({ locations: [{ id: 'a', logos: [{ file: 'none.svg', role: 'primary' }] }] }) };
    expect(await mistakesByFile(loaded(aConfig({ extends: 'x/a.json' }), files))).toEqual([
      'x/a.json:7:19 /locations/0/logos/0/file: the image "none.svg" does not exist (looked for <folder>/x/none.svg).',
    ]);
  });
});

describe('mistakes name their own file', () => {
  const KNOWN = '$schema, version, extends, brand, people, locations, profiles, settings';
  test.each<readonly [string, unknown, Files, readonly string[]]>([
    ['no such file', 'x.json', {}, ['profiles.json:13:14 /extends: "x.json": there is no such file.']],
    [
      'a folder',
      ['.json'],
      { '.json/a': '' },
      ['profiles.json:14:5 /extends/0: ".json": this is a folder; name the file inside it.'],
    ],
    [
      'another kind of file',
      'x.yaml',
      {},
      ['profiles.json:13:14 /extends: "x.yaml" is neither a .json nor a .csv file.'],
    ],
    [
      'an address',
      ['https://v.nl/x.json', 'file:///x.json', '//v.nl/x.json'],
      {},
      ['https://v.nl/x.json', 'file:///x.json', '//v.nl/x.json'].map(
        (name, index) =>
          `profiles.json:${14 + index}:5 /extends/${index}: "${name}" is not a file; nothing is fetched.`,
      ),
    ],
    [
      'an absolute path',
      '/x.json',
      {},
      ['profiles.json:13:14 /extends: "/x.json" must be relative to the file that names it.'],
    ],
    ['no name', '', {}, ['profiles.json:13:14 /extends: expected the name of a file, found an empty one.']],
    ['no name at all', 7, {}, ['profiles.json:13:14 /extends: expected string or array, found 7.']],
    ['a list of other things', [{}], {}, ['profiles.json:14:5 /extends/0: expected a string, found {}.']],
    [
      'itself',
      './profiles.json',
      {},
      ['profiles.json:13:14 /extends: "extends" goes round in a circle: profiles.json → profiles.json.'],
    ],
    [
      'a circle',
      'a.json',
      { 'a.json': json({ extends: ['b.json'] }), 'b.json': json({ extends: 'a.json' }) },
      ['b.json:2:14 /extends: "extends" goes round in a circle: a.json → b.json → a.json.'],
    ],
    [
      'not UTF-8',
      'a.csv',
      { 'a.csv': Uint8Array.of(0x69, 0xe9) },
      ['profiles.json:13:14 /extends: "a.csv": the file is not UTF-8 text. Save it as UTF-8.'],
    ],
    [
      'no JSON, in two files',
      ['a.json', 'b.json', 'c.csv'],
      { 'a.json': '{\n  "brand": }', 'b.json': '', 'c.csv': 'id,naam\na' },
      [
        'a.json:2:12: a value was expected; is there a comma too many before it?',
        'b.json: the file is empty; expected a JSON object.',
        'c.csv:2:1: this row has 1 cell; the first row has 2 cells.',
      ],
    ],
    ['of another shape', 'a.json', { 'a.json': '[]' }, ['a.json:1:1 /: expected an object, found [].']],
    [
      'another version, unknown keys, lists that are none',
      'a.json',
      { 'a.json': json({ version: 2, brnd: 1, zzzzzzzz: 1, locations: {}, brand: { nam: 1 } }) },
      [
        'a.json:2:14 /version: expected 1, found 2.',
        'a.json:3:3 /brnd: unknown key "brnd". Did you mean "brand"?',
        `a.json:4:3 /zzzzzzzz: unknown key "zzzzzzzz". Known here: ${KNOWN}. Keys of your own begin with "x-".`,
        'a.json:5:16 /locations: expected an array, found {}.',
        'a.json:7:5 /brand/nam: unknown key "nam". Did you mean "name"?',
      ],
    ],
    [
      'a value that the main file overrides is judged all the same',
      'a.json',
      { 'a.json': json({ brand: { name: '' }, settings: null }) },
      [
        'a.json:3:13 /brand/name: expected a text, found an empty one.',
        'a.json:5:15 /settings: expected an object, found null.',
      ],
    ],
    [
      'what only the rules can tell',
      ['a.json', 'b.csv'],
      {
        'a.json': json({
          locations: [{ id: 'u' }, { id: 'u' }],
          profiles: [
            { id: 'a', network: 'linkedn', url: LINKEDIN },
            { id: 'b', network: 'x', url: LINKEDIN, location: 'w' },
          ],
          settings: { dormantAfter: 'P0D' },
        }),
        'b.csv': 'id;e-mail\nv;x@y.nl\nu;geen\nV;\nv;\n',
      },
      [
        'a.json:7:13 /locations/1/id: the id "u" is taken by /locations/0; ids must be unique.',
        'a.json:12:13 /profiles/0/id: the id "a" is taken by profiles.json:8:13 /profiles/0/id; ids must be unique.',
        'a.json:13:18 /profiles/0/network: unknown network "linkedn". Did you mean "linkedin"?',
        'a.json:19:14 /profiles/1/url: "https://www.linkedin.com/company/voorbeeld" is not the address of a profile on x. It looks like https://x.com/X.',
        'a.json:20:19 /profiles/1/location: there is no location "w". Did you mean "u"?',
        'a.json:24:21 /settings/dormantAfter: expected a duration from one day to 100 years, found "P0D".',
        'b.csv:3:1 /locations/1/id: the id "u" is taken by a.json:4:13 /locations/0/id; ids must be unique.',
        'b.csv:3:3 /locations/1/contact/emails/0: expected an e-mail address, found "geen".',
        'b.csv:4:1 /locations/2/id: expected what the schema describes (The name that profiles use in `location`: lower-case letters, digits and hyphens.), found "V".',
        'b.csv:5:1 /locations/3/id: the id "v" is taken by b.csv:2:1 /locations/0/id; ids must be unique.',
      ],
    ],
    [
      'files that contradict each other',
      ['a.json', 'b.json', 'c.json'],
      {
        'a.json': json({ brand: { name: 'A', aliases: ['x'] }, people: { jan: '1' }, settings: { concurrency: 1 } }),
        'b.json': json({
          brand: { name: 'B', aliases: ['x', 'y'] },
          people: { jan: '1' },
          settings: { concurrency: 1 },
        }),
        'c.json': json({ brand: contact({ address: { city: 'C' } }), settings: { concurrency: 2, language: 'en' } }),
      },
      [
        'b.json:4:16 /brand/aliases: this differs from a.json:4:16 /brand/aliases; say which holds in a file that builds on both.',
        'b.json:10:5 /people/jan: "jan" is taken by a.json:9:12 /people/jan.',
        'c.json:10:20 /settings/concurrency: this differs from a.json:12:20 /settings/concurrency; say which holds in a file that builds on both.',
      ],
    ],
  ])('%s', async (_, names, files, messages) => {
    expect(await mistakesByFile(loaded(aConfig({ extends: names }), files))).toEqual(messages);
  });

  test('what no file holds is missing in profiles.json; a brand without a name, where the brand is', async () => {
    expect(await mistakesByFile(loaded({ extends: 'a.json' }, { 'a.json': json({ brand: { aliases: [] } }) }))).toEqual(
      [
        'profiles.json:1:1 /: the key "version" is missing.',
        'profiles.json:1:1 /: the key "profiles" is missing.',
        'a.json:2:12 /brand: the key "name" is missing.',
      ],
    );
  });
});

describe('too much', () => {
  test('more than a thousand files', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `${index}.json`);
    expect(await mistakesByFile(loaded(aConfig({ extends: names })))).toEqual([
      'profiles.json: this file and those that it names are more than 1000 files; at most that many files are read.',
    ]);
  });

  test('more than 20 MB together', async () => {
    const large = '{}'.padEnd(5 * 1024 * 1024);
    const names = ['1.json', '2.json', '3.json', '4.json', '5.json'];
    const files = Object.fromEntries(names.map((name) => [name, large]));
    expect(await mistakesByFile(loaded(aConfig({ extends: names }), files))).toEqual([
      'profiles.json: this file and those that it names are more than 20971520 bytes; at most that many bytes are read.',
    ]);
  });

  test('a hundred thousand rows are read, and two hundred of their mistakes told', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `l${index},N`).join('\n');
    const main = aConfig({ extends: 'a.csv' }, { location: 'l99999' });
    const { config } = await loaded(main, { 'a.csv': `id,naam\n${rows}` });
    expect(config.locations).toHaveLength(100_000);
    const found = await mistakesByFile(loaded(main, { 'a.csv': `id,naam\n${rows.replaceAll('l', '')}` }));
    expect(found.length).toBeLessThanOrEqual(202);
    const short = await mistakesByFile(loaded(main, { 'a.csv': `id,naam,plaats\n${rows}` }));
    expect(short).toHaveLength(201);
  });

  test('__proto__ in any of the files changes no object', async () => {
    const text = '{"__proto__": {"x-bad": 1}, "brand": {"__proto__": {"x-bad": 1}}, "people": {"__proto__": "x"}}';
    const found = await mistakesByFile(loaded(aConfig({ extends: 'a.json' }), { 'a.json': text }));
    expect(found.map((line) => line.split(': ')[0])).toEqual(['a.json:1:2 /__proto__', 'a.json:1:39 /brand/__proto__']);
    expect('x-bad' in {}).toBe(false);
  });
});

describe('however a file is split', () => {
  const id = fc.stringMatching(/^[a-z][a-z0-9]{0,3}$/);
  const part = fc.record(
    {
      aliases: fc.array(id),
      contact: fc.record({ phones: fc.array(id), website: fc.constant('https://v.nl') }, { requiredKeys: [] }),
      former: fc.record({ phones: fc.array(id) }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );
  const whole = fc.record({
    brand: part.map((fields) => ({ name: 'V', ...fields })),
    locations: fc
      .uniqueArray(id, { maxLength: 6 })
      .chain((ids) => fc.tuple(...ids.map((each) => part.map((fields) => ({ id: each, ...fields }))))),
    settings: fc.record(
      {
        concurrency: fc.integer({ min: 1, max: 32 }),
        checks: fc.record({ 'info.name': fc.constant('off') }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    ),
  });

  test('the configuration is the same', async () => {
    await fc.assert(
      fc.asyncProperty(whole, fc.infiniteStream(fc.nat(2)), async ({ brand, locations, settings }, where) => {
        const target = () => where.next().value ?? 0;
        const scattered = (fields: object): object[] => {
          const parts: Record<string, unknown>[] = [{}, {}, {}];
          for (const [key, value] of Object.entries(fields)) {
            if (typeof value === 'object' && !Array.isArray(value) && value !== null) {
              for (const [index, inner] of scattered(value).entries())
                Object.assign(parts[index] ?? {}, { [key]: inner });
            } else Object.assign(parts[target()] ?? {}, { [key]: value });
          }
          return parts;
        };
        const cuts = [target(), target()].map((cut) => Math.round((cut / 2) * locations.length)).sort((a, b) => a - b);
        const lists = [locations.slice(0, cuts[0]), locations.slice(cuts[0], cuts[1]), locations.slice(cuts[1])];
        const brands = scattered(brand);
        const options = scattered(settings);
        const [main, ...others] = [0, 1, 2].map((index) => ({
          brand: brands[index],
          locations: lists[index],
          settings: options[index],
        }));
        const split = await loaded(aConfig({ ...main, extends: ['1.json', 'x/2.json'] }), {
          '1.json': json(others[0]),
          'x/2.json': json(others[1]),
        });
        const one = await loaded(aConfig({ brand, locations, settings }));
        expect(withoutEmpty({ ...split.config, path: '' })).toEqual(withoutEmpty({ ...one.config, path: '' }));
      }),
    );
  });

  /** An object that was split leaves an empty one in each file: for this comparison, empty is the same as absent. */
  const withoutEmpty = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (_, each) => (isEmpty(each) ? undefined : each)));
  const isEmpty = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
});

import { describe, expect, test } from 'vitest';
import type { Brand, ProfileEntry, Settings } from '../../src/model/config.ts';
import { UserError } from '../../src/model/problem.ts';
import { planVisits, type Selection } from '../../src/plan/plan.ts';
import { aConfiguration, anEntry, aReadNetwork } from '../support/visits.ts';

const hyves = {
  id: 'hyves',
  name: 'Hyves',
  hosts: ['hyves.nl'],
  closedOn: '2013-12-02',
  successor: null,
  source: 'https://a.nl',
  reviewed: '2026-11-23',
};
const directory = {
  networks: [aReadNetwork(), aReadNetwork({ id: 'ander', name: 'Ander', sources: { http: { requests: () => [] } } })],
  closedNetworks: [hyves],
  unreadNetworks: [{ id: 'instagram', name: 'Instagram', hosts: ['instagram.com'] }],
};

interface Parts {
  readonly brand?: Partial<Brand>;
  readonly settings?: Partial<Settings>;
}

const plan = (profiles: readonly ProfileEntry[], selection: Selection = {}, { brand, settings = {} }: Parts = {}) =>
  planVisits(aConfiguration({ profiles, settings, brand: { name: 'Merk', ...brand } }), directory, selection);

const one = (entry: Partial<ProfileEntry>, selection: Selection = {}, parts: Parts = {}) => {
  const [visit] = plan([anEntry(entry)], selection, parts);
  if (!visit) throw new Error('Nothing was planned.');
  return visit;
};

describe('which profiles', () => {
  const profiles = [anEntry({ id: 'c' }), anEntry({ id: 'a', network: 'ander' }), anEntry({ id: 'b' })];
  test.each<readonly [string, Selection, readonly string[]]>([
    ['all, in the order of the file', {}, ['c', 'a', 'b']],
    ['by id, in the order of the file', { only: ['b', 'c'] }, ['c', 'b']],
    ['by network', { networks: ['ander'] }, ['a']],
    ['by both', { only: ['b', 'a'], networks: ['netwerk'] }, ['b']],
  ])('%s', (_, selection, ids) => {
    expect(plan(profiles, selection).map(({ entry }) => entry.id)).toEqual(ids);
  });

  const many = Array.from({ length: 25 }, (_, index) => anEntry({ id: `p${index}` }));
  test.each<readonly [string, readonly ProfileEntry[], Selection, readonly string[]]>([
    [
      'ids',
      profiles,
      { only: ['a', 'd', 'e'] },
      ['--only: profiles.json has no "d". It has: c, a, b.', '--only: profiles.json has no "e". It has: c, a, b.'],
    ],
    [
      'networks, each named once',
      profiles,
      { networks: ['linkedin'] },
      ['--network: profiles.json has no "linkedin". It has: netwerk, ander.'],
    ],
    [
      'both at once',
      profiles,
      { only: ['z'], networks: ['y'] },
      [
        '--only: profiles.json has no "z". It has: c, a, b.',
        '--network: profiles.json has no "y". It has: netwerk, ander.',
      ],
    ],
    [
      'many',
      many,
      { only: ['x'] },
      [
        `--only: profiles.json has no "x". It has: ${many
          .slice(0, 20)
          .map(({ id }) => id)
          .join(', ')}, ….`,
      ],
    ],
    ['in an empty file', [], { only: ['a'] }, ['--only: profiles.json has no "a". It has none.']],
    [
      'nothing left',
      profiles,
      { only: ['a'], networks: ['netwerk'] },
      ['--only --network: no profile is left with this selection.'],
    ],
    ['nothing chosen', profiles, { only: [] }, ['--only: no profile is left with this selection.']],
  ])('a mistake in the selection: %s', (_, entries, selection, messages) => {
    expect(() => plan(entries, selection)).toThrow(UserError);
    expect(() => plan(entries, selection)).toThrow(messages.join('\n'));
  });

  test('an empty file is an empty plan', () => {
    expect(plan([])).toEqual([]);
  });
});

describe('which sources', () => {
  test.each<readonly [string, Partial<ProfileEntry>, Selection, readonly string[]]>([
    ['all of the network, cheapest first', {}, {}, ['api', 'http', 'browser']],
    ['those that the network has', { network: 'ander' }, {}, ['http']],
    ['those that the profile allows, still cheapest first', { sources: ['browser', 'api'] }, {}, ['api', 'browser']],
    ['those that are asked for', {}, { sources: ['http'] }, ['http']],
    ['allowed and asked for', { sources: ['api', 'http'] }, { sources: ['http', 'browser'] }, ['http']],
    ['none', { sources: ['session'] }, {}, []],
  ])('%s', (_, entry, selection, sources) => {
    expect(one(entry, selection).sources).toEqual(sources);
  });
});

describe('which fields are climbed for', () => {
  const brand: Partial<Brand> = {
    bios: [{ language: 'nl', text: 'x' }],
    contact: { website: 'https://merk.nl', emails: ['a@merk.nl'], phones: ['1'], address: { city: 'Utrecht' } },
  };
  const all = ['name', 'bio', 'websites', 'emails', 'phones', 'address', 'lastActivity'];
  const without = (...fields: string[]) => all.filter((field) => !fields.includes(field));
  test.each<readonly [string, Partial<ProfileEntry>, Parts, readonly string[]]>([
    ['a brand with a name alone', {}, {}, ['name', 'lastActivity']],
    ['all that the brand asks', {}, { brand }, all],
    [
      'not what is switched off',
      {},
      { brand, settings: { checks: { 'info.phone': 'off', 'info.bio': 'info' } } },
      without('phones'),
    ],
    [
      'not what the profile ignores',
      { ignore: ['info.address', 'activity.dormant'] },
      { brand },
      without('address', 'lastActivity'),
    ],
    ['an archive is meant to be silent', { intent: 'archive' }, { brand }, without('lastActivity')],
    ['a reserved handle too', { intent: 'reserve' }, { brand }, without('lastActivity')],
    ['no text in the profile’s language', { language: 'en' }, { brand }, without('bio')],
  ])('%s', (_, entry, parts, needed) => {
    expect(one(entry, {}, parts).needed).toEqual(needed);
  });

  test('a logo that the brand shows', () => {
    expect(one({}, {}, { brand: { logos: [{ file: 'a', role: 'primary' }] } }).needed).toEqual([
      'name',
      'logo',
      'lastActivity',
    ]);
  });

  test('not fields that the network does not have', () => {
    const places = { name: aReadNetwork().places.name ?? [], bio: [] };
    const networks = [aReadNetwork({ places })];
    const config = aConfiguration({ profiles: [anEntry()], brand: { name: 'Merk', ...brand } });
    const [visit] = planVisits(config, { ...directory, networks }, {});
    expect(visit?.needed).toEqual(['name']);
    expect(visit?.facts.fields).toEqual(['name']);
  });
});

describe('what is known of the network', () => {
  test('one with a reader: its account, limits and links', () => {
    const network = aReadNetwork({
      limits: { bio: { max: 10, unit: 'characters' } },
      links: { edit: ({ handle }, pin) => `https://edit/${handle}/${pin}`, remove: () => 'https://remove' },
    });
    const config = aConfiguration({ profiles: [anEntry({ id: 'merk', pin: '7' })] });
    const [visit] = planVisits(config, { ...directory, networks: [network] }, {});
    expect(visit).toMatchObject({
      network: { id: 'netwerk' },
      closed: null,
      account: { handle: 'merk' },
      expectation: { handle: 'merk' },
      facts: {
        name: 'Netwerk',
        limits: network.limits,
        editUrl: 'https://edit/merk/7',
        removeUrl: 'https://remove',
        closed: null,
      },
    });
  });

  test('a closed one: its day, and nothing to ask', () => {
    expect(one({ network: 'hyves', url: 'https://www.hyves.nl/merk/?a=1' })).toMatchObject({
      network: null,
      closed: hyves,
      sources: [],
      needed: [],
      account: { handle: 'merk', kind: 'page', host: 'www.hyves.nl' },
      facts: { name: 'Hyves', editUrl: null, closed: { on: '2013-12-02', successor: null, source: 'https://a.nl' } },
    });
  });

  test('one without a reader: its name, and nothing to ask', () => {
    expect(one({ network: 'instagram', url: 'https://instagram.com' })).toMatchObject({
      network: null,
      closed: null,
      sources: [],
      account: { handle: 'instagram.com' },
      facts: { name: 'Instagram', fields: [], closed: null },
    });
  });
});

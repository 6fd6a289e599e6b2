import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fieldChecks, presenceChecks } from '../../src/checks/index.ts';
import { judge } from '../../src/checks/judge.ts';
import { missingIn } from '../../src/checks/phrases.ts';
import { directory } from '../../src/directory.ts';
import { loadProfiles } from '../../src/loadProfiles.ts';
import type { BrandPart, ProfileEntry, Settings } from '../../src/model/config.ts';
import { type Explanation, explain } from '../../src/plan/explain.ts';
import { planVisits } from '../../src/plan/plan.ts';
import { AT, aContext } from '../support/subject.ts';
import { aConfiguration, anEntry, aReadNetwork } from '../support/visits.ts';

const holds = (text: string, phrase: string) => missingIn(text, [phrase]) === null;
const CHECKS = [...presenceChecks, ...fieldChecks];

interface Parts {
  readonly brand?: BrandPart;
  readonly entry?: Partial<ProfileEntry>;
  readonly settings?: Partial<Settings>;
  readonly network?: Parameters<typeof aReadNetwork>[0];
}

function explained({ brand, entry, settings, network }: Parts): Explanation {
  const config = aConfiguration({
    brand: { name: 'Merk', ...brand },
    locations: [{ id: 'utrecht', name: 'Merk Utrecht', contact: { phones: ['+31 30 1234567'] } }],
    profiles: [anEntry(entry)],
    ...(settings ? { settings } : {}),
  });
  const directories = { networks: [aReadNetwork(network)], closedNetworks: [], unreadNetworks: [] };
  const [visit] = planVisits(config, directories, {});
  if (!visit) throw new Error('there is one profile');
  return explain(config, visit, { checks: CHECKS, holds, now: AT });
}

const field = (of: Explanation, name: string) => of.fields.find((each) => each.field === name);
const checkOf = (of: Explanation, check: string) => of.checks.find((each) => each.check === check);

test('each field says where it comes from', () => {
  const of = explained({
    brand: { aliases: ['M'], contact: { website: 'https://merk.example', phones: ['+31 20 1234567'] } },
    entry: { location: 'utrecht', expect: { contact: { emails: ['a@merk.example', 'b@merk.example'] } } },
  });
  expect(field(of, 'name')).toMatchObject({ expected: ['Merk Utrecht'], from: 'location', alternatives: ['M'] });
  expect(field(of, 'handle')).toMatchObject({ expected: ['voorbeeld'], from: 'address' });
  expect(field(of, 'websites')).toMatchObject({ expected: ['https://merk.example'], from: 'brand' });
  expect(field(of, 'emails')).toMatchObject({ expected: ['a@merk.example', 'b@merk.example'], from: 'profile' });
  expect(field(of, 'phones')).toMatchObject({ expected: ['+31 30 1234567'], from: 'location' });
  expect(field(of, 'address')).toMatchObject({ expected: [], from: null });
});

test('what the network’s limit does to the name and to each text', () => {
  const bios = [
    { language: 'nl', text: 'een tekst die te lang is' },
    { language: 'nl', anyOf: ['twaalf tekens', 'elf tekens'] },
    { language: 'nl', text: 'kort' },
    { language: 'en', text: 'short' },
  ];
  const limits = { bio: { max: 13, unit: 'characters' }, name: { max: 3, unit: 'characters' } } as const;
  const of = explained({ brand: { bios, requiredPhrases: ['Twaalf'] }, network: { limits } });
  expect(field(of, 'name')).toMatchObject({ limit: limits.name, fits: false });
  expect(field(of, 'bio')).toMatchObject({ expected: ['twaalf tekens'], alternatives: ['elf tekens'], fits: true });
  expect(of.bio.texts.map(({ length, use, lacks }) => [length, use, lacks])).toEqual([
    [24, 'too-long', ['Twaalf']],
    [13, 'used', []],
    [10, 'equal', ['Twaalf']],
    [4, 'shorter', ['Twaalf']],
    [5, 'other-language', ['Twaalf']],
  ]);
});

test('a phrase is held as whole words, as the check asks it', () => {
  const brand = { bios: [{ language: 'nl', text: 'Wij zijn er in Utrecht-Oost.' }], requiredPhrases: ['Oost', 'oos'] };
  expect(explained({ brand }).bio.texts.map(({ lacks }) => lacks)).toEqual([['oos']]);
});

test('the banners for this network', () => {
  const of = (networks: readonly string[] | undefined) => ({
    file: `${networks}.png`,
    ...(networks ? { networks } : {}),
  });
  const { network } = anEntry();
  const banners = [of([network, 'ander']), of(['ander']), of(undefined)];
  expect(field(explained({ brand: { banners } }), 'banner')).toMatchObject({
    expected: [`${network},ander.png`, 'undefined.png'],
    from: 'brand',
  });
  expect(field(explained({ brand: { banners: [of(['ander'])] } }), 'banner')).toMatchObject({
    expected: [],
    from: null,
  });
});

describe('why a check is asked or not', () => {
  const { address: _, ...withoutAddress } = aReadNetwork().places;
  const address = { brand: { contact: { address: { city: 'Utrecht' } } } };
  test.each<readonly [string, Parts, string, object]>([
    ['by default', {}, 'info.name', { state: 'asked', severity: 'error', severityFrom: 'check' }],
    [
      'how heavy',
      { settings: { checks: { 'info.name': 'info' } } },
      'info.name',
      { state: 'asked', severity: 'info', severityFrom: 'settings' },
    ],
    ['off', { settings: { checks: { 'info.name': 'off' } } }, 'info.name', { state: 'off' }],
    ['ignored', { entry: { ignore: ['info.name'] } }, 'info.name', { state: 'ignored' }],
    ['left open', {}, 'info.phone', { state: 'left-open' }],
    ['not here', { ...address, network: { places: withoutAddress } }, 'info.address', { state: 'not-on-network' }],
    ['without a reader', { ...address, network: { places: {} } }, 'info.address', { state: 'network-unread' }],
    ['of the profile as a whole', { network: { places: {} } }, 'presence.exists', { state: 'asked' }],
  ])('%s', (_, parts, check, found) => {
    expect(checkOf(explained(parts), check)).toMatchObject(found);
  });
});

test('the threshold of silence says whose it is', () => {
  expect(explained({}).activity).toMatchObject({ intent: 'active', dormantAfter: 'P6M', from: 'settings' });
  expect(explained({ entry: { dormantAfter: 'P6M' } }).activity).toMatchObject({ from: 'profile' });
  expect(explained({ entry: { activeMonths: [4, 5] } }).activity).toMatchObject({ activeMonths: [4, 5] });
});

test('a waiver holds through its last day', () => {
  const waiver = { check: 'info.name', accepts: 'V', reason: 'r', owner: 'o' } as const;
  const waivers = ['2026-11-22', '2026-11-23'].map((until) => ({ ...waiver, until }));
  expect(explained({ entry: { waivers } }).waivers.map(({ lapsed }) => lapsed)).toEqual([true, false]);
});

describe('it says what the audit does', async () => {
  const { config } = await loadProfiles(path.resolve(import.meta.dirname, '../../profiles.json'));
  const settings = { ...config.settings, checks: { 'info.website': 'off' } } as const;
  const profiles = config.profiles.map((entry) => ({ ...entry, ignore: ['info.name'] as const }));
  const visits = [config, { ...config, settings }, { ...config, profiles }].flatMap((each) =>
    planVisits(each, directory, {}).map((visit) => ({
      visit,
      of: explain(each, visit, { checks: CHECKS, holds, now: AT }),
    })),
  );

  test('the ladder is climbed for what is asked, and for nothing else', () => {
    const fields = ['name', 'bio', 'websites', 'emails', 'phones', 'address', 'logo'];
    for (const { visit, of } of visits) {
      const asked = of.fields
        .filter((each) => fields.includes(each.field) && checkOf(of, each.check)?.state === 'asked')
        .map((each) => each.field);
      const needed = visit.needed.filter((each) => fields.includes(each));
      expect(asked.sort(), visit.entry.id).toEqual([...needed].sort());
    }
  });

  test('a check that is asked finds something, and one that is not does not', async () => {
    for (const { visit, of } of visits) {
      const context = aContext({ expectation: visit.expectation, network: visit.facts, reading: { observation: {} } });
      const findings = await judge(context, fieldChecks, presenceChecks);
      for (const { check, state } of of.checks) {
        if (check.startsWith('presence.') || state === 'off' || state === 'ignored') continue;
        const code = findings.find((finding) => finding.check === check)?.code ?? null;
        const isSilent = state === 'left-open' || state === 'network-closed';
        expect(code === null, `${visit.entry.id} ${check}`).toBe(isSilent);
        expect(code === 'field.not-on-network', `${visit.entry.id} ${check}`).toBe(state === 'not-on-network');
      }
    }
  });
});

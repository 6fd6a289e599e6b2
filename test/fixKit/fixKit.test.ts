/** Which findings get something to upload, where it is written, and what is said when there is nothing. */

import { describe, expect, test } from 'vitest';
import { fixKitOf } from '../../src/fixKit/fixKit.ts';
import type { ProfileAudit } from '../../src/model/audit.ts';
import type { BrandImage } from '../../src/model/config.ts';
import type { CheckId, Status } from '../../src/model/finding.ts';
import { isKitPath } from '../../src/model/kit.ts';
import type { Network } from '../../src/model/network.ts';
import { anAudit, decision, finding } from '../support/decisions.ts';
import { anEntry, aReadNetwork, aVisit } from '../support/visits.ts';
import { MARK, photo, WHITE } from './pictures.ts';

const PICTURES: Network['pictures'] = {
  logo: { width: 100, height: 100, maxBytes: 100_000, isRound: true },
  banner: { width: 300, height: 100, maxBytes: 100_000 },
  source: 'made up for this test',
  reviewed: '2026-11-23',
};
const NETWORK = aReadNetwork({ pictures: PICTURES });

const image = (file: string, bytes: Uint8Array): [string, BrandImage] => [file, { file, bytes, sha256: file }];
const images = new Map([
  image('brand/logo.svg', MARK),
  image('brand/white.svg', WHITE),
  image('../../"><script>.png', MARK),
  image('brand/photo.png', await photo(600, 600)),
]);

interface Case {
  readonly id?: string;
  readonly check?: CheckId;
  readonly status?: Exclude<Status, 'waived'>;
  readonly decided?: Status;
  readonly file?: string;
  readonly verdict?: ProfileAudit['verdict'];
  readonly network?: Network;
}

function audited({ id = 'p', check = 'look.logo', status = 'deviating', decided, ...rest }: Case = {}): ProfileAudit {
  const { file = 'brand/logo.svg', verdict = 'inconsistent', network = NETWORK } = rest;
  const found = finding(check, status, { key: `${id}/${check}`, remedy: { file } });
  const visit = { ...aVisit(), entry: anEntry({ id }), network };
  return anAudit({ visit, verdict, decisions: [decision(found, decided ? { status: decided } : {})] });
}

const kitsOf = async (...cases: readonly Case[]) => fixKitOf(cases.map(audited), images);

test('a wrong logo gets the brand’s, drawn as the network wants it', async () => {
  const { kits, files } = await kitsOf({});
  const file = 'fix-kit/p/logo-netwerk-100x100.png';
  expect(kits.get('p/look.logo')).toEqual({ kit: [{ file, width: 100, height: 100, round: true }] });
  expect(files.map(({ path }) => path)).toEqual([file]);
  expect([...(files[0]?.bytes.subarray(1, 4) ?? [])]).toEqual([...Buffer.from('PNG')]);
});

test('a banner is cropped to the network’s shape, and how much is left is told', async () => {
  const { kits } = await kitsOf({ check: 'look.banner', status: 'absent', file: 'brand/photo.png' });
  const file = 'fix-kit/p/banner-netwerk-300x100.png';
  expect(kits.get('p/look.banner')).toEqual({ kit: [{ file, width: 300, height: 100, kept: 0.33 }] });
});

test('why there is none is told with the size that was wanted', async () => {
  const { kits, files } = await kitsOf({ file: 'brand/white.svg' });
  expect(kits.get('p/look.logo')).toEqual({ noKit: { reason: 'not-visible', width: 100, height: 100 } });
  expect(files).toEqual([]);
});

describe('nothing is made', () => {
  const { banner: _, ...withoutBanner } = PICTURES;
  const { pictures: __, ...unknown } = NETWORK;
  test.each<[string, Case]>([
    ['where all is right', { status: 'ok' }],
    ['where nothing was seen', { status: 'unverifiable' }],
    ['where it was waived', { decided: 'waived' }],
    ['for a text', { check: 'info.bio' }],
    ['for a file that is not there', { file: 'brand/none.png' }],
    ['for a network without sizes', { network: unknown }],
    ['for a network without banners', { check: 'look.banner', network: { ...NETWORK, pictures: withoutBanner } }],
    ['for an account that is gone', { verdict: 'gone' }],
    ['for an account that someone else has', { verdict: 'taken-over' }],
    ['for an account that the network closed', { verdict: 'suspended' }],
  ])('%s', async (_name, given) => {
    const { kits, files } = await kitsOf(given);
    expect([kits.size, files.length]).toEqual([0, 0]);
  });
});

test('each profile has its own file, and the same picture is drawn once', async () => {
  const { kits, files } = await kitsOf({ id: 'a' }, { id: 'b' }, { id: 'c', verdict: 'dormant' });
  expect([...kits.keys()]).toEqual(['a/look.logo', 'b/look.logo', 'c/look.logo']);
  expect(new Set(files.map(({ path }) => path)).size).toBe(3);
  expect(new Set(files.map(({ bytes }) => bytes)).size).toBe(1);
});

test('a file’s name in profiles.json is no part of a path', async () => {
  const { files } = await kitsOf({ file: '../../"><script>.png' });
  expect(files.map(({ path }) => path)).toEqual(['fix-kit/p/logo-netwerk-100x100.png']);
  expect(files.every(({ path }) => isKitPath(path))).toBe(true);
});

describe('paths', () => {
  test.each([
    'fix-kit/linkedin-main/logo-google-business-720x720.png',
    'fix-kit/a/banner-x-1500x500.jpg',
    `fix-kit/${'a'.repeat(63)}/logo-x-1x1.png`,
  ])('%s is the kit’s', (path) => {
    expect(isKitPath(path)).toBe(true);
  });

  test.each([
    'fix-kit/../report.json',
    'fix-kit/../../logo-x-1x1.png',
    '/fix-kit/a/logo-x-1x1.png',
    'fix-kit/a/b/logo-x-1x1.png',
    'fix-kit/a\\logo-x-1x1.png',
    'fix-kit/A/logo-x-1x1.png',
    'fix-kit/.a/logo-x-1x1.png',
    'fix-kit/a/logo-x-1x1.svg',
    'fix-kit/a/logo-x-1x1.png\n',
    'fix-kit/a/logo-x-01x1.png',
    'javascript:alert(1)//fix-kit/a/logo-x-1x1.png',
    'https://evil.example/fix-kit/a/logo-x-1x1.png',
    `fix-kit/${'a'.repeat(64)}/logo-x-1x1.png`,
    '',
  ])('%j is not', (path) => {
    expect(isKitPath(path)).toBe(false);
  });
});

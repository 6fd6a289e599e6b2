/** A finding that is said to be wrong becomes a fixture: of the stored page, or a skeleton; and it fails until it is mended. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { openArchive } from '../../src/capture/archive.ts';
import { runFixture } from '../../src/cli/fixture.ts';
import { FILL_IN } from '../../src/cli/fixtureExpected.ts';
import { UserError } from '../../src/model/problem.ts';
import { fixturesOf } from '../support/fixtures.ts';
import { aFolder, textsIn } from '../support/folders.ts';

const [page] = fixturesOf('website').filter(({ name }) => name === 'normal');
if (!page) throw new Error('there is no page to test with');
const readAs = page.expected as { outcome: string; observation: { phones: { value: string; origin: string }[] } };

const WRONG = {
  ...{
    version: 1,
    run: '2026-11-23T02-00-00Z',
    tool: '1',
    key: 'site/info.phone',
    profile: 'site',
    network: 'website',
  },
  ...{ url: page.account, check: 'info.phone', code: 'phone.differs', args: {}, status: 'deviating' },
  ...{ expected: '+31 20 794 00 00', found: readAs.observation.phones.map(({ value }) => value).join(', ') },
  ...{ origin: 'json-ld', locator: 'JSON-LD telephone', source: page.capture.source },
};

async function made(finding: object, options: { shows?: string; captures?: string } = {}) {
  const folder = await aFolder({ 'wrong.json': JSON.stringify(finding), 'out/keep': '' });
  const out = path.join(folder, 'out');
  const quiet = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const printed: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0);
  try {
    const code = await runFixture(path.join(folder, 'wrong.json'), { out, json: true, ...options });
    const told: { missing: string[] } | null = code === 0 ? JSON.parse(printed.join('')) : null;
    const files = await textsIn(path.join(out, 'website', 'told-wrong-info-phone')).catch(() => ({}));
    return { code, missing: told?.missing, files: files as Record<string, string> };
  } finally {
    quiet.mockRestore();
    write.mockRestore();
  }
}

async function archived(): Promise<string> {
  const folder = await aFolder();
  const run = { version: 1, startedAt: '2026-11-23T02:00:00.000Z', tool: 'test' } as const;
  const archive = await openArchive(folder, run, (text) => text);
  const body = `<style>a { color: red }</style>${page?.capture.documents[0]?.body ?? ''}`;
  const documents = (page?.capture.documents ?? []).map((document) => ({ ...document, body }));
  const captures = [{ ...page?.capture, source: 'http', look: 1, at: run.startedAt, documents } as const];
  await archive.save({ profile: 'site', network: 'website', url: WRONG.url, captures, images: [] });
  return folder;
}

test('of what was captured: the page without its styles, and what should be read of it', async () => {
  const { code, files, missing } = await made(WRONG, { captures: await archived() });
  expect([code, missing]).toEqual([0, []]);
  expect(Object.keys(files)).toEqual(['capture.json', 'expected.json', 'page.html']);
  expect(JSON.parse(files['capture.json'] ?? '')).toMatchObject({
    account: page.account,
    source: 'http',
    documents: [{ bodyFile: 'page.html' }],
  });
  expect(files['page.html']).toBe(page.capture.documents[0]?.body);
  const origin = readAs.observation.phones[0]?.origin;
  const phones = [{ value: '+31 20 794 00 00', origin }];
  expect(JSON.parse(files['expected.json'] ?? '')).toEqual({
    outcome: 'profile',
    observation: { ...readAs.observation, phones },
  });
});

test('what the page shows goes before what was expected', async () => {
  const { files } = await made(WRONG, { captures: await archived(), shows: '020 794 11 11, 020 794 22 22' });
  const { observation } = JSON.parse(files['expected.json'] ?? '');
  expect(observation.phones.map(({ value }: { value: string }) => value)).toEqual(['020 794 11 11', '020 794 22 22']);
});

test('read as the page shows it: the reader is right, and nothing is written', async () => {
  const { code, files } = await made(WRONG, { captures: await archived(), shows: WRONG.found });
  expect([code, files]).toEqual([1, {}]);
});

test('without captures: a skeleton that says what is missing', async () => {
  const { files, missing } = await made({ ...WRONG, expected: null });
  expect(missing).toEqual([
    'the page itself, in page.html (it was read at: JSON-LD telephone)',
    'what the page shows as phones: give it with --shows, or write it',
  ]);
  expect(files['page.html']).toContain(FILL_IN);
  expect(JSON.parse(files['capture.json'] ?? '').at).toBe('2026-11-23T02:00:00.000Z');
  expect(JSON.parse(files['expected.json'] ?? '').observation.phones).toEqual([{ value: FILL_IN, origin: 'dom' }]);
});

test.each<readonly [string, object, string]>([
  ['no such network', { ...WRONG, network: '../..' }, 'there is no reader for the network "../..".'],
  ['no such check', { ...WRONG, check: 'info.shoe' }, 'there is no check "info.shoe".'],
  ['no address', { ...WRONG, url: 'site' }, 'it does not say the address of the profile ("url").'],
  ['another profile', { ...WRONG, profile: '../x' }, 'it does not say the id of the profile ("profile").'],
  ['another file', { version: 2 }, 'this is no file of a finding, as the report offers it.'],
])('%s', async (_, finding, message) => {
  const error = await made(finding).catch((reason: unknown) => reason);
  expect(error instanceof UserError && error.problems[0]?.message).toBe(message);
});

test('a profile that the run did not capture', async () => {
  const error = await made({ ...WRONG, profile: 'other' }, { captures: await archived() }).catch((reason) => reason);
  expect(error instanceof UserError && error.problems[0]?.message).toBe('nothing was captured there of "other".');
});

test('a fixture that is there is not written over', async () => {
  const folder = await aFolder({ 'wrong.json': JSON.stringify(WRONG), 'website/mine/expected.json': '{}' });
  const given = { out: folder, name: 'mine' };
  const error = await runFixture(path.join(folder, 'wrong.json'), given).catch((reason: unknown) => reason);
  expect(error instanceof UserError && error.problems[0]?.message).toBe('this fixture is there already.');
  expect(await readFile(path.join(folder, 'website/mine/expected.json'), 'utf8')).toBe('{}');
});

/** A network that tells nothing apart proves nothing: the controls, through the built command, live and replayed. */

import { copyFile, cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { type Answer, type Asked, empty, html } from '../world/answer.ts';
import { buildLinkedIn } from '../world/pages/linkedin.ts';
import { buildAuthwall, buildNotFound } from '../world/pages/linkedinWalls.ts';
import { type DemoWorld, startWorld } from '../world/world.ts';
import { bijwerken, root, type TemporaryFolder, temporaryFolder } from './command.ts';

const GONE = 'linkedin-kadewacht';
const RIGHT = 'linkedin-leeuwarden';
const KNOWN = '/company/linkedin/';
const IMPOSSIBLE = '/company/bijwerken--no-such-page-7f3a91/';

let folder: TemporaryFolder;
let world: DemoWorld | undefined;

beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  await world?.close();
  world = undefined;
  await folder.remove();
});

type Instead = (asked: Asked) => Answer | undefined;

const at =
  (pathname: string, answer: () => Answer): Instead =>
  ({ url }) =>
    url.hostname.endsWith('linkedin.com') && url.pathname === pathname ? answer() : undefined;

/** Two profiles of the demo: one that is gone, one that is there. */
async function night(instead: Instead, change: (file: object) => object = (file) => file): Promise<Report> {
  world = await startWorld({ now: Date.now(), instead });
  const file = path.join(folder.path, 'profiles.json');
  await copyFile(path.join(root, 'profiles.json'), file);
  await cp(path.join(root, 'brand'), path.join(folder.path, 'brand'), { recursive: true });
  await writeFile(file, JSON.stringify(change(JSON.parse(await readFile(file, 'utf8')))));
  const web = ['--proxy', world.proxyUrl, '--ignore-https-errors', '--per-host-delay', '0'];
  return await run([...web, '--only', `${GONE},${RIGHT}`, '--out', path.join(folder.path, 'reports')]);
}

async function run(options: readonly string[]): Promise<Report> {
  const { stdout, stderr } = await bijwerken(['audit', '--json', ...options], { cwd: folder.path });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Report;
}

const verdicts = ({ profiles }: Report) => Object.fromEntries(profiles.map(({ id, verdict }) => [id, verdict]));
const presence = ({ profiles }: Report, id: string) =>
  profiles.find((profile) => profile.id === id)?.findings.find(({ check }) => check === 'presence.exists')?.code;
const notices = (report: Report) => report.notices.map(({ code, network }) => `${network ?? ''} ${code}`.trim());
const http = ({ networks }: Report) =>
  networks.find(({ network }) => network === 'linkedin')?.sources.find(({ source }) => source === 'http');

test('both told apart: gone is gone, and the report says what the controls gave', async () => {
  const report = await night(() => undefined);
  expect(verdicts(report)).toEqual({ [GONE]: 'gone', [RIGHT]: 'inconsistent' });
  expect(http(report)).toMatchObject({ blind: false, controls: { known: 'profile', impossible: 'not-found' } });
  expect(world?.requests.filter(({ url }) => url.endsWith(IMPOSSIBLE))).toHaveLength(1);
});

test('a network that calls everything absent makes nobody gone', async () => {
  const report = await night(at(KNOWN, () => html(buildNotFound(), 404)));
  expect(verdicts(report)[GONE]).toBe('unverifiable');
  expect(presence(report, GONE)).toBe('presence.blind');
  expect(http(report)).toMatchObject({ blind: true });
  expect(notices(report)).toContain('linkedin source-blind');
  // The same captures say the same without any network.
  const captures = path.join(folder.path, 'reports', report.run.id);
  const replayed = await run([
    '--captures',
    captures,
    '--only',
    `${GONE},${RIGHT}`,
    '--out',
    path.join(folder.path, 'again'),
  ]);
  expect(verdicts(replayed)).toEqual(verdicts(report));
  expect(notices(replayed)).toContain('linkedin source-blind');
});

test('a network that shows a profile for any name is not believed either', async () => {
  const impossible = () =>
    html(
      buildLinkedIn(
        {
          kind: 'company',
          slug: 'bijwerken--no-such-page-7f3a91',
          id: 5,
          name: 'Niemand',
          tagline: 'Wij zijn er niet.',
          industry: 'Software',
          followers: 3,
          about: 'Niets.',
          website: 'https://niemand.example/',
          address: { street: 'Dam 1', postalCode: '1012 JS', city: 'Amsterdam' },
          logo: 'stranger-3',
          language: 'en',
          posts: [],
        },
        Date.now(),
      ),
    );
  const report = await night(at(IMPOSSIBLE, impossible));
  expect(verdicts(report)).toEqual({ [GONE]: 'unverifiable', [RIGHT]: 'unverifiable' });
});

test('walls for both controls', async () => {
  const wall = () => html(buildAuthwall(''));
  const report = await night((asked) => at(KNOWN, wall)(asked) ?? at(IMPOSSIBLE, wall)(asked));
  expect(verdicts(report)[GONE]).toBe('unverifiable');
  expect(http(report)).toMatchObject({ blind: true });
});

test('a control that cannot be asked is a notice, and gone stays unverifiable', async () => {
  const report = await night(at(KNOWN, () => empty(503)));
  expect(verdicts(report)).toEqual({ [GONE]: 'unverifiable', [RIGHT]: 'inconsistent' });
  expect(presence(report, GONE)).toBe('presence.not-found-uncontrolled');
  expect(notices(report)).toContain('linkedin control-not-asked');
});

test('the settings name other controls, or none', async () => {
  const withControls = (linkedin: unknown) => (file: object) => {
    const settings = 'settings' in file && typeof file.settings === 'object' ? file.settings : {};
    return { ...file, settings: { ...settings, controls: { linkedin } } };
  };
  const other = await night(() => undefined, withControls({ known: 'https://www.linkedin.com/company/microsoft' }));
  expect(verdicts(other)[GONE]).toBe('gone');
  expect(world?.requests.map(({ url }) => new URL(url).pathname)).not.toContain(KNOWN);
  await world?.close();
  const none = await night(() => undefined, withControls(false));
  expect(verdicts(none)[GONE]).toBe('unverifiable');
  expect(world?.requests.map(({ url }) => new URL(url).pathname)).not.toContain(IMPOSSIBLE);
});

test('a reader that no longer fits is said once, and judges nothing', async () => {
  const changed = () => html('<!DOCTYPE html><title>LinkedIn</title><div id="app"><p>Nieuw en anders.</p></div>');
  const report = await night((asked) =>
    asked.url.hostname.endsWith('linkedin.com') && asked.url.pathname.startsWith('/company/') ? changed() : undefined,
  );
  expect(verdicts(report)).toEqual({ [GONE]: 'unverifiable', [RIGHT]: 'unverifiable' });
  expect(notices(report).filter((notice) => notice === 'linkedin reader-no-longer-fits').length).toBeGreaterThan(0);
  expect(http(report)?.reader).toBe('no-longer-fits');
});

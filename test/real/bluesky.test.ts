/** A Bluesky network of our own, as its makers publish it, with accounts of ours: read by the built command. */

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report, ReportProfile } from '../../src/model/report.ts';
import { bijwerken, type TemporaryFolder, temporaryFolder } from '../e2e/command.ts';
import { BIO, logoPng, NAME, writeProfiles } from '../e2e/site.ts';
import type { Person } from './bluesky/accounts.ts';
import { type BlueskyNetwork, missing, startNetwork } from './bluesky/network.ts';
import { live, ON } from './bluesky/story.ts';

const bannerPng = (): Promise<Buffer> =>
  sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="1500" height="500"><rect width="1500" height="500" fill="#f4d35e"/><circle cx="320" cy="250" r="180" fill="#0d3b66"/><path d="M700 420 1000 80l300 340z" fill="#ee964b"/></svg>',
    ),
  )
    .png()
    .toBuffer();

const reason = missing();
// The reporter counts what was skipped, and does not say why.
if (reason !== null) process.stderr.write(`test/real/bluesky.test.ts is skipped: ${reason}\n`);

describe.skipIf(reason !== null)(`a real Bluesky network${reason === null ? '' : ` (${reason})`}`, () => {
  let network: BlueskyNetwork;
  let folder: TemporaryFolder;
  let people: ReadonlyMap<string, Person>;
  let report: Report;

  beforeAll(async () => {
    network = await startNetwork();
    const pictures = { avatar: await logoPng(), banner: await bannerPng() };
    people = await live(network, pictures);
    folder = await temporaryFolder();
    await writeFile(path.join(folder.path, 'logo.png'), pictures.avatar);
    await writeFile(path.join(folder.path, 'banner.png'), pictures.banner);
    const entry = (name: string, more: object = {}) => {
      const url = `https://bsky.app/profile/${name}.test`;
      return { id: name, network: 'bluesky', url, sources: ['api'], ignore: ['info.phone'], ...more };
    };
    const withPin = (name: string) => entry(name, { pin: people.get(name)?.did });
    await writeProfiles(folder.path, {
      brand: {
        logos: [{ file: 'logo.png', role: 'primary' }],
        banners: [{ file: 'banner.png', networks: ['bluesky'] }],
      },
      profiles: [
        ...['actueel', 'slaapt', 'antwoordt', 'drukte', 'stil', 'nieuweling', 'uitgezet', 'geschorst', 'opgeheven'].map(
          withPin,
        ),
        ...['verhuisd', 'bestolen', 'onbewezen'].map(withPin),
        entry('onbekend'),
      ],
    });
    const ended = await bijwerken(['audit', '--json', '--allow-private'], {
      cwd: folder.path,
      env: { BIJWERKEN_BLUESKY_API: network.appView },
    });
    if (ended.stdout === '') throw new Error(ended.stderr);
    report = JSON.parse(ended.stdout) as Report;
  }, 180_000);

  afterAll(async () => {
    await network?.close();
    await folder?.remove();
  });

  const profile = (id: string): ReportProfile => {
    const found = report.profiles.find((each) => each.id === id);
    if (!found) throw new Error(`${id} is not in the report`);
    return found;
  };
  const didOf = (name: string): string => people.get(name)?.did ?? '';
  const codeOf = (id: string, check: string) => profile(id).findings.find((each) => each.check === check)?.code;
  const fromApi = <T>(value: T) => ({ value, origin: 'api' });

  /** Every value, and nothing beside it. */
  test('a whole profile', () => {
    const { verdict, observation, seen } = profile('actueel');
    const { logo, banner, ...rest } = observation ?? {};
    const posted = ON.newest.toISOString();
    expect({ verdict, rest }).toEqual({
      verdict: 'consistent',
      rest: {
        name: fromApi(NAME),
        handle: fromApi('actueel.test'),
        bio: fromApi(BIO),
        followers: fromApi(1),
        lastActivity: { from: posted, to: posted, completeness: 'latest', origin: 'api' },
        pin: fromApi(didOf('actueel')),
      },
    });
    for (const [kind, picture] of Object.entries({ avatar: logo, banner })) {
      expect(picture?.url).toMatch(`${network.appView}/img/${kind}/plain/${didOf('actueel')}/`);
      expect(picture).toMatchObject({ origin: 'api', file: expect.stringMatching(/^assets\//) });
      expect(picture?.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(seen.unseen).toEqual([]);
  });

  test('what is right is said to be, the drawing on the avatar too', () => {
    const codes = Object.fromEntries(profile('actueel').findings.map(({ check, code }) => [check, code]));
    expect(codes).toMatchObject({
      'presence.exists': 'presence.seen',
      'presence.identity': 'identity.same',
      'look.logo': 'logo.same',
      'info.name': 'name.same',
      'info.handle': 'handle.same',
      'info.bio': 'bio.same',
      'activity.dormant': 'activity.recent',
      'activity.never-posted': 'activity.has-posted',
    });
  });

  test('neither the repost of today nor the place of a pinned post makes an old post new', () => {
    const posted = ON.old.toISOString();
    expect(profile('slaapt')).toMatchObject({
      verdict: 'dormant',
      observation: { lastActivity: { from: posted, to: posted, completeness: 'latest' } },
    });
  });

  test('a reply is a sign of life', () => {
    const posted = ON.reply.toISOString();
    expect(profile('antwoordt').observation?.lastActivity).toMatchObject({ from: posted, completeness: 'latest' });
    expect(codeOf('antwoordt', 'activity.dormant')).toBe('activity.recent');
  });

  test('an own post below a page of reposts is found', () => {
    const posted = ON.old.toISOString();
    expect(profile('drukte')).toMatchObject({
      verdict: 'dormant',
      observation: { lastActivity: { from: posted, to: posted, completeness: 'latest' } },
    });
  });

  test('an account without anything has empty fields, and never posted', () => {
    expect(profile('stil').observation).toMatchObject({
      name: { value: null },
      bio: { value: null },
      logo: { url: null },
    });
    expect(codeOf('stil', 'activity.never-posted')).toBe('activity.never-posted');
  });

  test('nor did a new one, which is no reproach', () => {
    expect(codeOf('nieuweling', 'activity.never-posted')).toBe('activity.new-account');
  });

  test.each([
    ['uitgezet', 'deactivated'],
    ['geschorst', 'suspended'],
  ])('%s: an account that is there and shows nothing is not gone', (name, says) => {
    const { verdict, capture, observation } = profile(name);
    expect({ verdict, outcome: capture.outcome, observation }).toEqual({
      verdict: 'suspended',
      outcome: 'suspended',
      observation: null,
    });
    expect(capture.because).toContain(says);
  });

  test.each(['opgeheven', 'onbekend'])('%s: nobody is there, seen twice', (name) => {
    const { verdict, capture } = profile(name);
    const looks = capture.sources.map(({ source, outcome, look }) => ({ source, outcome, look }));
    expect(verdict).toBe('gone');
    expect(looks).toEqual([1, 2].map((look) => ({ source: 'api', outcome: 'not-found', look })));
  });

  test('a renamed account is found by its lasting id', () => {
    const to = 'https://bsky.app/profile/nieuw-adres.test';
    const finding = profile('verhuisd').findings.find(({ check }) => check === 'presence.identity');
    expect(profile('verhuisd').verdict).toBe('inconsistent');
    expect(profile('verhuisd').observation).toMatchObject({ name: { value: NAME }, pin: { value: didOf('verhuisd') } });
    expect(finding).toMatchObject({ code: 'identity.renamed', found: 'nieuw-adres.test', remedy: { value: to } });
  });

  test('somebody else under the same handle', () => {
    expect(profile('bestolen')).toMatchObject({ verdict: 'taken-over', pin: didOf('dief') });
    expect(codeOf('bestolen', 'presence.identity')).toBe('identity.taken-over');
  });

  test('an account whose domain proves nothing any more has lost its handle, and is there', () => {
    expect(profile('onbewezen')).toMatchObject({
      verdict: 'inconsistent',
      observation: { name: { value: NAME }, handle: { value: null }, pin: { value: didOf('onbewezen') } },
    });
    expect(codeOf('onbewezen', 'presence.identity')).toBe('identity.same');
    expect(codeOf('onbewezen', 'info.handle')).toBe('field.empty');
  });

  test('an AppView of your own may stand in the settings too', async () => {
    const other = await temporaryFolder();
    const url = 'https://bsky.app/profile/antwoordt.test';
    await writeProfiles(other.path, {
      profiles: [{ id: 'p', network: 'bluesky', url, sources: ['api'] }],
      settings: { networks: { bluesky: { api: network.appView } } },
    });
    const { stdout } = await bijwerken(['audit', '--json', '--allow-private'], { cwd: other.path });
    await other.remove();
    const [found] = (JSON.parse(stdout) as Report).profiles;
    expect(found?.observation?.pin).toEqual(fromApi(didOf('antwoordt')));
  });

  test('the interface is no unmet one', () => {
    expect(JSON.stringify(report)).not.toContain('"unmet"');
    expect(report.networks).toMatchObject([{ network: 'bluesky', sources: [{ source: 'api', blind: false }] }]);
  });
});

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
        ...['actueel', 'slaapt', 'antwoordt', 'drukte', 'stil', 'uitgezet', 'geschorst', 'opgeheven'].map(withPin),
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
    if (process.env.BIJWERKEN_SHOW) console.log(JSON.stringify(report, null, 1));
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
  const code = (id: string, check: string) => profile(id).findings.find((each) => each.check === check)?.code;

  test('a whole profile', () => {
    expect(profile('actueel').observation).toMatchObject({ name: { value: NAME, origin: 'api' }, bio: { value: BIO } });
  });
});

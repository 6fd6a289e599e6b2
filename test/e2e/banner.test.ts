/** Banners over real connections, audited by the built command: another picture, a part of the right one with the avatar over it, one that is gone. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { closing, proxyServer, selfSigned, tlsServer } from '../support/servers.ts';
import { bijwerken, filesBelow, readReport, type TemporaryFolder, temporaryFolder } from './command.ts';
import { BIO, NAME, writeProfiles } from './site.ts';

const SOCIAL = 'social.example';
const QUAY =
  '<rect width="1200" height="400" fill="#dceaf2"/><path d="M0 260 L340 150 L700 290 L1200 190 V400 H0Z" fill="#2c5d7c"/><circle cx="930" cy="110" r="58" fill="#e8842c"/><rect x="420" y="90" width="70" height="190" fill="#8b1e3f"/><path d="M560 330 h230 l-40 50 h-150z" fill="#fff"/>';
const GARDEN =
  '<rect width="1200" height="400" fill="#f3ead7"/><rect x="80" y="60" width="300" height="280" fill="#4b7f52"/><circle cx="620" cy="220" r="130" fill="#c8553d"/><rect x="850" y="40" width="60" height="330" fill="#2d3142"/><rect x="960" y="150" width="190" height="60" fill="#ef8354"/>';
const AVATAR = '<circle cx="170" cy="190" r="76" fill="#fff"/><circle cx="170" cy="190" r="70" fill="#5b2a86"/>';

const drawn = (shapes: string, width = 1200, height = 400) =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`));

const EXPECTED = {
  whole: { status: 'ok', code: 'banner.same' },
  part: { status: 'ok', code: 'banner.same' },
  other: { status: 'deviating', code: 'banner.different' },
  gone: { status: 'unverifiable', code: 'banner.not-loaded' },
} as const;
const HANDLES = Object.keys(EXPECTED);

const { keep, closeAll } = closing();
let folder: TemporaryFolder;
let report: Report;

/** Accounts of Mastodon's open interface, each with a header of its own; that of `gone` is not there any more. */
function social(pictures: ReadonlyMap<string, Buffer>) {
  return ({ url = '/' }: IncomingMessage, response: ServerResponse): void => {
    const asked = new URL(url, `https://${SOCIAL}`);
    if (asked.pathname.startsWith('/media/')) {
      const picture = pictures.get(asked.pathname);
      response.writeHead(picture ? 200 : 404, { 'content-type': 'image/jpeg' }).end(picture);
      return;
    }
    const handle = HANDLES.find((one) => one === asked.searchParams.get('acct'));
    const found = asked.pathname.includes('/statuses') ? [] : handle && accountOf(handle);
    const body = JSON.stringify(found ?? { error: 'Record not found' });
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(body);
  };
}

const accountOf = (handle: string) => ({
  ...{ id: handle, username: handle, acct: handle, display_name: NAME, note: `<p>${BIO}</p>`, fields: [] },
  ...{ header: `https://${SOCIAL}/media/${handle}.jpg`, last_status_at: '2026-11-20', statuses_count: 3 },
});

/** What the network shows: 1500 wide, a wider shape with the profile's picture over it, or another picture. */
async function pictures(banner: Buffer): Promise<Map<string, Buffer>> {
  const part = sharp(banner).resize(1128, 240, { fit: 'cover' });
  return new Map([
    ['/media/whole.jpg', await sharp(banner).resize(1500).jpeg({ quality: 70 }).toBuffer()],
    [
      '/media/part.jpg',
      await part
        .composite([{ input: await drawn(AVATAR, 1128, 240).png().toBuffer() }])
        .jpeg()
        .toBuffer(),
    ],
    ['/media/other.jpg', await drawn(GARDEN).jpeg().toBuffer()],
  ]);
}

beforeAll(async () => {
  const banner = await drawn(QUAY).png().toBuffer();
  const secure = await keep(tlsServer(await selfSigned([SOCIAL]), social(await pictures(banner))));
  const proxy = await keep(proxyServer(() => secure.port));
  folder = await temporaryFolder();
  await sharp(banner).toFile(path.join(folder.path, 'banner.png'));
  const profiles = HANDLES.map((id) => ({
    id,
    network: 'mastodon',
    url: `https://${SOCIAL}/@${id}`,
    sources: ['api'],
  }));
  const brand = { banners: [{ file: 'banner.png' }], contact: undefined };
  await writeProfiles(folder.path, { brand, profiles, settings: { minCoverage: 0 } });
  const options = ['--per-host-delay', '0', '--proxy', `http://127.0.0.1:${proxy.port}`, '--ignore-https-errors'];
  const ended = await bijwerken(['audit', ...options], { cwd: folder.path });
  report = await readReport(path.join(folder.path, 'reports/latest'));
  expect(report.run.complete, ended.stderr).toBe(true);
});
afterAll(closeAll);
afterAll(() => folder?.remove());

const findingOf = (id: string) =>
  report.profiles.find((profile) => profile.id === id)?.findings.find(({ check }) => check === 'look.banner');

test.each(Object.entries(EXPECTED))('%s', (id, expected) => {
  expect(findingOf(id)).toMatchObject(expected);
});

test('what was found stands in the report as a picture, beside what it should be', async () => {
  const files = await filesBelow(path.join(folder.path, 'reports/latest'));
  for (const [id, isLaidOn] of [
    ['part', true],
    ['other', false],
  ] as const) {
    const item = findingOf(id)?.evidence.items[0];
    if (item?.kind !== 'image') throw new Error('no pictures');
    const named = [item.foundAsset, item.expectedAsset, item.differenceAsset].flatMap((name) => name ?? []);
    expect(named).toHaveLength(isLaidOn ? 3 : 2);
    expect(files).toEqual(expect.arrayContaining(named.map((name) => expect.stringContaining(name) as string)));
  }
});

test('the remedy is the brand’s own file', () => {
  expect(findingOf('other')?.remedy).toMatchObject({ file: 'banner.png' });
});

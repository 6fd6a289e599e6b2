/** The table of facts, audited by the built command in one run: the reader, the comparison and the check together. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { FACTS } from '../facts/index.ts';
import { closing, httpServer, proxyServer, selfSigned, tlsServer } from '../support/servers.ts';
import { bijwerken, type Ended, readReport, type TemporaryFolder, temporaryFolder } from './command.ts';
import { accountOf, entryOf, factPage, factProfiles, SOCIAL, shownBy } from './factsWorld.ts';
import { writeProfiles } from './site.ts';

const { keep, closeAll } = closing();
const profiles = factProfiles(FACTS);
let folder: TemporaryFolder;
let ended: Ended;
let report: Report;

/** Other hosts are there too: what a profile links to is looked at. */
function site({ headers }: IncomingMessage, response: ServerResponse): void {
  const shown = profiles.find(({ id }) => `${id}.example` === headers.host);
  response.writeHead(200, { 'content-type': 'text/html' }).end(factPage(shown ? shownBy(shown) : {}));
}

function social({ url = '/' }: IncomingMessage, response: ServerResponse): void {
  const handle = new URL(url, `https://${SOCIAL}`).searchParams.get('acct') ?? '';
  const found = url.includes('/statuses') ? [] : accountOf(profiles, handle);
  const body = JSON.stringify(found ?? { error: 'Record not found' });
  response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(body);
}

beforeAll(async () => {
  const web = await keep(httpServer(site));
  const secure = await keep(tlsServer(await selfSigned([SOCIAL]), social));
  const proxy = await keep(proxyServer((host) => (host === SOCIAL ? secure.port : web.port)));
  folder = await temporaryFolder();
  const brand = { bios: undefined, contact: undefined };
  const settings = { concurrency: 16, minCoverage: 0 };
  await writeProfiles(folder.path, { brand, profiles: profiles.map(entryOf), settings });
  const options = ['--per-host-delay', '0', '--proxy', `http://127.0.0.1:${proxy.port}`, '--ignore-https-errors'];
  ended = await bijwerken(['audit', ...options], { cwd: folder.path });
  expect(ended.code, ended.stderr).toBe(1);
  report = await readReport(`${folder.path}/reports/latest`);
});
afterAll(closeAll);
afterAll(() => folder?.remove());

test('every profile was seen', () => {
  expect(ended.code, ended.stderr).toBe(1);
  const unseen = report.profiles.filter(({ capture }) => capture.outcome !== 'profile');
  expect(unseen.map(({ id, capture }) => [id, capture.because])).toEqual([]);
});

const CASES = profiles.flatMap(({ id, cases }) => cases.map(({ check, row }) => [check, id, row.what, row] as const));

test.each(CASES)('%s of %s: %s', (check, id, _, { verdict, code, why }) => {
  const finding = report.profiles.find((one) => one.id === id)?.findings.find((one) => one.check === check);
  const isRemark = finding?.status === 'deviating' && finding.severity === 'info';
  const said = { verdict: isRemark ? 'info' : finding?.status, code: finding?.code };
  expect(said, why).toEqual({ verdict, code: code ?? finding?.code });
});

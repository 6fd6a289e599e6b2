/** The website that a profile shows is followed, once, over real HTTP; stored captures tell the same without it. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { closing, httpServer, proxyServer, selfSigned, type TestServer, tlsServer } from '../support/servers.ts';
import { bijwerken, readReport, type TemporaryFolder, temporaryFolder } from './command.ts';
import { NAME, writeProfiles } from './site.ts';

const { keep, closeAll } = closing();
const folders: TemporaryFolder[] = [];
afterAll(async () => {
  await closeAll();
  await Promise.all(folders.map((folder) => folder.remove()));
});

const HOME = 'http://voorbeeld.example/';

/** What each profile shows, and what is to be said of it. */
const CASES = [
  { id: 'right', shows: 'http://www.voorbeeld.example/', code: 'website.same' },
  { id: 'right-too', shows: HOME, code: 'website.same' },
  { id: 'right-again', shows: `${HOME}?utm_source=netwerk`, code: 'website.same' },
  { id: 'leads-home', shows: 'http://oude-naam.example/', code: 'website.redirects-home' },
  { id: 'leads-away', shows: 'http://verkocht.example/', code: 'website.redirects-away' },
  { id: 'short', shows: 'http://bit.ly/3x', code: 'website.redirects-home' },
  { id: 'hub', shows: 'http://linktr.ee/voorbeeld', code: 'website.link-hub' },
  { id: 'hub-without', shows: 'http://linktr.ee/zonder', code: 'website.link-hub-without-site' },
  { id: 'dead', shows: `${HOME}weg`, code: 'website.dead-link' },
  { id: 'dead-for-a-moment', shows: `${HOME}even-weg`, code: 'website.differs' },
  { id: 'broken', shows: `${HOME}stuk`, code: 'website.differs' },
  { id: 'another', shows: 'http://anders.example/', code: 'website.differs' },
  { id: 'nowhere', shows: 'http://nergens.example/', code: 'website.differs' },
  { id: 'metadata', shows: 'http://169.254.169.254/latest/', code: 'website.differs' },
  { id: 'loopback', shows: 'http://localhost:8080/', code: 'website.differs' },
  { id: 'unreachable', shows: 'https://plat.example/', expected: 'https://plat.example', code: 'website.same' },
  {
    id: 'unsafe',
    shows: 'https://onveilig.example/',
    expected: 'https://onveilig.example/over-ons',
    code: 'website.certificate',
  },
] as const;

const profilePage = (url: string) => {
  const node = { '@context': 'https://schema.org', '@type': 'Organization', name: NAME, url };
  return `<!doctype html><html lang="nl"><head><title>${NAME}</title>
<script type="application/ld+json">${JSON.stringify(node)}</script></head><body><h1>${NAME}</h1></body></html>`;
};

let isBack = false;

/** Plays every host by its name. */
function play({ url = '/', headers }: IncomingMessage, response: ServerResponse): unknown {
  const page = (text: string, status = 200) =>
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(text);
  const lead = (location: string) => response.writeHead(301, { location }).end();
  if (url === '/robots.txt') return page('', 404);
  const shown = CASES.find(({ id }) => url === `/${id}`);
  switch (headers.host) {
    case 'profiel.example':
      return shown ? page(profilePage(shown.shows)) : page('', 404);
    case 'oude-naam.example':
    case 'bit.ly':
      return lead(`${HOME}welkom`);
    case 'verkocht.example':
      return lead('http://parkeren.example/te-koop');
    case 'linktr.ee':
      return page(`<a href="${url === '/voorbeeld' ? HOME : 'http://anders.example'}">a</a>`);
  }
  if (url === '/weg') return page('weg', 404);
  if (url === '/even-weg' && !isBack) {
    isBack = true;
    return page('weg', 404);
  }
  return url === '/stuk' ? page('stuk', 500) : page('<h1>Hier</h1>');
}

async function startProxy(): Promise<TestServer> {
  const site = await keep(httpServer(play));
  const unsafe = await keep(tlsServer(await selfSigned(['onveilig.example']), play));
  const played = [...CASES.map(({ shows }) => new URL(shows).hostname), 'profiel.example', 'voorbeeld.example'];
  const unplayed = ['nergens.example', 'plat.example'];
  const portOf = (host: string) => {
    if (host === 'onveilig.example') return unsafe.port;
    return host === 'parkeren.example' || (played.includes(host) && !unplayed.includes(host)) ? site.port : undefined;
  };
  return await keep(proxyServer(portOf));
}

const profiles = CASES.map(({ id, ...rest }) => ({
  id,
  url: `http://profiel.example/${id}`,
  ...('expected' in rest ? { expect: { contact: { website: rest.expected } } } : {}),
}));
const brand = { contact: { website: HOME } };

const websiteIn = (report: Report) =>
  Object.fromEntries(
    report.profiles.map(({ id, findings }) => [id, findings.find(({ check }) => check === 'info.website')]),
  );

describe('following what profiles show', () => {
  let proxy: TestServer;
  let folder: TemporaryFolder;
  let report: Report;

  beforeAll(async () => {
    proxy = await startProxy();
    folder = await temporaryFolder();
    folders.push(folder);
    await writeProfiles(folder.path, { brand, profiles, settings: { concurrency: 8 } });
    const { code, stderr } = await bijwerken(['audit', '--proxy', `http://127.0.0.1:${proxy.port}`], {
      cwd: folder.path,
    });
    expect(code, stderr).toBe(1);
    report = await readReport(path.join(folder.path, 'reports', 'latest'));
  }, 60_000);

  test.each(CASES)('$id: $code', ({ id, code }) => {
    expect(websiteIn(report)[id]?.code).toBe(code);
  });

  test('each address was asked once, and twice where nothing seemed to be there', () => {
    const asked = (url: string) => proxy.requests.filter((line) => line === `GET ${url}`).length;
    expect([HOME, 'http://www.voorbeeld.example/', `${HOME}welkom`].map(asked)).toEqual([1, 0, 2]);
    expect([`${HOME}weg`, `${HOME}even-weg`, `${HOME}stuk`].map(asked)).toEqual([2, 2, 1]);
  });

  test('nothing private was asked', () => {
    expect(proxy.requests.filter((line) => /169\.254|localhost/.test(line))).toEqual([]);
  });

  test('the stored captures tell the same, and nothing is asked', async () => {
    const before = proxy.requests.length;
    const replayed = await bijwerken(['audit', '--captures', 'reports/latest', '--out', 'again'], { cwd: folder.path });
    expect(replayed.code, replayed.stderr).toBe(1);
    const again = await readReport(path.join(folder.path, 'again', 'latest'));
    const facts = (from: Report) =>
      Object.entries(websiteIn(from)).map(([id, found]) => [id, found?.code, found?.found]);
    expect(facts(again)).toEqual(facts(report));
    expect(proxy.requests.length).toBe(before);
  });
});

test('a check that is switched off follows nothing', async () => {
  const proxy = await startProxy();
  const folder = await temporaryFolder();
  folders.push(folder);
  await writeProfiles(folder.path, {
    brand,
    profiles: profiles.slice(0, 4),
    settings: { checks: { 'info.website': 'off' } },
  });
  const audited = await bijwerken(['audit', '--proxy', `http://127.0.0.1:${proxy.port}`], { cwd: folder.path });
  // Of these pages nothing but a name is left to see then, which is too little to call them right.
  expect(audited.code, audited.stderr).toBe(3);
  expect(proxy.requests.filter((line) => !line.includes('profiel.example'))).toEqual([]);
});

/** robots.txt, through the built command: of what profiles show always, of our own profiles where the settings say so. */

import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { closing, httpServer, proxyServer, type TestServer } from '../support/servers.ts';
import { bijwerken, readReport, type TemporaryFolder, temporaryFolder } from './command.ts';
import { BIO, NAME, writeProfiles } from './site.ts';

const { keep, closeAll } = closing();
const folders: TemporaryFolder[] = [];
afterAll(async () => {
  await closeAll();
  await Promise.all(folders.map((folder) => folder.remove()));
});

const HOME = 'http://voorbeeld.example/';
const SHOWS: Readonly<Record<string, string>> = {
  '/open': 'http://open.example/pagina',
  '/dicht': 'http://dicht.example/pagina',
  '/via': 'http://open.example/via',
  '/stuk': 'http://stuk.example/pagina',
};

const profilePage = (url: string) => {
  const node = { '@context': 'https://schema.org', '@type': 'Organization', name: NAME, description: BIO, url };
  return `<!doctype html><title>${NAME}</title><script type="application/ld+json">${JSON.stringify(node)}</script><h1>${NAME}</h1>`;
};

function play({ url = '/', headers }: IncomingMessage, answer: ServerResponse): unknown {
  const give = (body: string, status = 200, type = 'text/html') =>
    answer.writeHead(status, { 'content-type': type }).end(body);
  if (url === '/robots.txt') {
    if (headers.host === 'open.example') return give('', 404);
    if (headers.host === 'stuk.example') return give('', 503);
    return give('User-agent: Bijwerken\nDisallow: /pagina\nDisallow: /dicht', 200, 'text/plain');
  }
  if (url === '/via' && headers.host === 'open.example')
    return answer.writeHead(302, { location: 'http://dicht.example/pagina' }).end();
  return give(headers.host === 'profiel.example' ? profilePage(SHOWS[url] ?? HOME) : '<h1>Hier</h1>');
}

async function audited(settings: Readonly<Record<string, unknown>>) {
  const site = await keep(httpServer(play));
  const proxy: TestServer = await keep(proxyServer(() => site.port));
  const folder = await temporaryFolder();
  folders.push(folder);
  const profiles = Object.keys(SHOWS).map((shown) => ({ id: shown.slice(1), url: `http://profiel.example${shown}` }));
  await writeProfiles(folder.path, {
    brand: { contact: { website: HOME } },
    profiles,
    settings: { minCoverage: 0, controls: { website: false }, ...settings },
  });
  const { stderr } = await bijwerken(['audit', '--proxy', `http://127.0.0.1:${proxy.port}`], { cwd: folder.path });
  const report = await readReport(path.join(folder.path, 'reports', 'latest')).catch(() =>
    Promise.reject(new Error(stderr)),
  );
  const asked = (url: string) => proxy.requests.filter((line) => line === `GET ${url}`).length;
  const profileOf = (id: string) => report.profiles.find((profile) => profile.id === id);
  return { asked, report, profileOf, folder, stderr };
}

describe('by default', () => {
  test('our own profiles are visited, and what they show only where robots.txt lets us', async () => {
    const { asked, profileOf, stderr } = await audited({});
    expect(stderr).not.toContain('robots');
    expect(asked('http://profiel.example/robots.txt')).toBe(0);
    expect(asked('http://profiel.example/dicht')).toBe(1);
    expect(Object.keys(SHOWS).map((shown) => profileOf(shown.slice(1))?.capture.outcome)).toEqual(
      Array.from({ length: 4 }, () => 'profile'),
    );
    expect(asked('http://open.example/pagina')).toBe(1);
    expect(asked('http://open.example/via')).toBe(1);
    expect(asked('http://dicht.example/pagina')).toBe(0);
    expect(asked('http://stuk.example/pagina')).toBe(0);
    // Nor is a lost word said of what was not asked: the text alone is judged.
    expect(profileOf('dicht')?.findings.find(({ check }) => check === 'info.website')?.code).toBe('website.differs');
    expect(['open', 'dicht', 'stuk'].map((host) => asked(`http://${host}.example/robots.txt`))).toEqual([1, 1, 1]);
  }, 60_000);
});

describe('where the settings honour it', () => {
  test('a page that may not be visited is not, its profile is unverifiable, and the evidence says why', async () => {
    const { asked, profileOf, folder } = await audited({ robots: 'honour' });
    expect(asked('http://profiel.example/robots.txt')).toBe(1);
    expect([asked('http://profiel.example/dicht'), asked('http://profiel.example/open')]).toEqual([0, 1]);
    expect(profileOf('open')?.capture.outcome).toBe('profile');
    const dicht = profileOf('dicht');
    expect(dicht).toMatchObject({
      verdict: 'unverifiable',
      action: 'look-by-hand',
      capture: {
        ...{ outcome: 'unreadable', because: 'robots.txt asks not to visit this page.' },
        sources: [{ source: 'http', robots: true }],
      },
    });
    expect(dicht?.findings.find(({ check }) => check === 'presence.exists')?.args.outcome).toBe('robots');
    const html = await readFile(path.join(folder.path, 'reports', 'latest', 'index.html'), 'utf8');
    expect(html).toContain('vraagt programma’s om deze pagina niet te bezoeken (in robots.txt)');
    expect(html).not.toContain('niet herken');
    const replayed = await bijwerken(['audit', '--captures', 'reports/latest', '--out', 'again'], { cwd: folder.path });
    const again = await readReport(path.join(folder.path, 'again', 'latest')).catch(() =>
      Promise.reject(new Error(replayed.stderr)),
    );
    expect(again.profiles.find(({ id }) => id === 'dicht')?.capture).toMatchObject({
      because: 'robots.txt asks not to visit this page.',
    });
  }, 60_000);

  test('any other word is a mistake in the file', async () => {
    const folder = await temporaryFolder();
    folders.push(folder);
    await writeProfiles(folder.path, { profiles: [{ id: 'a', url: HOME }], settings: { robots: 'maybe' } });
    const { code, stderr } = await bijwerken(['validate'], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toMatch(/\/settings\/robots.*"ignore".*"honour"/);
  });
});

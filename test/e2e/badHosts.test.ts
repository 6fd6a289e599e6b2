/** Hosts that are down, broken or hostile: each profile says what stood in the way, and the others finish. */

import { writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { closing, httpServer, proxyServer, selfSigned, tcpServer, tlsServer } from '../support/servers.ts';
import { bijwerken, type Ended, readReport, type TemporaryFolder, temporaryFolder } from './command.ts';
import { logoPng, sitePage, writeProfiles } from './site.ts';

const { keep, closeAll } = closing();
const folders: TemporaryFolder[] = [];
afterAll(async () => {
  await closeAll();
  await Promise.all(folders.map((folder) => folder.remove()));
});

const html = { 'content-type': 'text/html; charset=utf-8' };

/** Sends until nobody listens any more. */
function endless(response: ServerResponse, chunk: string, everyMs: number): void {
  const send = () => {
    if (response.destroyed) return;
    response.write(chunk);
    setTimeout(send, everyMs);
  };
  send();
}

/** `megabytes` of body, as fast as they are read. */
function huge(response: ServerResponse, megabytes: number): void {
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  let left = megabytes;
  const send = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(chunk)) return void response.once('drain', send);
    }
    response.end();
  };
  send();
}

interface Audited {
  readonly ended: Ended;
  readonly report: Report;
}

async function audit(file: Parameters<typeof writeProfiles>[1], ...options: string[]): Promise<Audited> {
  const folder = await temporaryFolder();
  folders.push(folder);
  await writeFile(path.join(folder.path, 'logo.png'), await logoPng());
  await writeProfiles(folder.path, file);
  const ended = await bijwerken(['audit', '--per-host-delay', '0', ...options], { cwd: folder.path });
  return { ended, report: await readReport(path.join(folder.path, 'reports', 'latest')) };
}

const profileIn = ({ report }: Audited, id: string) => report.profiles.find((profile) => profile.id === id);

describe('websites without a browser', () => {
  let audited: Audited;
  let isTextAsked = 0;

  beforeAll(async () => {
    const site = await keep(
      httpServer(({ url = '/' }, response) => {
        const page = (text: string) => response.writeHead(200, html).end(text);
        if (url === '/') return page(sitePage({ logo: '/logo.png' }));
        if (url === '/logo.png') return void logoPng().then((png) => response.writeHead(200).end(png));
        if (url === '/broken-logo') return page(sitePage({ logo: '/broken.png' }));
        if (url === '/broken.png')
          return response.writeHead(200, { 'content-type': 'image/png' }).end('\x89PNG\r\n, not');
        if (url === '/no-logo-there') return page(sitePage({ logo: '/missing.png' }));
        if (url === '/circle') return response.writeHead(302, { location: '/circle' }).end();
        if (url.startsWith('/on')) return response.writeHead(302, { location: `/on${url.length}${url}` }).end();
        if (url === '/500') return response.writeHead(500, html).end(sitePage());
        if (url === '/huge') return huge(response.writeHead(200, html), 300);
        if (url === '/huge-and-says-so')
          return response.writeHead(200, { ...html, 'content-length': 300 * 1024 * 1024 }).write('<p>');
        if (url === '/drip') return endless(response.writeHead(200, html), '<p>', 50);
        if (url === '/silent') return;
        if (url === '/film') {
          isTextAsked += 1;
          return response.writeHead(200, { 'content-type': 'video/mp4' }).end('film');
        }
        response.writeHead(404).end();
      }),
    );
    const secure = await keep(tlsServer(await selfSigned(['127.0.0.1']), (_, response) => response.end(sitePage())));
    const rude = await keep(tcpServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')));
    const closed = await httpServer(() => {});
    await closed.close();
    const at = (place: string, port = site.port) => `http://127.0.0.1:${port}${place}`;
    const profiles = [
      { id: 'good', url: at('/') },
      { id: 'no-such-host', url: 'https://no-such-host.invalid/' },
      { id: 'refused', url: at('/', closed.port) },
      { id: 'self-signed', url: `https://127.0.0.1:${secure.port}/` },
      { id: 'not-http', url: at('/', rude.port) },
      ...['circle', 'on', '500', 'huge', 'huge-and-says-so', 'drip', 'silent', 'film'].map((id) => ({
        id,
        url: at(`/${id}`),
      })),
      { id: 'broken-logo', url: at('/broken-logo') },
      { id: 'no-logo-there', url: at('/no-logo-there') },
    ];
    const brand = { logos: [{ file: 'logo.png', role: 'primary' }] };
    const settings = { profileTimeoutMs: 4000, concurrency: 8, minCoverage: 0.1 };
    audited = await audit({ brand, profiles, settings }, '--allow-private');
  }, 60_000);

  test.each([
    ['no-such-host', 'network-error', /no-such-host\.invalid could not be (found|looked up)/],
    ['refused', 'network-error', /The connection was refused by 127\.0\.0\.1\./],
    ['self-signed', 'network-error', /certificate of 127\.0\.0\.1 is not valid: it is self-signed/],
    ['not-http', 'network-error', /127\.0\.0\.1 (sent something that is not HTTP|broke off)/],
    ['circle', 'network-error', /127\.0\.0\.1 redirects in a circle\./],
    ['on', 'network-error', /127\.0\.0\.1 redirects more than 10 times\./],
    ['500', 'network-error', /127\.0\.0\.1 answered 500\./],
    ['huge', 'unreadable', /127\.0\.0\.1 sent more than 10 MB\./],
    ['huge-and-says-so', 'unreadable', /127\.0\.0\.1 sent more than 10 MB\./],
    ['drip', 'timeout', /time for this profile was up|did not answer in full within/],
    ['silent', 'timeout', /time for this profile was up|did not answer in full within/],
    ['film', 'unreadable', /sent video\/mp4 where a page was expected/],
  ])('%s: unverifiable, and says why', (id, outcome, because) => {
    const profile = profileIn(audited, id);
    expect(profile).toMatchObject({ verdict: 'unverifiable', action: 'look-by-hand', observation: null });
    expect(profile?.capture).toMatchObject({ outcome, because: expect.stringMatching(because) });
    expect(profile?.capture.sources.map(({ source }) => source)).toEqual(['http']);
    const wrong = profile?.findings.filter(({ status }) => status === 'deviating' || status === 'absent');
    expect(wrong).toEqual([]);
  });

  test('the good one is right', () => {
    expect(profileIn(audited, 'good')).toMatchObject({ verdict: 'consistent', seen: { unseen: [] } });
  });

  test.each(['broken-logo', 'no-logo-there'])('%s: only the logo is unverifiable', (id) => {
    const profile = profileIn(audited, id);
    expect(profile?.verdict).toBe('consistent');
    const logo = profile?.findings.find(({ check }) => check === 'look.logo');
    expect(logo).toMatchObject({ status: 'unverifiable' });
    expect(profile?.seen.unseen).toEqual(['logo']);
  });

  test('all were tried; what could be seen is enough here', () => {
    expect(audited.ended.code, audited.ended.stderr).toBe(0);
    expect(audited.report.run).toMatchObject({ complete: true, exitReasons: [] });
    expect(audited.report.summary.coverage.profiles).toBe(0.2);
  });

  test('a film is not asked for twice', () => {
    expect(isTextAsked).toBe(1);
  });
});

describe('private addresses', () => {
  test('none is asked, and too little seen is exit code 3, before any finding', async () => {
    const site = await keep(httpServer((_, response) => response.writeHead(200, html).end(sitePage())));
    const profiles = [
      { id: 'loopback', url: `http://127.0.0.1:${site.port}/` },
      { id: 'by-name', url: `http://localhost:${site.port}/` },
      { id: 'six', url: `http://[::1]:${site.port}/` },
      { id: 'mapped', url: `http://[::ffff:127.0.0.1]:${site.port}/` },
      { id: 'metadata', url: 'http://169.254.169.254/latest/meta-data/' },
    ];
    const audited = await audit({ profiles });
    for (const { id } of profiles) {
      expect(profileIn(audited, id)).toMatchObject({
        verdict: 'unverifiable',
        capture: { outcome: 'network-error', because: expect.stringContaining('was not asked') },
      });
    }
    expect(site.connections()).toBe(0);
    expect(audited.ended.code).toBe(3);
    expect(audited.report.run).toMatchObject({ complete: true, exitCode: 3, exitReasons: ['coverage'] });
  });
});

describe('LinkedIn behind a proxy, with a browser', () => {
  let audited: Audited;

  beforeAll(async () => {
    const certificate = await selfSigned(['www.linkedin.com']);
    const linkedin = await keep(
      tlsServer(certificate, ({ url = '/' }, response) => {
        if (url.includes('circle')) return response.writeHead(302, { location: url }).end();
        if (url.includes('broken')) return response.writeHead(500, html).end('<h1>Internal error</h1>');
        if (url.includes('huge')) return huge(response.writeHead(200, html), 300);
        if (url.includes('drip')) return endless(response.writeHead(200, html), '<p>', 50);
        response.writeHead(404).end();
      }),
    );
    const site = await keep(httpServer((_, response) => response.writeHead(200, html).end(sitePage())));
    const ports: Readonly<Record<string, number>> = { 'www.linkedin.com': linkedin.port, 'goed.example': site.port };
    const proxy = await keep(proxyServer((host) => ports[host]));
    const company = (id: string) => ({
      id,
      network: 'linkedin',
      url: `https://www.linkedin.com/company/bijwerken-${id}/`,
      sources: ['http', 'browser'],
    });
    const profiles = [
      ...['circle', 'broken', 'huge', 'drip'].map(company),
      { id: 'good', url: 'http://goed.example/' },
      { id: 'nowhere', url: 'https://nergens.example/' },
    ];
    const settings = { profileTimeoutMs: 8000, concurrency: 4 };
    const proxyUrl = `http://127.0.0.1:${proxy.port}`;
    audited = await audit({ profiles, settings }, '--proxy', proxyUrl, '--ignore-https-errors');
  }, 60_000);

  test.each([
    ['circle', 'network-error'],
    ['broken', 'network-error'],
    ['huge', 'unreadable'],
    ['drip', 'timeout'],
  ])('%s: unverifiable, with the reason of each source', (id, outcome) => {
    const profile = profileIn(audited, id);
    expect(profile).toMatchObject({ verdict: 'unverifiable', capture: { outcome } });
    expect(profile?.capture.because).not.toBe('');
    for (const source of profile?.capture.sources ?? []) expect(source.because, source.source).not.toBe('');
  });

  test('the proxy’s refusal is told as such', () => {
    expect(profileIn(audited, 'nowhere')?.capture).toMatchObject({
      outcome: 'network-error',
      because: 'The proxy could not connect to nergens.example.',
    });
  });

  test('the good one is seen; one in six is too little', () => {
    expect(profileIn(audited, 'good')?.verdict).toBe('consistent');
    expect(audited.ended.code).toBe(3);
    expect(audited.report.run.exitReasons).toEqual(['coverage']);
  });
});

/** A page may ask for what it likes: nothing private is reached, by no way that a browser has. */

import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttp } from '../../../src/capture/http.ts';
import { createRedactor } from '../../../src/capture/redact.ts';
import { realWorld } from '../../../src/world.ts';
import { selfSigned, silentLog } from '../../support/servers.ts';
import { html, pageRequest, type Site, startVisiting, type Visiting } from './visiting.ts';

/** A listener on a port of loopback and of this machine's other addresses, TCP and UDP: it counts, and answers nothing. */
interface Trap {
  readonly port: number;
  arrived(): number;
  close(): Promise<void>;
}

async function setTrap(): Promise<Trap> {
  let arrived = 0;
  const count = () => {
    arrived += 1;
  };
  const tcp: Server = createServer((socket) => {
    count();
    socket.destroy();
  });
  await new Promise<void>((resolve) => tcp.listen(0, '::', resolve));
  const address = tcp.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const udp: UdpSocket = createSocket('udp6', count);
  await new Promise<void>((resolve) => udp.bind(port, '::', resolve));
  const close = async () => {
    await new Promise<void>((resolve) => udp.close(resolve));
    await new Promise<void>((resolve) => tcp.close(() => resolve()));
  };
  return { port, arrived: () => arrived, close };
}

/** This machine, by its address on the network it is in. */
const ownAddress = (): string =>
  Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? '127.0.0.2';

let trap: Trap;
let visiting: Visiting;
/** Filled once the trap's port is known. */
const site: Record<string, Site[string]> = {};

beforeAll(async () => {
  trap = await setTrap();
  visiting = await startVisiting({
    site,
    certificate: await selfSigned(['page.example']),
    world: { resolve: async (host) => resolveNames(host) },
    // Names that go past the proxy are looked up by the guard itself.
    guard: { noProxy: 'rebind.example, metadata.example, lan.example' },
  });
});

afterAll(async () => {
  await visiting?.close();
  await trap?.close();
});

function resolveNames(host: string): readonly string[] {
  const known: Record<string, readonly string[]> = {
    'rebind.example': ['127.0.0.1'],
    'metadata.example': ['169.254.169.254'],
    'lan.example': ['93.184.215.14', '::1'],
  };
  const found = known[host];
  if (found) return found;
  throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
}

const targets = (port: number) => [
  `127.0.0.1:${port}`,
  `[::1]:${port}`,
  `[::ffff:127.0.0.1]:${port}`,
  `0.0.0.0:${port}`,
  `2130706433:${port}`,
  `${ownAddress()}:${port}`,
  '169.254.169.254',
  '10.0.0.1',
  '192.168.1.1',
  `localhost:${port}`,
  `printer.local:${port}`,
  `router.internal:${port}`,
  `rebind.example:${port}`,
  `metadata.example:${port}`,
  `lan.example:${port}`,
];

/** Every way in which the markup of a page asks for another address. */
const markup = (target: string) => `
  <img src="http://${target}/img"><img srcset="http://${target}/srcset 1x">
  <script src="http://${target}/script"></script>
  <script type="module">import 'http://${target}/module';</script>
  <link rel="stylesheet" href="http://${target}/style"><link rel="icon" href="http://${target}/icon">
  <link rel="prefetch" href="http://${target}/prefetch"><link rel="preconnect" href="http://${target}">
  <link rel="dns-prefetch" href="http://${target}"><link rel="preload" as="fetch" href="http://${target}/preload">
  <link rel="prerender" href="http://${target}/prerender"><link rel="manifest" href="http://${target}/manifest">
  <link rel="modulepreload" href="http://${target}/modulepreload">
  <iframe src="http://${target}/iframe"></iframe><object data="http://${target}/object"></object>
  <embed src="http://${target}/embed"><video src="http://${target}/video" autoplay></video>
  <iframe srcdoc='<meta http-equiv="refresh" content="0;url=http://${target}/meta">'></iframe>
  <iframe src="/away?to=${encodeURIComponent(`http://${target}/redirected`)}"></iframe>
  <img src="/away?to=${encodeURIComponent(`http://${target}/redirected-img`)}">
  <style>@import "http://${target}/import"; body { background: url(http://${target}/background) }</style>
  <script type="speculationrules">{"prefetch":[{"urls":["http://${target}/speculated"]}],
    "prerender":[{"urls":["http://${target}/prerendered"]}]}</script>
  <form id="f${target.replace(/\W/g, '')}" method="post" target="_blank" action="http://${target}/form"><input name="a"></form>`;

/** And every way that scripts have. */
const scripted = (target: string) => `
  for (const scheme of ['http', 'https']) {
    attempt(() => fetch(scheme + '://${target}/fetch', { mode: 'no-cors' }));
    attempt(() => fetch(scheme + '://${target}/cors', { method: 'PUT', headers: { 'x-a': 'b' } }));
    attempt(() => fetch(scheme + '://${target}/keepalive', { mode: 'no-cors', keepalive: true }));
    attempt(() => { const x = new XMLHttpRequest(); x.open('GET', scheme + '://${target}/xhr'); x.send(); });
    attempt(() => new EventSource(scheme + '://${target}/events'));
    attempt(() => navigator.sendBeacon(scheme + '://${target}/beacon', 'x'));
    attempt(() => new WebSocket(scheme.replace('http', 'ws') + '://${target}/socket'));
    attempt(() => open(scheme + '://${target}/opened'));
  }
  attempt(() => document.getElementById('f${target.replace(/\W/g, '')}').submit());
  attempt(() => new WebTransport('https://${target}/transport'));
  attempt(() => new Worker(URL.createObjectURL(new Blob(["fetch('http://${target}/worker', { mode: 'no-cors' })"]))));
  attempt(() => navigator.serviceWorker.register('http://${target}/serviceworker.js'));`;

const webRtc = (hosts: readonly string[], port: number) => `
  const urls = ${JSON.stringify(hosts.flatMap((host) => [`stun:${host}:${port}`, `turn:${host}:${port}?transport=tcp`, `turn:${host}:${port}?transport=udp`, `turns:${host}:${port}?transport=tcp`]))};
  attempt(() => Promise.all([[], ...urls.map((url) => [{ urls: url, username: 'a', credential: 'b' }])].map(async (iceServers) => {
    const connection = new RTCPeerConnection({ iceServers });
    connection.createDataChannel('x');
    const gathered = new Promise((resolve) => {
      connection.onicegatheringstatechange = () => connection.iceGatheringState === 'complete' && resolve();
    });
    await connection.setLocalDescription(await connection.createOffer());
    for (const host of ${JSON.stringify(hosts)}) for (const protocol of ['udp', 'tcp']) {
      await connection.setRemoteDescription({ type: 'answer', sdp: connection.localDescription.sdp
        .replace(/a=setup:actpass/g, 'a=setup:active') }).catch(() => {});
      await connection.addIceCandidate({ sdpMLineIndex: 0, candidate:
        'candidate:1 1 ' + protocol + ' 2113937151 ' + host.replace(/[\\[\\]]/g, '') + ' ${port} typ host' +
        (protocol === 'tcp' ? ' tcptype passive' : '') }).catch(() => {});
    }
    await gathered;
  })));`;

/** Says it is done when every promise was settled, refusals included, and a while after: sockets have no promise. */
const trying = (body: string, script: string) => `<!doctype html><title>page</title>${body}<p>page</p><script>
  const pending = [];
  const attempt = (task) => { try { pending.push(Promise.resolve(task()).catch(() => {})); } catch {} };
  ${script}
  const busy = setInterval(() => document.body.append('.'), 100);
  const late = new Promise((resolve) => setTimeout(resolve, 1500));
  Promise.race([Promise.all([...pending, late]), new Promise((resolve) => setTimeout(resolve, 5000))]).then(() => {
    clearInterval(busy);
    const done = document.createElement('p'); done.id = 'done'; document.body.append(done);
  });
</script>`;

const away: Site[string] = (answer, incoming) => {
  const to = new URL(incoming.url ?? '/', 'http://page.example').searchParams.get('to') ?? '/';
  answer.writeHead(302, { location: to }).end();
};

/** What went to the proxy beyond the guard, but for the pages themselves. */
const beyond = () =>
  visiting.upstream.requests.filter((line) => !/^\S+ (http:\/\/)?page\.example(:443)?(\/|$)/.test(line));

describe.each(['http', 'https'])('a page over %s', (scheme) => {
  test('asks for private addresses in every way that markup and scripts have', async () => {
    const all = targets(trap.port);
    site['/away'] = away;
    site['/all'] = html(trying(all.map(markup).join(''), all.map(scripted).join('')));
    const { document } = await visiting.visit(`${scheme}://page.example/all`);
    expect(document).toMatchObject({ status: 200, finalUrl: `${scheme}://page.example/all` });
    expect(document.body).toContain('id="done"');
    expect({ arrived: trap.arrived(), beyond: beyond() }).toEqual({ arrived: 0, beyond: [] });
    const refused = new Set(visiting.guard.refusals().map(({ host }) => host));
    expect([...refused].sort()).toEqual(
      expect.arrayContaining(['127.0.0.1', '::1', '169.254.169.254', '10.0.0.1', 'localhost', 'rebind.example']),
    );
  });

  test('asks by WebRTC: no packet leaves', async () => {
    const hosts = ['127.0.0.1', '[::1]', 'localhost', ownAddress(), 'rebind.example'];
    site['/rtc'] = html(trying('', webRtc(hosts, trap.port)));
    const { document } = await visiting.visit(`${scheme}://page.example/rtc`);
    expect(document.body).toContain('id="done"');
    expect({ arrived: trap.arrived(), beyond: beyond() }).toEqual({ arrived: 0, beyond: [] });
  });

  const ways: readonly (readonly [string, (to: string) => Site[string]])[] = [
    ['redirects', (to) => (answer) => void answer.writeHead(302, { location: to }).end()],
    ['refreshes', (to) => html(`<meta http-equiv="refresh" content="0;url=${to}">`)],
    ['moves', (to) => html(`<script>location.href = ${JSON.stringify(to)}</script>`)],
    ['posts', (to) => html(`<form method="post" action="${to}"></form><script>document.forms[0].submit()</script>`)],
  ];
  test.each(ways)('%s itself there', async (way, answerFor) => {
    const hosts = [`127.0.0.1:${trap.port}`, `rebind.example:${trap.port}`];
    const visits = hosts.map((host, index) => {
      site[`/${way}${index}`] = answerFor(`http://${host}/moved`);
      return visiting.visit(`${scheme}://page.example/${way}${index}`);
    });
    for (const { document } of await Promise.all(visits)) {
      expect(document).toMatchObject({ status: 0, body: '', failure: { kind: 'refused-address' } });
    }
    expect({ arrived: trap.arrived(), beyond: beyond() }).toEqual({ arrived: 0, beyond: [] });
  });
});

test('the trap catches: with private addresses allowed, the same page arrives', async () => {
  const caught = await setTrap();
  const all = targets(caught.port).filter((target) => target.endsWith(`:${caught.port}`) && /^[12[]/.test(target));
  const control = await startVisiting({
    site: { '/all': html(trying(all.map(markup).join(''), all.map(scripted).join(''))) },
    guard: { allowPrivate: true, noProxy: '127.0.0.1, ::1' },
  });
  await control.visit('http://page.example/all');
  await control.close();
  expect(caught.arrived()).toBeGreaterThan(10);
  await caught.close();
});

test.each([
  'http://127.0.0.1:PORT/',
  'http://[::1]:PORT/',
  'http://localhost:PORT/',
  'http://rebind.example:PORT/',
  'http://169.254.169.254/latest/meta-data/',
  'https://10.0.0.1/',
])('%s is not visited, and not asked by the HTTP client', async (pattern) => {
  const url = pattern.replace('PORT', String(trap.port));
  const { document } = await visiting.visit(url);
  expect(document).toMatchObject({ status: 0, body: '', failure: { kind: 'refused-address' } });
  const world = realWorld({ env: {} });
  const redactor = createRedactor({});
  const settings = { userAgent: 'Bijwerken/test', ignoreHttpsErrors: true, log: silentLog, world, redactor };
  const http = createHttp({ ...settings, guard: visiting.guard });
  site['/to-private'] = (answer) => void answer.writeHead(302, { location: url }).end();
  const { signal } = new AbortController();
  for (const asked of [url, 'http://page.example/to-private', 'https://page.example/to-private']) {
    const answer = await http.fetchDocument(pageRequest(asked), { signal });
    expect(answer).toMatchObject({ body: '', failure: { kind: 'refused-address' } });
    expect(await http.fetchImage(asked, { signal })).toMatchObject({ failure: { kind: 'refused-address' } });
  }
  http.close();
  expect({ arrived: trap.arrived(), beyond: beyond() }).toEqual({ arrived: 0, beyond: [] });
});

test.each([
  'file:///etc/passwd',
  'chrome://version',
  'view-source:http://page.example/',
  'data:text/html,x',
  'about:blank',
])('%s is no page', async (url) => {
  const { document } = await visiting.visit(url);
  expect(document).toMatchObject({ finalUrl: url, status: 0, body: '', failure: { kind: 'network-error' } });
});

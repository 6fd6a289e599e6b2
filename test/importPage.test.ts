/** From a saved page to what is filed: the same values, nothing else of the page, and only of that account. */

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { type ImportedPage, importPage, type PageToImport } from '../src/importPage.ts';
import type { Visit } from '../src/model/audit.ts';
import { IMPORT_TYPE } from '../src/model/imported.ts';
import type { Network } from '../src/model/network.ts';
import { UserError } from '../src/model/problem.ts';
import { accountAt, networks } from '../src/networks/index.ts';
import { readCapture } from '../src/read/read.ts';
import { aDocument } from './support/captured.ts';
import { type Fixture, fixturesOf } from './support/fixtures.ts';
import { harOf, mhtmlOf, singleFileOf } from './support/saved.ts';
import { aVisit } from './support/visits.ts';

const NOW = '2026-11-23T02:00:00.000Z';
const PAGE = 'https://www.linkedin.com/company/stichting-voorbeeld-bijwerken';

function networkNamed(id: string): Network {
  const network = networks.find((each) => each.id === id);
  if (!network) throw new Error(`no network ${id}`);
  return network;
}

const visitAt = (url: string, network: Network): Visit =>
  aVisit({ id: 'p', network: network.id, url }, { network, account: accountAt(new URL(url), network) });

const given = (parts: Partial<PageToImport> & Pick<PageToImport, 'bytes'>): PageToImport => ({
  visit: visitAt(PAGE, networkNamed('linkedin')),
  network: networkNamed('linkedin'),
  file: 'pagina.html',
  modifiedAt: '2026-11-21T08:00:00.000Z',
  now: NOW,
  beside: async () => null,
  redact: (text) => text,
  ...parts,
});

const imported = (parts: Partial<PageToImport> & Pick<PageToImport, 'bytes'>): Promise<ImportedPage> =>
  importPage(given(parts));

const refusal = async (parts: Partial<PageToImport> & Pick<PageToImport, 'bytes'>): Promise<string> => {
  const error: unknown = await importPage(given(parts)).catch((thrown: unknown) => thrown);
  if (error instanceof UserError) return error.message;
  throw new Error('it was not refused');
};

const fixture = (name: string): Fixture => {
  const found = fixturesOf('linkedin').find((each) => each.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
};
const bodyOf = (name: string): string => fixture(name).capture.documents[0]?.body ?? '';
const NORMAL = bodyOf('normal');

/** Each answer of each network's fixtures by itself, as a HAR would hold it. */
const answers = networks.flatMap((network) =>
  fixturesOf(network.id).flatMap(({ name, account, capture }) =>
    capture.documents.slice(0, 1).flatMap((document) => {
      const alone = { ...capture, documents: [document] };
      const reading = readCapture(alone, network, accountAt(new URL(account), network));
      return document.body === '' || capture.official ? [] : [{ network, name, account, document, capture, reading }];
    }),
  ),
);

describe('every fixture as a HAR', () => {
  const cases = answers.map((each) => [`${each.network.id} ${each.name}`, each] as const);
  test.each(cases)('%s', async (_, { network, account, document, capture, reading }) => {
    const har = harOf([
      ...document.redirects.map((url, at, all) => ({
        ...{ url, status: 302, redirectUrl: all[at + 1] ?? document.finalUrl, at: capture.at },
      })),
      {
        ...{ url: document.finalUrl, status: document.status, text: document.body, at: capture.at },
        type: document.contentType ?? '',
      },
    ]);
    const visit = visitAt(account, network);
    const parts = { visit, network, bytes: Buffer.from(har), now: '2030-01-01T00:00:00.000Z' };
    if (reading.outcome !== 'profile') {
      expect(await refusal(parts)).not.toBe('');
      return;
    }
    // Some fixtures answer at the address of an interface that names nobody.
    const result = await importPage(given(parts)).catch((error: unknown) => String(error));
    if (typeof result === 'string') {
      expect(result).toMatch(/nothing in it was answered at/);
      return;
    }
    expect(result.savedAt).toBe(capture.at);
    const { name, bio, websites } = result.observation;
    const before = reading.observation ?? {};
    expect([name?.value, bio?.value, websites?.value?.length]).toEqual([
      ...[before.name?.value, before.bio?.value, before.websites?.value?.length],
    ]);
    const isMarked = name?.origin === 'api' && network.sources.api !== undefined && network.sources.api.isMet !== true;
    expect(name?.isUnmet).toBe(isMarked ? true : undefined);
    expect(result.content).not.toMatch(/<\/?(?:html|script|body)\b/i);
  });
});

test('most of them can be imported', async () => {
  const profiles = answers.filter(({ reading }) => reading.outcome === 'profile');
  const done = await Promise.all(
    profiles.map(async ({ network, account, document, capture }) => {
      const entry = { url: document.finalUrl, status: document.status, text: document.body, at: capture.at };
      const har = harOf([{ ...entry, type: document.contentType ?? '' }]);
      const parts = { visit: visitAt(account, network), network, bytes: Buffer.from(har), now: '2030-01-01T00:00:00Z' };
      return await importPage(given(parts)).then(
        () => true,
        () => false,
      );
    }),
  );
  expect(profiles.length).toBeGreaterThan(50);
  expect(done.filter(Boolean).length / done.length).toBeGreaterThan(0.9);
});

describe('forms of one page', () => {
  test.each<readonly [string, string | Buffer, Partial<PageToImport>, Partial<ImportedPage>]>([
    [
      'HTML without an address, which names the account itself',
      NORMAL,
      {},
      { dated: 'file', savedAt: '2026-11-21T08:00:00.000Z' },
    ],
    ['SingleFile', singleFileOf(PAGE, NORMAL), {}, { dated: 'page', savedAt: '2026-11-20T10:15:00.000Z' }],
    [
      'MHTML',
      mhtmlOf(PAGE, [{ url: PAGE, type: 'text/html; charset=utf-8', body: NORMAL }]),
      {},
      { dated: 'page', savedAt: '2026-11-20T10:15:00.000Z' },
    ],
    [
      'a HAR',
      harOf([
        { url: 'https://anders.example/', text: 'x' },
        { url: PAGE, text: NORMAL },
      ]),
      {},
      { dated: 'page', savedAt: '2026-11-20T10:15:00.000Z' },
    ],
    [
      'a date given',
      singleFileOf(PAGE, NORMAL),
      { at: '2026-11-19T00:00:00.000Z' },
      { dated: 'option', savedAt: '2026-11-19T00:00:00.000Z' },
    ],
  ])('%s', async (_, file, parts, expected) => {
    const result = await imported({ bytes: Buffer.from(file), ...parts });
    expect(result).toMatchObject(expected);
    expect(result.observation).toMatchObject({
      name: { value: 'Stichting Voorbeeld', origin: 'json-ld', source: 'import', locator: 'JSON-LD Organization.name' },
      followers: { value: 1234 },
      lastActivity: { value: { completeness: 'at-least' } },
      logo: {
        value: {
          url: 'https://media.licdn.com/dms/image/v2/C4E0BVOORBEELD/company-logo_200_200/0/1700000000000/voorbeeld_logo',
        },
      },
    });
  });
});

test('the logo is drawn anew, and its address loses its signature', async () => {
  const png = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#0a5' } })
    .withMetadata({ exif: { IFD0: { Copyright: 'GEHEIME-MAKER' } } })
    .png()
    .toBuffer();
  const logo =
    'https://media.licdn.com/dms/image/v2/C4E0BVOORBEELD/company-logo_200_200/0/1700000000000/voorbeeld_logo?e=1&t=GEHEIM';
  const har = harOf([
    { url: PAGE, text: NORMAL },
    { url: logo, type: 'image/png', bytes: png },
  ]);
  const { pictures, content } = await imported({ bytes: Buffer.from(har) });
  expect(pictures).toEqual(['logo']);
  expect(content).not.toContain('GEHEIM');
  const [image] = JSON.parse(content).images as { url: string; png: string }[];
  expect(image?.url).toBe(logo.split('?')[0]);
  const drawn = Buffer.from(image?.png ?? '', 'base64');
  expect(drawn.includes('GEHEIME-MAKER')).toBe(false);
  expect(await sharp(drawn).metadata()).toMatchObject({ format: 'png', width: 40 });
});

describe('is refused, with what was seen', () => {
  const html = (body: string) => ({ bytes: Buffer.from(body) });
  test.each<readonly [string, Partial<PageToImport> & Pick<PageToImport, 'bytes'>, RegExp]>([
    ['a wall', html(bodyOf('walled')), /seen was "(?:login-wall|unreadable)"/],
    [
      'a wall behind the profile’s address',
      {
        bytes: Buffer.from(
          harOf([
            { url: PAGE, status: 302, redirectUrl: 'https://www.linkedin.com/authwall?sessionRedirect=GEHEIM' },
            { url: 'https://www.linkedin.com/authwall?sessionRedirect=GEHEIM', text: '<title>LinkedIn</title>' },
          ]),
        ),
      },
      /seen was "login-wall" at https:\/\/www\.linkedin\.com\/authwall \(/,
    ],
    ['an absence', html(bodyOf('gone')), /seen was "/],
    ['another account', html(NORMAL.replaceAll('stichting-voorbeeld-bijwerken', 'anders')), /the page is about anders/],
    [
      'a HAR of elsewhere',
      { bytes: Buffer.from(harOf([{ url: 'https://anders.example/?token=GEHEIM', text: 'x' }])) },
      /nothing in it was answered at .* It holds answers of anders\.example\./,
    ],
    ['a PDF', html('%PDF-1.7'), /this is a PDF/],
    ['nothing', html(''), /seen was "unreadable"/],
    [
      'a date to come',
      { ...html(NORMAL), at: '2027-01-01T00:00:00.000Z' },
      /--at: 2027-01-01T00:00:00.000Z lies in the future/,
    ],
    [
      'a date of the page to come',
      html(singleFileOf(PAGE, NORMAL, 'Fri Nov 20 2099 11:15:00 GMT+0100')),
      /pagina\.html: 2099-.* lies in the future/,
    ],
    ['a date before there were networks', { ...html(NORMAL), at: '1970-01-01T00:00:00.000Z' }, /lies too far back/],
  ])('%s', async (_, parts, message) => {
    const said = await refusal(parts);
    expect(said).toMatch(message);
    expect(said).not.toContain('GEHEIM');
  });

  test('a website that does not say at which address it stood', async () => {
    const network = networkNamed('website');
    const visit = visitAt('https://voorbeeld.example/', network);
    const page =
      '<html><head><title>Voorbeeld</title><meta property="og:site_name" content="Stichting Voorbeeld"></head><body><h1>Hallo</h1></body></html>';
    const bytes = Buffer.from(page);
    expect(await refusal({ visit, network, bytes })).toMatch(/does not say at which address it stood/);
    const saved = Buffer.from(singleFileOf('https://voorbeeld.example/', page));
    expect((await imported({ visit, network, bytes: saved })).observation.name?.value).toBe('Stichting Voorbeeld');
    const other = Buffer.from(singleFileOf('https://anders.example/', page));
    expect(await refusal({ visit, network, bytes: other })).toMatch(
      /seen was "unreadable" at https:\/\/anders\.example/,
    );
  });
});

test('addresses lose what is about the visitor, and keep what chooses the page', async () => {
  const network = networkNamed('website');
  const visit = visitAt('https://voorbeeld.example/', network);
  const page = `<html><head><title>Voorbeeld</title><script type="application/ld+json">{"@type":"Organization","name":"Voorbeeld","url":"https://voorbeeld.example/"}</script></head>
<body><a href="https://x.com/voorbeeld?s=20&amp;auth_token=GEHEIM1">X</a><a href="https://anders.example/?pagina=2&amp;session_id=GEHEIM2&amp;fbclid=GEHEIM3#access_token=GEHEIM4">b</a></body></html>`;
  const { content, observation } = await imported({
    visit,
    network,
    bytes: Buffer.from(singleFileOf('https://voorbeeld.example/?sid=GEHEIM5', page)),
  });
  expect(content).not.toContain('GEHEIM');
  expect(observation.links?.value).toEqual(['https://x.com/voorbeeld?s=20', 'https://anders.example/?pagina=2']);
});

describe('what is filed is believed no more than a page', () => {
  const network = networkNamed('linkedin');
  const account = accountAt(new URL(PAGE), network);
  const read = (body: unknown, contentType = IMPORT_TYPE) =>
    readCapture(
      {
        ...{ source: 'import', look: 1, at: NOW },
        documents: [aDocument({ contentType, body: JSON.stringify(body), requestedUrl: PAGE, finalUrl: PAGE })],
      },
      network,
      account,
    );
  const name = { value: 'Stichting Voorbeeld', origin: 'dom', source: 'import', locator: 'h1' };
  const file = (observation: object, parts: object = {}) => ({
    ...{ bijwerkenImport: 1, network: 'linkedin', address: PAGE, observation },
    ...parts,
  });

  test.each<readonly [string, object, RegExp]>([
    ['another network', file({ name }, { network: 'x' }), /another network: x/],
    ['another account', file({ name }, { address: 'https://www.linkedin.com/company/anders' }), /another account/],
    ['no address', file({ name }, { address: 7 }), /another account: none/],
    ['no observation', { bijwerkenImport: 1 }, /no import of Bijwerken/],
    ['nothing read', file({}), /holds nothing of the account/],
  ])('%s', (_, body, because) => {
    expect(read(body)).toMatchObject({
      outcome: 'unreadable',
      because: expect.stringMatching(because),
      observation: null,
    });
  });

  test('values of the wrong kind are left out, and silence is never proved', () => {
    const of = (value: unknown) => ({ value, origin: 'api', locator: 'x' });
    const { observation } = read(
      file({
        ...{ name, bio: of(['a']), followers: of('7'), websites: of('https://x.nl'), logo: of({ url: 'file:///x' }) },
        lastActivity: of({ from: '2020-01-01', to: '2020-01-01', completeness: 'latest' }),
        ...{ constructor: of('x'), email: of('x'), kvk: { value: ['1'], origin: 'mind' } },
      }),
    );
    expect(observation).toEqual({
      name,
      lastActivity: {
        value: { from: '2020-01-01T00:00:00.000Z', to: '2020-01-01T00:00:00.000Z', completeness: 'at-least' },
        ...{ origin: 'api', source: 'import', locator: 'x' },
      },
    });
    expect(read(file({ name, lastActivity: of(null) })).observation).toEqual({ name });
  });

  test('only through the source import: a server cannot send it', () => {
    const documents = [aDocument({ contentType: IMPORT_TYPE, body: JSON.stringify(file({ name })) })];
    expect(readCapture({ source: 'http', look: 1, at: NOW, documents }, network, account).outcome).not.toBe('profile');
    expect(read(file({ name }), 'application/json').outcome).not.toBe('profile');
  });
});

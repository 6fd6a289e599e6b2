/** From captures to one reading: what decides, what is merged, and what is never concluded. */

import { describe, expect, test } from 'vitest';
import type { Capture, CapturedDocument, Failure, Outcome, Source } from '../../src/model/capture.ts';
import type { Account, Network } from '../../src/model/network.ts';
import type { Activity } from '../../src/model/observation.ts';
import { endsInEllipsis, inDocument, json, meta, place, text, truncatedWhen } from '../../src/read/places.ts';
import { publicObservation } from '../../src/read/public.ts';
import { readCapture, readProfile } from '../../src/read/read.ts';
import { answers, saysIn, sign } from '../../src/read/signs.ts';

const URL_OF = 'https://netwerk.example/voorbeeld';
const account: Account = { handle: 'Voorbeeld', kind: 'account', host: 'netwerk.example', url: URL_OF };

const network: Network = {
  id: 'test',
  name: 'Test',
  recognise: () => account,
  sources: {},
  signs: [
    sign('login-wall', saysIn('h1', 'Log in')),
    sign('suspended', saysIn('h1', 'Suspended')),
    sign('not-found', answers(404)),
    {
      outcome: 'challenge',
      id: 'throws',
      matches: () => {
        throw new Error('hostile');
      },
    },
  ],
  proof: [
    place<readonly string[]>('dom', 'main', ({ $ }) => {
      const handle = $('main').attr('id');
      return handle ? [handle] : undefined;
    }),
    place<readonly string[]>('api', 'handle', ({ json: body }) =>
      JSON.stringify(body ?? '').includes('voorbeeld') ? ['voorbeeld'] : undefined,
    ),
  ],
  places: {
    name: [json('name'), text('h2')],
    handle: [json('handle')],
    bio: [
      place<string>('dom', 'throws', () => {
        throw new Error('hostile');
      }),
      meta('og:description'),
      truncatedWhen(text('p'), endsInEllipsis),
    ],
    websites: [
      place<readonly string[]>('dom', 'a', ({ $ }) =>
        $('a')
          .toArray()
          .map((a) => $(a).attr('href') ?? ''),
      ),
    ],
    followers: [
      place('dom', '@n', ({ $ }) =>
        $('main').attr('data-n') === undefined ? undefined : Number($('main').attr('data-n')),
      ),
    ],
    logo: [place('dom', 'img', ({ $ }) => ($('img').length === 0 ? undefined : { url: $('img').attr('src') ?? '' }))],
    lastActivity: [
      inDocument(
        'posts',
        place<Activity>('api', 'posts', ({ json: body }) => ({
          from: String(body),
          to: String(body),
          completeness: 'latest' as const,
        })),
      ),
      place<Activity>('dom', 'time', ({ $ }) =>
        $('time').length === 0
          ? undefined
          : { from: $('time').text(), to: $('time').text(), completeness: 'at-least' as const },
      ),
    ],
  },
  limits: {},
  links: {},
};

const AT = '2026-11-23T02:00:00.000Z';
const documentOf = (body: string, rest: Partial<CapturedDocument> = {}): CapturedDocument => ({
  document: 'page',
  requestedUrl: URL_OF,
  finalUrl: URL_OF,
  redirects: [],
  status: 200,
  contentType: null,
  at: AT,
  body,
  sha256: '',
  ...rest,
});
const captureOf = (
  body: string,
  source: Source = 'http',
  rest: Partial<CapturedDocument> = {},
  look: 1 | 2 = 1,
  at = AT,
): Capture => ({
  source,
  look,
  at,
  documents: [documentOf(body, rest)],
});
const page = (inner = '<h2>Stichting</h2>', attributes = '') => `<main id="voorbeeld" ${attributes}>${inner}</main>`;
const read = (body: string) => readCapture(captureOf(body), network, account).observation;

describe('the outcome of one capture', () => {
  test.each<[string, Capture, Outcome]>([
    ['a profile', captureOf(page()), 'profile'],
    ['a wall on a page that names the account', captureOf(page('<h1>Log in</h1><h2>Log in</h2>')), 'login-wall'],
    ['a wall with status 404', captureOf('<h1>Log in</h1>', 'http', { status: 404 }), 'login-wall'],
    ['the network’s own absence', captureOf('', 'http', { status: 404 }), 'not-found'],
    ['a page of nobody', captureOf('<h2>Stichting</h2>'), 'unreadable'],
    ['another account’s page', captureOf('<main id="ander"><h2>Ander</h2></main>'), 'unreadable'],
    ['a shell', captureOf(page('')), 'unreadable'],
    ['an empty name in a page', captureOf(page('<h2></h2>')), 'unreadable'],
    [
      'an empty name in an answer that names the account',
      captureOf('{"name":"","handle":"voorbeeld"}', 'api'),
      'profile',
    ],
    ['a gone status without a sign', captureOf(page(), 'http', { status: 410 }), 'unreadable'],
    ['a refusal', captureOf(page(), 'http', { status: 403 }), 'unreadable'],
    ['a limit', captureOf(page(), 'http', { status: 429 }), 'rate-limited'],
    ['a broken server', captureOf(page(), 'http', { status: 503 }), 'network-error'],
    ['no answer', captureOf('', 'http', { status: 0 }), 'network-error'],
    ['an empty page', captureOf(''), 'unreadable'],
    ['nothing', { source: 'http', look: 1, at: AT, documents: [] }, 'network-error'],
  ])('%s', (_, capture, outcome) => {
    const reading = readCapture(capture, network, account);
    expect(reading.outcome).toBe(outcome);
    expect(reading.observation === null).toBe(outcome !== 'profile');
    expect(reading.because).not.toBe('');
  });

  test.each<[Failure['kind'], Outcome]>([
    ['network-error', 'network-error'],
    ['timeout', 'timeout'],
    ['too-large', 'unreadable'],
    ['too-many-redirects', 'network-error'],
    ['refused-address', 'network-error'],
    ['not-text', 'unreadable'],
    ['crashed', 'unreadable'],
    ['no-browser', 'unreadable'],
    ['interrupted', 'timeout'],
  ])('a failure of kind %s is %s, in its own words', (kind, outcome) => {
    const capture = captureOf(page(), 'http', { failure: { kind, detail: 'It went wrong.' } });
    expect(readCapture(capture, network, account)).toMatchObject({
      outcome,
      because: 'It went wrong.',
      observation: null,
    });
  });

  test('the reasons say who the page is about and where it ended', () => {
    const other = readCapture(
      captureOf('<main id="ander"></main>', 'http', { finalUrl: 'https://elders.example/' }),
      network,
      account,
    );
    expect(other.because).toBe('the page redirects to elders.example: the page is about ander');
  });

  test('an account without a handle is never proven', () => {
    expect(readCapture(captureOf('<main id=""><h2>x</h2></main>'), network, { ...account, handle: '' }).outcome).toBe(
      'unreadable',
    );
  });
});

describe('values', () => {
  test('are NFC and trimmed, otherwise untouched', () => {
    expect(read(page('<h2>  Cafe\u0301 &amp;  Zo\u0007 </h2>'))?.name?.value).toBe('Café & Zo\u0007');
  });

  test('not there, there and empty, and a value stay three things', () => {
    expect(read(page())?.bio).toBeUndefined();
    expect(read(page('<h2>x</h2><p> </p>'))?.bio?.value).toBeNull();
    expect(read(page('<h2>x</h2><p>y</p>'))?.bio?.value).toBe('y');
  });

  test('a place that throws counts as not there, the next is asked', () => {
    expect(read(`<meta property="og:description" content="uit og">${page()}`)?.bio).toMatchObject({
      value: 'uit og',
      origin: 'open-graph',
      locator: 'meta og:description',
    });
  });

  test('an empty place yields to a filled one, a cut text to a whole one', () => {
    expect(read(`<meta property="og:description" content="">${page('<h2>x</h2><p>vol</p>')}`)?.bio?.value).toBe('vol');
    expect(read(page('<h2>x</h2><p>half…</p>'))?.bio).toMatchObject({ value: 'half…', truncated: true });
  });

  test.each([
    ['followers that are no count', page('<h2>x</h2>', 'data-n="-3"'), 'followers'],
    ['followers that are not a number', page('<h2>x</h2>', 'data-n="many"'), 'followers'],
    ['a logo that is no web address', page('<h2>x</h2><img src="data:image/png;base64,AAAA">'), 'logo'],
    ['a logo that is a script', page('<h2>x</h2><img src="javascript:alert(1)">'), 'logo'],
    ['a date that is none', page('<h2>x</h2><time>soon</time>'), 'lastActivity'],
    ['a date in the future', page('<h2>x</h2><time>2027-01-01T00:00:00Z</time>'), 'lastActivity'],
  ] as const)('%s is not there', (_, body, field) => {
    expect(read(body)).not.toHaveProperty(field);
  });

  test('a further document is read when it was answered, and not when it failed', () => {
    const posts = (rest: Partial<CapturedDocument>) => {
      const documents = [documentOf(page()), documentOf('"2026-11-01T00:00:00.000Z"', { document: 'posts', ...rest })];
      return readCapture({ source: 'api', look: 1, at: AT, documents }, network, account).observation?.lastActivity
        ?.value;
    };
    expect(posts({})).toMatchObject({ from: '2026-11-01T00:00:00.000Z', completeness: 'latest' });
    expect(posts({ status: 500 })).toBeUndefined();
    expect(posts({ failure: { kind: 'timeout', detail: 'x' } })).toBeUndefined();
  });
});

describe('several sources', () => {
  const gone = captureOf('', 'http', { status: 404 });
  const wall = captureOf('<h1>Log in</h1>', 'browser');
  const profile = captureOf(page(), 'browser');
  const late = captureOf('', 'http', { failure: { kind: 'timeout', detail: 'Too late.' } });
  const again = { ...gone, look: 2 as const };

  test.each<[string, readonly Capture[], Outcome, boolean]>([
    ['a profile outweighs an absence', [gone, profile], 'profile', false],
    ['an absence outweighs a wall', [gone, wall], 'not-found', false],
    ['a wall outweighs a timeout', [late, wall], 'login-wall', false],
    ['the same source twice confirms', [gone, again], 'not-found', true],
    ['another source does not confirm', [gone, { ...wall, documents: gone.documents }], 'not-found', false],
    ['another source’s second look does not confirm', [gone, { ...again, source: 'browser' }], 'not-found', false],
    [
      'a second look that meets a wall does not confirm',
      [gone, { ...wall, source: 'http', look: 2 }],
      'not-found',
      false,
    ],
    ['a second look that sees the profile corrects', [gone, { ...profile, source: 'http', look: 2 }], 'profile', false],
    ['a second look alone confirms nothing', [late, again], 'timeout', false],
    ['nothing at all', [], 'network-error', false],
  ])('%s', (_, captures, outcome, confirmed) => {
    expect(readProfile(captures, network, account)).toMatchObject({ outcome, confirmed });
  });

  test('the capture that decided gives the time', () => {
    const older = captureOf('', 'http', { status: 404 }, 1, '2026-11-01T00:00:00.000Z');
    expect(readProfile([older, profile], network, account).at).toBe(AT);
    expect(readProfile([older, wall], network, account).at).toBe('2026-11-01T00:00:00.000Z');
  });

  test('fields are merged in order, each with its source', () => {
    const first = captureOf(page('<h2>Eerste</h2><p>half…</p>'), 'http');
    const second = captureOf(page('<h2>Tweede</h2><p>heel</p><a href="https://voorbeeld.example"></a>'), 'browser');
    const { observation } = readProfile([first, second], network, account);
    expect(observation?.name).toMatchObject({ value: 'Eerste', source: 'http' });
    expect(observation?.bio).toMatchObject({ value: 'heel', source: 'browser' });
    expect(observation?.websites).toMatchObject({ value: ['https://voorbeeld.example'], source: 'browser' });
  });

  test('the newest date seen stands among lower bounds, and a complete list above them', () => {
    const seen = (date: string) => captureOf(page(`<h2>x</h2><time>${date}</time>`));
    const timeline: Capture = {
      source: 'api',
      look: 1,
      at: AT,
      documents: [documentOf(page()), documentOf('"2020-01-01T00:00:00Z"', { document: 'posts' })],
    };
    const activity = (...captures: readonly Capture[]) =>
      readProfile(captures, network, account).observation?.lastActivity?.value;
    expect(activity(seen('2024-01-01T00:00:00Z'), seen('2025-01-01T00:00:00Z'))?.from).toBe('2025-01-01T00:00:00.000Z');
    expect(activity(seen('2025-01-01T00:00:00Z'), timeline)).toMatchObject({
      from: '2020-01-01T00:00:00.000Z',
      completeness: 'latest',
    });
  });
});

test('the public form is the contract’s', () => {
  const reading = { source: 'http', locator: 'x' } as const;
  expect(
    publicObservation({
      name: { ...reading, value: 'N', origin: 'dom', truncated: true },
      bio: { ...reading, value: null, origin: 'json-ld' },
      websites: { ...reading, value: ['https://a.example', 'https://b.example'], origin: 'dom' },
      emails: { ...reading, value: null, origin: 'dom' },
      logo: { ...reading, value: { url: 'https://a.example/l.png', width: 4 }, origin: 'open-graph' },
      banner: { ...reading, value: null, origin: 'dom' },
      lastActivity: { ...reading, value: null, origin: 'api' },
      followers: { ...reading, value: 0, origin: 'api' },
    }),
  ).toEqual({
    name: { value: 'N', origin: 'dom', truncated: true },
    bio: { value: null, origin: 'json-ld' },
    website: { value: 'https://a.example', origin: 'dom' },
    websites: [
      { value: 'https://a.example', origin: 'dom' },
      { value: 'https://b.example', origin: 'dom' },
    ],
    emails: [],
    logo: { url: 'https://a.example/l.png', width: 4, origin: 'open-graph' },
    banner: { value: null, url: null, origin: 'dom' },
    lastActivity: { value: null, from: null, to: null, completeness: 'at-least', origin: 'api' },
    followers: { value: 0, origin: 'api' },
  });
  expect(publicObservation({ websites: { ...reading, value: null, origin: 'dom' } })).toEqual({
    website: { value: null, origin: 'dom' },
    websites: [],
  });
});

describe('sources that cannot be believed tonight', () => {
  const gone = (look: 1 | 2) => captureOf('', 'http', { status: 404 }, look);
  const shown = (source: Source) => captureOf(page(), source);
  const through = (captures: readonly Capture[], doubts: { blind?: Source[]; unclear?: Source[] }) =>
    readProfile(captures, network, account, { blind: [], unclear: [], ...doubts });

  test('what a blind source alone saw counts for nothing', () => {
    const reading = through([gone(1), gone(2)], { blind: ['http'] });
    expect(reading).toMatchObject({ outcome: 'unreadable', blind: 'http', confirmed: false, observation: null });
    expect(reading.readings.map(({ outcome }) => outcome)).toEqual(['not-found', 'not-found']);
    expect(through([shown('http')], { blind: ['http'] })).toMatchObject({
      outcome: 'unreadable',
      observation: null,
    });
  });

  test('another source that sees still counts', () => {
    const reading = through([gone(1), shown('browser')], { blind: ['http'] });
    expect(reading).toMatchObject({ outcome: 'profile' });
    expect(reading.blind).toBeUndefined();
  });

  test('an absence without controls is not confirmed; a profile needs none', () => {
    const twice = [gone(1), gone(2)];
    expect(readProfile(twice, network, account)).toMatchObject({ outcome: 'not-found', confirmed: true });
    expect(through(twice, { unclear: ['http'] })).toMatchObject({
      outcome: 'not-found',
      confirmed: false,
      isUncontrolled: true,
    });
    expect(through([shown('http')], { unclear: ['http'] })).toMatchObject({ outcome: 'profile' });
  });
});

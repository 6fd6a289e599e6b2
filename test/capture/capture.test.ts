/** The ladder: how far it is climbed, with what, and how it ends; with fakes that answer as they are told. */

import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PageBrowser } from '../../src/capture/browser/browser.ts';
import { type Capturing, captureProfile, lookAgain, needsSecondLook } from '../../src/capture/capture.ts';
import { failedDocument } from '../../src/capture/failedDocument.ts';
import type { GuardCredentials } from '../../src/capture/guard.ts';
import type { FetchOptions, Http } from '../../src/capture/http.ts';
import type { ImportedCapture } from '../../src/capture/imports.ts';
import { createPace } from '../../src/capture/pace.ts';
import type { Secret } from '../../src/capture/secret.ts';
import type { Visit } from '../../src/model/audit.ts';
import type { CapturedDocument, CapturedImage, FailureKind, PageRequest, Source } from '../../src/model/capture.ts';
import { IMPORT_TYPE } from '../../src/model/imported.ts';
import type { Network, OfficialApi, SourcePlan } from '../../src/model/network.ts';
import type { FieldName } from '../../src/model/observation.ts';
import { UserError } from '../../src/model/problem.ts';
import { readers, readVisit } from '../../src/stages.ts';
import { aCapture, aDocument, anImage } from '../support/captured.ts';
import { type FakeWorld, fakeWorld } from '../support/fakeWorld.ts';
import { aContext, aNetwork, anExpectation } from '../support/subject.ts';

afterEach(() => vi.restoreAllMocks());

const URL_OF = { api: 'https://api.net.example/voorbeeld', page: 'https://net.example/voorbeeld' };

/** A page of `key: value` lines, read by the network below. */
const page = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');
const profile = (values: Record<string, string> = {}) => page({ handle: 'voorbeeld', name: 'Voorbeeld', ...values });

const pick = (key: string) => ({
  origin: 'dom' as const,
  locator: key,
  pick: ({ body }: { body: string }) =>
    body
      .split('\n')
      .find((line) => line.startsWith(`${key}: `))
      ?.slice(key.length + 2),
});
const image = (key: string) => {
  const { pick: text, ...place } = pick(key);
  return {
    ...place,
    pick: (document: { body: string }) => {
      const url = text(document);
      return url === undefined ? undefined : { url };
    },
  };
};

const once = (url: string, document = 'page'): SourcePlan => ({
  requests: (_account, answered) => (answered.length > 0 ? [] : [{ document, url, accept: 'html' }]),
});

const network = (sources: Network['sources']): Network => ({
  id: 'net',
  name: 'Net',
  recognise: ({ hostname, pathname, href }) =>
    hostname === 'net.example' ? { handle: pathname.slice(1), kind: 'profile', host: hostname, url: href } : null,
  sources,
  signs: (['not-found', 'suspended', 'login-wall', 'challenge', 'rate-limited'] as const).map((outcome) => ({
    outcome,
    id: `says ${outcome}`,
    matches: ({ body }) => body === outcome,
  })),
  proof: [{ ...pick('handle'), pick: (document) => [pick('handle').pick(document) ?? ''] }],
  places: {
    name: [pick('name')],
    bio: [pick('bio')],
    tagline: [pick('tagline')],
    logo: [image('logo')],
    banner: [image('banner')],
  },
  limits: {},
  links: {},
});

type Answer = string | FailureKind | 'never' | ((request: PageRequest) => string);

interface Options {
  readonly sources?: readonly Source[];
  readonly needed?: readonly FieldName[];
  /** By source; a list answers in turn, and then repeats its last. */
  readonly answers?: Partial<Record<'http' | 'browser', Answer | readonly Answer[]>>;
  readonly plans?: Network['sources'];
  readonly profileTimeoutMs?: number;
  readonly signal?: AbortSignal;
  /** The addresses to follow. */
  readonly links?: readonly string[];
  /** The official interface: its plan, and the token at hand. */
  readonly isOfficial?: boolean;
  readonly official?: OfficialApi;
  readonly secret?: Secret;
  readonly base?: URL;
  readonly bestImage?: (url: string) => string;
  readonly missingImages?: readonly string[];
  /** What a person saved of the profile. */
  readonly saved?: ImportedCapture;
}

const FAILED: readonly string[] = [
  'network-error',
  'timeout',
  'too-large',
  'too-many-redirects',
  'refused-address',
  'not-text',
  'crashed',
  'no-browser',
  'interrupted',
] satisfies FailureKind[];
const isFailure = (answer: unknown): answer is FailureKind => typeof answer === 'string' && FAILED.includes(answer);

function ladder(options: Options = {}) {
  const world: FakeWorld = fakeWorld();
  const asked: string[] = [];
  const timeouts: number[] = [];
  const used = new Set<GuardCredentials | undefined>();
  const turns = new Map<string, number>();

  const answerOf = async (key: 'http' | 'browser', request: PageRequest): Promise<CapturedDocument> => {
    asked.push(`${key} ${request.document} ${request.url}`);
    const listed = options.answers?.[key] ?? profile();
    const all: readonly Answer[] = typeof listed === 'string' || typeof listed === 'function' ? [listed] : listed;
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    const answer = all[Math.min(turn, all.length - 1)] ?? '';
    if (answer === 'never') return new Promise(() => {});
    const at = new Date(world.now()).toISOString();
    if (isFailure(answer)) return failedDocument(request, at, { kind: answer, detail: answer });
    const body = typeof answer === 'function' ? answer(request) : answer;
    return { ...failedDocument(request, at, { kind: 'timeout', detail: '' }), failure: undefined, status: 200, body };
  };
  const http: Http = {
    fetchDocument: (request, { credentials, timeoutMs }: FetchOptions) => {
      used.add(credentials);
      timeouts.push(timeoutMs ?? 0);
      return answerOf('http', request);
    },
    fetchImage: async (url, { credentials }): Promise<CapturedImage> => {
      used.add(credentials);
      asked.push(`image ${url}`);
      const isThere = !options.missingImages?.includes(url);
      const bytes = isThere ? Uint8Array.of(1) : new Uint8Array();
      return { url, status: isThere ? 200 : 404, contentType: 'image/png', at: '', bytes, sha256: '' };
    },
    close: () => {},
  };
  const enough: boolean[] = [];
  const browser: PageBrowser = {
    visit: async (request, { timeoutMs, isEnough }) => {
      timeouts.push(timeoutMs);
      const document = await answerOf('browser', request);
      if (!document.failure) enough.push(isEnough(document));
      return { document, screenshot: new Uint8Array([turns.get('browser') ?? 0]) };
    },
    photograph: async () => undefined,
    running: () => null,
    missing: () => null,
    close: async () => {},
  };
  const issued: { budget: number; closed: number; credentials: GuardCredentials }[] = [];
  const guard: Capturing['guard'] = {
    newCredentials: (budget) => {
      const one = { budget, closed: 0 };
      const credentials: GuardCredentials = {
        url: '',
        username: `u${issued.length}`,
        password: '',
        bytes: () => 0,
        exceeded: () => false,
        close: () => {
          one.closed += 1;
        },
      };
      issued.push(Object.assign(one, { credentials }));
      return credentials;
    },
  };
  const plans = {
    api: once(URL_OF.api, 'account'),
    http: once(URL_OF.page),
    browser: once(URL_OF.page),
    ...options.plans,
  };
  const visit: Visit = {
    entry: {
      id: 'net-main',
      network: 'net',
      url: URL_OF.page,
      language: 'nl',
      intent: 'active',
      waivers: [],
    } as unknown as Visit['entry'],
    network: {
      ...network(plans),
      ...(options.official ? { official: options.official } : {}),
      ...(options.bestImage ? { bestImage: options.bestImage } : {}),
    },
    closed: null,
    account: { handle: 'voorbeeld', kind: 'profile', host: 'net.example', url: URL_OF.page },
    sources: options.sources ?? ['http', 'browser'],
    isOfficial: options.isOfficial ?? false,
    needed: options.needed ?? ['name', 'bio'],
    expectation: anExpectation(),
    facts: aNetwork(),
  };
  const onSource = vi.fn();
  const pace = createPace({ world, perHostDelayMs: 0 });
  const { profileTimeoutMs = 90_000, signal = new AbortController().signal } = options;
  const told = options.links ? { ...readers, linksOf: () => options.links ?? [] } : readers;
  const capturing: Capturing = {
    world,
    guard,
    http,
    browser,
    pace,
    readers: told,
    profileTimeoutMs,
    links: new Map(),
    onSource,
    secretOf: () => options.secret ?? null,
    baseOf: () => options.base ?? null,
    imports: { profiles: new Set(['net-main']), newest: async () => options.saved ?? null },
  };
  const capture = () => world.settle(captureProfile(visit, capturing, signal));
  return { world, visit, capturing, capture, asked, used, issued, timeouts, enough, onSource, signal };
}

const sourcesOf = (captures: readonly { source: Source }[]) => captures.map(({ source }) => source);

describe('how far', () => {
  const cases: readonly (readonly [string, Answer, readonly Source[]])[] = [
    ['all that is needed was seen', profile({ bio: 'b' }), ['http']],
    ['a needed field is there and empty', profile({ bio: '' }), ['http']],
    ['a needed field was in no place', profile(), ['http', 'browser']],
    ['a login wall', 'login-wall', ['http', 'browser']],
    ['a challenge', 'challenge', ['http', 'browser']],
    ['another page', page({ handle: 'other', name: 'Other' }), ['http', 'browser']],
    ['it is not there', 'not-found', ['http']],
    ['it is suspended', 'suspended', ['http']],
    ['asked too often', 'rate-limited', ['http']],
    ['no answer', 'network-error', ['http']],
    ['a private address', 'refused-address', ['http']],
    ['too large', 'too-large', ['http']],
    ['redirects without end', 'too-many-redirects', ['http']],
    ['interrupted', 'interrupted', ['http']],
    ['no text', 'not-text', ['http', 'browser']],
    ['too slow', 'timeout', ['http', 'browser']],
  ];
  test.each(cases)('%s', async (_name, http, sources) => {
    const { capture, onSource } = ladder({ answers: { http } });
    const { captures, profile: id } = await capture();
    expect([id, sourcesOf(captures)]).toEqual(['net-main', sources]);
    expect(onSource.mock.calls.map(([, source]) => source)).toEqual(sources);
  });

  test('only the sources that are planned, in that order', async () => {
    const { capture, asked } = ladder({ sources: ['api', 'browser'], answers: { http: 'login-wall' } });
    expect(sourcesOf((await capture()).captures)).toEqual(['api', 'browser']);
    expect(asked).toEqual([`http account ${URL_OF.api}`, `browser page ${URL_OF.page}`]);
  });

  test('nothing needed: a profile seen is enough', async () => {
    const { capture } = ladder({ needed: [] });
    expect(sourcesOf((await capture()).captures)).toEqual(['http']);
  });

  test('the browser may stop as soon as it adds what was missing', async () => {
    const { capture, enough } = ladder({
      answers: { http: profile({ tagline: 't' }), browser: profile({ bio: 'b' }) },
      needed: ['name', 'bio', 'tagline'],
    });
    const { captures } = await capture();
    expect(enough).toEqual([true]);
    expect(captures[1]?.screenshot).toEqual(new Uint8Array([1]));
    const other = ladder({
      answers: { http: profile({ bio: 'b', tagline: 't' }), browser: 'login-wall' },
      needed: ['name', 'bio', 'tagline', 'logo'],
    });
    await other.capture();
    expect(other.enough).toEqual([false]);
  });
});

describe('the plan of a network', () => {
  const endless = (count: number): SourcePlan => ({
    requests: (_account, answered) =>
      Array.from({ length: count }, (_, index) => ({
        document: `d${answered.length + index}`,
        url: URL_OF.page,
        accept: 'html' as const,
      })),
  });
  test.each([1, 3, 1000])('that never ends, %i at a time, is bounded', async (count) => {
    const { capture, asked } = ladder({ sources: ['http'], plans: { http: endless(count) } });
    const { captures } = await capture();
    expect([asked.length, captures[0]?.documents.length]).toEqual([8, 8]);
  });

  test('that stumbles over foreign data ends there', async () => {
    const requests: SourcePlan['requests'] = (_account, answered) => {
      if (answered.length > 0) throw new TypeError('foreign');
      return [{ document: 'page', url: URL_OF.page, accept: 'html' }];
    };
    const { capture } = ladder({ sources: ['http'], plans: { http: { requests } } });
    expect((await capture()).captures).toMatchObject([{ documents: [{ status: 200 }] }]);
  });

  test('that stumbles over nothing is a mistake of ours', async () => {
    const requests = () => {
      throw new TypeError('ours');
    };
    await expect(ladder({ plans: { http: { requests } } }).capture()).rejects.toThrow('ours');
  });

  test('that asks for no address is answered so', async () => {
    const { capture, asked } = ladder({ sources: ['http'], plans: { http: once('https://[x/') } });
    expect((await capture()).captures).toMatchObject([
      { documents: [{ requestedUrl: 'https://[x/', failure: { kind: 'network-error' } }] },
    ]);
    expect(asked).toEqual([]);
  });
});

describe('images', () => {
  test.each([
    [{ logo: 'https://i.example/l', banner: 'https://i.example/b' }, ['https://i.example/l', 'https://i.example/b']],
    [{ logo: 'https://i.example/l', banner: 'https://i.example/l' }, ['https://i.example/l']],
    [{ logo: 'data:image/png;base64,AA', banner: 'ftp://i.example/b' }, []],
    [{ logo: 'https://[x/l' }, []],
  ])('%j are fetched once each, over http', async (values, expected) => {
    const { capture, asked } = ladder({ answers: { http: profile({ bio: 'b', ...values }) } });
    const { images } = await capture();
    expect(images.map(({ url }) => url)).toEqual(expected);
    expect(asked.filter((line) => line.startsWith('image'))).toEqual(expected.map((url) => `image ${url}`));
  });
});

describe('the website that is shown', () => {
  const LINKS = ['https://a.example/', 'https://b.example/'];
  const seen = profile({ bio: 'b' });

  test('is followed after all else, with the profile’s own share of bytes', async () => {
    const { capture, asked, used } = ladder({ links: LINKS, answers: { http: seen } });
    const { links } = await capture();
    expect(links).toMatchObject(LINKS.map((url) => ({ url, finalUrl: url, status: 200, look: 1 })));
    expect(asked).toEqual([`http page ${URL_OF.page}`, ...LINKS.map((url) => `http link ${url}`)]);
    expect(used.size).toBe(1);
  });

  test('is asked once a run, whoever shows it', async () => {
    const { capture, asked } = ladder({ links: LINKS, answers: { http: seen } });
    const [one, other] = [await capture(), await capture()];
    expect(other.links).toEqual(one.links);
    expect(asked.filter((line) => line.includes('link'))).toHaveLength(2);
  });

  test('leaves the profile as it was seen when the time is up', async () => {
    const { capture, issued } = ladder({ links: LINKS, answers: { http: [seen, seen, 'never'] } });
    const { captures, links } = await capture();
    expect(captures).toMatchObject([{ documents: [{ status: 200 }] }]);
    expect(links?.map(({ url }) => url)).toEqual(LINKS.slice(0, 1));
    expect(issued).toMatchObject([{ closed: 1 }]);
  });

  test('says nothing where none is shown', async () => {
    expect(await ladder({ answers: { http: seen } }).capture()).not.toHaveProperty('links');
  });

  test.each<readonly [readonly FieldName[], readonly string[]]>([
    [
      ['name', 'websites'],
      ['https://a.example/', 'https://voorbeeld.nl/'],
    ],
    [['name'], []],
  ])('is followed only when it is asked for: %j', (needed, links) => {
    const { visit } = ladder({ needed });
    const expectation = anExpectation({ website: { value: 'https://voorbeeld.nl', from: 'brand' } });
    const { reading } = aContext({ values: { websites: ['https://a.example'] } });
    expect(readers.linksOf({ ...visit, expectation }, reading)).toEqual(links);
  });
});

describe('time and credentials', () => {
  test('each profile has its own share of bytes, and gives it back', async () => {
    const { capture, issued, used, visit, capturing, signal, world } = ladder({
      answers: { http: profile({ bio: 'b', logo: 'https://i.example/l' }) },
    });
    await capture();
    expect(issued).toMatchObject([{ budget: 80 * 1024 * 1024, closed: 1 }]);
    expect([...used]).toEqual([issued[0]?.credentials]);
    await world.settle(captureProfile(visit, capturing, signal));
    expect(issued.map(({ closed }) => closed)).toEqual([1, 1]);
    expect([...used]).toEqual(issued.map(({ credentials }) => credentials));
  });

  test('no rung takes all the time', async () => {
    const { capture, timeouts } = ladder();
    await capture();
    expect(timeouts).toEqual([45_000, 40_000]);
    const short = ladder({ profileTimeoutMs: 30_000 });
    await short.capture();
    expect(short.timeouts).toEqual([30_000, 30_000]);
  });

  test('when the time is up, what came is kept, and what did not is a timeout', async () => {
    const plan: SourcePlan = {
      requests: (_account, { length }) =>
        length < 2 ? [{ document: `d${length}`, url: `${URL_OF.page}/${length}`, accept: 'html' }] : [],
    };
    const { capture, issued } = ladder({ plans: { http: plan }, answers: { http: [profile(), 'never'] } });
    const { captures, images } = await capture();
    expect(captures).toMatchObject([
      {
        source: 'http',
        look: 1,
        documents: [
          { document: 'd0', status: 200 },
          { document: 'd1', requestedUrl: `${URL_OF.page}/1`, status: 0, failure: { kind: 'timeout' } },
        ],
      },
    ]);
    expect([captures.length, images]).toEqual([1, []]);
    expect(issued).toMatchObject([{ closed: 1 }]);
  });

  test('a browser that never answers is a timeout of the browser', async () => {
    const { capture } = ladder({ answers: { browser: 'never' } });
    expect((await capture()).captures).toMatchObject([
      { source: 'http', documents: [{ status: 200 }] },
      { source: 'browser', documents: [{ failure: { kind: 'timeout' } }] },
    ]);
  });

  test('an interruption ends it with what there is', async () => {
    const controller = new AbortController();
    const { capture, world, issued } = ladder({
      answers: { http: 'login-wall', browser: 'never' },
      signal: controller.signal,
    });
    const captured = capture();
    await world.whenAsleep(1);
    controller.abort(new Error('stop'));
    expect((await captured).captures).toMatchObject([
      { source: 'http', documents: [{ body: 'login-wall' }] },
      { source: 'browser', documents: [{ failure: { kind: 'interrupted' } }] },
    ]);
    expect(issued).toMatchObject([{ closed: 1 }]);
  });

  test('a run that was interrupted before asks nothing', async () => {
    const { capture, asked } = ladder({ signal: AbortSignal.abort(new Error('stop')) });
    expect((await capture()).captures).toMatchObject([{ documents: [{ failure: { kind: 'interrupted' } }] }]);
    expect(asked).toEqual([]);
  });

  test('a mistake of the user is thrown, and the credentials are closed', async () => {
    const { visit, capturing, issued, signal } = ladder({ answers: { http: 'login-wall' } });
    vi.spyOn(capturing.browser, 'visit').mockRejectedValue(new UserError([{ where: '--browser', message: 'no' }]));
    await expect(captureProfile(visit, capturing, signal)).rejects.toBeInstanceOf(UserError);
    expect(issued).toMatchObject([{ closed: 1 }]);
  });
});

describe('the second look', () => {
  test.each([
    ['not-found', 'not-found', true],
    ['suspended', 'suspended', true],
    ['not-found', 'login-wall', false],
    ['not-found', 'network-error', false],
  ] as const)('at %s that then is %s: confirmed %s', async (first, second, confirmed) => {
    const { capture, asked, visit, capturing, signal, world, issued, onSource } = ladder({
      sources: ['http', 'browser'],
      answers: { http: 'login-wall', browser: [first, second] },
    });
    const captured = await capture();
    expect(needsSecondLook(readVisit(visit, captured.captures))).toBe(true);
    asked.length = 0;
    const again = await world.settle(lookAgain(visit, captured, capturing, signal));
    expect(asked).toEqual([`browser page ${URL_OF.page}`]);
    expect(again.captures.map(({ source, look }) => [source, look])).toEqual([
      ['http', 1],
      ['browser', 1],
      ['browser', 2],
    ]);
    const reading = readVisit(visit, again.captures);
    expect([reading.outcome, reading.confirmed, needsSecondLook(reading)]).toEqual([first, confirmed, !confirmed]);
    expect(issued.map(({ closed }) => closed)).toEqual([1, 1]);
    expect(onSource).toHaveBeenCalledTimes(2);
  });

  test('that gets no answer in time changes nothing', async () => {
    const { capture, visit, capturing, signal, world } = ladder({ answers: { http: ['not-found', 'never'] } });
    const captured = await capture();
    expect(await world.settle(lookAgain(visit, captured, capturing, signal))).toEqual(captured);
  });
});

describe('an official interface', () => {
  const OWN = 'https://official.net.example/voorbeeld';
  const official = (parts: Partial<OfficialApi> = {}): OfficialApi => ({
    ...once(OWN, 'account'),
    token: 'BIJWERKEN_NET_TOKEN',
    sends: { as: 'bearer' },
    hosts: ['official.net.example'],
    scopes: ['read'],
    followed: 'v1',
    isVerified: true,
    faults: [
      { state: 'expired', id: 'says that the token has expired', matches: ({ body }) => body === 'expired' },
      {
        state: 'missing-scope',
        id: 'says that a scope is missing',
        matches: ({ body }) => body === 'no scope',
        scope: () => 'read',
      },
    ],
    ...parts,
  });
  const secret: Secret = {
    on: (request) => ({ ...request, headers: { authorization: 'Bearer t' } }),
    off: (document) => ({ ...document, finalUrl: `${document.finalUrl}#clean` }),
  };
  const withToken = (options: Options, parts: Partial<OfficialApi> = {}) =>
    ladder({
      sources: ['api', 'http'],
      isOfficial: true,
      official: official(parts),
      secret,
      needed: ['name'],
      ...options,
    });

  test('is asked before the open one, and its answer kept without the token', async () => {
    const { capture, asked } = withToken({});
    const { captures } = await capture();
    expect(asked).toEqual([`http account ${OWN}`]);
    expect(captures).toMatchObject([{ source: 'api', official: true, documents: [{ finalUrl: `${OWN}#clean` }] }]);
  });

  test.each([
    ['expired', { state: 'expired', variable: 'BIJWERKEN_NET_TOKEN' }],
    ['no scope', { state: 'missing-scope', variable: 'BIJWERKEN_NET_TOKEN', scope: 'read' }],
  ])('a token that is %s is told of the token, and the climb goes on', async (said, token) => {
    const { capture, asked, visit } = withToken({ answers: { http: [said, profile()] } });
    const { captures } = await capture();
    expect(asked).toEqual([`http account ${OWN}`, `http account ${URL_OF.api}`]);
    const reading = readVisit(visit, captures);
    expect(reading).toMatchObject({ outcome: 'profile', readings: [{ outcome: 'login-wall', token }, {}] });
  });

  test('its limit binds no guest', async () => {
    const { capture, asked } = withToken({ answers: { http: ['rate-limited', profile()] } });
    await capture();
    expect(asked).toHaveLength(2);
  });

  test('without its secret nothing is asked of it', async () => {
    const { secret: _, ...rest } = { secret };
    const { capture, asked } = ladder({ ...rest, sources: ['api'], isOfficial: true, official: official() });
    const { captures } = await capture();
    expect(captures[0]?.documents[0]?.failure?.kind).toBe('refused-address');
    expect(asked).toEqual([`http account ${URL_OF.api}`].slice(0, asked.length));
  });

  test('read by documentation alone: marked, and no proof of an absence', async () => {
    const seen = withToken({}, { isVerified: false });
    const { captures } = await seen.capture();
    expect(readVisit(seen.visit, captures).observation?.name).toMatchObject({ value: 'Voorbeeld', isUnmet: true });

    const gone = withToken(
      { answers: { http: ['not-found', 'login-wall', 'login-wall', 'not-found'] } },
      { isVerified: false },
    );
    const first = await gone.capture();
    expect(gone.asked).toHaveLength(3);
    const both = await gone.world.settle(lookAgain(gone.visit, first, gone.capturing, gone.signal));
    expect(readVisit(gone.visit, both.captures)).toMatchObject({
      outcome: 'not-found',
      confirmed: false,
      isUnmet: true,
    });
  });

  test('met: an absence seen twice through it is proof', async () => {
    const { capture, visit, world, capturing, signal } = withToken({ answers: { http: 'not-found' } });
    const both = await world.settle(lookAgain(visit, await capture(), capturing, signal));
    expect(both.captures.map(({ official: is }) => is)).toEqual([true, true]);
    expect(readVisit(visit, both.captures)).toMatchObject({ outcome: 'not-found', confirmed: true });
  });
});

test('an open interface on another base', async () => {
  const { capture, asked } = ladder({ sources: ['api'], base: new URL('http://127.0.0.1:2584/below/') });
  await capture();
  expect(asked).toEqual(['http account http://127.0.0.1:2584/below/voorbeeld']);
});

describe('a page that a person saved', () => {
  const LOGO = 'https://net.example/oud.png';
  const reading = (value: unknown) => ({ value, origin: 'dom', source: 'import', locator: 'h1' });
  const saved = (parts: Partial<CapturedDocument> = {}): ImportedCapture => {
    const observation = { name: reading('Oude naam'), bio: reading('oud'), logo: reading({ url: LOGO }) };
    const file = { bijwerkenImport: 1, network: 'net', address: URL_OF.page, observation };
    const document = aDocument({ contentType: IMPORT_TYPE, body: JSON.stringify(file), ...parts });
    return { capture: aCapture({ source: 'import', documents: [document] }), images: [anImage({ url: LOGO })] };
  };
  const sources = ['http', 'import'] as const;

  test.each<readonly [string, Answer, readonly Source[], string | undefined]>([
    ['all was seen', profile({ bio: 'nu' }), ['http'], 'nu'],
    ['a field is there and empty', profile({ bio: '' }), ['http'], undefined],
    ['a field was in no place', profile(), ['http', 'import'], 'oud'],
    ['a wall', 'login-wall', ['http', 'import'], 'oud'],
    ['asked too often', 'rate-limited', ['http', 'import'], 'oud'],
    ['no answer', 'network-error', ['http', 'import'], 'oud'],
    ['the time was up', 'never', ['http', 'import'], 'oud'],
    ['it is not there: an older page cannot deny that', 'not-found', ['http'], undefined],
    ['it is suspended', 'suspended', ['http'], undefined],
  ])('%s', async (_name, http, expected, bio) => {
    const { capture, visit, asked } = ladder({ sources, answers: { http }, saved: saved() });
    const { captures } = await capture();
    expect(sourcesOf(captures)).toEqual(expected);
    expect(readVisit(visit, captures).observation?.bio?.value ?? undefined).toBe(bio);
    // Nobody is asked for it, nor for its pictures.
    expect(asked.filter((one) => one.startsWith('image'))).toEqual([]);
  });

  test('what was seen tonight stands beside it; its picture comes with it', async () => {
    const { capture, visit } = ladder({ sources, saved: saved() });
    const { captures, images } = await capture();
    const { observation, at, outcome } = readVisit(visit, captures);
    expect(observation?.name).toMatchObject({ value: 'Voorbeeld', source: 'http' });
    expect(observation?.bio).toMatchObject({ value: 'oud', source: 'import' });
    expect([outcome, at]).toEqual(['profile', captures[0]?.at]);
    expect(images.map(({ url }) => url)).toEqual([LOGO]);
  });

  test('alone it is judged on its own day, and asks nobody', async () => {
    const { capture, visit, asked } = ladder({ sources: ['import'], saved: saved() });
    const { captures } = await capture();
    expect(readVisit(visit, captures)).toMatchObject({ outcome: 'profile', at: saved().capture.at });
    expect(asked).toEqual([]);
  });

  test('is not read where it is not planned', async () => {
    const { capture } = ladder({ sources: ['http'], answers: { http: 'login-wall' }, saved: saved() });
    expect(sourcesOf((await capture()).captures)).toEqual(['http']);
  });

  test('one that is too old is evidence, and decides nothing that another source can', async () => {
    const old = saved({ body: '', failure: { kind: 'too-old', detail: 'too old' } });
    const { capture, visit } = ladder({ sources, answers: { http: 'network-error' }, saved: old });
    const reading = readVisit(visit, (await capture()).captures);
    expect(reading).toMatchObject({ outcome: 'network-error', observation: null });
    expect(reading.readings[1]).toMatchObject({ source: 'import', because: 'too old', isTooOld: true });
  });

  test('is never asked a second time, whatever it says', async () => {
    const absence = { ...saved({ contentType: 'text/html', body: 'not-found' }), images: [] };
    const { capture, visit, capturing, signal, world, asked } = ladder({ sources: ['import'], saved: absence });
    const first = await capture();
    expect(readVisit(visit, first.captures)).toMatchObject({ outcome: 'not-found', confirmed: false });
    expect(await world.settle(lookAgain(visit, first, capturing, signal))).toBe(first);
    expect(asked).toEqual([]);
  });
});

describe('pictures', () => {
  const SMALL = 'https://cdn.net.example/a_normal.png';
  const BIG = 'https://cdn.net.example/a_400x400.png';
  const shown = { answers: { http: profile({ bio: 'b', logo: SMALL }) } };
  const bestImage = (url: string) => url.replace('_normal', '_400x400');
  const imagesAsked = (asked: readonly string[]) => asked.filter((one) => one.startsWith('image '));

  test('are asked at the best size, and kept under the address that the page shows', async () => {
    const { capture, asked } = ladder({ ...shown, bestImage });
    const { images } = await capture();
    expect(imagesAsked(asked)).toEqual([`image ${BIG}`]);
    expect(images.map(({ url, status }) => [url, status])).toEqual([[SMALL, 200]]);
  });

  test('as they stand there when the best size is not to be had, or would lead elsewhere', async () => {
    const without = ladder({ ...shown, bestImage, missingImages: [BIG] });
    expect((await without.capture()).images.map(({ url }) => url)).toEqual([SMALL]);
    expect(imagesAsked(without.asked)).toEqual([`image ${BIG}`, `image ${SMALL}`]);
    const elsewhere = ladder({ ...shown, bestImage: () => 'https://elders.example/a.png' });
    await elsewhere.capture();
    expect(imagesAsked(elsewhere.asked)).toEqual([`image ${SMALL}`]);
  });
});

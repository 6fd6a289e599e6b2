/** Links are asked once a run, twice where nothing seems to be there, and never kept from a clock that ran out. */

import { describe, expect, test } from 'vitest';
import type { FetchOptions } from '../../src/capture/http.ts';
import { followLink, type LinkCache, withoutOwnPage } from '../../src/capture/links.ts';
import { createPace } from '../../src/capture/pace.ts';
import type { CapturedDocument, PageRequest } from '../../src/model/capture.ts';
import { aDocument, aLink } from '../support/captured.ts';
import { fakeWorld } from '../support/fakeWorld.ts';

const LINK = 'https://a.example/x';

type Answers = readonly (Partial<CapturedDocument> | Promise<Partial<CapturedDocument>>)[];

/** A client that answers in turn; `stop` ends the time of whoever asks. */
function asking(answers: Answers, left = 30_000) {
  const world = fakeWorld();
  const asked: PageRequest[] = [];
  const options: FetchOptions[] = [];
  const http = {
    fetchDocument: async (request: PageRequest, fetching: FetchOptions): Promise<CapturedDocument> => {
      asked.push(request);
      options.push(fetching);
      const { url } = request;
      const answer = await answers[asked.length - 1];
      return aDocument({ document: 'link', requestedUrl: url, finalUrl: url, ...answer });
    },
    fetchImage: () => Promise.reject(new Error('no image was asked')),
    close: () => {},
  };
  const stopping = new AbortController();
  const credentials = {
    url: '',
    username: 'p',
    password: '',
    bytes: () => 0,
    exceeded: () => false,
    close: () => {},
  };
  const pace = createPace({ world, perHostDelayMs: 1000 });
  const askers = { world, http, pace, signal: stopping.signal, left: () => left, credentials };
  const follow = (cache: LinkCache = new Map()) => world.settle(followLink(LINK, 'nl', askers, cache));
  return { world, asked, options, follow, stop: () => stopping.abort(new Error('stop')), credentials };
}

describe('a link', () => {
  test('is asked as a page: small, soon, once, and as the profile that shows it', async () => {
    const { follow, asked, options, credentials } = asking([{ body: 'page' }]);
    expect(await follow()).toMatchObject({ url: LINK, finalUrl: LINK, status: 200, look: 1, body: 'page' });
    expect(asked).toEqual([{ document: 'link', url: LINK, accept: 'html' }]);
    const limits = { maxBytes: 1_000_000, timeoutMs: 15_000, once: true };
    expect(options).toMatchObject([{ ...limits, language: 'nl', credentials }]);
  });

  test('never takes more time than its profile has', async () => {
    const { follow, options } = asking([{}], 4_000);
    await follow();
    expect(options).toMatchObject([{ timeoutMs: 4_000 }]);
  });

  test.each([
    [404, 404, 2],
    [410, 404, 2],
    [404, 200, 2],
    [410, 503, 2],
  ])('that answers %i is asked again, in its host’s turn: %i', async (first, second, look) => {
    const { follow, asked, world } = asking([{ status: first }, { status: second }]);
    expect(await follow()).toMatchObject({ status: second, look });
    expect(asked).toHaveLength(2);
    expect(world.slept).toContain(1100);
  });

  test.each([200, 301, 400, 401, 403, 429, 500, 503])('that answers %i is not', async (status) => {
    const { follow, asked } = asking([{ status }]);
    expect(await follow()).toMatchObject({ status, look: 1 });
    expect(asked).toHaveLength(1);
  });

  test('is asked once for all, at the same time too', async () => {
    const cache: LinkCache = new Map();
    const one = asking([{ body: 'page' }]);
    const other = asking([]);
    const [first, second] = await Promise.all([one.follow(cache), other.follow(cache)]);
    expect(second).toBe(first);
    expect(await other.follow(cache)).toBe(first);
    expect([one.asked.length, other.asked.length]).toEqual([1, 0]);
  });

  test('that its profile could not wait for is nothing, and is asked anew by the next', async () => {
    const cache: LinkCache = new Map();
    const one = asking([{ failure: { kind: 'timeout', detail: 'the time for this profile was up' } }], 0);
    expect(await one.follow(cache)).toBeNull();
    const other = asking([{ body: 'page' }]);
    expect(await other.follow(cache)).toMatchObject({ body: 'page' });
    expect(other.asked).toHaveLength(1);
  });

  test('of a profile that was stopped is not asked at all', async () => {
    const { follow, stop, asked } = asking([{}]);
    stop();
    expect(await follow()).toBeNull();
    expect(asked).toEqual([]);
  });

  test('that makes the client throw is a mistake of ours', async () => {
    const { follow } = asking([Promise.reject(new TypeError('ours'))]);
    await expect(follow()).rejects.toThrow('ours');
  });
});

describe('of the expected site the page itself is not kept', () => {
  test.each<readonly [string, string | undefined, string]>([
    ['https://www.voorbeeld.nl/nl', 'https://voorbeeld.nl', ''],
    ['https://voorbeeld.nl/', 'http://www.voorbeeld.nl/x', ''],
    ['https://linktr.ee/voorbeeld', 'https://voorbeeld.nl', '<p>page</p>'],
    ['https://voorbeeld.nl/', undefined, '<p>page</p>'],
    ['https://voorbeeld.nl/', 'voorbeeld.nl', '<p>page</p>'],
  ])('%s, expected %s: %j', (finalUrl, expected, body) => {
    expect(withoutOwnPage(aLink({ finalUrl }), expected)).toMatchObject({ finalUrl, status: 200, body });
  });
});

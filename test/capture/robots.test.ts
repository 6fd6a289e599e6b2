/** Who is asked for a robots.txt, how often, and what its absence means. */

import { describe, expect, test } from 'vitest';
import type { FetchOptions } from '../../src/capture/http.ts';
import { createPace } from '../../src/capture/pace.ts';
import { createRobots } from '../../src/capture/robots.ts';
import type { CapturedDocument, PageRequest } from '../../src/model/capture.ts';
import type { RobotsSetting } from '../../src/model/config.ts';
import { aDocument } from '../support/captured.ts';
import { fakeWorld } from '../support/fakeWorld.ts';

const FORBIDS = { body: 'User-agent: *\nDisallow: /weg' };
const ASKED_NOT_TO = { kind: 'robots', detail: 'robots.txt asks not to visit this page.' };

interface Given {
  readonly setting?: RobotsSetting;
  readonly answer?: Partial<CapturedDocument>;
  readonly left?: () => number;
}

function robots({ setting = 'ignore', answer = FORBIDS, left = () => 30_000 }: Given = {}) {
  const world = fakeWorld({ instantUpTo: 60_000 });
  const asked: string[] = [];
  const fetched: FetchOptions[] = [];
  const http = {
    fetchDocument: async ({ url }: PageRequest, options: FetchOptions) => {
      asked.push(url);
      fetched.push(options);
      return aDocument({ requestedUrl: url, finalUrl: url, contentType: 'text/plain', ...answer });
    },
    fetchImage: () => Promise.reject(new Error('no image was asked')),
    close: () => {},
  };
  const credentials = { url: '', username: 'p', password: '', bytes: () => 0, exceeded: () => false, close: () => {} };
  const pace = createPace({ world, perHostDelayMs: 1000 });
  const asking = { http, pace, signal: new AbortController().signal, left, credentials };
  const registered = ['https://www.netwerk.example/weg/wij'];
  const made = createRobots({ setting, registered });
  const ofLink = (url: string, website?: string) => made.ofLink(url, website, asking);
  return { asked, fetched, ofLink, ofProfile: (url: string) => made.ofProfile(url, asking) };
}

describe('of what a profile shows', () => {
  test('robots.txt is asked once for each host, whatever the setting, and decides for each address', async () => {
    const { asked, ofLink, fetched } = robots();
    const link = ofLink('https://a.example/weg/x?y');
    expect(asked).toEqual([]);
    const both = await Promise.all([link.first(), ofLink('https://a.example/hier').first()]);
    expect(both).toEqual([ASKED_NOT_TO, null]);
    expect(await ofLink('https://a.example:8443/weg').first()).toEqual(ASKED_NOT_TO);
    expect(asked).toEqual(['https://a.example/robots.txt', 'https://a.example:8443/robots.txt']);
    expect(fetched[0]).toMatchObject({ timeoutMs: 15_000, once: true });
    expect(fetched[0]).not.toHaveProperty('mayFollow');
  });

  test.each([
    ['https://netwerk.example/weg/wij/', undefined],
    ['http://www.netwerk.example/weg/wij', undefined],
    ['https://winkel.voorbeeld.nl/weg', 'https://www.voorbeeld.nl/'],
    ['http://voorbeeld.nl/weg', 'voorbeeld.nl'],
  ])('a profile of the list and the brand’s own site are not discovered: %s', async (url, website) => {
    const { asked, ofLink } = robots();
    const gate = ofLink(url, website);
    expect([await gate.first(), await gate.next(new URL(url)), asked]).toEqual([null, null, []]);
  });

  test.each([
    ['https://netwerk.example/weg/anderen', 'https://voorbeeld.nl'],
    ['https://voorbeeld.nl.example/weg', 'https://voorbeeld.nl'],
    ['https://anders.github.io/weg', 'https://wij.github.io'],
  ])('all others are: %s', async (url, website) => {
    expect(await robots().ofLink(url, website).first()).toEqual(ASKED_NOT_TO);
  });

  test('where a redirect leads is asked too, of its own host', async () => {
    const { asked, ofLink } = robots();
    const gate = ofLink('https://kort.example/1');
    expect(await gate.first()).toBeNull();
    expect(await gate.next(new URL('https://b.example/weg'))).toEqual(ASKED_NOT_TO);
    expect(await gate.next(new URL('https://kort.example/2'))).toBeNull();
    expect(asked).toEqual(['https://kort.example/robots.txt', 'https://b.example/robots.txt']);
  });

  test.each<readonly [string, Partial<CapturedDocument>, boolean]>([
    ['none', { status: 404 }, true],
    ['none for us', { status: 403 }, true],
    ['gone', { status: 410, failure: { kind: 'not-text', detail: 'x' } }, true],
    ['a circle', { status: 301, failure: { kind: 'too-many-redirects', detail: 'x' } }, true],
    ['empty', { body: '' }, true],
    ['too many questions', { status: 429 }, false],
    ['a fault', { status: 503, failure: { kind: 'network-error', detail: 'x' } }, false],
    ['no host', { status: 0, failure: { kind: 'network-error', detail: 'x' } }, false],
    ['too slow', { status: 0, failure: { kind: 'timeout', detail: 'x' } }, false],
    ['a picture', { failure: { kind: 'not-text', detail: 'x' } }, false],
    ['too much', { failure: { kind: 'too-large', detail: 'x' } }, false],
  ])('%s', async (_, answer, mayGo) => {
    const refusal = await robots({ answer: { ...FORBIDS, ...answer } })
      .ofLink('https://a.example/hier')
      .first();
    expect(refusal === null).toBe(mayGo);
    if (!mayGo)
      expect(refusal).toMatchObject({ kind: 'robots-unasked', detail: expect.stringMatching(/could not be asked/) });
  });

  test('a broken certificate is told as one', async () => {
    const failure = { kind: 'network-error', detail: 'x', certificate: 'expired' } as const;
    const refusal = await robots({ answer: { status: 0, failure } })
      .ofLink('https://a.example/')
      .first();
    expect(refusal).toMatchObject({ kind: 'robots-unasked', certificate: 'expired' });
  });

  test('what our own clock cut short is asked anew', async () => {
    let left = 0;
    const { asked, ofLink } = robots({ left: () => left });
    expect(await ofLink('https://a.example/hier').first()).toMatchObject({ kind: 'interrupted' });
    left = 1000;
    expect(await ofLink('https://a.example/hier').first()).toBeNull();
    expect(asked).toHaveLength(2);
  });
});

describe('of our own profiles', () => {
  test('robots.txt is not asked unless the settings say so', async () => {
    const { asked, ofProfile } = robots();
    expect([ofProfile('https://netwerk.example/weg/wij'), asked]).toEqual([null, []]);
  });

  test('it is honoured where they do, for redirects too', async () => {
    const gate = robots({ setting: 'honour' }).ofProfile('https://www.netwerk.example/weg/wij');
    expect(await gate?.first()).toEqual(ASKED_NOT_TO);
    expect(await gate?.next(new URL('https://netwerk.example/weg/x'))).toEqual(ASKED_NOT_TO);
    expect(await gate?.next(new URL('https://netwerk.example/hier'))).toBeNull();
  });
});

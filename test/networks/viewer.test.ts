/** A page for somebody who is signed in begins with that person: nothing of them may be read as the profile. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Capture } from '../../src/model/capture.ts';
import type { Network } from '../../src/model/network.ts';
import { accountAt, networks } from '../../src/networks/index.ts';
import { publicObservation } from '../../src/read/public.ts';
import { readCapture } from '../../src/read/read.ts';
import { withoutViewer } from '../../src/read/signedIn.ts';
import { type Fixture, fixturesOf } from '../support/fixtures.ts';

const NETWORKS = ['linkedin', 'facebook', 'instagram', 'x'];

/** Whatever of the viewer's page could be taken for a value. */
const VIEWER = /kijk|4815162|werkgever|90909|"followers":\{"value":31\b/i;

const viewerOf = (network: string): readonly [string, string] => {
  const file = new URL(`../fixtures/viewers/${network}.html`, import.meta.url);
  const [head = '', body = ''] = readFileSync(file, 'utf8').split('<!-- body -->');
  return [head, body];
};

/** The same page, as its viewer is shown it: they come first, in the head, in the body and in the data. */
function signedIn({ capture }: Fixture, network: string): Capture {
  const [head, body] = viewerOf(network);
  const documents = capture.documents.map((document) => {
    const withHead = document.body.replace(/<head[^>]*>/i, (tag) => `${tag}${head}`);
    return { ...document, body: withHead.replace(/<body[^>]*>/i, (tag) => `${tag}${body}`) };
  });
  return { ...capture, source: 'session', documents };
}

/** Only what the viewer brought: the page of the profile was not given. */
function viewerAlone({ capture }: Fixture, network: string): Capture {
  const [head, body] = viewerOf(network);
  const [page] = capture.documents;
  if (!page) throw new Error('A fixture has a page.');
  const document = { ...page, body: `<!doctype html><html><head>${head}</head><body>${body}</body></html>` };
  return { ...capture, source: 'session', documents: [document] };
}

const read = (capture: Capture, network: Network, account: string) => {
  const { outcome, observation } = readCapture(capture, network, accountAt(new URL(account), network));
  return { outcome, observation: observation && publicObservation(observation) };
};

const cases = networks
  .filter(({ id }) => NETWORKS.includes(id))
  .map((network) => {
    const pages = fixturesOf(network.id).filter(({ capture: { source, documents } }) => {
      const isPage = documents.every(({ body }) => /<head[^>]*>[\s\S]*<body/i.test(body));
      return isPage && source !== 'api' && source !== 'import';
    });
    return { id: network.id, network, pages };
  });

test('four networks have a viewer', () => {
  expect(cases.map(({ id }) => id).sort()).toEqual([...NETWORKS].sort());
});

describe.each(cases)('$id', ({ id, network, pages }) => {
  const profiles = pages.filter(({ account, capture }) => read(capture, network, account).outcome === 'profile');

  test('has pages to put a viewer before', () => {
    expect(profiles.length).toBeGreaterThan(2);
  });

  test.each(profiles.map((fixture) => [fixture.name, fixture] as const))(
    '%s: the viewer adds nothing',
    (_, fixture) => {
      const alone = read(fixture.capture, network, fixture.account);
      const seen = read(signedIn(fixture, id), network, fixture.account);
      expect(JSON.stringify(seen)).not.toMatch(VIEWER);
      // What cannot be told apart any more may be left unread; it may not become something else.
      if (seen.outcome === 'unreadable') return;
      expect(seen.outcome).toBe('profile');
      for (const [field, value] of Object.entries(seen.observation ?? {})) {
        expect([field, value]).toEqual([field, Object(alone.observation)[field]]);
      }
    },
  );

  test('with a viewer before it, the usual page is still read', () => {
    const [normal] = profiles.filter(({ name }) => name === 'normal');
    if (!normal) throw new Error('Each network has a normal page.');
    expect(read(signedIn(normal, id), network, normal.account)).toEqual({
      outcome: 'profile',
      observation: read(normal.capture, network, normal.account).observation,
    });
  });

  test.each(pages.map((fixture) => [fixture.name, fixture] as const))(
    '%s: never a profile by its viewer',
    (_, fixture) => {
      const { outcome } = read(fixture.capture, network, fixture.account);
      if (outcome !== 'profile')
        expect(read(signedIn(fixture, id), network, fixture.account).outcome).not.toBe('profile');
      const alone = read(viewerAlone(fixture, id), network, fixture.account);
      expect(alone.observation).toBeNull();
      expect(['unreadable', 'login-wall', 'challenge', 'rate-limited']).toContain(alone.outcome);
    },
  );

  test('what is kept of the page names nobody but the profile', () => {
    for (const fixture of pages) {
      const account = accountAt(new URL(fixture.account), network);
      for (const capture of [signedIn(fixture, id), viewerAlone(fixture, id)]) {
        const reading = readCapture(capture, network, account);
        const kept = withoutViewer(capture, reading, network, account);
        expect(JSON.stringify(kept)).not.toMatch(/kijk|werkgever/i);
        const again = readCapture(kept, network, account);
        expect(again.outcome).toBe(reading.outcome);
        expect(Object.keys(again.observation ?? {})).toEqual(Object.keys(reading.observation ?? {}));
      }
    }
  });
});

/** What the AppView is asked for, and when: by the handle first, by the lasting id only where nobody has the handle. */

import { describe, expect, test } from 'vitest';
import type { CapturedDocument } from '../../src/model/capture.ts';
import { bluesky } from '../../src/networks/bluesky.ts';
import { accountAt } from '../../src/networks/index.ts';
import { parseDocument } from '../../src/read/document.ts';
import { readCapture } from '../../src/read/read.ts';
import { aCapture, aDocument } from '../support/captured.ts';
import { loadFixture } from '../support/fixtures.ts';

const DID = 'did:plc:exdbkiz3z66pgxifli3cg267';

/** The addresses of what a plan asks next, after the answers of a fixture so far. */
function asked(name: string, answers: number, pin?: string): readonly string[] {
  const { account: url, capture } = loadFixture('bluesky', name);
  const account = { ...accountAt(new URL(url), bluesky), ...(pin ? { pin } : {}) };
  const answered = capture.documents.slice(0, answers).map((document) => parseDocument(document, 'api'));
  const requests = bluesky.sources.api?.requests(account, answered) ?? [];
  return requests.map((request) => {
    const { pathname, searchParams } = new URL(request.url);
    return `${request.document}: ${pathname.split('.').at(-1)} ${searchParams.get('actor')}`;
  });
}

describe('asking', () => {
  test('the handle, and then the posts of whoever has it', () => {
    expect(asked('recorded', 0, DID)).toEqual(['account: getProfile voorbeelda.test']);
    expect(asked('recorded', 1, DID)).toEqual(['posts: getAuthorFeed did:plc:rsfoieifphlxi43vzxnzxee3']);
    expect(asked('recorded', 2, DID)).toEqual([]);
  });

  test.each([DID, `at://${DID}`])('the lasting id (%s) where nobody has the handle', (pin) => {
    expect(asked('renamed', 1, pin)).toEqual([`account-by-id: getProfile ${DID}`]);
    expect(asked('renamed', 2, pin)).toEqual([`posts: getAuthorFeed ${DID}`]);
  });

  test('nothing more where no id is known, or the account shows nothing', () => {
    expect(asked('renamed', 1)).toEqual([]);
    expect(asked('renamed', 1, 'andera.test')).toEqual([]);
    expect(asked('deactivated', 1, DID)).toEqual([]);
    expect(asked('walled', 1, DID)).toEqual([]);
  });

  test('once: nobody at the id either ends it', () => {
    const { account, capture } = loadFixture('bluesky', 'renamed');
    const [first] = capture.documents.map((document) => parseDocument(document, 'api'));
    const answered = first ? [first, { ...first, document: 'account-by-id' }] : [];
    const requests = bluesky.sources.api?.requests({ ...accountAt(new URL(account), bluesky), pin: DID }, answered);
    expect(requests).toEqual([]);
  });
});

describe('a page of the list without an own post', () => {
  const post = (did: string, day: string) => {
    const date = `2026-${day}T10:00:00.000Z`;
    return { post: { author: { did }, record: { createdAt: date }, indexedAt: date } };
  };
  const reposts = { feed: [{ ...post('did:plc:ander', '11-20'), reason: { $type: 'x#reasonRepost' } }], cursor: 'c' };
  const own = { feed: [...reposts.feed, post(DID, '03-04')], cursor: 'd' };
  const profile = { did: DID, handle: 'druk.test', displayName: 'Druk', postsCount: 40 };
  const account = accountAt(new URL('https://bsky.app/profile/druk.test'), bluesky);

  /** Asked until it asks no more, each question answered by the next of these. */
  function conversation(answers: readonly unknown[]) {
    const documents: CapturedDocument[] = [];
    const next = () =>
      bluesky.sources.api?.requests(
        account,
        documents.map((document) => parseDocument(document, 'api')),
      )[0];
    for (let request = next(); request && documents.length < 20; request = next()) {
      const { document, url } = request;
      const body = JSON.stringify(answers[documents.length] ?? answers.at(-1));
      documents.push(aDocument({ document, requestedUrl: url, finalUrl: url, contentType: 'application/json', body }));
    }
    const { observation } = readCapture(aCapture({ source: 'api', documents }), bluesky, account);
    return { asked: documents.map(({ document }) => document), activity: observation?.lastActivity };
  }

  test('is turned, until one has it', () => {
    const { asked: names, activity } = conversation([profile, reposts, reposts, own]);
    expect(names).toEqual(['account', 'posts', 'posts-2', 'posts-3']);
    expect(activity?.value).toEqual({
      from: '2026-03-04T10:00:00.000Z',
      to: '2026-03-04T10:00:00.000Z',
      completeness: 'latest',
    });
  });

  test('is not turned for ever, and then nothing is known of silence', () => {
    const { asked: names, activity } = conversation([profile, reposts]);
    expect(names).toEqual(['account', 'posts', 'posts-2', 'posts-3', 'posts-4']);
    expect(activity).toBeUndefined();
  });

  test.each([
    ['the first has one', [profile, own]],
    ['the list ends', [profile, { feed: reposts.feed }]],
    ['there are no own posts', [{ ...profile, postsCount: 0 }, reposts]],
    ['the answer is no list', [profile, { error: 'UpstreamFailure' }]],
  ])('is the last one where %s', (_, answers) => {
    expect(conversation(answers).asked).toEqual(['account', 'posts']);
  });
});

describe('an account that was found by its lasting id', () => {
  const read = (name: string, pin?: string) => {
    const { account, capture } = loadFixture('bluesky', name);
    return readCapture(capture, bluesky, { ...accountAt(new URL(account), bluesky), ...(pin ? { pin } : {}) });
  };

  test('has another handle', () => {
    expect(read('renamed', DID)).toMatchObject({
      outcome: 'profile',
      renamed: { handle: 'nieuwa.test', url: 'https://bsky.app/profile/nieuwa.test' },
      observation: { handle: { value: 'nieuwa.test' }, pin: { value: DID } },
    });
  });

  test('or none that its domain proves, which is no other name', () => {
    const reading = read('without-its-handle', DID);
    expect(reading).toMatchObject({
      outcome: 'profile',
      observation: { handle: { value: null }, pin: { value: DID } },
    });
    expect(reading).not.toHaveProperty('renamed');
  });

  test('is nobody whom the list knows, without that id', () => {
    expect(read('renamed')).toMatchObject({ outcome: 'unreadable', observation: null });
    expect(read('renamed', 'did:plc:abcdefghijklmnop234567aa')).toMatchObject({ outcome: 'unreadable' });
  });
});

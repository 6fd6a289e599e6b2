/** What the AppView is asked for, and when: by the handle first, by the lasting id only where nobody has the handle. */

import { describe, expect, test } from 'vitest';
import { bluesky } from '../../src/networks/bluesky.ts';
import { accountAt } from '../../src/networks/index.ts';
import { parseDocument } from '../../src/read/document.ts';
import { readCapture } from '../../src/read/read.ts';
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

import { describe, expect, test } from 'vitest';
import { accountAt, networks } from '../../src/networks/index.ts';
import { readCapture } from '../../src/read/read.ts';
import { loadFixture } from '../support/fixtures.ts';

function readAs(id: string, name: string, pin?: string) {
  const network = networks.find((each) => each.id === id);
  if (!network) throw new Error(`no network ${id}`);
  const { account: url, capture } = loadFixture(id, name);
  const account = accountAt(new URL(url), network);
  return readCapture(capture, network, pin === undefined ? account : { ...account, pin });
}

const CHANNEL = 'UCbwkVoorbeeld0000000000';
const ANOTHER = 'UCanother0000000000000000'.slice(0, 24);

describe('the page of another handle', () => {
  test('is read where it shows the lasting id that the list holds', () => {
    const { outcome, because, renamed, observation } = readAs('youtube', 'renamed', CHANNEL);
    expect({ outcome, because, renamed }).toEqual({
      outcome: 'profile',
      because: 'the page shows the lasting id of the account, under another handle',
      renamed: { handle: 'bwkvoorbeeld', url: 'https://www.youtube.com/@bwkvoorbeeld' },
    });
    expect(observation?.pin?.value).toBe(CHANNEL);
    expect(observation?.name?.value).toBeTypeOf('string');
  });

  test('is read by nobody where the list holds no id: that the network led there is told', () => {
    expect(readAs('youtube', 'renamed')).toMatchObject({
      outcome: 'unreadable',
      observation: null,
      redirected: { handle: 'bwkvoorbeeld', url: 'https://www.youtube.com/@bwkvoorbeeld' },
    });
  });

  test('is read by nobody where it shows another id, and is then no rename either', () => {
    const reading = readAs('youtube', 'renamed', ANOTHER);
    expect(reading).toMatchObject({ outcome: 'unreadable', observation: null });
    expect(reading).not.toHaveProperty('redirected');
    expect(reading).not.toHaveProperty('renamed');
  });

  test('without a redirect nothing is told of it', () => {
    expect(readAs('linkedin', 'official-another-organisation')).not.toHaveProperty('redirected');
  });
});

test('a page of the account itself reads alike with and without an id in the list', () => {
  for (const { id } of networks) {
    const { named, ...pinned } = readAs(id, 'normal', '1');
    expect(pinned).toEqual(readAs(id, 'normal'));
  }
});

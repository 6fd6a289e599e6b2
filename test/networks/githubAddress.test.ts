/** Whose a GitHub address is: people and organisations, never a repository or one of GitHub's own pages. */

import { describe, expect, test } from 'vitest';
import { findNetwork } from '../../src/networks/index.ts';

describe('GitHub', () => {
  test.each([
    ['https://github.com/voorbeeld', 'voorbeeld', 'account'],
    ['http://www.github.com/Voorbeeld/', 'Voorbeeld', 'account'],
    ['https://github.com/voorbeeld?tab=repositories#x', 'voorbeeld', 'account'],
    ['https://github.com/orgs/voorbeeld/repositories', 'voorbeeld', 'organization'],
    ['https://github.com/orgs/voorbeeld', 'voorbeeld', 'organization'],
    ['https://gist.github.com/voorbeeld', 'voorbeeld', 'account'],
    ['https://api.github.com/users/voorbeeld', 'voorbeeld', 'account'],
    ['https://api.github.com/orgs/voorbeeld/repos?sort=pushed', 'voorbeeld', 'account'],
    ['https://github.com/jansen_voorbeeld', 'jansen_voorbeeld', 'account'],
  ])('%s', (address, handle, kind) => {
    const network = findNetwork(address);
    expect(network?.id).toBe('github');
    const expected = { handle, kind, host: 'github.com', url: `https://github.com/${handle}` };
    expect(network?.recognise(new URL(address))).toEqual(expected);
  });

  test.each([
    'https://github.com/',
    'https://github.com/voorbeeld/website',
    'https://github.com/voorbeeld/website/issues/1',
    'https://github.com/login',
    'https://github.com/search?q=voorbeeld',
    'https://github.com/settings/profile',
    'https://github.com/%2F',
    'https://github.com/orgs/',
    'https://api.github.com/repos/voorbeeld/website',
  ])('%s is GitHub’s, and names no account', (address) => {
    const network = findNetwork(address);
    expect(network?.id).toBe('github');
    expect(network?.recognise(new URL(address))).toBeNull();
  });

  test.each(['https://voorbeeld.github.io/', 'https://github.example/voorbeeld', 'ftp://github.com/voorbeeld'])(
    '%s is not GitHub’s',
    (address) => expect(findNetwork(address)?.id).not.toBe('github'),
  );
});

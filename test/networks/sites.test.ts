/** Whose an address on Trustpilot, Wikipedia or Reddit is, and what is nobody's there. */

import { describe, expect, test } from 'vitest';
import { findNetwork } from '../../src/networks/index.ts';

const brief = (address: string): readonly (string | undefined)[] => {
  const network = findNetwork(address);
  const account = network?.recognise(new URL(address));
  return [network?.id, account?.handle, account?.kind, account?.url];
};

describe('Trustpilot', () => {
  const url = 'https://www.trustpilot.com/review/www.voorbeeld.example';
  test.each([
    'https://www.trustpilot.com/review/www.voorbeeld.example',
    'https://nl.trustpilot.com/review/www.Voorbeeld.example?page=2&languages=all',
    'https://nl-be.trustpilot.com/review/www.voorbeeld.example/transparency',
    'http://trustpilot.com/evaluate/www.voorbeeld.example?stars=5',
    'https://www.trustpilot.com/_next/data/businessunit-2.4/review/www.voorbeeld.example.json?businessUnit=x',
    'https://api.trustpilot.com/v1/business-units/find?name=www.voorbeeld.example',
  ])('%s', (address) => {
    expect(brief(address)).toEqual(['trustpilot', 'www.voorbeeld.example', 'review', url]);
  });

  test.each([
    'https://www.trustpilot.com/',
    'https://www.trustpilot.com/reviews/68b9620706358ae26b8a20fe',
    'https://www.trustpilot.com/users/68b9620706358ae26b8a20fe',
    'https://www.trustpilot.com/categories/charity',
    'https://www.trustpilot.com/review/voorbeeld',
  ])('%s names no company', (address) => {
    expect(brief(address)).toEqual(['trustpilot', undefined, undefined, undefined]);
  });
});

describe('Wikipedia', () => {
  const url = 'https://nl.wikipedia.org/wiki/Stichting_Voorbeeld';
  test.each([
    'https://nl.wikipedia.org/wiki/Stichting_Voorbeeld',
    'https://nl.m.wikipedia.org/wiki/stichting%20Voorbeeld?action=edit#Geschiedenis',
    'https://nl.wikipedia.org/w/index.php?title=Stichting_Voorbeeld&oldid=1',
    'https://nl.wikipedia.org/api/rest_v1/page/summary/Stichting_Voorbeeld',
  ])('%s', (address) => {
    expect(brief(address)).toEqual(['wikipedia', 'Stichting_Voorbeeld', 'article', url]);
  });

  test('a title may hold a slash or a colon', () => {
    expect(brief('https://en.wikipedia.org/wiki/AC/DC')[1]).toBe('AC/DC');
    expect(brief('https://en.wikipedia.org/wiki/2001:_A_Space_Odyssey')[1]).toBe('2001:_A_Space_Odyssey');
  });

  test.each([
    'https://nl.wikipedia.org/',
    'https://nl.wikipedia.org/wiki/Overleg:Stichting_Voorbeeld',
    'https://nl.wikipedia.org/wiki/Overleg_gebruiker:Iemand',
    'https://en.wikipedia.org/wiki/Special:Search?search=voorbeeld',
    'https://www.wikipedia.org/wiki/',
  ])('%s names no article', (address) => {
    expect(brief(address)).toEqual(['wikipedia', undefined, undefined, undefined]);
  });
});

describe('Reddit', () => {
  test.each([
    ['https://www.reddit.com/r/Voorbeeld/', 'Voorbeeld', 'subreddit', 'https://www.reddit.com/r/Voorbeeld/'],
    ['https://old.reddit.com/r/voorbeeld/new?t=all', 'voorbeeld', 'subreddit', 'https://www.reddit.com/r/voorbeeld/'],
    ['https://reddit.com/r/voorbeeld.json', 'voorbeeld', 'subreddit', 'https://www.reddit.com/r/voorbeeld/'],
    ['https://oauth.reddit.com/r/voorbeeld/about', 'voorbeeld', 'subreddit', 'https://www.reddit.com/r/voorbeeld/'],
    ['https://www.reddit.com/u/Iemand', 'Iemand', 'user', 'https://www.reddit.com/user/Iemand/'],
    ['https://www.reddit.com/user/iemand/submitted', 'iemand', 'user', 'https://www.reddit.com/user/iemand/'],
    ['https://www.reddit.com/r/u_iemand/', 'iemand', 'user', 'https://www.reddit.com/user/iemand/'],
  ])('%s', (address, handle, kind, url) => {
    expect(brief(address)).toEqual(['reddit', handle, kind, url]);
  });

  test.each([
    'https://www.reddit.com/',
    'https://www.reddit.com/r/all/',
    'https://www.reddit.com/r/voorbeeld/comments/abc/titel/',
    'https://www.reddit.com/r/voorbeeld/s/AbCd',
    'https://www.reddit.com/search?q=voorbeeld',
    'https://www.reddit.com/login',
  ])('%s names no account', (address) => {
    expect(brief(address)).toEqual(['reddit', undefined, undefined, undefined]);
  });
});

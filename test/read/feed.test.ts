/** RSS: what a channel says of itself, and the dates of its items in the feed's own order. */

import { describe, expect, it } from 'vitest';
import { rfcInterval } from '../../src/read/dates.ts';
import { parseDocument } from '../../src/read/document.ts';
import { feedIn } from '../../src/read/feed.ts';

const documentOf = (body: string) =>
  parseDocument(
    {
      document: 'feed',
      requestedUrl: 'https://voorbeeld.example/feed.rss',
      finalUrl: 'https://voorbeeld.example/feed.rss',
      redirects: [],
      status: 200,
      contentType: 'application/xml',
      at: '2026-11-20T10:00:00.000Z',
      body,
      sha256: '',
    },
    'api',
  );

const rss = (channel: string) => `<?xml version="1.0"?><rss version="2.0"><channel>${channel}</channel></rss>`;

describe('a feed', () => {
  it('gives the channel’s own words, not those of its items', () => {
    const items =
      '<item><title>Een</title><link>https://voorbeeld.example/1</link><pubDate>Tue, 17 Nov 2026 06:09:17 GMT</pubDate></item><item><title>Twee</title><pubDate>gisteren</pubDate></item>';
    const own =
      '<title><![CDATA[Stichting <b>Voorbeeld</b> & vrienden]]></title><link>https://voorbeeld.example/</link><description></description>';
    expect(feedIn(documentOf(rss(own + items)))).toEqual({
      title: 'Stichting <b>Voorbeeld</b> & vrienden',
      link: 'https://voorbeeld.example/',
      description: undefined,
      published: [{ from: '2026-11-17T06:09:17.000Z', to: '2026-11-17T06:09:17.000Z' }, null],
    });
  });

  it.each([
    ['a page', '<!DOCTYPE html><html><title>rss</title></html>'],
    ['another feed', '<feed xmlns="http://www.w3.org/2005/Atom"><title>Een</title></feed>'],
    ['an empty answer', ''],
    ['deep nesting', `<rss>${'<a>'.repeat(20_000)}`],
  ])('is not seen in %s', (_, body) => {
    expect(feedIn(documentOf(body))).toBeUndefined();
  });
});

describe('a date of a feed', () => {
  it.each([
    ['Wed, 09 Feb 2022 06:09:17 +0000', '2022-02-09T06:09:17.000Z'],
    ['Tue, 17 Nov 2026 06:09:17 GMT', '2026-11-17T06:09:17.000Z'],
    ['17 Nov 2026 08:09 +0200', '2026-11-17T06:09:00.000Z'],
  ])('%s', (written, instant) => {
    expect(rfcInterval(written)).toEqual({ from: instant, to: instant });
  });

  it.each(['', '2026', 'Tue, 17 Nov 2026', 'Tue, 99 Nov 2026 06:09:17 GMT', 'now'])('%j is none', (written) => {
    expect(rfcInterval(written)).toBeNull();
  });
});

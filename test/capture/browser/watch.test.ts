/** What is known of an answer belongs to the page that is shown, in whatever order the browser tells of the two. */

import { EventEmitter } from 'node:events';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { watchMainFrame } from '../../../src/capture/browser/watch.ts';
import { realWorld } from '../../../src/world.ts';

/** A page that tells what it is told to tell. */
function puppet() {
  const events = new EventEmitter();
  let shown = 'about:blank';
  const frame = { url: () => shown };
  const page = Object.assign(events, { mainFrame: () => frame }) as unknown as Page;
  const request = (url: string) => ({
    url: () => url,
    frame: () => frame,
    isNavigationRequest: () => true,
    resourceType: () => 'document',
  });
  return {
    page,
    asks: (url: string) => events.emit('request', request(url)),
    answers: (url: string, status: number, headers: Record<string, string> = {}) =>
      events.emit('response', {
        url: () => url,
        status: () => status,
        headers: () => headers,
        request: () => request(url),
      }),
    shows: (url: string) => {
      shown = url;
      events.emit('framenavigated', frame);
    },
  };
}

describe('the answer of the page that is shown', () => {
  const there = 'http://127.0.0.1:81/moved';
  const refusal = { 'x-bijwerken-refused': 'loopback address', 'content-type': 'text/plain' };

  it.each([
    ['told of before it is shown', ['answers', 'shows']],
    ['told of afterwards', ['shows', 'answers']],
  ] as const)('%s', (_name, order) => {
    const { page, asks, answers, shows } = puppet();
    const frame = watchMainFrame(page, realWorld({ env: {} }));
    asks('https://page.example/');
    answers('https://page.example/', 200, { 'content-type': 'text/html' });
    shows('https://page.example/');
    expect(frame.state()).toMatchObject({ status: 200, contentType: 'text/html' });

    asks(there);
    for (const step of order) {
      if (step === 'shows') shows(there);
      else answers(there, 403, refusal);
    }
    expect(frame.state()).toMatchObject({ status: 403, failure: { kind: 'refused-address' } });
  });

  it('is not the answer of a page that is still on its way', () => {
    const { page, asks, answers, shows } = puppet();
    const frame = watchMainFrame(page, realWorld({ env: {} }));
    asks('https://page.example/');
    answers('https://page.example/', 200);
    shows('https://page.example/');
    asks(there);
    answers(there, 403, refusal);
    expect(frame.state()).toMatchObject({ status: 200 });
    expect(frame.state().failure).toBeUndefined();
  });
});

/** Asks one address through the guarded client: once, with no redirect followed, and with an answer whatever it is. */

import type { Http } from './capture/http.ts';
import type { Ask } from './deliver/hooks.ts';
import type { Failure } from './model/capture.ts';

const MOST_BYTES = 100_000;

const stay = async (url: URL): Promise<Failure> => ({
  kind: 'network-error',
  detail: `the address redirects to ${url.hostname}, and no redirect is followed with a message.`,
});

export const askThrough =
  (http: Http, signal: AbortSignal): Ask =>
  async ({ url, posting, timeoutMs }) => {
    const own = posting ? { posts: posting.body, headers: posting.headers } : {};
    const { status, body, failure } = await http.fetchDocument(
      { document: 'answer', url, accept: 'json', ...own },
      { signal, timeoutMs, maxBytes: MOST_BYTES, mayFollow: stay, once: true },
    );
    // What an answer says after its status may be of any kind and length.
    return status > 0 ? { status, body } : { failure: failure?.detail ?? 'there was no answer.' };
  };

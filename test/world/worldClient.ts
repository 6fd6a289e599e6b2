/** A plain client of the demo world for tests: follows redirects, believes the made-up certificate. */

import { ProxyAgent, request } from 'undici';
import { demo } from './organisation.ts';

const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/147', 'sec-fetch-mode': 'navigate' };

export interface Got {
  readonly status: number;
  readonly url: string;
  readonly bytes: Buffer;
  readonly text: string;
}

export interface WorldClient {
  get(url: string, headers?: Record<string, string>): Promise<Got>;
  close(): Promise<void>;
}

export function worldClient(proxyUrl: string): WorldClient {
  const dispatcher = new ProxyAgent({ uri: proxyUrl, requestTls: { rejectUnauthorized: false } });
  const get = async (url: string, headers: Record<string, string> = BROWSER, hops = 5): Promise<Got> => {
    // A copy: the agent writes the host into what it is given.
    const answer = await request(url, { dispatcher, headers: { ...headers } });
    const bytes = Buffer.from(await answer.body.arrayBuffer());
    const { location } = answer.headers;
    if (typeof location === 'string' && hops > 0) return get(new URL(location, url).href, headers, hops - 1);
    return { status: answer.statusCode, url, bytes, text: bytes.toString() };
  };
  return { get: (url, headers) => get(url, headers), close: () => dispatcher.destroy() };
}

export function urlOf(id: string): string {
  const found = demo.profiles.find((profile) => profile.id === id);
  if (!found) throw new Error(`no profile ${id}`);
  return found.url;
}

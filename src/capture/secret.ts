/** Puts a token on a request for the hosts that may have it, and takes it off again: no adapter and no record sees it. */

import type { CapturedDocument, PageRequest } from '../model/capture.ts';
import { isUrl } from '../model/isUrl.ts';
import type { Network, OfficialApi } from '../model/network.ts';
import { UserError } from '../model/problem.ts';
import type { World } from '../model/world.ts';

export interface Secret {
  /** The request as it is sent; null when its host may not have the token. */
  readonly on: (request: PageRequest) => PageRequest | null;
  /** The answer as it is kept: its addresses without the token. */
  readonly off: (document: CapturedDocument) => CapturedDocument;
}

/** `BIJWERKEN_LINKEDIN_API`: where the network's interface is asked instead of at its own host. */
export const baseVariable = (network: string): string => `BIJWERKEN_${network.toUpperCase().replaceAll('-', '_')}_API`;

/** Null without a token. Throws a UserError when the other address is none, or would send the token in the open. */
export function secretOf({ id, official }: Pick<Network, 'id' | 'official'>, env: World['env']): Secret | null {
  const token = official && env[official.token]?.trim();
  if (!official || !token) return null;
  const base = baseOf(id, env);
  const hosts = base === null ? official.hosts : [base.hostname.toLowerCase()];
  return {
    on: (request) => {
      const own = new URL(request.url);
      // Only the interface's own addresses move; whatever else a plan asks stays where it is, and gets no token.
      const url = base && official.hosts.includes(own.hostname.toLowerCase()) ? rebased(own, base) : own;
      return hosts.includes(url.hostname.toLowerCase()) ? signed(request, url, token, official) : null;
    },
    off: (document) => ({
      ...document,
      requestedUrl: without(document.requestedUrl, official),
      finalUrl: without(document.finalUrl, official),
      redirects: document.redirects.map((address) => without(address, official)),
    }),
  };
}

/** The other base of a network's interface, out of the environment alone; null for its own. */
export function baseOf(network: string, env: World['env']): URL | null {
  const variable = baseVariable(network);
  const value = env[variable]?.trim();
  if (!value) return null;
  const url = isUrl(value) ? new URL(value) : null;
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))) return url;
  const message = 'expected an https address (http only on this machine), such as https://api.example.org.';
  throw new UserError([{ where: variable, message }]);
}

/** What is sent there does not leave the machine. */
export const isLoopback = (hostname: string): boolean => /^(?:127(?:\.\d{1,3}){3}|\[::1\]|localhost)$/i.test(hostname);

/** The same address on another base, below its path. */
export const rebased = (url: URL, base: URL): URL =>
  new URL(`${base.pathname.replace(/\/$/, '')}${url.pathname}${url.search}`, base.origin);

function signed(request: PageRequest, url: URL, token: string, { sends }: OfficialApi): PageRequest {
  if (sends.as === 'query') {
    url.searchParams.set(sends.name, token);
    return { ...request, url: url.href, secret: sends.name };
  }
  const [name, value] = sends.as === 'bearer' ? ['authorization', `Bearer ${token}`] : [sends.name, token];
  return { ...request, url: url.href, headers: { ...request.headers, [name]: value } };
}

function without(address: string, { sends }: OfficialApi): string {
  if (sends.as !== 'query' || !isUrl(address)) return address;
  const url = new URL(address);
  if (!url.searchParams.has(sends.name)) return address;
  url.searchParams.delete(sends.name);
  return url.href;
}

/** What the played networks are asked and what they answer, apart from how it travels. */

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Sent in pieces, with a wait before each: a slow server. */
  readonly drip?: { readonly pieces: number; readonly everyMs: number };
}

export type Host = (asked: Asked) => Answer | Promise<Answer>;

export const html = (body: string, status = 200, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body,
});

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});

export const script = (body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/javascript; charset=utf-8', 'access-control-allow-origin': '*' },
  body,
});

export const redirect = (location: string, status = 302): Answer => ({ status, headers: { location }, body: '' });

export const empty = (status = 204): Answer => ({ status, headers: {}, body: '' });

export const plain404 = (): Answer => ({ status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not Found' });

/** A navigation as browsers send it; plain clients leave these headers out. */
export const looksLikeBrowser = ({ headers }: Asked): boolean =>
  (headers['user-agent'] ?? '').startsWith('Mozilla/5.0') && headers['sec-fetch-mode'] === 'navigate';

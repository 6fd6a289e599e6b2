/** What we say of ourselves to servers, which of it is secret, and when they want to be asked again. */

import type { PageRequest } from '../model/capture.ts';

const ACCEPT: Readonly<Record<PageRequest['accept'] | 'image', string>> = {
  html: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  json: 'application/json,text/json;q=0.9,*/*;q=0.5',
  feed: 'application/atom+xml,application/rss+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5',
  image: 'image/avif,image/webp,image/png,image/jpeg,image/svg+xml,image/*;q=0.8,*/*;q=0.5',
};

/** The profile's own language first: networks answer relative dates and labels in it. */
function languages(language: string): string {
  const own = /^[a-z]{2,3}\b/.exec(language.toLowerCase())?.[0] ?? 'nl';
  if (own === 'nl') return 'nl-NL,nl;q=0.9,en;q=0.6';
  return own === 'en' ? 'en-GB,en;q=0.9,nl;q=0.6' : `${own},en;q=0.7,nl;q=0.6`;
}

/** Names in lower case; what the request itself asks for comes last and wins. */
export function requestHeaders(
  accept: keyof typeof ACCEPT,
  userAgent: string,
  language: string,
  own: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const named = Object.entries(own).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    'user-agent': userAgent,
    accept: ACCEPT[accept],
    'accept-language': languages(language),
    'accept-encoding': 'gzip, deflate, br',
    ...Object.fromEntries(named),
  };
}

/** Headers that prove who we are: they stay with the host they were made for. */
export const isSecretHeader = (name: string): boolean =>
  /auth|cookie|token|secret|session|password|key|credential/i.test(name);

export function withoutSecrets(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isSecretHeader(name)));
}

export const hasSecrets = (headers: Readonly<Record<string, string>>): boolean =>
  Object.keys(headers).some(isSecretHeader);

/** Seconds from now, of `Retry-After` as a number or as a date; undefined when it is neither. */
export function retryAfterSeconds(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // Only the forms of HTTP: Date.parse would make a date of almost anything.
  if (!/^[A-Z][a-z]{2,8},? .{5,30} GMT$/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}

interface Answer {
  readonly status: number;
  header(name: string): string | undefined;
}

/** `Retry-After`, else the second in which the limit that was met ends (X), or how many seconds that takes. */
export function waitAsked(answer: Answer, now: number): number | undefined {
  const seconds = retryAfterSeconds(answer.header('retry-after'), now);
  if (seconds !== undefined || answer.status !== 429) return seconds;
  const reset = (answer.header('x-rate-limit-reset') ?? answer.header('x-ratelimit-reset'))?.trim() ?? '';
  if (/^\d{1,6}$/.test(reset)) return Number(reset);
  if (!/^\d{10}$/.test(reset)) return undefined;
  return Math.max(0, Math.ceil(Number(reset) - now / 1000));
}

/** What the guard answers when it does not connect, in a form that our own client can tell from any server's answer. */

import type { Failure } from '../model/capture.ts';

export const REFUSED_HEADER = 'x-bijwerken-refused';
export const FAILED_HEADER = 'x-bijwerken-failed';

const SENTENCES = {
  dns: (host: string) => `${host} could not be found (DNS).`,
  'dns-temporary': (host: string) => `${host} could not be looked up: DNS did not answer.`,
  'connection-refused': (host: string) => `The connection was refused by ${host}.`,
  'connect-timeout': (host: string) => `${host} did not accept a connection in time.`,
  unreachable: (host: string) => `${host} could not be reached.`,
  reset: (host: string) => `${host} broke off the connection.`,
  budget: (host: string) => `More than the allowed amount of data was received, the last from ${host}.`,
  'proxy-unreachable': (host: string) => `The proxy could not be reached, so ${host} was not asked.`,
  'proxy-credentials': (host: string) => `The proxy wants a valid user name and password before it asks ${host}.`,
  'proxy-refused': (host: string) => `The proxy refuses to connect to ${host}.`,
  'proxy-failed': (host: string) => `The proxy could not connect to ${host}.`,
} as const;

export type FailureCode = keyof typeof SENTENCES;

/** What is worth asking again: an accident, not an answer. */
const ACCIDENTS: ReadonlySet<FailureCode> = new Set([
  'dns-temporary',
  'connection-refused',
  'connect-timeout',
  'reset',
  'proxy-failed',
]);

export type Barred =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly code: FailureCode };

export const refused = (reason: string): Barred => ({ kind: 'refused', reason });
export const failed = (code: FailureCode): Barred => ({ kind: 'failed', code });

export interface BarredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function answerOf(barred: Barred, host: string): BarredAnswer {
  const status = barred.kind === 'refused' ? 403 : barred.code === 'connect-timeout' ? 504 : 502;
  const body = `${sentenceOf(barred, host)}\n`;
  const [name, value] = barred.kind === 'refused' ? [REFUSED_HEADER, barred.reason] : [FAILED_HEADER, barred.code];
  return { status, body, headers: { [name]: value, 'content-type': 'text/plain; charset=utf-8' } };
}

export interface GuardFailure extends Failure {
  readonly isAccident: boolean;
}

/** The failure that the guard's own headers tell of; undefined for every other answer. */
export function guardFailureOf(header: (name: string) => string | undefined, host: string): GuardFailure | undefined {
  const reason = header(REFUSED_HEADER);
  if (reason !== undefined) {
    return { kind: 'refused-address', detail: sentenceOf(refused(reason), host), isAccident: false };
  }
  const code = header(FAILED_HEADER);
  if (code === undefined || !isFailureCode(code)) return undefined;
  const kind = code === 'budget' ? 'too-large' : code === 'connect-timeout' ? 'timeout' : 'network-error';
  return { kind, detail: sentenceOf(failed(code), host), isAccident: ACCIDENTS.has(code) };
}

const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(SENTENCES, code);

const sentenceOf = (barred: Barred, host: string): string =>
  barred.kind === 'refused' ? `${host} was not asked: ${barred.reason}.` : SENTENCES[barred.code](host);

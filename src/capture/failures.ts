/** Errors of sockets, TLS and HTTP as failures: a kind, a plain sentence, and whether asking again may help. */

import type { CertificateFault } from '../model/capture.ts';
import { type GuardFailure, guardFailureOf } from './guardAnswers.ts';

/** A failure of one attempt; `isAccident` when another attempt is worth it. */
export type AttemptFailure = GuardFailure;

export const failureOf = (kind: AttemptFailure['kind'], detail: string, isAccident = false): AttemptFailure => ({
  kind,
  detail,
  isAccident,
});

/** An error that carries a failure through undici to whoever asked. */
export const asError = (failure: AttemptFailure): Error => Object.assign(new Error(failure.detail), { failure });

/** The failure behind an answer of the guard, as an error; undefined when a server answered. */
export function guardError(header: (name: string) => string | undefined, host: string): Error | undefined {
  const failure = guardFailureOf(header, host);
  return failure && asError(failure);
}

/** Only what a browser would be told too: an unknown issuer may be our own lack, or a proxy that reads along. */
const FAULTS: Readonly<Record<string, CertificateFault>> = {
  CERT_HAS_EXPIRED: 'expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'other-name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
};

const CERTIFICATES: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'a certificate in its chain is self-signed',
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  CERT_REVOKED: 'it was revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it belongs to another name',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its issuer is unknown',
  UNABLE_TO_GET_ISSUER_CERT: 'its issuer is unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its issuer is unknown',
};

const BREAKS = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT']);

export function failureFrom(error: unknown, host: string): AttemptFailure {
  const carried = carriedBy(error);
  if (carried) return carried;
  const code = codeOf(error);
  const certificate = CERTIFICATES[code];
  if (certificate) {
    const failure = failureOf('network-error', `The TLS certificate of ${host} is not valid: ${certificate}.`);
    const fault = FAULTS[code];
    return fault ? { ...failure, certificate: fault } : failure;
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) {
    return failureOf('network-error', `No secure connection could be made with ${host} (${code}).`);
  }
  if (BREAKS.has(code)) return failureOf('network-error', `${host} broke off the connection.`, true);
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return failureOf('too-large', `${host} sent too many headers.`);
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') {
    return failureOf('network-error', `${host} sent less than it announced.`, true);
  }
  if (code.startsWith('HPE_')) return failureOf('network-error', `${host} sent something that is not HTTP (${code}).`);
  return failureOf('network-error', `${host} could not be asked${code ? ` (${code})` : ''}.`);
}

function carriedBy(error: unknown): AttemptFailure | undefined {
  if (typeof error !== 'object' || error === null || !('failure' in error)) return undefined;
  const { failure } = error;
  return isAttemptFailure(failure) ? failure : undefined;
}

const isAttemptFailure = (value: unknown): value is AttemptFailure =>
  typeof value === 'object' && value !== null && 'kind' in value && 'detail' in value && 'isAccident' in value;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

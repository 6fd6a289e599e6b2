/** What a mail server or the way to it said, in one sentence; and whether it may be otherwise in a minute. Pure. */

import { DeliveryError } from './failure.ts';

interface Where {
  readonly host: string;
  readonly port: number;
}

interface Told {
  readonly code: string;
  readonly responseCode: number;
  readonly text: string;
}

export function smtpReason(error: unknown, { host, port }: Where): { reason: string; mayPass: boolean } {
  if (error instanceof DeliveryError) return { reason: error.message, mayPass: false };
  const { code, responseCode, text } = toldBy(error);
  const said = text === '' ? '' : ` It said: ${text}`;
  const passing = responseCode >= 400 && responseCode < 500;
  const server = `${host}:${port}`;
  if (code === 'EAUTH' && !passing) return told(`${server} refuses the user name or password.${said}`);
  if (/^(?:CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|ERR_TLS_CERT)/.test(code))
    return told(`the certificate of ${server} is not trusted (${code}).`);
  if (code === 'ETLS')
    return told(`${server} does not begin TLS, and a mail is not sent in the open.${said} Is the port right?`);
  if (code === 'EDNS' || code === 'ENOTFOUND') return told(`there is no server named ${host}.`);
  if (responseCode > 0) return { reason: `${server} refuses the mail (${responseCode}).${said}`, mayPass: passing };
  if (NOT_REACHED.has(code)) return { reason: `${server} cannot be reached (${code}).`, mayPass: true };
  return told(`${server}: ${text || code || 'no answer that we know'}.`);
}

const told = (reason: string) => ({ reason, mayPass: false });

const NOT_REACHED = new Set([
  ...['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['EAI_AGAIN', 'EPROTOCOL'],
]);

function toldBy(error: unknown): Told {
  if (!(error instanceof Error)) return { code: '', responseCode: 0, text: '' };
  const { code, responseCode, response } = fieldsOf(error);
  const under = error.cause instanceof Error ? fieldsOf(error.cause).code : undefined;
  const text = typeof response === 'string' ? response : error.message;
  return {
    // A certificate is told as an error of the socket, with its own code below or in its text.
    code: certificateCode(text) ?? (typeof under === 'string' ? under : typeof code === 'string' ? code : ''),
    responseCode: typeof responseCode === 'number' ? responseCode : 0,
    text: text
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .trim()
      .slice(0, 200),
  };
}

function certificateCode(text: string): string | undefined {
  if (/self[- ]signed certificate/i.test(text)) return 'SELF_SIGNED_CERT';
  if (/does not match certificate's altnames/i.test(text)) return 'ERR_TLS_CERT_ALTNAME_INVALID';
  if (/certificate has expired/i.test(text)) return 'CERT_HAS_EXPIRED';
  return /unable to (?:verify|get)[^.]{0,40} (?:certificate|issuer)/i.test(text) ? 'UNABLE_TO_VERIFY' : undefined;
}

const fieldsOf = (error: Error): Readonly<Record<string, unknown>> => ({ ...error });

/** Hands one mail to one mail server. Over TLS or not at all, but for a server on this machine. */

import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import type { Person } from '../model/delivery.ts';
import { isUrl } from '../model/isUrl.ts';
import type { World } from '../model/world.ts';
import { DeliveryError } from './failure.ts';
import { smtpReason } from './smtpReason.ts';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps:`); else it is begun with STARTTLS. */
  readonly secure: boolean;
  readonly isLoopback: boolean;
  readonly login: { readonly user: string; readonly pass: string } | null;
}

export interface OutgoingMail {
  readonly from: Person;
  readonly to: readonly Person[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly messageId: string;
  readonly attachment: { readonly name: string; readonly content: Buffer } | null;
  /** PNGs that the HTML shows, by their content id. */
  readonly pictures?: readonly { readonly id: string; readonly content: Buffer }[];
}

export interface Mailing {
  readonly world: World;
  readonly signal: AbortSignal;
  /** Authorities to trust in place of those that came with Node, in PEM; for tests. */
  readonly ca?: string;
}

export const SMTP_VARIABLE = 'BIJWERKEN_SMTP_URL';
const EXAMPLE = 'It looks like smtps://user:password@mail.example.org or smtp://user:password@mail.example.org:587.';

/** Throws a DeliveryError; what the address says is no part of it. */
export function smtpServerOf(env: World['env']): SmtpServer {
  const value = env[SMTP_VARIABLE]?.trim();
  if (!value) throw new DeliveryError(`${SMTP_VARIABLE} is not set. ${EXAMPLE}`);
  const url = isUrl(value) ? new URL(value) : null;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    throw new DeliveryError(`${SMTP_VARIABLE} is not the address of a mail server. ${EXAMPLE}`);
  if (url.search || url.hash || !/^\/?$/.test(url.pathname))
    throw new DeliveryError(`${SMTP_VARIABLE}: nothing may follow the server and its port. ${EXAMPLE}`);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const user = decoded(url.username);
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    isLoopback: /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/.test(host),
    login: user === '' ? null : { user, pass: decoded(url.password) },
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const TIMES = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };
/** Before another attempt: servers that do not know the sender yet ask for some patience. */
const WAITS_MS = [5_000, 45_000];

/** Returns who was refused although others were not. Throws a DeliveryError when nobody got it. */
export async function sendMail(server: SmtpServer, mail: OutgoingMail, mailing: Mailing): Promise<string[]> {
  for (const wait of [...WAITS_MS, null]) {
    try {
      return await attempt(server, mail, mailing);
    } catch (error) {
      const { reason, mayPass } = smtpReason(error, server);
      if (!mayPass || wait === null) throw new DeliveryError(reason);
      await mailing.world.sleep(wait, mailing.signal);
    }
  }
  return [];
}

async function attempt(server: SmtpServer, mail: OutgoingMail, { world, signal, ca }: Mailing): Promise<string[]> {
  signal.throwIfAborted();
  const addresses = isIP(server.host) ? [server.host] : await world.resolve(server.host);
  const [address] = addresses;
  if (address === undefined) throw Object.assign(new Error('no address'), { code: 'EDNS' });
  const transport = createTransport({
    host: address,
    port: server.port,
    secure: server.secure,
    // On this machine nothing is overheard, and its certificate is seldom one that can be checked.
    ...(server.isLoopback ? { ignoreTLS: true } : { requireTLS: true }),
    ...(server.login ? { auth: { ...server.login } } : {}),
    tls: {
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
      ...(isIP(server.host) ? {} : { servername: server.host }),
      ...(ca ? { ca } : {}),
    },
    ...TIMES,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const stop = () => transport.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const { rejected } = await transport.sendMail(messageOf(mail, world));
    return rejected;
  } finally {
    signal.removeEventListener('abort', stop);
    transport.close();
  }
}

const addressed = ({ name, email }: Person) => ({ name: oneLine(name ?? ''), address: email });
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const messageOf = (
  { from, to, subject, html, text, messageId, attachment, pictures = [] }: OutgoingMail,
  world: World,
) => ({
  from: addressed(from),
  to: to.map(addressed),
  subject: oneLine(subject),
  html,
  text,
  messageId,
  date: new Date(world.now()),
  // Answers by machines are nobody's help.
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  attachments: [
    ...pictures.map(({ id, content }, index) => ({
      filename: `${index + 1}.png`,
      content,
      contentType: 'image/png',
      cid: id,
      contentDisposition: 'inline' as const,
    })),
    ...(attachment
      ? [{ filename: attachment.name, content: attachment.content, contentType: 'text/html; charset=utf-8' }]
      : []),
  ],
});

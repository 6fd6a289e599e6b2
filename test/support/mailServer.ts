/** A real mail server on loopback, and what it was given, read by a real mail parser. */

import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { selfSigned } from './servers.ts';

export interface ReceivedMail {
  readonly mail: ParsedMail;
  readonly raw: string;
  readonly from: string;
  readonly to: readonly string[];
  /** Whether it came over TLS. */
  readonly secure: boolean;
  readonly user: string | null;
}

export interface MailServer {
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  /** The certificate to trust; null of a server without TLS. */
  readonly ca: string | null;
  close(): Promise<void>;
}

export interface MailServerOptions {
  /** `none` (default): no TLS at all; `starttls`: it is offered; `tls`: from the first byte. */
  readonly tls?: 'none' | 'starttls' | 'tls';
  /** The name of its certificate. */
  readonly name?: string;
  readonly login?: { readonly user: string; readonly pass: string };
  /** Recipients that it refuses. */
  readonly refuses?: readonly string[];
  /** For so many mails it answers that they should come back later. */
  readonly busyFor?: number;
}

export async function mailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { tls = 'none', name = 'localhost', login, refuses = [] } = options;
  const received: ReceivedMail[] = [];
  const certificate = tls === 'none' ? null : await selfSigned([name]);
  let busy = options.busyFor ?? 0;
  const settings: SMTPServerOptions = {
    ...(certificate ? { cert: certificate.cert, key: certificate.key } : {}),
    secure: tls === 'tls',
    disabledCommands: [...(tls === 'none' ? ['STARTTLS'] : []), ...(login ? [] : ['AUTH'])],
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth(auth, _session, callback) {
      const isRight = auth.username === login?.user && auth.password === login?.pass;
      if (isRight) return callback(null, { user: auth.username });
      callback(new Error('Invalid login'));
    },
    onRcptTo({ address }, _session, callback) {
      if (refuses.includes(address)) return callback(Object.assign(new Error('no such user'), { responseCode: 550 }));
      callback();
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (busy > 0) {
          busy -= 1;
          return callback(Object.assign(new Error('come back later'), { responseCode: 451 }));
        }
        const bytes = Buffer.concat(chunks);
        const { mailFrom, rcptTo } = session.envelope;
        void simpleParser(bytes).then((mail) => {
          received.push({
            mail,
            raw: bytes.toString('utf8'),
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            secure: session.secure,
            user: typeof session.user === 'string' ? session.user : null,
          });
          callback();
        }, callback);
      });
    },
  };
  const server = new SMTPServer(settings);
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The mail server has no port.');
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  return { port: address.port, received, ca: certificate?.cert ?? null, close };
}

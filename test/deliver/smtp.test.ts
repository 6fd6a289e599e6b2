/** Mail over a real connection: TLS or nothing, one Message-ID, no header out of a name, and reasons without secrets. */

import { afterEach, describe, expect, test } from 'vitest';
import { DeliveryError } from '../../src/deliver/failure.ts';
import { type OutgoingMail, sendMail, smtpServerOf } from '../../src/deliver/smtp.ts';
import { fakeWorld } from '../support/fakeWorld.ts';
import { type MailServerOptions, mailServer } from '../support/mailServer.ts';
import { closing } from '../support/servers.ts';

const { keep, closeAll } = closing();
afterEach(closeAll);

const HOST = 'mail.voorbeeld.example';

const MAIL: OutgoingMail = {
  from: { name: 'Bijwerken', email: 'bijwerken@voorbeeld.nl' },
  to: [{ name: 'Jan', email: 'jan@voorbeeld.nl' }],
  subject: 'Stichting Voorbeeld: 1 nieuw',
  html: '<p>Hallo</p>',
  text: 'Hallo\n',
  messageId: '<bijwerken.1@voorbeeld.nl>',
  attachment: null,
};

/** Through the name of a server elsewhere, which leads to loopback; or through loopback's own name. */
async function send(options: MailServerOptions, { url, mail = MAIL, trust = true }: SendOptions = {}) {
  const server = await keep(mailServer({ name: HOST, ...options }));
  const address = url ?? `smtp://${HOST}`;
  const env = { BIJWERKEN_SMTP_URL: `${address}:${server.port}` };
  const world = fakeWorld({ env, hosts: { [HOST]: '127.0.0.1', localhost: '127.0.0.1' }, instantUpTo: 60_000 });
  const mailing = { world, signal: new AbortController().signal, ...(trust && server.ca ? { ca: server.ca } : {}) };
  const sent = sendMail(smtpServerOf(env), mail, mailing);
  const result = await sent.then(
    (refused) => ({ refused, reason: null }),
    (error: unknown) => ({ refused: null, reason: error instanceof DeliveryError ? error.message : `bug: ${error}` }),
  );
  return { server, world, ...result };
}

interface SendOptions {
  readonly url?: string;
  readonly mail?: OutgoingMail;
  readonly trust?: boolean;
}

describe('a mail', () => {
  test('arrives as it was made', async () => {
    const { server, refused } = await send({ tls: 'starttls' });
    expect(refused).toEqual([]);
    const [received] = server.received;
    expect(received?.secure).toBe(true);
    expect(received?.from).toBe('bijwerken@voorbeeld.nl');
    expect(received?.to).toEqual(['jan@voorbeeld.nl']);
    expect(received?.mail.subject).toBe('Stichting Voorbeeld: 1 nieuw');
    expect(received?.mail.messageId).toBe('<bijwerken.1@voorbeeld.nl>');
    expect(received?.mail.date).toEqual(new Date('2026-11-23T02:00:00Z'));
    expect(received?.mail.html).toBe('<p>Hallo</p>');
    expect(received?.mail.text).toBe('Hallo\n');
    expect(received?.mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(received?.mail.attachments).toEqual([]);
  });

  test('with an attachment', async () => {
    const content = Buffer.from('<p>rapport</p>');
    const { server } = await send(
      { tls: 'tls' },
      { url: `smtps://${HOST}`, mail: { ...MAIL, attachment: { name: 'r.html', content } } },
    );
    const [attachment] = server.received[0]?.mail.attachments ?? [];
    expect(attachment?.filename).toBe('r.html');
    expect(attachment?.contentType).toBe('text/html');
    expect(attachment?.content.toString()).toBe('<p>rapport</p>');
  });

  test('with pictures that its HTML shows', async () => {
    const pictures = [{ id: 'logo@bijwerken', content: Buffer.from('png') }];
    const mail = { ...MAIL, html: '<img src="cid:logo@bijwerken">', pictures };
    const { server } = await send({ tls: 'starttls' }, { mail });
    const [picture] = server.received[0]?.mail.attachments ?? [];
    expect(picture).toMatchObject({ cid: 'logo@bijwerken', related: true, contentType: 'image/png' });
    expect(picture?.contentDisposition).toBe('inline');
  });

  test('names and subjects make no header', async () => {
    const evil = 'Jan\r\nBcc: dief@kwaad.example\u2028X: 1\u0000';
    const mail = { ...MAIL, subject: `Nieuw${evil}`, to: [{ name: evil, email: 'jan@voorbeeld.nl' }] };
    const { server } = await send({ tls: 'starttls' }, { mail });
    const [received] = server.received;
    expect(received?.to).toEqual(['jan@voorbeeld.nl']);
    expect(received?.mail.bcc).toBeUndefined();
    expect(received?.raw).not.toMatch(/^(?:Bcc|X):/im);
    expect(received?.mail.subject).toBe('NieuwJan Bcc: dief@kwaad.example X: 1');
  });

  test('logs in', async () => {
    const login = { user: 'jan', pass: 'ge heim/@:#' };
    const url = `smtp://jan:${encodeURIComponent(login.pass)}@${HOST}`;
    const { server } = await send({ tls: 'starttls', login }, { url });
    expect(server.received[0]?.user).toBe('jan');
  });

  test('tells who was refused', async () => {
    const mail = { ...MAIL, to: [...MAIL.to, { email: 'weg@voorbeeld.nl' }] };
    const { server, refused } = await send({ tls: 'starttls', refuses: ['weg@voorbeeld.nl'] }, { mail });
    expect(refused).toEqual(['weg@voorbeeld.nl']);
    expect(server.received[0]?.to).toEqual(['jan@voorbeeld.nl']);
  });

  test('comes back when the server asks for patience, and gives up at last', async () => {
    const patient = await send({ tls: 'starttls', busyFor: 2 });
    expect(patient.reason).toBe(null);
    expect(patient.server.received).toHaveLength(1);
    expect(patient.world.slept).toEqual([5_000, 45_000]);
    const busy = await send({ tls: 'starttls', busyFor: 9 });
    expect(busy.reason).toContain('refuses the mail (451)');
    expect(busy.server.received).toEqual([]);
  });
});

describe('TLS', () => {
  test('nothing is sent in the open to another machine', async () => {
    const { server, reason } = await send({ tls: 'none' });
    expect(server.received).toEqual([]);
    expect(reason).toContain('does not begin TLS, and a mail is not sent in the open');
  });

  test('a certificate that nobody vouches for is refused', async () => {
    const starttls = await send({ tls: 'starttls' }, { trust: false });
    expect(starttls.server.received).toEqual([]);
    expect(starttls.reason).toContain(`the certificate of ${HOST}`);
    const tls = await send({ tls: 'tls' }, { url: `smtps://${HOST}`, trust: false });
    expect(tls.reason).toContain('is not trusted');
  });

  test('a certificate of another name is refused', async () => {
    const { server, reason } = await send({ tls: 'starttls', name: 'ander.example' });
    expect(server.received).toEqual([]);
    expect(reason).toContain('is not trusted');
  });

  test('on this machine it may be without', async () => {
    for (const url of ['smtp://localhost', 'smtp://127.0.0.1']) {
      const { server } = await send({ tls: 'none' }, { url });
      expect(server.received).toHaveLength(1);
      expect(server.received[0]?.secure).toBe(false);
    }
  });
});

describe('what goes wrong is told', () => {
  test('a wrong password, without it', async () => {
    const { reason } = await send(
      { tls: 'starttls', login: { user: 'jan', pass: 'goed' } },
      { url: `smtp://jan:fout-geheim@${HOST}` },
    );
    expect(reason).toContain('refuses the user name or password');
    expect(reason).not.toContain('fout-geheim');
  });

  test('nobody is left to send to', async () => {
    const { reason } = await send({ tls: 'starttls', refuses: ['jan@voorbeeld.nl'] });
    expect(reason).toContain('refuses the mail (550)');
  });

  test('no such server', async () => {
    const { reason } = await send({ tls: 'none' }, { url: 'smtp://nergens.example' });
    expect(reason).toBe('there is no server named nergens.example.');
  });

  test('a server that is not there', async () => {
    const server = await mailServer();
    await server.close();
    const env = { BIJWERKEN_SMTP_URL: `smtp://127.0.0.1:${server.port}` };
    const mailing = { world: fakeWorld({ env, instantUpTo: 60_000 }), signal: new AbortController().signal };
    await expect(sendMail(smtpServerOf(env), MAIL, mailing)).rejects.toThrow('cannot be reached');
  });
});

describe('BIJWERKEN_SMTP_URL', () => {
  const serverOf = (url: string) => smtpServerOf({ BIJWERKEN_SMTP_URL: url });

  test.each([
    ['smtps://mail.example', { host: 'mail.example', port: 465, secure: true, isLoopback: false, login: null }],
    ['smtp://mail.example/', { host: 'mail.example', port: 587, secure: false, isLoopback: false, login: null }],
    ['smtp://[::1]:25', { host: '::1', port: 25, secure: false, isLoopback: true, login: null }],
    [
      'smtp://localhost.example',
      { host: 'localhost.example', port: 587, secure: false, isLoopback: false, login: null },
    ],
    [
      'smtps://a%40b:p%3Aw@m.example:4',
      { host: 'm.example', port: 4, secure: true, isLoopback: false, login: { user: 'a@b', pass: 'p:w' } },
    ],
  ])('%s', (url, expected) => {
    expect(serverOf(url)).toEqual(expected);
  });

  test.each([
    'mail.example:587',
    'https://mail.example',
    'smtp://u:geheim@mail.example?tls.rejectUnauthorized=false',
    'smtp://u:geheim@mail.example/pad',
    'smtp://u:geheim@mail.example#x',
    'smtp://',
    '',
  ])('refuses %j without telling it', (url) => {
    expect(() => serverOf(url)).toThrow(DeliveryError);
    expect(() => serverOf(url)).not.toThrow(/geheim/);
  });
});

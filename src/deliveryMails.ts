/** A run as mails: who gets which, and what goes along. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { mailHeaderOf, messageIdOf } from './deliver/messageId.ts';
import { type Audience, audiencesOf } from './deliver/recipients.ts';
import { sendMail, smtpServerOf } from './deliver/smtp.ts';
import { type DeliveryInput, type Message, namer, urlOf } from './deliveryInput.ts';
import type { MailSettings, Person } from './model/delivery.ts';
import { type RenderedMail, renderMail } from './report/mail/mail.ts';
import { contentId, mailPictures, picturesWanted } from './report/mail/pictures.ts';
import { isWorthTelling } from './report/news.ts';
import { scopedTo } from './report/scope.ts';
import { catalogue } from './words/index.ts';

type Images = ReadonlyMap<string, Buffer>;

interface Enclosed {
  readonly images: Images;
  readonly page: Buffer | null;
}

/** What of `assets/` a mail may show; a picture that is not there is left out. */
async function imagesOf({ report, folder }: DeliveryInput): Promise<Images> {
  const read = picturesWanted(report).map(async (name): Promise<[string, Buffer][]> => {
    const bytes = await readFile(path.join(folder, 'assets', name)).catch(() => null);
    return bytes ? [[name, bytes]] : [];
  });
  return new Map((await Promise.all(read)).flat());
}

/** One for each reader whom profiles.json names. */
export async function mails(input: DeliveryInput): Promise<Message[]> {
  const { config } = input;
  const settings = config.settings.delivery?.mail;
  if (!settings) return [];
  const enclosed = { images: await imagesOf(input), page: settings.attach ? await pageOf(input) : null };
  return audiencesOf(settings, config.profiles, config.people ?? new Map()).map((audience) =>
    mailMessage(audience, settings, input, enclosed),
  );
}

function mailMessage(audience: Audience, settings: MailSettings, input: DeliveryInput, enclosed: Enclosed): Message {
  const { report } = input;
  const part = audience.profiles === null ? report : scopedTo(report, audience.profiles);
  const reader = audience.scope === 'all' ? '' : (audience.to[0]?.email ?? '');
  const id = messageIdOf(report, 'mail', reader);
  const mail = renderMail(part, {
    words: catalogue(report.run.language),
    reportUrl: urlOf(input),
    scope: audience.scope,
    pictures: mailPictures(part, report, enclosed.images),
    attached: enclosed.page !== null,
    ownerName: audience.scope === 'owner' ? () => null : namer(input),
  });
  const isOthers = part.profiles.length === 0 && audience.scope === 'owner';
  return {
    target: 'mail',
    id,
    isWorthIt: !isOthers && isWorthTelling(part, settings.onlyWhen ?? 'new-findings'),
    to: audience.to.map(({ email }) => email),
    subject: mail.subject,
    preview: () => mail.text,
    send: () => send(mail, { id, to: audience.to, from: settings.from }, input, enclosed, settings.attach === true),
  };
}

interface Envelope {
  readonly id: string;
  readonly to: readonly Person[];
  readonly from: string;
}

async function send(
  mail: RenderedMail,
  { id, to, from }: Envelope,
  { world, signal, ca, report }: DeliveryInput,
  { images, page }: Enclosed,
  isPageWanted: boolean,
): Promise<string[]> {
  const pictures = mail.pictures.flatMap((name) => {
    const content = images.get(name);
    return content ? [{ id: contentId(name), content }] : [];
  });
  const attachment = page && { name: `bijwerken-${report.run.startedAt.slice(0, 10)}.html`, content: page };
  const sender = { name: 'Bijwerken', email: from };
  const outgoing = { ...mail, pictures, from: sender, to, messageId: mailHeaderOf(id, from), attachment };
  const refused = await sendMail(smtpServerOf(world.env), outgoing, { world, signal, ...(ca ? { ca } : {}) });
  return [
    ...(refused.length > 0 ? [`refused by the server: ${refused.join(', ')}`] : []),
    ...(isPageWanted && page === null ? ['without index.html, which is not there or over 10 MB'] : []),
  ];
}

/** What mail servers take at most. */
const MAX_ATTACHMENT = 10 * 1024 * 1024;

/** Null when it cannot go along; the mail is complete without it. */
async function pageOf({ folder }: DeliveryInput): Promise<Buffer | null> {
  const content = await readFile(path.join(folder, 'index.html')).catch(() => null);
  return content && content.length <= MAX_ATTACHMENT ? content : null;
}

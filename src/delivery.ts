/** A stored run to the people whom profiles.json names: what is worth telling, by every way that is set, each once. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DeliveryError } from './deliver/failure.ts';
import { type Ask, type HookTarget, hookAddress, post } from './deliver/hooks.ts';
import { type Delivered, foldersOf, readLedger, writeLedger } from './deliver/ledger.ts';
import { mailHeaderOf, messageIdOf } from './deliver/messageId.ts';
import { type Audience, audiencesOf } from './deliver/recipients.ts';
import { reportUrlOf } from './deliver/reportUrl.ts';
import { SECRET_VARIABLE, signatureHeaders } from './deliver/signature.ts';
import { sendMail, smtpServerOf } from './deliver/smtp.ts';
import type { Config } from './model/config.ts';
import { type MailSettings, type MessageSettings, TARGETS, type Target } from './model/delivery.ts';
import type { Report } from './model/report.ts';
import type { World } from './model/world.ts';
import { renderMail } from './report/mail/mail.ts';
import { contentId, mailPictures, picturesWanted } from './report/mail/pictures.ts';
import { isWorthTelling } from './report/news.ts';
import { scopedTo } from './report/scope.ts';
import { slackMessage } from './report/slack.ts';
import { teamsMessage } from './report/teams.ts';
import { webhookBody } from './report/webhook.ts';
import { catalogue } from './words/index.ts';

export interface DeliveryInput {
  readonly config: Pick<Config, 'profiles' | 'settings' | 'people'>;
  readonly report: Report;
  readonly folder: string;
  /** Left out: all that are set. */
  readonly targets?: readonly Target[];
  /** Nothing is sent. */
  readonly dryRun?: boolean;
  readonly world: World;
  readonly ask: Ask;
  readonly allowPrivate: boolean;
  readonly ignoreHttpsErrors: boolean;
  readonly redact: (text: string) => string;
  readonly signal: AbortSignal;
  /** Authorities that the mail server's certificate may come from; for tests. */
  readonly ca?: string;
}

export type DeliveryStatus = 'sent' | 'would-be-sent' | 'sent-before' | 'quiet' | 'failed';

export interface DeliveryOutcome {
  readonly target: Target;
  readonly status: DeliveryStatus;
  /** Whom it is for; null for a channel. */
  readonly to: readonly string[] | null;
  readonly subject: string | null;
  /** Why it failed, or who was refused. */
  readonly reason: string | null;
  /** The message as text, of a run that sends nothing. */
  readonly preview: string | null;
}

interface Message {
  readonly target: Target;
  readonly id: string;
  readonly isWorthIt: boolean;
  readonly to: readonly string[] | null;
  readonly subject: string | null;
  readonly preview: () => string;
  /** Who was refused although others were not. Throws a DeliveryError. */
  readonly send: () => Promise<readonly string[]>;
}

/** What is set up in profiles.json. */
export const targetsOf = ({ settings }: Pick<Config, 'settings'>): Target[] =>
  TARGETS.filter((target) => Boolean(settings.delivery?.[target]));

/** Never throws for what goes wrong on the way: each message has an outcome of its own. */
export async function deliverRun(input: DeliveryInput): Promise<DeliveryOutcome[]> {
  const { report, world } = input;
  const folders = await foldersOf(input.folder, report.run.id);
  let ledger: readonly Delivered[] = await readLedger(folders, report.run.id);
  const outcomes: DeliveryOutcome[] = [];
  for (const message of messagesOf(input, await imagesOf(input))) {
    const before = ledger.some(({ target, id }) => target === message.target && id === message.id);
    const outcome = await outcomeOf(message, before, input);
    if (outcome.status === 'sent')
      ledger = [...ledger, { target: message.target, id: message.id, at: new Date(world.now()).toISOString() }];
    const fault = outcome.status === 'sent' ? await faultOf(writeLedger(folders, report.run.id, ledger)) : null;
    outcomes.push(
      fault === null ? outcome : { ...outcome, reason: input.redact(`a repeat would send it again: ${fault}`) },
    );
  }
  return outcomes;
}

/** What was sent was sent, and the others still should be: a ledger that cannot be written ends nothing. */
const faultOf = (work: Promise<void>): Promise<string | null> =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

async function outcomeOf(message: Message, isBefore: boolean, input: DeliveryInput): Promise<DeliveryOutcome> {
  const { target, to, subject } = message;
  const made = (status: DeliveryStatus, reason: string | null = null, preview: string | null = null) => {
    return { target, to, subject, status, reason: reason === null ? null : input.redact(reason), preview };
  };
  if (!message.isWorthIt) return made('quiet');
  if (isBefore) return made('sent-before');
  if (input.dryRun) return made('would-be-sent', null, message.preview());
  try {
    const refused = await message.send();
    return made('sent', refused.length > 0 ? `refused by the server: ${refused.join(', ')}` : null);
  } catch (error) {
    if (error instanceof DeliveryError) return made('failed', error.message);
    // Whatever else breaks here must not lose the run, nor the other messages.
    return made('failed', error instanceof Error ? error.message : String(error));
  }
}

type Images = ReadonlyMap<string, Buffer>;

/** What of `assets/` a mail may show; a picture that is not there is left out. */
async function imagesOf({ report, folder, config }: DeliveryInput): Promise<Images> {
  if (!config.settings.delivery?.mail) return new Map();
  const read = picturesWanted(report).map(async (name): Promise<[string, Buffer][]> => {
    const bytes = await readFile(path.join(folder, 'assets', name)).catch(() => null);
    return bytes ? [[name, bytes]] : [];
  });
  return new Map((await Promise.all(read)).flat());
}

function messagesOf(input: DeliveryInput, images: Images): Message[] {
  const wanted = targetsOf(input.config).filter((target) => input.targets?.includes(target) ?? true);
  return wanted.flatMap((target) => (target === 'mail' ? mails(input, images) : [hook(target, input)]));
}

const urlOf = ({ config, report, world }: DeliveryInput) =>
  reportUrlOf(config.settings.delivery?.reportUrl, report.run.id, world.env);

/** A key of `people` is shown by its name; any other owner as profiles.json writes it. */
const namer =
  ({ config }: DeliveryInput) =>
  (owner: string): string =>
    config.people?.get(owner)?.name ?? owner;

function mails(input: DeliveryInput, images: Images): Message[] {
  const { config } = input;
  const settings = config.settings.delivery?.mail;
  if (!settings) return [];
  return audiencesOf(settings, config.profiles, config.people ?? new Map()).map((audience) =>
    mailMessage(audience, settings, input, images),
  );
}

function mailMessage(audience: Audience, settings: MailSettings, input: DeliveryInput, images: Images): Message {
  const { report, world } = input;
  const part = audience.profiles === null ? report : scopedTo(report, audience.profiles);
  const reader = audience.scope === 'all' ? '' : (audience.to[0]?.email ?? '');
  const id = messageIdOf(report, 'mail', reader);
  const mail = renderMail(part, {
    words: catalogue(report.run.language),
    reportUrl: urlOf(input),
    scope: audience.scope,
    pictures: mailPictures(part, report, images),
    attached: settings.attach === true,
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
    send: async () => {
      const server = smtpServerOf(world.env);
      const from = { name: 'Bijwerken', email: settings.from };
      const attachment = settings.attach ? await attachmentOf(input) : null;
      const pictures = mail.pictures.flatMap((name) => {
        const content = images.get(name);
        return content ? [{ id: contentId(name), content }] : [];
      });
      const outgoing = {
        ...mail,
        pictures,
        from,
        to: audience.to,
        messageId: mailHeaderOf(id, settings.from),
        attachment,
      };
      return await sendMail(server, outgoing, { world, signal: input.signal, ...(input.ca ? { ca: input.ca } : {}) });
    },
  };
}

/** What mail servers take at most. */
const MAX_ATTACHMENT = 10 * 1024 * 1024;

async function attachmentOf({ folder, report }: DeliveryInput) {
  const content = await readFile(path.join(folder, 'index.html')).catch(() => null);
  if (content === null) throw new DeliveryError('there is no index.html in the run to attach ("attach": true).');
  if (content.length > MAX_ATTACHMENT) throw new DeliveryError('index.html is over 10 MB: too large to attach.');
  return { name: `bijwerken-${report.run.startedAt.slice(0, 10)}.html`, content };
}

const onlyWhenOf = (settings: MessageSettings | boolean | undefined) =>
  (typeof settings === 'object' ? settings.onlyWhen : undefined) ?? 'new-findings';

function hook(target: HookTarget, input: DeliveryInput): Message {
  const { report, world, config } = input;
  const id = messageIdOf(report, target, '');
  const body = () => JSON.stringify(bodyOf(target, input));
  return {
    target,
    id,
    isWorthIt: isWorthTelling(report, onlyWhenOf(config.settings.delivery?.[target])),
    to: null,
    subject: null,
    preview: () => JSON.stringify(bodyOf(target, input), null, 2),
    send: async () => {
      const url = hookAddress(target, world.env, input);
      const content = body();
      const timestamp = Math.floor(world.now() / 1000);
      const signed = () => signatureHeaders({ id, timestamp, body: content }, world.env[SECRET_VARIABLE]);
      await post(input.ask, { url, body: content, headers: target === 'webhook' ? signed() : {} });
      return [];
    },
  };
}

function bodyOf(target: HookTarget, input: DeliveryInput): object {
  const { report } = input;
  const words = catalogue(report.run.language);
  const options = { words, reportUrl: urlOf(input), ownerName: namer(input) };
  switch (target) {
    case 'slack':
      return slackMessage(report, options);
    case 'teams':
      return teamsMessage(report, options);
    case 'webhook':
      return webhookBody(report, words, options.reportUrl);
    default: {
      const unknown: never = target;
      return unknown;
    }
  }
}

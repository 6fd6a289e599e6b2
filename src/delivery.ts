/** A stored run to the people whom profiles.json names: what is worth telling, by every way that is set, each once. */

import { type Delivered, foldersOf, readLedger, writeLedger } from './deliver/ledger.ts';
import { hook } from './deliveryHook.ts';
import type { DeliveryInput, Message } from './deliveryInput.ts';
import { mails } from './deliveryMails.ts';
import type { Config } from './model/config.ts';
import { TARGETS, type Target } from './model/delivery.ts';

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

/** What is set up in profiles.json. */
export const targetsOf = ({ settings }: Pick<Config, 'settings'>): Target[] =>
  TARGETS.filter((target) => Boolean(settings.delivery?.[target]));

/** What goes wrong on the way is each message's own outcome. Throws where it cannot be known what was sent before. */
export async function deliverRun(input: DeliveryInput): Promise<DeliveryOutcome[]> {
  const { report, world } = input;
  const folders = await foldersOf(input.folder, report.run.id);
  let ledger: readonly Delivered[] = await readLedger(folders, report.run.id);
  const outcomes: DeliveryOutcome[] = [];
  for (const message of await messagesOf(input)) {
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
    const faults = await message.send();
    return made('sent', faults.length > 0 ? faults.join('; ') : null);
  } catch (error) {
    // Whatever breaks here must not lose the run, nor the other messages.
    return made('failed', error instanceof Error ? error.message : String(error));
  }
}

async function messagesOf(input: DeliveryInput): Promise<Message[]> {
  const wanted = targetsOf(input.config).filter((target) => input.targets?.includes(target) ?? true);
  const made = wanted.map(async (target) => (target === 'mail' ? await mails(input) : [hook(target, input)]));
  return (await Promise.all(made)).flat();
}

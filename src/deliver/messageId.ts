/** One name for one message of one run: a repeat bears the same, so that nobody gets it twice. Pure. */

import { createHash } from 'node:crypto';
import type { Target } from '../model/delivery.ts';
import type { Report } from '../model/report.ts';

/** `reader`: an owner's address, or nothing for all. */
export function messageIdOf({ run, brand }: Pick<Report, 'run' | 'brand'>, target: Target, reader: string): string {
  const told = [run.id, run.startedAt, brand.name, target, reader.toLowerCase()];
  return createHash('sha256').update(JSON.stringify(told), 'utf8').digest('hex').slice(0, 32);
}

/** As a mail's Message-ID, in the sender's own domain. */
export function mailHeaderOf(id: string, from: string): string {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return `<bijwerken.${id}@${new URL(`http://${domain}`).hostname}>`;
}

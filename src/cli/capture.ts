/** `bijwerken capture`: stores what every profile shows, and judges nothing. */

import { captureProfiles } from '../audit.ts';
import { redactorOf } from '../connections.ts';
import { withStoredSessions } from '../sessions.ts';
import {
  type ConnectionArguments,
  connectionOptions,
  interruptible,
  type SelectionArguments,
  say,
  selectionOptions,
  stderrLog,
} from './arguments.ts';

export interface CaptureArguments extends ConnectionArguments, SelectionArguments {
  readonly config: string;
  readonly out: string;
  readonly now?: string;
}

export async function runCapture(given: CaptureArguments): Promise<number> {
  const connection = connectionOptions(given);
  const log = stderrLog(given.verbose, redactorOf(connection, await withStoredSessions(process.env)));
  const { signal, release } = interruptible(() => say('Interrupted: what was captured is kept.'));
  try {
    const { captured, complete } = await captureProfiles({
      ...connection,
      ...selectionOptions(given),
      config: given.config,
      out: given.out,
      ...(given.now ? { now: given.now } : {}),
      signal,
      log,
      onProgress: (event) => (event.kind === 'asking' ? say(`${event.profile}: ${event.source}`) : undefined),
    });
    say(`${captured} profiles captured in ${given.out}. Audit them with: bijwerken audit --captures ${given.out}`);
    return complete ? 0 : 3;
  } finally {
    release();
  }
}

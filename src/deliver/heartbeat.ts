/** Tells a watching service that tonight's run was made; when no sign comes, it is the service that warns. */

import { isUrl } from '../model/isUrl.ts';
import type { Ask } from './hooks.ts';

const TIMEOUT_MS = 10_000;

/** Why there was no answer, or null. Never throws: a missed sign is no reason to lose a run. */
export async function sendHeartbeat(address: string, ask: Ask): Promise<string | null> {
  if (!isUrl(address)) return 'settings.heartbeatUrl is not an address.';
  const answer = await ask({ url: address, timeoutMs: TIMEOUT_MS });
  if ('failure' in answer) return answer.failure;
  return answer.status >= 200 && answer.status < 300 ? null : `${new URL(address).hostname} answered ${answer.status}.`;
}

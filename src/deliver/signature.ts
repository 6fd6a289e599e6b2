/** Signs a webhook as standardwebhooks.com says, so that receivers can use a library. Pure. */

import { createHmac } from 'node:crypto';
import { DeliveryError } from './failure.ts';

export const SECRET_VARIABLE = 'BIJWERKEN_WEBHOOK_SECRET';
const PREFIX = 'whsec_';
const LEAST_BYTES = 16;

export interface Signed {
  readonly id: string;
  /** Seconds since the epoch. */
  readonly timestamp: number;
  readonly body: string;
}

/** `webhook-id`, `webhook-timestamp`, and the HMAC-SHA256 of id, timestamp and body with dots between. */
export function signatureHeaders({ id, timestamp, body }: Signed, secret: string | undefined): Record<string, string> {
  const mac = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`, 'utf8').digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': `v1,${mac}` };
}

/** With the prefix the secret is base64, as such libraries make it; any other text is taken as it is. */
function keyOf(secret = ''): Buffer {
  const text = secret.trim();
  const key = text.startsWith(PREFIX) ? Buffer.from(text.slice(PREFIX.length), 'base64') : Buffer.from(text, 'utf8');
  if (key.length >= LEAST_BYTES) return key;
  const what = text === '' ? 'is not set' : `is shorter than ${LEAST_BYTES} characters`;
  throw new DeliveryError(`${SECRET_VARIABLE} ${what}; without it nobody could tell that the message is ours.`);
}

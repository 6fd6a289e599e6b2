/** Posts a message to the address of a channel or a program. The address is a secret: it comes from the environment alone. */

import type { Target } from '../model/delivery.ts';
import { isUrl } from '../model/isUrl.ts';
import type { World } from '../model/world.ts';
import { DeliveryError } from './failure.ts';

export type HookTarget = Exclude<Target, 'mail'>;

export interface Posting {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type Answer = { readonly status: number; readonly body: string } | { readonly failure: string };

/** Asks one address once, and follows no redirect; passed in, since the guarded way out belongs to others. */
export type Ask = (asked: {
  readonly url: string;
  readonly posting?: Posting;
  readonly timeoutMs: number;
}) => Promise<Answer>;

const VARIABLES: Readonly<Record<HookTarget, string>> = {
  slack: 'BIJWERKEN_SLACK_WEBHOOK',
  teams: 'BIJWERKEN_TEAMS_WEBHOOK',
  webhook: 'BIJWERKEN_WEBHOOK_URL',
};

export interface Openness {
  readonly allowPrivate: boolean;
  readonly ignoreHttpsErrors: boolean;
}

/** Throws a DeliveryError that does not tell the address. */
export function hookAddress(
  target: HookTarget,
  env: World['env'],
  { allowPrivate, ignoreHttpsErrors }: Openness,
): string {
  const variable = VARIABLES[target];
  const value = env[variable]?.trim();
  if (!value) throw new DeliveryError(`${variable} is not set.`);
  const url = isUrl(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new DeliveryError(`${variable} is not an https address.`);
  if (url.username || url.password) throw new DeliveryError(`${variable} may not hold a user name or password.`);
  const isLoopback = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|localhost)$/.test(url.hostname);
  if (url.protocol === 'http:' && !(isLoopback && allowPrivate))
    throw new DeliveryError(`${variable} is not an https address (http is for this machine, with --allow-private).`);
  if (url.protocol === 'https:' && ignoreHttpsErrors)
    throw new DeliveryError('with --ignore-https-errors no secret is sent, and this address is one.');
  if (target === 'teams' && /\.webhook\.office\.com$/i.test(url.hostname))
    throw new DeliveryError(
      `${variable} is an Office connector, which Microsoft has retired. Make a workflow in Teams.`,
    );
  return url.href;
}

const TIMEOUT_MS = 30_000;

/** Throws a DeliveryError when the message was not taken. */
export async function post(ask: Ask, posting: Posting): Promise<void> {
  const answer = await ask({ url: posting.url, posting, timeoutMs: TIMEOUT_MS });
  const { hostname } = new URL(posting.url);
  if ('failure' in answer) throw new DeliveryError(answer.failure);
  if (answer.status >= 200 && answer.status < 300) return;
  const said = answer.body
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 160);
  throw new DeliveryError(`${hostname} answered ${answer.status}${said ? `: ${said}` : ''}.`);
}

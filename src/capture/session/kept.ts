/** Of all that a browser holds, the part that is the network's own and is needed. Drops everything else. */

import { isUrl } from '../../model/isUrl.ts';
import type { SessionPlan } from '../../model/network.ts';
import type { BrowserState, Session, SessionCookie } from '../../model/session.ts';
import { isLoopback } from '../secret.ts';

/** Only cookies of the network's own domains and of the names it lists, and the storage keys that it names. */
export function keptState(state: BrowserState, plan: SessionPlan): BrowserState {
  const cookies = state.cookies
    .filter(({ name, domain }) => plan.cookies.includes(name) && isOwn(hostOf(domain), plan))
    // In the open nothing of it travels, but on this machine.
    .map((cookie) => ({ ...cookie, secure: cookie.secure || !isLoopback(hostOf(cookie.domain)) }));
  const keys = plan.storageKeys ?? [];
  const origins = state.origins
    .filter(({ origin }) => isOwnOrigin(origin, plan))
    .map(({ origin, localStorage }) => ({
      origin,
      localStorage: localStorage.filter(({ name }) => keys.includes(name)),
    }))
    .filter(({ localStorage }) => localStorage.length > 0);
  return { cookies, origins };
}

/** Whether all is there without which nobody is signed in, at this time (ms since the epoch). */
export function isSignedIn({ cookies }: BrowserState, { signedIn, domains }: SessionPlan, now: number): boolean {
  const plan = { domains };
  return signedIn.every((name) =>
    cookies.some(
      (cookie) =>
        cookie.name === name && cookie.value !== '' && isOwn(hostOf(cookie.domain), plan) && !isPast(cookie, now),
    ),
  );
}

/** The first moment at which nobody is signed in any more, in ms since the epoch; null when no cookie says. */
export function expiryOf({ cookies }: Session, { signedIn }: SessionPlan): number | null {
  const ends = signedIn.flatMap((name) => {
    const own = cookies.filter((cookie) => cookie.name === name && cookie.expires > 0);
    return own.length === 0 ? [] : [Math.max(...own.map(({ expires }) => expires)) * 1000];
  });
  return ends.length === 0 ? null : Math.min(...ends);
}

const isPast = ({ expires }: SessionCookie, now: number) => expires > 0 && expires * 1000 <= now;

const hostOf = (domain: string) => domain.replace(/^\./, '').toLowerCase();

const isOwn = (host: string, { domains }: Pick<SessionPlan, 'domains'>): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`));

function isOwnOrigin(origin: string, plan: SessionPlan): boolean {
  if (!isUrl(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return isOwn(hostname, plan) && (protocol === 'https:' || isLoopback(hostname));
}

/** Which of the organisation's own logins a run may use, and what is said of those that it may not. */

import { expiryOf, isSignedIn, keptState } from './capture/session/kept.ts';
import { MAX_PACKED, unpackSession } from './capture/session/packed.ts';
import { isFromOutside } from './capture/session/pullRequest.ts';
import { sessionVariable, storedSession } from './capture/session/store.ts';
import type { ProfileEntry } from './model/config.ts';
import type { Network, SessionPlan } from './model/network.ts';
import { UserError } from './model/problem.ts';
import type { ReportNotice } from './model/report.ts';
import type { BrowserState, Session } from './model/session.ts';
import type { World } from './model/world.ts';
import { networks } from './networks/index.ts';
import { asksSession, type Selection } from './plan/plan.ts';

type Env = World['env'];

export interface OwnLogins {
  /** What a browser is given, by network. */
  readonly states: ReadonlyMap<string, BrowserState>;
  readonly notices: readonly ReportNotice[];
  /** The environment with the stored sessions beside those that it feeds, so that all are known as secrets. */
  readonly env: Env;
}

export interface LoginNeeds extends Selection {
  readonly ignoreHttpsErrors?: boolean;
  /** A stored night: nobody is asked anything. */
  readonly captures?: string;
}

/** Throws a UserError for a session that is none of ours, or that others could have read. */
export async function ownLogins(
  profiles: readonly ProfileEntry[],
  options: LoginNeeds,
  env: Env,
  now: number,
): Promise<OwnLogins> {
  const wanted = options.captures ? [] : networksAsking(profiles, options);
  const refused = refusalOf(options, env);
  if (refused) return { states: new Map(), notices: wanted.map(({ id }) => notice(refused, id)), env };
  const states = new Map<string, BrowserState>();
  const notices: ReportNotice[] = [];
  const fed: Record<string, string> = {};
  for (const { id, plan } of wanted) {
    const found = await findSession(id, env);
    if (found) fed[sessionVariable(id)] = found.packed;
    const state = found && keptState(found.session, plan);
    if (state && isSignedIn(state, plan, now)) states.set(id, state);
    else notices.push(notice(found ? 'session-expired' : 'session-missing', id));
  }
  return { states, notices, env: { ...env, ...fed } };
}

/** The networks of which a selected profile names the session as its source. */
function networksAsking(profiles: readonly ProfileEntry[], selection: Selection): { id: string; plan: SessionPlan }[] {
  const asking = (network: Network) =>
    profiles.some(
      (entry) =>
        entry.network === network.id &&
        (selection.only?.includes(entry.id) ?? true) &&
        (selection.networks?.includes(network.id) ?? true) &&
        asksSession(entry, network, selection),
    );
  return networks.flatMap((network) =>
    network.session && asking(network) ? [{ id: network.id, plan: network.session }] : [],
  );
}

/** A run that others could have started must not even open a stored session. */
function refusalOf({ ignoreHttpsErrors }: LoginNeeds, env: Env): ReportNotice['code'] | null {
  if (isFromOutside(env)) return 'session-not-in-pull-request';
  return ignoreHttpsErrors ? 'session-not-sent' : null;
}

const notice = (code: ReportNotice['code'], network: string): ReportNotice => ({
  code,
  severity: code === 'session-not-in-pull-request' ? 'info' : 'warning',
  network,
  args: {},
});

export interface FoundSession {
  readonly session: Session;
  readonly packed: string;
  readonly from: 'environment' | 'file';
}

/** What the environment feeds goes before what is stored; null when there is neither. Throws a UserError for what is broken. */
export async function findSession(network: string, env: Env): Promise<FoundSession | null> {
  const variable = sessionVariable(network);
  const fed = env[variable]?.trim();
  const packed = fed || (await storedSession(network, env));
  if (!packed) return null;
  const session = unpackSession(packed);
  if (session?.network === network) return { session, packed, from: fed ? 'environment' : 'file' };
  const where = fed ? variable : 'the stored session';
  const other = session ? `this is a session of ${session.network}.` : 'this is no session of Bijwerken.';
  const message = packed.length > MAX_PACKED ? `this is larger than a session may be (${MAX_PACKED} bytes).` : other;
  throw new UserError([{ where, message, hint: `Make one with: bijwerken login ${network}${fed ? ' --print' : ''}` }]);
}

/**
 * The environment with every stored session beside what it holds, so that no text tells a value of one. Where others
 * could have started the run none is opened, so that there is none to tell. Never throws: a file that is no session of
 * this user's was read by nobody.
 */
export async function withStoredSessions(env: Env): Promise<Env> {
  if (isFromOutside(env)) return env;
  const stored: Record<string, string> = {};
  for (const { id, session } of networks) {
    const packed = session && (await storedSession(id, env).catch(() => null));
    if (packed) stored[sessionVariable(id)] = env[sessionVariable(id)]?.trim() || packed;
  }
  return { ...env, ...stored };
}

/** How a session stands: for people, without any value of it. */
export interface LoginState {
  readonly network: string;
  readonly name: string;
  readonly from: 'environment' | 'file';
  readonly savedAt: string;
  /** ISO 8601; null when no cookie says. */
  readonly expiresAt: string | null;
  readonly isSignedIn: boolean;
}

/** Of one network; null when there is no session of it. Throws a UserError for what is broken. */
export async function loginState(network: Network, env: Env, now: number): Promise<LoginState | null> {
  const plan = network.session;
  const found = plan ? await findSession(network.id, env) : null;
  if (!plan || !found) return null;
  const expiry = expiryOf(found.session, plan);
  return {
    network: network.id,
    name: network.name,
    from: found.from,
    savedAt: found.session.savedAt,
    expiresAt: expiry === null ? null : new Date(expiry).toISOString(),
    isSignedIn: isSignedIn(keptState(found.session, plan), plan, now),
  };
}

/** A person signs in at a network in a window of their own; what the audit needs of that is packed. Knows no terminal. */

import { isSignedIn, keptState } from './capture/session/kept.ts';
import { MAX_PACKED, packSession } from './capture/session/packed.ts';
import { sessionVariable } from './capture/session/store.ts';
import type { LoginWindow, OpenWindow } from './capture/session/window.ts';
import { isUrl } from './model/isUrl.ts';
import type { Network, SessionPlan } from './model/network.ts';
import { UserError } from './model/problem.ts';
import type { BrowserState } from './model/session.ts';
import type { World } from './model/world.ts';
import { networks } from './networks/index.ts';

/** A network at which the organisation can sign in. Throws a UserError for every other. */
export function loginNetwork(id: string): Network & { readonly session: SessionPlan } {
  const known = networks.flatMap((network) => (network.session ? [{ ...network, session: network.session }] : []));
  const found = known.find((network) => network.id === id.toLowerCase());
  if (found) return found;
  const hint = `There is one at: ${known.map((network) => network.id).join(', ')}.`;
  throw new UserError([{ where: 'login', message: `there is no login for ${JSON.stringify(id)}.`, hint }]);
}

/** What somebody has to know before they say yes, in plain words. */
export const warningsOf = ({ id, name, session: { terms } }: Network & { readonly session: SessionPlan }): string =>
  `Before you sign in at ${name}

  ${terms.says}
  (In our own words, as far as we know them. Read them yourself: ${terms.source})

  The audit would open the profiles that you list, one page at a time, in a browser that is signed in as you are
  now. ${name} may see that, and may lock the account for some time or for good.

  - Use a separate account that has few rights: one that manages no page, no advertisements and no messages, so that
    nothing of worth is lost with it. Where the network lets a person have one account only, it has to be that of
    somebody who agrees. Do not use the account with which you manage the profile.
  - Official access (a token) or a page that you save yourself (bijwerken import) is allowed more often, and safer.
  - Whoever has the session can act as that account. It is kept from the report and from its evidence. Sign out at
    ${name} everywhere to make it worthless.
  - It is used only for profiles whose "sources" name "session" (or with --source session), never for pull requests,
    and not after ${name} asked once who is there. In CI it comes from the secret ${sessionVariable(id)}.
`;

export interface LoginTools {
  readonly world: World;
  readonly open: OpenWindow;
  /** Fulfilled each time that the person says to be done. */
  readonly done: () => Promise<void>;
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
}

/** A person may have to look for a second factor. */
const PATIENCE_MS = 20 * 60_000;
const LOOK_MS = 1000;

/** The session in its printed form. Throws a UserError when nobody signed in, or it is too large. */
export async function signIn(network: Network & { readonly session: SessionPlan }, tools: LoginTools): Promise<string> {
  const { session: plan, id, name } = network;
  const { world, say } = tools;
  const window = await tools.open(plan.login);
  try {
    say(`Sign in at ${name} in the window. When you are, press Enter here, or wait until it is seen.`);
    const state = await signedInState(window, plan, name, tools);
    const savedAt = new Date(world.now()).toISOString();
    const packed = packSession({ version: 1, network: id, savedAt, ...state });
    if (packed.length <= MAX_PACKED) return packed;
    const message = `the session is ${packed.length} bytes large; at most ${MAX_PACKED} (40 KB) are kept, since secrets of CI servers hold little more.`;
    throw new UserError([{ where: 'login', message, hint: 'Try again in a window in which nothing else was opened.' }]);
  } finally {
    await window.close();
  }
}

type Told = 'looked' | 'done' | 'closed';

/** Waits for the person's word, or for the page behind the login. */
async function signedInState(window: LoginWindow, plan: SessionPlan, name: string, tools: LoginTools) {
  const { world, done, say, signal } = tools;
  const until = world.now() + PATIENCE_MS;
  let word = told(done(), 'done');
  const closed = told(window.closed, 'closed');
  while (world.now() < until) {
    const what = await Promise.race([word, closed, told(world.sleep(LOOK_MS, signal), 'looked')]);
    if (what === 'closed') throw nobody('the window was closed before anybody was signed in.');
    // A window that is being closed says nothing any more.
    const held = await window.state().catch(() => null);
    if (held === null) continue;
    const state: BrowserState = keptState(held, plan);
    const isIn = isSignedIn(state, plan, world.now());
    if (isIn && (what === 'done' || isBehind(window.address(), plan))) return state;
    if (what !== 'done') continue;
    say(`Nobody is signed in at ${name} yet, as far as can be seen. Go on in the window, and press Enter again.`);
    word = told(done(), 'done');
  }
  throw nobody('nobody signed in for twenty minutes.');
}

const told = async (event: Promise<unknown>, what: Told): Promise<Told> => {
  await event;
  return what;
};

/** On a page of the network where signing in is no longer under way. */
function isBehind(address: string, { domains, underWay }: SessionPlan): boolean {
  if (!isUrl(address)) return false;
  const { hostname, pathname } = new URL(address);
  const isOwn = domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
  return isOwn && !underWay.some((path) => pathname.startsWith(path));
}

const nobody = (message: string) => new UserError([{ where: 'login', message }]);

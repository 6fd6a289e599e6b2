/** `bijwerken login`: says what it risks, opens a window for a person to sign in, and stores or prints the session. */

import { createInterface, type Interface } from 'node:readline/promises';
import { worldOf } from '../audit.ts';
import { sessionVariable, storeSession } from '../capture/session/store.ts';
import { refuseWithoutDisplay, windowOpener } from '../capture/session/window.ts';
import { openConnections, redactorOf } from '../connections.ts';
import { loginNetwork, signIn, warningsOf } from '../login.ts';
import { UserError } from '../model/problem.ts';
import { interruptible, print, say, stderrLog } from './arguments.ts';

export interface LoginArguments {
  readonly print?: boolean;
  readonly yes?: boolean;
  readonly proxy?: string;
  readonly browser?: string;
  readonly verbose?: boolean;
}

export async function runLogin(id: string, given: LoginArguments): Promise<number> {
  const network = loginNetwork(id);
  say(warningsOf(network));
  refuseWithoutDisplay(process.env, process.platform, network.id);
  const { signal, release } = interruptible(() => say('Interrupted: nothing is stored.'));
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // A terminal that waits for an answer takes Ctrl-C for itself.
  terminal.on('SIGINT', () => process.emit('SIGINT'));
  try {
    if (!given.yes && !(await agreed(terminal, signal))) {
      say('Nothing was done.');
      return 0;
    }
    const packed = await inWindow(network, given, terminal, signal);
    if (given.print) printSession(network.id, packed);
    else say(`Stored, for you alone, in ${await storeSession(network.id, packed, process.env)}`);
    say(`A profile is seen with it when its "sources" in profiles.json name "session".`);
    return 0;
  } catch (error) {
    if (signal.aborted) return 3;
    throw error;
  } finally {
    terminal.close();
    release();
  }
}

async function agreed(terminal: Interface, signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY) {
    const message = 'nobody can be asked here: this is no terminal.';
    throw new UserError([{ where: 'login', message, hint: 'Read the above, and add --yes if you agree.' }]);
  }
  const answer = await terminal.question('Sign in all the same? Type "yes" (or "ja"): ', { signal });
  return /^(?:y|yes|j|ja)$/i.test(answer.trim());
}

function printSession(network: string, packed: string): void {
  say(`This is a secret. Keep it as ${sessionVariable(network)} where your CI server keeps secrets, and nowhere else:`);
  print(packed);
}

async function inWindow(
  network: Parameters<typeof signIn>[0],
  given: LoginArguments,
  terminal: Interface,
  signal: AbortSignal,
): Promise<string> {
  const connection = {
    ...(given.proxy === undefined ? {} : { proxy: given.proxy }),
    ...(given.browser === undefined ? {} : { browser: given.browser }),
  };
  const redactor = redactorOf(connection, process.env);
  const log = stderrLog(given.verbose, redactor);
  const world = worldOf({}, process.env);
  const connections = await openConnections({ ...connection, world, log, redactor, perHostDelayMs: 0 });
  const path = connection.browser ? { path: connection.browser } : {};
  try {
    const open = windowOpener({ guard: connections.guard, world, env: process.env, log, ...path });
    // Without a terminal nobody presses Enter: then only the page behind the login tells.
    const done = () =>
      process.stdin.isTTY ? terminal.question('', { signal }).then(() => {}) : new Promise<void>(() => {});
    return await signIn(network, { world, open, done, say, signal });
  } finally {
    await connections.close();
  }
}

/** Command-line options in the form that the library takes. */

import type { ConnectionOptions } from '../connections.ts';
import type { Source } from '../model/capture.ts';
import type { Log } from '../model/world.ts';

/** As commander gives them. */
export interface ConnectionArguments {
  readonly proxy?: string;
  readonly ignoreHttpsErrors?: boolean;
  readonly allowPrivate?: boolean;
  readonly browser?: string;
  readonly perHostDelay?: number;
  readonly verbose?: boolean;
}

export interface SelectionArguments {
  readonly only?: string[];
  readonly network?: string[];
  readonly source?: Source[];
}

export const connectionOptions = (
  given: ConnectionArguments,
): ConnectionOptions & { readonly perHostDelayMs?: number } => ({
  ...(given.proxy === undefined ? {} : { proxy: given.proxy }),
  ...(given.ignoreHttpsErrors ? { ignoreHttpsErrors: true } : {}),
  ...(given.allowPrivate ? { allowPrivate: true } : {}),
  ...(given.browser === undefined ? {} : { browser: given.browser }),
  ...(given.perHostDelay === undefined ? {} : { perHostDelayMs: given.perHostDelay }),
});

export const selectionOptions = ({ only, network, source }: SelectionArguments) => ({
  ...(only ? { only } : {}),
  ...(network ? { networks: network } : {}),
  ...(source ? { sources: source } : {}),
});

export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

export const stderrLog = (verbose: boolean | undefined, redact: (text: string) => string): Log => ({
  debug: (message) => (verbose ? say(redact(message)) : undefined),
  warn: (message) => say(redact(message)),
});

/** Aborts at Ctrl-C or SIGTERM; a second one ends the program at once, with the same exit code. */
export function interruptible(onInterrupt: () => void): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(3);
    onInterrupt();
    controller.abort(new Error('interrupted'));
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  const release = () => {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  };
  return { signal: controller.signal, release };
}

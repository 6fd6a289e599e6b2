/** `bijwerken deliver`, and what `audit` does after a run: people are told, and the heartbeat is sent. */

import path from 'node:path';
import { askThrough } from '../ask.ts';
import { isFromOutside } from '../capture/session/pullRequest.ts';
import { openConnections, redactorOf } from '../connections.ts';
import { sendHeartbeat } from '../deliver/heartbeat.ts';
import { readRun } from '../deliver/runFolder.ts';
import { type DeliveryOutcome, deliverRun, targetsOf } from '../delivery.ts';
import { loadProfiles } from '../loadProfiles.ts';
import type { Config } from '../model/config.ts';
import { TARGETS, type Target } from '../model/delivery.ts';
import { describeProblem, UserError } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { realWorld } from '../world.ts';
import { type ConnectionArguments, connectionOptions, interruptible, print, say, stderrLog } from './arguments.ts';
import { failureOf } from './failure.ts';

export interface DeliverArguments extends ConnectionArguments {
  readonly config: string;
  readonly to?: readonly string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export async function runDeliver(run: string, given: DeliverArguments): Promise<number> {
  const targets = given.to?.map(targetNamed);
  const { config, warnings } = await loadProfiles(given.config);
  for (const warning of warnings) say(describeProblem(warning));
  refuseUnset(config, targets, given.config);
  const { report } = await readRun(run);
  const { signal, release } = interruptible(() => say('Interrupted.'));
  try {
    const outcomes = await send({ config, report, folder: run, ...(targets ? { targets } : {}) }, given, signal);
    for (const outcome of outcomes) tell(outcome, true);
    if (given.json)
      print(
        JSON.stringify(
          outcomes.map(({ preview: _, ...outcome }) => outcome),
          null,
          2,
        ),
      );
    return outcomes.every(isWell) ? 0 : 3;
  } finally {
    release();
  }
}

export interface Follow {
  readonly config: Config;
  /** `--deliver`, `--no-deliver`, or neither. */
  readonly deliver: boolean | undefined;
  readonly isReplay: boolean;
}

interface Done {
  readonly report: Report;
  readonly folder: string;
}

/** After an audit. False when somebody should have been told and was not; the run is kept all the same. */
export async function followUp(follow: Follow, done: Done, given: ConnectionArguments, signal: AbortSignal) {
  try {
    return await tellAll(follow, done, given, signal);
  } catch (error) {
    const { message } = failureOf(error, process.env);
    say(`Not delivered: ${message}`);
    return false;
  }
}

async function tellAll(
  { config, deliver, isReplay }: Follow,
  { report, folder }: Done,
  given: ConnectionArguments,
  signal: AbortSignal,
): Promise<boolean> {
  const isWhole = report.run.complete && !report.run.partial && !isReplay;
  const wanted = deliver ?? (isWhole && mayTell(config, process.env));
  const outcomes = wanted && targetsOf(config).length > 0 ? await send({ config, report, folder }, given, signal) : [];
  for (const outcome of outcomes) tell(outcome, given.verbose ?? false);
  const isAllWell = outcomes.every(isWell);
  if (!isAllWell) say(`The run is kept. To send what was not sent:\n  bijwerken deliver ${folder}`);
  const { heartbeatUrl } = config.settings;
  if (isWhole && heartbeatUrl) await beat(heartbeatUrl, given, signal);
  return isAllWell;
}

/** A proposed change could name other readers: nobody is told of a run for it. */
function mayTell(config: Config, env: NodeJS.ProcessEnv): boolean {
  if (!isFromOutside(env)) return true;
  if (targetsOf(config).length > 0) say('Nobody is told of a run for a pull request (--deliver does it all the same).');
  return false;
}

interface Sending {
  readonly config: Config;
  readonly report: Report;
  readonly folder: string;
  readonly targets?: readonly Target[];
}

const send = (sending: Sending, given: DeliverArguments | ConnectionArguments, signal: AbortSignal) =>
  withAsk(given, signal, ({ ask, world, redact }) =>
    deliverRun({
      ...sending,
      dryRun: 'dryRun' in given && given.dryRun === true,
      world,
      ask,
      redact,
      allowPrivate: given.allowPrivate ?? false,
      ignoreHttpsErrors: given.ignoreHttpsErrors ?? false,
      signal,
    }),
  );

async function beat(address: string, given: ConnectionArguments, signal: AbortSignal): Promise<void> {
  const fault = await withAsk(given, signal, ({ ask }) => sendHeartbeat(address, ask));
  if (fault !== null) say(`Warning: the heartbeat (settings.heartbeatUrl) was not heard: ${fault}`);
}

/** The clock is the real one: `--now` shifts a run, and not when its mail is sent. */
async function withAsk<T>(
  given: ConnectionArguments,
  signal: AbortSignal,
  use: (tools: Pick<Parameters<typeof deliverRun>[0], 'ask' | 'world' | 'redact'>) => Promise<T>,
): Promise<T> {
  const connection = connectionOptions(given);
  const world = realWorld({ env: process.env });
  const redact = redactorOf(connection, process.env);
  const log = stderrLog(given.verbose, redact);
  const connections = await openConnections({ ...connection, world, log, redactor: redact, perHostDelayMs: 0 });
  try {
    return await use({ ask: askThrough(connections.http, signal), world, redact });
  } finally {
    await connections.close();
  }
}

const isWell = ({ status, reason }: DeliveryOutcome): boolean => status !== 'failed' && reason === null;

function tell({ target, status, to, subject, reason, preview }: DeliveryOutcome, isVerbose: boolean): void {
  const where = to ? `${target} to ${to.join(', ')}` : target;
  const what = subject ? `: ${subject}` : '';
  if (status === 'failed') say(`Not delivered by ${where}: ${reason}`);
  if (status === 'sent') say(`Delivered by ${where}${what}${reason ? ` (${reason})` : ''}`);
  if (status === 'would-be-sent') say(`Would be delivered by ${where}${what}`);
  if (status === 'sent-before' && isVerbose) say(`Delivered before by ${where}; not sent again.`);
  if (status === 'quiet' && isVerbose) say(`Nothing to tell by ${where}: not sent.`);
  if (preview !== null) say(`\n${preview}`);
}

function targetNamed(name: string): Target {
  const target = TARGETS.find((each) => each === name);
  if (target) return target;
  throw new UserError([
    { where: '--to', message: `${JSON.stringify(name)} is no way to deliver.`, hint: `Known: ${TARGETS.join(', ')}.` },
  ]);
}

function refuseUnset(config: Config, targets: readonly Target[] | undefined, file: string): void {
  const set = targetsOf(config);
  const hint = 'See docs/delivery.md for what can be set.';
  if (set.length === 0)
    throw new UserError([
      { where: path.basename(file), path: '/settings/delivery', message: 'nothing is set here.', hint },
    ]);
  const unset = targets?.filter((target) => !set.includes(target)) ?? [];
  if (unset.length === 0) return;
  throw new UserError(
    unset.map((target) => ({ where: '--to', message: `${target} is not set in settings.delivery.`, hint })),
  );
}

#!/usr/bin/env node
/** The command line: the only exit code, the only stack trace. Commands are loaded when they are asked for. */

import { Command, CommanderError } from 'commander';
import { createRedactor } from '../capture/redact.ts';
import { describeProblem, UserError } from '../model/problem.ts';
import { VERSION } from '../version.ts';
import { addCommands } from './commands.ts';
import { failureOf } from './failure.ts';

const program = new Command('bijwerken');
program
  .description("Audits an organisation's public profiles against its brand, and writes a report of what to put right.")
  .version(VERSION, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'explain a command')
  .showHelpAfterError('(bijwerken --help explains the commands)')
  .exitOverride()
  .addHelpText(
    'after',
    `
To begin:
  bijwerken init                     writes a first profiles.json
  bijwerken validate                 checks profiles.json and the brand's files
  bijwerken doctor                   shows what works on this machine: browser, proxy, write rights
  bijwerken audit                    visits every profile and writes reports/latest/index.html

Exit codes:
  0  nothing found at or above --fail-on        2  wrong usage or configuration
  1  findings at or above --fail-on             3  not completed, too little seen, or not delivered
  70 a bug of ours

What could not be seen is called unverifiable: never wrong, gone or dormant.`,
  );

// A reader that stops early (`| head`) is no mistake.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

addCommands(program, (code) => {
  process.exitCode = code;
});

program.parseAsync().catch(tell);
// What breaks outside of a command's own course must neither tell more, nor look like findings (exit code 1).
process.on('uncaughtException', (error) => void tell(error).finally(() => process.exit()));

async function tell(error: unknown): Promise<void> {
  if (error instanceof CommanderError) {
    // Help and version are answers, not mistakes.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  // What broke may have had a session in hand.
  const { withStoredSessions } = await import('../sessions.ts');
  const env = await withStoredSessions(process.env);
  if (error instanceof UserError) {
    const redact = createRedactor(env);
    for (const problem of error.problems) process.stderr.write(`${redact(describeProblem(problem))}\n`);
    process.exitCode = 2;
    return;
  }
  const { exitCode, message } = failureOf(error, env);
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
}

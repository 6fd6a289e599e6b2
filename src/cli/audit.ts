/** `bijwerken audit`: the library's audit, with progress and a summary for people. */

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { audit } from '../audit.ts';
import { redactorOf } from '../connections.ts';
import { loadProfiles } from '../loadProfiles.ts';
import type { FailOn, Language } from '../model/config.ts';
import { summaryText } from '../report/summary.ts';
import { withStoredSessions } from '../sessions.ts';
import { catalogue } from '../words/index.ts';
import { annotationsOf, isGithubRunner } from './annotations.ts';
import {
  type ConnectionArguments,
  connectionOptions,
  interruptible,
  print,
  type SelectionArguments,
  say,
  selectionOptions,
  stderrLog,
} from './arguments.ts';
import { followUp } from './deliver.ts';
import { BROWSER_HINT } from './hints.ts';
import { createProgress } from './progress.ts';

export interface AuditArguments extends ConnectionArguments, SelectionArguments {
  readonly config: string;
  readonly out: string;
  readonly failOn?: FailOn;
  readonly lang?: Language;
  readonly captures?: string;
  readonly now?: string;
  readonly json?: boolean;
  /** Left out: after a whole run from the web. */
  readonly deliver?: boolean;
}

export async function runAudit(given: AuditArguments): Promise<number> {
  const connection = connectionOptions(given);
  const log = stderrLog(given.verbose, redactorOf(connection, await withStoredSessions(process.env)));
  if (given.ignoreHttpsErrors)
    log.warn('WARNING: --ignore-https-errors: certificates are not checked, so any page may be forged.');
  const { config } = await loadProfiles(given.config, given.now);
  // Kept in full: the folder that this was started in may be gone by the end.
  const out = path.resolve(given.out);
  const progress = createProgress(process.stderr, process.env);
  const { signal, release } = interruptible(() => say('Interrupted: what is done is written now.'));
  try {
    const { report, folder, exitCode } = await audit({
      ...connection,
      ...selectionOptions(given),
      config: given.config,
      out: given.out,
      ...(given.failOn ? { failOn: given.failOn } : {}),
      ...(given.lang ? { language: given.lang } : {}),
      ...(given.captures ? { captures: given.captures } : {}),
      ...(given.now ? { now: given.now } : {}),
      signal,
      log,
      onProgress: progress.show,
    });
    progress.end();
    const reportPath = path.join(folder, 'index.html');
    say(
      summaryText(report, catalogue(report.run.language), {
        reportPath: `${reportPath}\n${pathToFileURL(path.resolve(reportPath)).href}`,
      }),
    );
    if (report.notices.some(({ code }) => code === 'no-browser'))
      say(`\nNo browser could be started, so pages that need one were not seen. This mends it:\n  ${BROWSER_HINT}`);
    if (isGithubRunner()) for (const line of await annotationsOf(report, given.config)) say(line);
    if (given.json) print(JSON.stringify(report, null, 2));
    const follow = { config, deliver: given.deliver, isReplay: given.captures !== undefined };
    const wellTold = await followUp(follow, { report, folder: path.join(out, report.run.id) }, given, signal);
    // A message that did not arrive is told, but never hides what the audit itself has to say.
    return exitCode === 0 && !wellTold ? 3 : exitCode;
  } finally {
    progress.end();
    release();
  }
}

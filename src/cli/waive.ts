/** `bijwerken waive`: accepts one deviation until a day, bound to the value that a run found. Nothing is fetched. */

import { didYouMean } from '../config/didYouMean.ts';
import { readRun } from '../deliver/runFolder.ts';
import { loadProfiles } from '../loadProfiles.ts';
import type { ProfileEntry } from '../model/config.ts';
import { CHECK_IDS, type CheckId } from '../model/finding.ts';
import { NEVER_WAIVED } from '../model/neverWaived.ts';
import { UserError } from '../model/problem.ts';
import type { Report, ReportFinding } from '../model/report.ts';
import { realWorld } from '../world.ts';
import { WITHOUT_PICTURE } from './apply.ts';
import { print, say } from './arguments.ts';
import { decideChange, STATES } from './patchChange.ts';
import { refuseUnknown } from './profileNamed.ts';
import { putIn } from './putIn.ts';

export interface WaiveArguments {
  readonly config: string;
  readonly until: string;
  readonly reason: string;
  readonly owner: string;
  readonly run: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export async function runWaive(id: string, name: string, given: WaiveArguments): Promise<number> {
  const check = checkNamed(name);
  const until = dayIn(given.until);
  for (const key of ['reason', 'owner'] as const)
    if (given[key].trim() === '') throw wrong(`--${key}`, 'this is empty.');
  const { config } = await loadProfiles(given.config);
  refuseUnknown(id, config, given.config);
  const entry = config.profiles.find((profile) => profile.id === id);
  const { report } = await readRun(given.run);
  const accepts = acceptedIn(report, entry, check, given.run);
  const waiver = { check, accepts, reason: given.reason.trim(), owner: given.owner.trim(), until };
  const today = new Date(realWorld({ env: {} }).now()).toISOString().slice(0, 10);
  const decided = decideChange({ kind: 'waive', profile: id, ...waiver }, config, today);
  if (decided.because) throw wrong(until < today ? '--until' : given.config, decided.because);
  const { places, withoutPicture } = await putIn([decided], {
    config: given.config,
    runs: [given.run],
    dryRun: given.dryRun ?? false,
  });
  if (given.json)
    print(JSON.stringify({ profile: id, ...waiver, state: decided.state, file: places[0] ?? null }, null, 2));
  else {
    say(`${id}: ${check} is accepted until ${until}: ${STATES[decided.state]}${places[0] ? ` (${places[0]})` : ''}`);
    if (withoutPicture.length > 0) say(`${id}: ${WITHOUT_PICTURE}`);
    if (given.dryRun) say('Nothing was written (--dry-run).');
  }
  return 0;
}

const wrong = (where: string, message: string, hint?: string) =>
  new UserError([{ where, message, ...(hint ? { hint } : {}) }]);

function checkNamed(name: string): CheckId {
  const check = CHECK_IDS.find((one) => one === name);
  if (!check) throw wrong('CHECK', `there is no check ${JSON.stringify(name)}.`, didYouMean(name, CHECK_IDS));
  if (NEVER_WAIVED.includes(check))
    throw wrong('CHECK', `${check} cannot be waived: gone and taken over stay visible.`);
  return check;
}

function dayIn(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  if (!isDay) throw wrong('--until', `${JSON.stringify(text)} is not a date such as 2027-01-31.`);
  return text;
}

/** The value that the run found wrong; only that can be accepted. */
function acceptedIn({ profiles }: Report, entry: ProfileEntry | undefined, check: CheckId, run: string): string {
  const visited = profiles.find(({ id }) => id === entry?.id);
  if (!visited) throw wrong(run, 'this run did not visit the profile.');
  if (visited.url !== entry?.url) throw wrong(run, `this run visited another address, ${visited.url}.`);
  const finding = visited.findings.find((one) => one.check === check);
  if (!finding) throw wrong(run, `this run did not ask ${check} of the profile.`);
  if (!isStanding(finding))
    throw wrong(run, `this run found nothing wrong there (${finding.status}).`, WHY[finding.status]);
  const accepts = finding.normalised ?? finding.found;
  if (accepts !== null) return accepts;
  throw wrong(
    run,
    'no value was found there that could be accepted.',
    `"ignore": ["${check}"] in the profile switches it off.`,
  );
}

const isStanding = ({ status }: ReportFinding): boolean =>
  status === 'deviating' || status === 'absent' || status === 'waived';

const WHY: Readonly<Partial<Record<ReportFinding['status'], string>>> = {
  unverifiable: 'What could not be seen cannot be accepted.',
};

/** Asks the checks of one profile, and those of all together. The one place where unseen, unknown, empty and crashed are told apart. */

import { isAsked } from '../model/asked.ts';
import type { ProfileAudit, Together, TogetherCheck } from '../model/audit.ts';
import type { Check, Context, PresenceCheck, Subject } from '../model/check.ts';
import { absent, type CheckId, type Finding, type Judgement, notApplicable, unverifiable } from '../model/finding.ts';
import { type FieldName, type Observation, type Reading, toldOutcome } from '../model/observation.ts';
import { asAccepted } from './accepted.ts';
import { byHand } from './byHand.ts';
import { toPaste, unfound } from './evidence.ts';

export async function judge(
  context: Context,
  fieldChecks: readonly Check[],
  presenceChecks: readonly PresenceCheck[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const add = (check: CheckId, judgement: Judgement | null) => {
    if (judgement) findings.push({ ...judgement, key: `${context.profile}/${check}`, check });
  };
  for (const check of presenceChecks) add(check.id, await guarded(() => check.judge(context)));
  if (context.network.closed || findings.some(isGone)) return findings;
  for (const check of fieldChecks) add(check.id, await guarded(() => asked(check, context)));
  return findings;
}

/** Of an account that the network says is no more, there is nothing left to see. */
const isGone = ({ code, status }: Finding): boolean =>
  status === 'deviating' && (code === 'presence.gone' || code === 'presence.suspended');

async function guarded(question: () => Judgement | null | Promise<Judgement | null>): Promise<Judgement | null> {
  try {
    return await question();
  } catch (error) {
    return unverifiable('check.crashed', { message: messageOf(error) });
  }
}

async function asked(check: Check, context: Context): Promise<Judgement | null> {
  const judgement = await ask(check, context);
  return judgement && byHand(check, await asAccepted(judgement, context), context);
}

async function ask(check: Check, context: Context): Promise<Judgement | null> {
  const { expectation, network, reading } = context;
  if (!check.expects(expectation)) return null;
  const wanted = check.oneOf?.(expectation) ?? check.needs;
  const [field = 'name'] = wanted;
  const lacking = (has: (field: FieldName) => boolean) =>
    check.oneOf ? (wanted.some(has) ? undefined : field) : wanted.find((need) => !has(need));
  const expected = check.expectedText(expectation);
  const unseen = { expected, evidence: [unfound(field, expected)] };
  const { observation } = reading;
  // A text may hold what the network has no field for; without a reader for the network nothing is known of its fields.
  const isThere = (need: FieldName) => network.fields.includes(need) || observation?.[need]?.within !== undefined;
  const foreign = network.fields.length > 0 ? lacking(isThere) : undefined;
  const isSeen = reading.outcome === 'profile' && observation !== null;
  const known = isSeen ? (check.beforehand?.(context) ?? null) : null;
  // A campaign outlives its date also where nothing is posted: a website.
  if (foreign && known?.status === 'deviating') return known;
  if (foreign) return notApplicable('field.not-on-network', { field: foreign, network: network.name });
  if (!isSeen) {
    return unverifiable('field.not-seen', { field, outcome: toldOutcome(reading), because: reading.because }, unseen);
  }
  if (known) return known;
  const missing = lacking((need) => observation[need] !== undefined);
  if (missing) return unverifiable('field.not-found', { field: missing }, unseen);
  const empty = lacking((need) => observation[need] !== undefined && !isEmpty(observation[need]));
  if (empty) return check.whenEmpty?.(context) ?? emptyField(check, context, empty, observation[empty]);
  // The lines above have shown every needed field to be there, and filled.
  const fields = observation as Subject<FieldName>['fields'];
  return withRemedyAddress(await check.judge({ ...context, fields, observation }), context);
}

function emptyField(
  check: Check,
  { expectation, network }: Context,
  field: FieldName,
  place?: Reading<unknown>,
): Judgement {
  const expected = check.expectedText(expectation);
  const file = check.remedyFile?.(expectation) ?? null;
  return absent(
    'field.empty',
    { field },
    {
      expected,
      normalised: '',
      evidence: [unfound(field, expected, place)],
      remedy: { value: file === null ? toPaste(check, expectation, network) : null, file, url: network.editUrl },
    },
  );
}

/** What is wrong is put right on the network's edit page, unless the check knows better. */
function withRemedyAddress(judgement: Judgement, { network }: Context): Judgement {
  if (judgement.status !== 'deviating' && judgement.status !== 'absent') return judgement;
  return { ...judgement, remedy: { url: network.editUrl, ...judgement.remedy } };
}

function isEmpty(reading: Observation[FieldName]): boolean {
  const value: unknown = reading?.value;
  if (value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string' && one.trim() === '');
  return false;
}

/** What the profiles say of each other, by profile. A profile of which a check is not asked is no example to the others. */
export async function judgeTogether(
  audits: readonly ProfileAudit[],
  together: Together,
  checks: readonly TogetherCheck[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const findings = new Map<string, Finding[]>();
  for (const check of checks) {
    const asked = audits.filter(({ visit }) => isAsked(check.id, visit.entry, together.settings));
    for (const [profile, judgement] of await answered(check, asked, together)) {
      const key = `${profile}/${check.id}`;
      findings.set(profile, [...(findings.get(profile) ?? []), { ...judgement, key, check: check.id }]);
    }
  }
  return findings;
}

async function answered(check: TogetherCheck, asked: readonly ProfileAudit[], together: Together) {
  try {
    return await check.judge(asked, together);
  } catch (error) {
    const crashed = unverifiable('check.crashed', { message: messageOf(error) });
    const seen = asked.filter(({ reading }) => reading.outcome === 'profile');
    return new Map(seen.map(({ visit }) => [visit.entry.id, crashed]));
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'not an Error');

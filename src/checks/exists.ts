/** Is the profile there? Gone and suspended are said only on the network's own sign, seen twice. */

import type { Context, PresenceCheck } from '../model/check.ts';
import { deviating, type Judgement, ok, unverifiable } from '../model/finding.ts';
import { type CaptureReading, toldOutcome } from '../model/observation.ts';
import { looks } from './evidence.ts';

export const exists: PresenceCheck = {
  id: 'presence.exists',
  severity: 'error',
  judge: (context) => (context.network.closed ? null : answer(context)),
};

function answer(context: Context): Judgement {
  const { outcome, because, confirmed, blind, isUncontrolled, isUnmet } = context.reading;
  const found = toldOutcome(context.reading);
  const extras = { expected: 'profile', found, normalised: outcome, evidence: looks(context) };
  const sign = { sign: signOf(context) };
  if (blind) return unverifiable('presence.blind', { source: blind }, extras);
  if (outcome === 'profile' && isClosedForGood(context)) {
    return deviating('presence.closed-for-good', { network: context.network.name }, { evidence: extras.evidence });
  }
  if (outcome === 'profile') return ok('presence.seen', { source: seenBy(context) }, extras);
  if (outcome === 'suspended') {
    return confirmed ? deviating('presence.suspended', sign, extras) : unverifiable('presence.suspended', sign, extras);
  }
  if (outcome !== 'not-found') return unverifiable('presence.not-seen', { outcome: found, because }, extras);
  if (isUnmet) return unverifiable('presence.not-found-unmet', sign, extras);
  if (isUncontrolled) return unverifiable('presence.not-found-uncontrolled', sign, extras);
  if (!confirmed) return unverifiable('presence.not-found-unconfirmed', sign, extras);
  return deviating('presence.gone', { ...sign, ...timesOf(context) }, extras);
}

/** The account is there, and says that nobody is: right for what is kept as it was, and for nothing else. */
const isClosedForGood = ({ reading, expectation }: Context): boolean =>
  reading.observation?.closed?.value === 'permanently' && expectation.activity.intent !== 'archive';

const agreeing = ({ reading }: Context): readonly CaptureReading[] =>
  reading.readings.filter(({ outcome }) => outcome === reading.outcome);

const signOf = (context: Context): string => {
  const reading = agreeing(context).find(({ sign }) => sign !== undefined);
  return reading?.sign ?? context.reading.because;
};

const seenBy = (context: Context) => {
  const [field] = Object.values(context.reading.observation ?? {});
  return agreeing(context)[0]?.source ?? field?.source ?? 'hand';
};

function timesOf(context: Context): { firstSeenGoneAt: string; confirmedAt: string } {
  const at = (look: 1 | 2) => agreeing(context).find((reading) => reading.look === look)?.at;
  const firstSeenGoneAt = at(1) ?? context.reading.at;
  return { firstSeenGoneAt, confirmedAt: at(2) ?? context.reading.at };
}

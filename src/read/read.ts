/** The reading of profiles: every capture judged for itself, then all of them together. Pure. */

import type { Capture, Outcome } from '../model/capture.ts';
import { type Doubts, NO_DOUBTS } from '../model/control.ts';
import type { Account, Network } from '../model/network.ts';
import type { CaptureReading, ProfileReading } from '../model/observation.ts';
import { mergeObservation } from './merge.ts';
import { readCapture } from './readCapture.ts';

export { readCapture } from './readCapture.ts';
export { withContactInTexts } from './texts/contact.ts';

/** What a blind source saw stays among the readings, and counts for nothing. */
export function readProfile(
  captures: readonly Capture[],
  network: Network,
  account: Account,
  { blind, unclear }: Doubts = NO_DOUBTS,
): ProfileReading {
  const readings = captures.map((capture) => readCapture(capture, network, account));
  const trusted = readings.filter(({ source }) => !blind.includes(source));
  // A saved page that is too old, and a session that saw nothing, say why, where nothing else says anything.
  const deciding = decidingReading(trusted.filter((reading) => counts(reading))) ?? decidingReading(trusted);
  const at = captures[deciding === undefined ? 0 : readings.indexOf(deciding)]?.at ?? '1970-01-01T00:00:00.000Z';
  const [unseen] = readings;
  if (deciding === undefined) return { ...nothingSeen(unseen), readings, at };
  const { outcome, because, source, isAgainstRobots } = deciding;
  const isSeenTwice = isAbsence(outcome) && isConfirmed(trusted, outcome);
  const isUncontrolled = isSeenTwice && outcome === 'not-found' && unclear.includes(source);
  const isUnmet = isSeenTwice && deciding.isUnmet === true;
  // What one account is not shown may well be there for everybody else.
  const isForOne = source === 'session';
  return {
    outcome,
    because,
    confirmed: isSeenTwice && !isUncontrolled && !isUnmet && !isForOne,
    ...(isUnmet ? { isUnmet } : {}),
    ...(isAgainstRobots ? { isAgainstRobots } : {}),
    ...(isUncontrolled ? { isUncontrolled } : {}),
    observation: outcome === 'profile' ? mergeObservation(trusted) : null,
    readings,
    at,
  };
}

/** That a session has ended, or is asked who it is, is a fact about the session. */
const counts = ({ isTooOld, source, outcome }: CaptureReading): boolean =>
  !isTooOld && (source !== 'session' || outcome === 'profile' || isAbsence(outcome));

function nothingSeen(blind: CaptureReading | undefined): Omit<ProfileReading, 'readings' | 'at'> {
  const nothing = { confirmed: false, observation: null } as const;
  if (blind === undefined) return { outcome: 'network-error', because: 'nothing was captured', ...nothing };
  const because = `a profile that exists and a name that nobody can have looked alike: ${blind.because}`;
  return { outcome: 'unreadable', because, blind: blind.source, ...nothing };
}

/** What tells most comes first. A profile seen outweighs an absence, and an absence whatever kept us from seeing. */
const TELLING: readonly (readonly Outcome[])[] = [
  ['profile'],
  ['not-found', 'suspended'],
  ['login-wall'],
  ['challenge'],
  ['rate-limited'],
  ['unreadable'],
  ['timeout'],
  ['network-error'],
];

/** Among equals the first source asked. A second look only confirms, unless it sees the profile after all. */
function decidingReading(readings: readonly CaptureReading[]): CaptureReading | undefined {
  const first = readings.filter(({ look, outcome }) => look === 1 || outcome === 'profile');
  const asked = first.length > 0 ? first : readings;
  for (const outcomes of TELLING) {
    const found = asked.find(({ outcome }) => outcomes.includes(outcome));
    if (found) return found;
  }
  return undefined;
}

const isAbsence = (outcome: Outcome): boolean => outcome === 'not-found' || outcome === 'suspended';

/** The same source saw the same absence at both looks. */
const isConfirmed = (readings: readonly CaptureReading[], outcome: Outcome): boolean =>
  readings.some(
    (second) =>
      second.look === 2 &&
      second.outcome === outcome &&
      readings.some((first) => first.look === 1 && first.source === second.source && first.outcome === outcome),
  );

/** The reading of profiles: every capture judged for itself, then all of them together. Pure. */

import type { Capture, Outcome } from '../model/capture.ts';
import type { Account, Network } from '../model/network.ts';
import type { CaptureReading, ProfileReading } from '../model/observation.ts';
import { mergeObservation } from './merge.ts';
import { readCapture } from './readCapture.ts';

export { readCapture } from './readCapture.ts';

export function readProfile(captures: readonly Capture[], network: Network, account: Account): ProfileReading {
  const readings = captures.map((capture) => readCapture(capture, network, account));
  const deciding = decidingReading(readings);
  const at = captures[deciding === undefined ? 0 : readings.indexOf(deciding)]?.at ?? '1970-01-01T00:00:00.000Z';
  if (deciding === undefined) {
    return {
      outcome: 'network-error',
      because: 'nothing was captured',
      confirmed: false,
      observation: null,
      readings,
      at,
    };
  }
  const { outcome, because } = deciding;
  return {
    outcome,
    because,
    confirmed: isAbsence(outcome) && isConfirmed(readings, outcome),
    observation: outcome === 'profile' ? mergeObservation(readings) : null,
    readings,
    at,
  };
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

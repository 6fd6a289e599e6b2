/**
 * Is this still the organisation's account? By the network's lasting id alone: another id under the same handle is
 * somebody else's account, the same id under another handle a new name. Ids of two kinds are never compared.
 */

import type { Context, PresenceCheck } from '../model/check.ts';
import { deviating, type Judgement, notApplicable, ok, unverifiable } from '../model/finding.ts';
import { type ProfileReading, type Reading, toldOutcome } from '../model/observation.ts';
import { comparePins } from '../model/pin.ts';
import { besideValues, unfound } from './evidence.ts';

export const identity: PresenceCheck = {
  id: 'presence.identity',
  severity: 'error',
  judge: (context) => (context.network.closed ? null : answer(context)),
};

function answer(context: Context): Judgement | null {
  const { expectation, reading, network } = context;
  const { pin } = expectation;
  if (reading.outcome !== 'profile') return unseen(context);
  const compared = pin === undefined ? null : compare(pin, context);
  if (compared?.code === 'identity.taken-over') return compared;
  const other = renamed(context) ?? moved(context);
  if (other || compared) return other ?? compared;
  if (pin === undefined) return null;
  if (!network.fields.includes('pin')) {
    return network.fields.length > 0
      ? notApplicable('field.not-on-network', { field: 'pin', network: network.name })
      : null;
  }
  return unverifiable('field.not-found', { field: 'pin' }, { expected: pin, evidence: [unfound('pin', pin)] });
}

/** Of an account that is no more nothing is left to compare. */
function unseen({ expectation, reading, network }: Context): Judgement | null {
  const { outcome, because } = reading;
  if (outcome === 'not-found' || outcome === 'suspended') return null;
  const led = reading.readings.find(({ redirected }) => redirected !== undefined)?.redirected;
  if (led) {
    const extras = { expected: expectation.handle, found: led.handle, normalised: led.handle };
    return unverifiable(
      'identity.perhaps-renamed',
      { to: led.url },
      { ...extras, evidence: [handles(expectation, led)] },
    );
  }
  const { pin } = expectation;
  if (pin === undefined || !network.fields.includes('pin')) return null;
  const extras = { expected: pin, evidence: [unfound('pin', pin)] };
  return unverifiable('field.not-seen', { field: 'pin', outcome: toldOutcome(reading), because }, extras);
}

/** What the pages show beside what the list holds; null where none shows an id. */
function compare(pin: string, { reading, network }: Context): Judgement | null {
  const against = (seen: string) => comparePins(network.pins ?? [], pin, seen);
  const places = shownIn(reading, (name) => against(name) === 'same', pin);
  const one = (result: ReturnType<typeof against>) => places.find(({ value }) => against(value) === result);
  const [same, other] = [one('same'), one('other')];
  const place = other ?? same ?? places[0];
  if (place === undefined) return null;
  const seen = { registered: pin, seen: place.value };
  const evidence = [...(same && other ? [same] : []), place].map((each) => ids(pin, each));
  const extras = { expected: pin, found: place.value, normalised: place.value, evidence };
  if (same && other) return unverifiable('identity.contradictory', seen, extras);
  if (same) return ok('identity.same', { pin }, extras);
  if (!other) return unverifiable('identity.not-comparable', seen, extras);
  const isUnmet = places.every((each) => each.isUnmet || against(each.value) !== 'other');
  if (isUnmet) return unverifiable('identity.unmet', seen, extras);
  return deviating('identity.taken-over', seen, extras);
}

type Shown = Reading<string> & { readonly value: string };

const hasValue = (place: Reading<string> | undefined): place is Shown => typeof place?.value === 'string';

/** An account may have several ids: a page that names itself by the one in the list shows that one. */
function shownIn(
  { readings, observation }: ProfileReading,
  isRegistered: (name: string) => boolean,
  pin: string,
): readonly Shown[] {
  const shown = readings.flatMap(({ observation: own, named = [], source }): readonly Shown[] => {
    const place = own?.pin;
    if (named.some(isRegistered)) return [{ origin: 'dom', source, locator: 'proof', ...place, value: pin }];
    return hasValue(place) ? [place] : [];
  });
  if (shown.length > 0) return shown;
  return hasValue(observation?.pin) ? [observation.pin] : [];
}

function renamed({ expectation, reading }: Context): Judgement | null {
  const found = reading.readings.find((each) => each.renamed !== undefined)?.renamed;
  if (!found) return null;
  const { handle: from } = expectation;
  const extras = { expected: from, found: found.handle, normalised: found.handle };
  const evidence = [handles(expectation, found)];
  return deviating('identity.renamed', { from, to: found.url }, { ...extras, evidence, remedy: { value: found.url } });
}

function moved({ reading }: Context): Judgement | null {
  const place = reading.observation?.movedTo;
  if (!hasValue(place)) return null;
  const { value: to } = place;
  const evidence = [besideValues('presence', place, { expected: [], found: [to] })];
  return deviating('identity.moved', { to }, { found: to, normalised: to, evidence, remedy: { value: to } });
}

const ids = (pin: string, place: Shown) => besideValues('pin', place, { expected: [pin], found: [place.value] });

const handles = ({ handle }: Context['expectation'], other: { readonly handle: string }) =>
  ({ kind: 'value', field: 'handle', expected: [handle], found: [other.handle] }) as const;

/**
 * The organisation's own posts among all that a member is shown. The list is chosen for its reader, so the newest of
 * them is a lower bound. Pure; part of the LinkedIn adapter.
 */

import type { Activity } from '../model/observation.ts';
import { atLeast, type Interval, linkedInTime, newest } from '../read/dates.ts';
import { at, isText, type JsonObject, textAt } from '../read/json.ts';

const UPDATE = /^com\.linkedin\.voyager\.(?:dash\.feed\.Update|feed\.render\.UpdateV2)$/;

/** Of posts by the organisation with this number; what it passed on is somebody else's. */
export function newestUpdate(entities: readonly JsonObject[], id: string): Activity | undefined {
  const own = entities.filter(
    (entity) => isText(entity.$type) && UPDATE.test(entity.$type) && isBy(entity, id) && !passesOn(entity),
  );
  return atLeast(newest(own.map(timeOf)));
}

function isBy({ actor }: JsonObject, id: string): boolean {
  const urns = [textAt(actor, 'backendUrn'), textAt(actor, 'urn')].filter(isText);
  return (
    urns.length > 0 &&
    urns.every((urn) => /^urn:li:(?:company|organization|fsd_company):(\d{1,19})$/.exec(urn)?.[1] === id)
  );
}

/** A line above it says who passed it on, liked it or paid for it. */
const passesOn = (update: JsonObject): boolean =>
  ['resharedUpdate', '*resharedUpdate', 'header'].some((key) => (update[key] ?? null) !== null);

/** `urn:li:activity:<id>`, or the same inside `urn:li:fsd_update:(…)`. */
function timeOf(update: JsonObject): Interval | null {
  const urns = [at(update, 'metadata', 'backendUrn'), at(update, 'updateMetadata', 'urn'), update.entityUrn];
  const ids = urns.filter(isText).map((urn) => /urn:li:activity:(\d{15,20})(?!\d)/.exec(urn.slice(0, 500))?.[1]);
  return linkedInTime(ids.find(isText) ?? '');
}

/** Whether a reader still fits its network's pages: one fact about the reader, not a list of wrong profiles. */

import type { AuditedSource, ProfileAudit } from '../model/audit.ts';
import type { Capture, Source } from '../model/capture.ts';
import type { ControlledSource } from '../model/control.ts';
import type { ProfileReading } from '../model/observation.ts';

/** Pages came, no wall and no failure was known in them, and nothing could be read. */
export const isLost = (captures: readonly Capture[], { readings }: Pick<ProfileReading, 'readings'>): boolean =>
  captures.length > 0 &&
  captures.every((capture, index) => {
    const reading = readings[index];
    const [page] = capture.documents;
    const came = page !== undefined && !page.failure && page.status >= 200 && page.status < 300;
    return came && reading?.outcome === 'unreadable' && reading.sign === undefined;
  });

/** One page may be odd by itself; two of them, and nothing else, are the reader. */
const ENOUGH = 2;

/** Of all that this source was asked of one network tonight. Networks that any host may speak have no layout of their own. */
export function readerFits(
  audits: readonly ProfileAudit[],
  network: string,
  source: Source,
  controlled: readonly ControlledSource[],
): boolean {
  // Readers are made for what guests see; that they may not fit what members see says nothing of them.
  if (source === 'session') return true;
  const ofNetwork = audits.filter(({ visit }) => visit.entry.network === network && visit.network?.anyHost !== true);
  const asked = ofNetwork
    .flatMap(({ sources }) => sources)
    .filter((each): each is AuditedSource => each.source === source && each.look === 1);
  const control = controlled.find((each) => each.network === network && each.source === source && each.known !== null);
  const pages = [...asked.map(({ isLost: lost }) => lost), ...(control ? [control.isKnownLost] : [])];
  return pages.length < ENOUGH || asked.length === 0 || pages.includes(false);
}

/** What the previous run had and this one no longer has, in a line. */

import type { LastSeen } from '../model/previous.ts';
import type { FixedFinding, Report } from '../model/report.ts';
import { checkLabel, describeFinding, type Words } from '../words/index.ts';

/** `LinkedIn linkedin-main, Telefoonnummer: “Hier staat …” (gezien op 22 november 2026)` */
export function fixedLine({ profiles }: Report, { profile: id, check, last }: FixedFinding, words: Words): string {
  const network = profiles.find((profile) => profile.id === id)?.networkName;
  const what = `${network ? `${network} ` : ''}${id}, ${checkLabel(words, check)}`;
  return last ? `${what}: ${lastSaid(last, words)}` : what;
}

/** What was said of it then, as a quotation: it may not be so by now. */
export const lastSaid = (last: LastSeen, words: Words): string =>
  `“${describeFinding(words, last)}” (${words.forms.issue.lastSeenOn(words.format.date(last.at))})`;

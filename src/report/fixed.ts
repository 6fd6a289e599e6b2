/** What the previous run had and this one no longer has, in a line. */

import type { FixedFinding, Report } from '../model/report.ts';
import { checkLabel, describeFinding, type Words } from '../words/index.ts';

/** `LinkedIn linkedin-main, Telefoonnummer: Hier stond … (gezien op 22 november 2026)` */
export function fixedLine({ profiles }: Report, { profile: id, check, last }: FixedFinding, words: Words): string {
  const network = profiles.find((profile) => profile.id === id)?.networkName;
  const what = `${network ? `${network} ` : ''}${id}, ${checkLabel(words, check)}`;
  if (!last) return what;
  return `${what}: ${describeFinding(words, last)} (${words.forms.issue.lastSeenOn(words.format.date(last.at))})`;
}

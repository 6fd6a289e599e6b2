/** A finding in plain lines, for forms that show text alone. Foreign text is made harmless to the eye, not escaped. */

import type { ReportFinding, ReportProfile } from '../model/report.ts';
import { askFirst, checkLabel, describeFinding, lookup, toWeigh, type Words } from '../words/index.ts';
import { shown } from './html/shown.ts';
import { oneLine, someLines } from './visible.ts';

/** The sentence; of a waived finding, who accepted it until when. */
export function sentenceOf(words: Words, { waiver, ...finding }: ReportFinding): string {
  const sentence = oneLine(describeFinding(words, finding), 1_000);
  if (finding.status !== 'waived' || !waiver) return sentence;
  return `${sentence} ${oneLine(words.page.finding.waiver(waiver.owner, words.format.date(waiver.until)), 600)}`;
}

/** What is said of a finding whose code a later version made stays readable. */
export const remedyOf = (words: Words, { code, status, remedy }: ReportFinding): string | null =>
  status === 'ok' || status === 'not-applicable' ? null : (lookup(words.remedy, code) ?? remedy.text);

/** Expected and found as the page shows them: codes as words. */
export const expectedOf = (words: Words, { check, expected }: ReportFinding): string | null =>
  expected === null ? null : shown(words, check, expected);
export const foundOf = (words: Words, { check, found }: ReportFinding): string | null =>
  found === null ? null : shown(words, check, found);

/** `LinkedIn linkedin-main: Telefoonnummer` */
export const titleOf = (words: Words, { networkName, id }: ReportProfile, { check }: ReportFinding): string =>
  oneLine(`${networkName} ${id}: ${checkLabel(words, check)}`);

/** What to weigh and whom to ask before an account is let go. */
/** What stands before it: the brand's word, or only what other profiles show. */
export function expectedLabelOf({ page, format }: Words, { evidence }: ReportFinding): string {
  const others = [...new Set(evidence.items.flatMap(({ elsewhere }) => elsewhere ?? []))];
  return others.length > 0 ? oneLine(page.finding.elsewhere(format.list(others)), 300) : page.finding.expected;
}

export const adviceOf = (words: Words, { advice }: ReportFinding): readonly string[] =>
  advice ? [...toWeigh(words, advice), ...askFirst(words, advice)].map((sentence) => oneLine(sentence, 600)) : [];

/** Label and text of all that a reader needs to act. */
export function detailsOf(
  words: Words,
  profile: ReportProfile,
  finding: ReportFinding,
): readonly (readonly [string, string])[] {
  const { page, format } = words;
  const expected = expectedOf(words, finding);
  const found = foundOf(words, finding);
  const remedy = remedyOf(words, finding);
  return [
    ...(expected === null ? [] : [[expectedLabelOf(words, finding), someLines(expected)] as const]),
    ...(found === null ? [] : [[page.finding.found, someLines(found)] as const]),
    ...(remedy === null ? [] : [[page.finding.remedy, oneLine(remedy, 600)] as const]),
    ...adviceOf(words, finding).map((sentence) => [words.advice.heading, sentence] as const),
    [page.profile.address, oneLine(profile.url, 2_000)],
    [words.forms.columns.since, format.date(finding.since)],
  ];
}

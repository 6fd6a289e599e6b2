/** Expected and found in words, where a check states them as codes: outcomes, instants, durations. */

import type { CheckId } from '../../model/finding.ts';
import { type ToldOutcome, toldOutcome } from '../../model/observation.ts';
import type { ReportProfile, ReportSource } from '../../model/report.ts';
import { lookup, type Words } from '../../words/index.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,16}Z)?$/;

export function shown(words: Words, check: CheckId, text: string): string {
  if (check === 'presence.exists') return lookup(words.outcomes, text)?.label ?? text;
  if (check.startsWith('activity.') && text.startsWith('P'))
    return words.page.finding.youngerThan(words.format.duration(text));
  if (INSTANT.test(text) && (check.startsWith('activity.') || check.startsWith('presence.')))
    return words.format.date(text);
  return text;
}

export const toldSource = ({ outcome, robots }: Pick<ReportSource, 'outcome' | 'robots'>): ToldOutcome =>
  toldOutcome({ outcome, ...(robots ? { isAgainstRobots: true } : {}) });

/** The first source with the profile's own outcome is what decided it. */
export function toldCapture({ outcome, sources }: ReportProfile['capture']): ToldOutcome {
  const deciding = sources.find((source) => source.outcome === outcome);
  return deciding ? toldSource(deciding) : outcome;
}

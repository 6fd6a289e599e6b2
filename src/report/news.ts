/** What is new, back or put right in a run, counted once for every message; and whether that is worth a message. Pure. */

import type { OnlyWhen } from '../model/delivery.ts';
import type { Report } from '../model/report.ts';
import type { MessageCounts } from '../words/mail.ts';
import { countsOf } from './facts.ts';

/** Without an earlier run nothing is new: nobody was told anything before. */
export function newsOf(report: Report): MessageCounts {
  const { asking, missing, unseen } = countsOf(report);
  const back = report.profiles.flatMap(({ findings }) => findings).filter(({ isNew, isBack }) => isNew && isBack);
  const { new: fresh, fixed } = report.summary.sincePrevious ?? { new: 0, fixed: 0 };
  return { fresh, back: back.length, fixed, asking: asking + missing, unseen };
}

/** A quiet night is silent. After the first run everything that asks something is news. */
export function isWorthTelling(report: Report, onlyWhen: OnlyWhen): boolean {
  const { fresh, asking } = newsOf(report);
  const { exitCode } = report.run;
  switch (onlyWhen) {
    case 'always':
      return true;
    case 'failure':
      // What was not completed concerns everybody; what is wrong, those whose it is.
      return exitCode === 3 || (exitCode !== 0 && asking > 0);
    case 'new-findings':
      return report.summary.sincePrevious === null ? asking > 0 : fresh > 0;
    default: {
      const unknown: never = onlyWhen;
      return unknown;
    }
  }
}

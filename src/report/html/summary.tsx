/** The head of the page: one sentence, the counts, how much was seen, and what to mind about the run itself. */

import { VERDICTS } from '../../model/audit.ts';
import { noticeText } from '../facts.ts';
import { Icon } from './icon.tsx';
import { News } from './news.tsx';
import { Value } from './text.tsx';
import { Trend } from './trend.tsx';
import type { View } from './view.ts';

export function Summary({ view }: { readonly view: View }) {
  const { words, report } = view;
  const { verdicts, sincePrevious, profiles } = report.summary;
  return (
    <section aria-labelledby="summary" class="summary">
      <h2 id="summary">{words.page.summaryHeading}</h2>
      <ul class="tiles" aria-label={words.page.verdictsHeading}>
        {VERDICTS.filter((verdict) => verdicts[verdict] > 0).map((verdict) => (
          <li class={`tile badge-${verdict}`}>
            <Icon name={verdict} />
            <span class="tile-count">{words.format.number(verdicts[verdict])}</span>
            <span>{words.verdicts[verdict].label}</span>
          </li>
        ))}
      </ul>
      <Coverage view={view} seen={profiles - verdicts.unverifiable} of={profiles} />
      <p class="quiet">
        {sincePrevious ? words.page.sincePrevious(sincePrevious.new, sincePrevious.fixed) : words.page.firstRun}
      </p>
      <News view={view} />
      <Trend view={view} />
    </section>
  );
}

function Coverage({ view, seen, of }: { readonly view: View; readonly seen: number; readonly of: number }) {
  const { words, report } = view;
  const { byHand } = report.summary.coverage;
  if (of === 0) return null;
  return (
    <div class="coverage">
      <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="bar-all" width="100" height="4" />
        <rect class="bar-seen" width={Math.round((seen / of) * 100)} height="4" />
      </svg>
      <p>
        <strong>{words.page.coverage(seen, of)}</strong>{' '}
        {words.page.fieldCoverage(words.format.percent(report.summary.coverage.fields))}{' '}
        {byHand && `${words.page.byHand(words.format.percent(byHand.fields))} `}
        {seen < of && <a href="#unseen">{words.page.unseenHeading}</a>}
      </p>
    </div>
  );
}

/** What a reader must know before believing the rest. */
export function Notices({ view }: { readonly view: View }) {
  const { words, report } = view;
  const { run, notices } = report;
  const messages = [
    ...(run.complete || notices.some(({ code }) => code === 'interrupted') ? [] : [words.page.incomplete]),
    ...(run.partial ? [partialOf(view)] : []),
    ...notices.filter(({ severity }) => severity !== 'info').map((notice) => noticeText(report, notice, words)),
  ];
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="notices" class="notices">
      <h2 id="notices">{words.page.noticesHeading}</h2>
      <ul>
        {messages.map((message) => (
          <li>
            <Icon name="warning" />
            <Value text={message} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function partialOf({ words, report }: View): string {
  const { only = [], networks = [], sources = [] } = report.run.partial ?? {};
  const chosen = [...only, ...networks, ...sources];
  return chosen.length === 0
    ? words.page.partial
    : `${words.page.partial} ${words.page.partialOnly(words.format.list(chosen))}`;
}

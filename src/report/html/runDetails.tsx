/** About the run itself: for whoever keeps the tool. */

import { OUTCOMES } from '../../model/capture.ts';
import type { ToldOutcome } from '../../model/observation.ts';
import type { Report } from '../../model/report.ts';
import { describeExitReason } from '../../words/index.ts';
import { networkName, noticeText } from '../facts.ts';
import { Value } from './text.tsx';
import type { View } from './view.ts';

export function RunDetails({ view }: { readonly view: View }) {
  const { words, report } = view;
  const { run, tool, summary } = report;
  const figures = { coverage: summary.coverage.profiles, minCoverage: run.minCoverage };
  return (
    <section aria-labelledby="run" class="run">
      <h2 id="run">{words.page.runHeading}</h2>
      <dl class="facts">
        <dt>{words.page.run.id}</dt>
        <dd>
          <Value text={run.id} />
        </dd>
        <dt>{words.page.run.started}</dt>
        <dd>
          <time dateTime={run.startedAt}>{words.format.dateTime(run.startedAt)}</time>
        </dd>
        <dt>{words.page.run.finished}</dt>
        <dd>
          <time dateTime={run.finishedAt}>{words.format.dateTime(run.finishedAt)}</time>
        </dd>
        <dt>{words.page.run.browser}</dt>
        <dd>
          <Value text={run.browser ?? words.page.run.noBrowser} />
        </dd>
        <dt>{words.page.run.tool}</dt>
        <dd>
          <Value text={`${tool.name} ${tool.version}`} />
        </dd>
        <dt>{words.page.run.exit}</dt>
        <dd>
          <Value
            text={[run.exitCode, ...run.exitReasons.map((code) => describeExitReason(words, code, figures))].join(
              ' · ',
            )}
          />
        </dd>
      </dl>
      <p class="buttons no-print">
        <button type="button" data-unfold=".card details" hidden>
          {words.tools.openEvidence}
        </button>
      </p>
      <GoodToKnow view={view} />
      <Networks view={view} />
    </section>
  );
}

/** What is no warning: the warnings stand at the top of the page. */
function GoodToKnow({ view: { words, report } }: { readonly view: View }) {
  const notices = report.notices.filter(({ severity }) => severity === 'info');
  if (notices.length === 0) return null;
  return (
    <>
      <h3>{words.tools.aboutRun}</h3>
      <ul>
        {notices.map((notice) => (
          <li>
            <Value text={noticeText(report, notice, words)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Networks({ view }: { readonly view: View }) {
  const { words, report } = view;
  const rows = report.networks.flatMap(({ network, sources }) => sources.map((source) => ({ network, source })));
  if (rows.length === 0) return null;
  const labels = words.page.run;
  return (
    <details>
      <summary>{labels.networks}</summary>
      <ul class="network-list">
        {rows.map(({ network, source }) => (
          <li>
            <strong>
              <Value text={networkName(report, network)} />
            </strong>
            , {words.sources[source.source]}: {labels.asked.toLowerCase()} {words.format.number(source.asked)} ·{' '}
            {outcomesOf(view, withRobots(report, network, source))}
          </li>
        ))}
      </ul>
    </details>
  );
}

type Source = Report['networks'][number]['sources'][number];
type Outcomes = Readonly<Partial<Record<ToldOutcome, number>>>;

/** What robots.txt kept us from asking is no page that was not recognised. */
function withRobots({ profiles }: Report, network: string, { source, outcomes }: Source): Outcomes {
  const looks = profiles.filter((profile) => profile.network === network).flatMap(({ capture }) => capture.sources);
  const robots = looks.filter((look) => look.source === source && look.robots).length;
  return robots === 0 ? outcomes : { ...outcomes, unreadable: (outcomes.unreadable ?? robots) - robots, robots };
}

const TOLD: readonly ToldOutcome[] = [...OUTCOMES, 'robots'];

const outcomesOf = ({ words }: View, outcomes: Outcomes) =>
  TOLD.flatMap((outcome) => {
    const amount = outcomes[outcome];
    return amount ? [`${words.outcomes[outcome].label}: ${words.format.number(amount)}`] : [];
  }).join(' · ');

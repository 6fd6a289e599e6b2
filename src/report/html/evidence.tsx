/** Where and when we looked, and what was answered: the proof, for whoever wants to check it. */

import type { ReportProfile, ReportSource } from '../../model/report.ts';
import { FileLink, Link } from './link.tsx';
import { toldSource } from './shown.ts';
import { Value } from './text.tsx';
import type { View } from './view.ts';

export function Evidence({ view, profile }: { readonly view: View; readonly profile: ReportProfile }) {
  const { evidence } = view.words.page;
  const { sources } = profile.capture;
  return (
    <details class="evidence">
      <summary>{evidence.heading}</summary>
      {sources.length === 0 && <p class="quiet">{evidence.notAsked}</p>}
      {sources.map((source) => (
        <Look view={view} source={source} />
      ))}
    </details>
  );
}

function Look({ view, source }: { readonly view: View; readonly source: ReportSource }) {
  const { words } = view;
  const { evidence } = words.page;
  return (
    <div class="look">
      <p class="item-label">{evidence.look(words.sources[source.source], source.look)}</p>
      <dl class="facts">
        <dt>{evidence.outcome}</dt>
        <dd>{words.outcomes[toldSource(source)].label}</dd>
        <dt>{evidence.because}</dt>
        <dd lang="en">
          <Value text={source.because} />
        </dd>
        <dt>{evidence.asked}</dt>
        <dd>
          <Link address={source.requestedUrl} />
        </dd>
        <dt>{evidence.final}</dt>
        <dd>
          <Link address={source.finalUrl} />
        </dd>
        <dt>{evidence.at}</dt>
        <dd>
          <time dateTime={source.at}>{words.format.moment(source.at)}</time>
          {source.ageDays !== undefined && ` (${evidence.age(source.ageDays)})`}
        </dd>
        <dt>{evidence.status}</dt>
        <dd>{source.status === 0 ? evidence.noStatus : String(source.status)}</dd>
        <dt>{evidence.hash}</dt>
        <dd>
          <code>
            <Value text={source.sha256} />
          </code>
        </dd>
        {source.screenshot && (
          <>
            <dt>{evidence.screenshot}</dt>
            <dd>
              <FileLink path={source.screenshot}>{evidence.openScreenshot}</FileLink>
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}

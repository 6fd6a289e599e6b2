/** The short lists of a card: what is right, what does not apply, and what to compare by hand. */

import type { ReportFinding } from '../../model/report.ts';
import { checkLabel, describeFinding } from '../../words/index.ts';
import { shown } from './shown.ts';
import { LongText, Sentence } from './text.tsx';
import type { View } from './view.ts';

interface ListProps {
  readonly view: View;
  readonly findings: readonly ReportFinding[];
}

/** The two-minute checklist: the expected value beside each part that could not be seen. */
export function ByHand({ view, findings, isThere }: ListProps & { readonly isThere: boolean }) {
  const { page } = view.words;
  if (findings.length === 0) return null;
  const hasExpected = findings.some(({ expected }) => expected);
  return (
    <details class="by-hand">
      <summary>
        {isThere ? page.profile.byHandHeading(findings.length) : page.profile.notSeenHeading(findings.length)}
      </summary>
      {isThere && hasExpected && <p>{page.profile.byHandIntro}</p>}
      <Rows view={view} findings={findings} />
    </details>
  );
}

/** Collapsed: nothing to do here. */
export function Quiet({ view, findings, heading }: ListProps & { readonly heading: (count: number) => string }) {
  if (findings.length === 0) return null;
  return (
    <details class="in-order">
      <summary>{heading(findings.length)}</summary>
      <Rows view={view} findings={findings} />
    </details>
  );
}

function Rows({ view, findings }: ListProps) {
  return (
    <dl class="rows">
      {findings.map((finding) => (
        <div>
          <dt>{checkLabel(view.words, finding.check)}</dt>
          <dd>
            <p>
              <Sentence text={describeFinding(view.words, finding)} />
            </p>
            <Pair view={view} finding={finding} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface PairProps {
  readonly view: View;
  readonly finding: ReportFinding;
}

function Pair({ view, finding: { check, code, expected, found, status } }: PairProps) {
  const labels = view.words.page.finding;
  // The sentence says both dates already.
  if (code.startsWith('activity.')) return null;
  const isSame = found === expected;
  return (
    <>
      {expected !== null && !(status === 'ok' && isSame) && (
        <p class="quiet">
          {labels.expected}: <LongText view={view} text={shown(view.words, check, expected)} />
        </p>
      )}
      {found !== null && (!isSame || status === 'ok') && (
        <p class="quiet">
          {labels.found}: <LongText view={view} text={shown(view.words, check, found)} />
        </p>
      )}
    </>
  );
}

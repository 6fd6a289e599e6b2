/** The short lists of a card: what is right, what does not apply, and what to compare by hand. */

import type { ReportFinding, ReportProfile } from '../../model/report.ts';
import { checkLabel, describeFinding } from '../../words/index.ts';
import { HandAnswer, HandChoice } from './hand.tsx';
import { shown } from './shown.ts';
import { LongText, Sentence } from './text.tsx';
import { handAnchor, type View } from './view.ts';

interface ListProps {
  readonly view: View;
  readonly findings: readonly ReportFinding[];
}

interface ByHandProps extends ListProps {
  readonly profile: ReportProfile;
  /** Whether there is a page that a person could open. */
  readonly isThere: boolean;
}

/** The two-minute checklist: the expected value beside each part that could not be seen. */
export function ByHand({ view, profile, findings, isThere }: ByHandProps) {
  const { page } = view.words;
  if (findings.length === 0) return null;
  const hasExpected = findings.some(({ expected }) => expected);
  return (
    <details class="by-hand" id={handAnchor(profile.id)}>
      <summary>
        {isThere ? page.profile.byHandHeading(findings.length) : page.profile.notSeenHeading(findings.length)}
      </summary>
      {isThere && hasExpected && <p>{page.profile.byHandIntro}</p>}
      <Rows view={view} findings={findings} {...(isThere ? { profile } : {})} />
      {isThere && <HandAnswer view={view} profile={profile} />}
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

function Rows({ view, findings, profile }: ListProps & { readonly profile?: ReportProfile }) {
  return (
    <dl class="rows">
      {findings.map((finding) => (
        <div>
          <dt>{checkLabel(view.words, finding.check)}</dt>
          <dd>
            <p>
              <Sentence text={describeFinding(view.words, finding)} />
            </p>
            <LastSeen view={view} finding={finding} />
            <Pair view={view} finding={finding} />
            {profile && <HandChoice view={view} profile={profile} finding={finding} />}
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

/** A night that could not see keeps what was last seen, with its date. */
function LastSeen({ view: { words }, finding: { last } }: PairProps) {
  if (!last || last.status === 'not-applicable' || last.status === 'unverifiable') return null;
  return (
    <p class={last.status === 'ok' ? 'quiet' : 'last-seen'}>
      {words.tools.lastSeen(words.format.date(last.at))} <Sentence text={describeFinding(words, last)} />
    </p>
  );
}

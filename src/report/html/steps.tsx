/** What to do with a profile that is asleep, gone or not ours, in order: the careful steps come first. */

import type { Advice } from '../../model/finding.ts';
import type { ReportProfile } from '../../model/report.ts';
import { askFirst, toWeigh } from '../../words/index.ts';
import { isWrong } from '../facts.ts';
import { Link } from './link.tsx';
import { Sentence } from './text.tsx';
import type { View } from './view.ts';

export function Steps({ view, profile }: { readonly view: View; readonly profile: ReportProfile }) {
  const { verdicts, page } = view.words;
  const { steps } = verdicts[profile.verdict];
  if (steps.length === 0) return null;
  const advice = profile.findings.find((finding) => isWrong(finding) && finding.advice)?.advice;
  return (
    <div class="steps">
      {advice && <Weighed view={view} advice={advice} />}
      <h4>{page.profile.steps}</h4>
      <ol>
        {[...questions(view, profile, advice), ...steps].map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      {profile.verdict === 'dormant' && profile.removeUrl && (
        <p class="where">
          {page.profile.remove} ({page.profile.probably}): <Link address={profile.removeUrl} />
        </p>
      )}
    </div>
  );
}

function Weighed({ view, advice }: { readonly view: View; readonly advice: Advice }) {
  return (
    <>
      <h4>{view.words.advice.heading}</h4>
      <ul>
        {toWeigh(view.words, advice).map((fact) => (
          <li>
            <Sentence text={fact} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** A report of an older version holds no advice; then nobody confirmed whose account it is. */
function questions(
  { words }: View,
  { verdict, findings }: ReportProfile,
  advice: Advice | undefined,
): readonly string[] {
  const isProven = findings.some(({ check, status }) => check === 'presence.identity' && status === 'ok');
  if (advice) return askFirst(words, isProven ? { ...advice, pin: 'confirmed' } : advice);
  return verdict === 'dormant' && !isProven ? [words.page.profile.confirmIdentity] : [];
}

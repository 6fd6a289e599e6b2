/** What to do with a profile that is asleep, gone or not ours, in order: the careful steps come first. */

import type { ReportProfile } from '../../model/report.ts';
import { Link } from './link.tsx';
import type { View } from './view.ts';

export function Steps({ view, profile }: { readonly view: View; readonly profile: ReportProfile }) {
  const { verdicts, page } = view.words;
  const { steps } = verdicts[profile.verdict];
  if (steps.length === 0) return null;
  const isProven = profile.findings.some(({ check, status }) => check === 'presence.identity' && status === 'ok');
  const isUnpinned = profile.verdict === 'dormant' && !isProven;
  return (
    <div class="steps">
      <h4>{page.profile.steps}</h4>
      <ol>
        {isUnpinned && <li>{page.profile.confirmIdentity}</li>}
        {steps.map((step) => (
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

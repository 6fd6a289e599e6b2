/** Looking by hand, on the page itself: an answer for each part, who looked, and the newest post. For the script only. */

import { HAND_FIELDS } from '../../model/handFields.ts';
import type { ReportFinding, ReportProfile } from '../../model/report.ts';
import { checkLabel } from '../../words/index.ts';
import { visible } from './text.tsx';
import { anchorOf, type View } from './view.ts';

interface ChoiceProps {
  readonly view: View;
  readonly profile: ReportProfile;
  readonly finding: ReportFinding;
}

export function HandChoice({ view, profile, finding }: ChoiceProps) {
  const { hand } = view.words.tools;
  const field = HAND_FIELDS[finding.check];
  if (!field) return null;
  const answers = [
    ['ok', hand.ok],
    ['deviating', hand.deviating],
    ['absent', hand.absent],
    ['not-seen', hand.notSeen],
  ] as const;
  return (
    <fieldset class="hand" data-field={field} hidden>
      <legend class="hidden">{checkLabel(view.words, finding.check)}</legend>
      {answers.map(([value, label]) => (
        <label>
          <input type="radio" name={`${anchorOf(profile.id)}-${field}`} value={value} /> <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function HandAnswer({ view, profile }: { readonly view: View; readonly profile: ReportProfile }) {
  const { hand } = view.words.tools;
  return (
    <div class="hand-answer" data-profile={visible(profile.id)} hidden>
      <p class="quiet">{hand.intro}</p>
      <label>
        <span>{hand.newestPost}</span> <input type="date" name="newest" />
      </label>
      <label>
        <span>{hand.by}</span> <input name="by" maxLength={200} />
      </label>
      <button type="button">{hand.add}</button>
      <p role="status" data-added={hand.added} data-empty={hand.empty} />
    </div>
  );
}

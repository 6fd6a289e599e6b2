/** One verdict and one action per profile. The first that applies wins; what was overruled stays among the findings. */

import type { Action, Decision, ProfileAudit, Verdict } from '../model/audit.ts';
import type { Outcome } from '../model/capture.ts';
import type { CheckId } from '../model/finding.ts';
import type { Observation } from '../model/observation.ts';
import { isWrong } from './series.ts';

/** Findings that decide a verdict of their own, whatever else is wrong. */
const OWN_VERDICT: readonly { readonly code: string; readonly verdict: Verdict }[] = [
  { code: 'identity.taken-over', verdict: 'taken-over' },
  { code: 'presence.suspended', verdict: 'suspended' },
  { code: 'presence.gone', verdict: 'gone' },
  { code: 'network.closed', verdict: 'network-closed' },
  { code: 'activity.dormant', verdict: 'dormant' },
  { code: 'hand.dormant', verdict: 'dormant' },
];

export const ACTIONS: Readonly<Record<Verdict, Action>> = {
  consistent: 'none',
  inconsistent: 'fix',
  dormant: 'delete-or-revive',
  gone: 'remove-from-registry',
  suspended: 'appeal-or-remove',
  'network-closed': 'remove-from-registry',
  'taken-over': 'report-to-network',
  unverifiable: 'look-by-hand',
};

export function verdictOf(
  decisions: readonly Decision[],
  outcome: Outcome | null,
  observation: Observation | null,
): Verdict {
  const wrong = decisions.filter(({ status }) => isWrong(status));
  // Whether an account is there at all is no matter of weight; everything else that is only information decides nothing.
  const deciding = wrong.filter(
    ({ severity, finding }) => severity !== 'info' || finding.check.startsWith('presence.'),
  );
  for (const { code, verdict } of OWN_VERDICT) {
    if (deciding.some(({ finding }) => finding.code === code)) return verdict;
  }
  if (outcome !== 'profile' && !decisions.some(isByHand)) return 'unverifiable';
  if (wrong.some(({ severity }) => severity !== 'info')) return 'inconsistent';
  return enoughSeen(decisions, observation) ? 'consistent' : 'unverifiable';
}

/** A person saw what no source did; an answer that does not count any more is none. */
const isByHand = ({ finding: { code, status } }: Decision): boolean =>
  code.startsWith('hand.') && status !== 'unverifiable';

/** The name and at least one of logo and bio: judged where the brand asks for them, else at least shown by the page. */
function enoughSeen(decisions: readonly Decision[], observation: Observation | null): boolean {
  const isSeen = (check: CheckId, field: 'name' | 'logo' | 'bio') => {
    const judged = decisions.find(({ finding }) => finding.check === check)?.finding.status;
    if (judged === undefined) return observation?.[field] !== undefined;
    return judged !== 'unverifiable' && judged !== 'not-applicable';
  };
  return isSeen('info.name', 'name') && (isSeen('look.logo', 'logo') || isSeen('info.bio', 'bio'));
}

/** The checks that stand for a field, and the field's name in `seen.unseen`. */
const FIELD_OF_CHECK: Readonly<Partial<Record<CheckId, string>>> = {
  'info.name': 'name',
  'info.handle': 'handle',
  'look.logo': 'logo',
  'look.banner': 'banner',
  'info.bio': 'bio',
  'info.website': 'website',
  'info.email': 'emails',
  'info.phone': 'phones',
  'info.address': 'address',
  'info.registration': 'registration',
  'activity.dormant': 'lastActivity',
};

/** How much of what was expected could be seen: `of` counts fields that have an expectation and that the network has. */
export function seenOf(decisions: readonly Decision[]): ProfileAudit['seen'] {
  const asked = decisions.flatMap((decision) => {
    const field = FIELD_OF_CHECK[decision.finding.check];
    const { status } = decision.finding;
    return field === undefined || status === 'not-applicable' ? [] : [{ field, status, isHand: isByHand(decision) }];
  });
  const unseen = asked.filter(({ status }) => status === 'unverifiable').map(({ field }) => field);
  const byHand = asked.filter(({ isHand }) => isHand).map(({ field }) => field);
  return {
    fields: asked.length - unseen.length,
    of: asked.length,
    unseen,
    ...(byHand.length > 0 ? { byHand } : {}),
  };
}

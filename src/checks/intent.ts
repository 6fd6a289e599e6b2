/** What a profile's purpose says of its silence: only an active one has to post. */

import type { Context } from '../model/check.ts';
import { deviating, type Judgement, ok } from '../model/finding.ts';

const DAY = 86_400_000;

export function silenceMeant({ expectation }: Context): Judgement | null {
  const { intent } = expectation.activity;
  if (intent === 'active') return null;
  return ok('activity.meant-to-be-silent', { intent }, { expected: intent, evidence: [purpose(intent, null)] });
}

/** A campaign lasts through its last day (UTC), by the run's time. */
export function campaignOver({ expectation, network, now }: Context): Judgement | null {
  const { intent, until } = expectation.activity;
  if (intent !== 'campaign' || until === null) return null;
  const end = Date.parse(until.slice(0, 10)) + DAY;
  if (Number.isNaN(end) || Date.parse(now) < end) return null;
  return deviating(
    'activity.campaign-over',
    { until },
    {
      severity: 'warning',
      expected: until,
      normalised: until,
      evidence: [purpose(intent, until)],
      remedy: { url: network.removeUrl },
    },
  );
}

const purpose = (intent: string, until: string | null) =>
  ({
    kind: 'value',
    field: 'lastActivity',
    expected: until === null ? [intent] : [intent, until],
    found: [],
  }) as const;

/** Does somebody still post here? Measured from the capture's time; silence is said only on a source that shows all. */

import { defineCheck } from '../model/check.ts';
import { type DateEvidence, deviating, notApplicable, ok, unverifiable } from '../model/finding.ts';
import type { Activity } from '../model/observation.ts';
import { adviceFor } from './advice.ts';
import { placeOf } from './evidence.ts';
import { campaignOver, silenceMeant } from './intent.ts';
import { createdAt } from './neverPosted.ts';
import { silenceOf } from './silence.ts';

const DAY = 86_400_000;
/** No network that still is had posts before this. */
const EARLIEST = Date.UTC(2003, 0, 1);

export const dormant = defineCheck({
  id: 'activity.dormant',
  severity: 'error',
  needs: ['lastActivity'],
  expects: () => true,
  expectedText: (expectation) => expectation.activity.dormantAfter,
  beforehand: (context) => campaignOver(context) ?? silenceMeant(context),
  whenEmpty: (context) => notApplicable('activity.never-posted', { created: createdAt(context) }),

  judge(subject) {
    const { value: activity } = subject.fields.lastActivity;
    const { from, to, completeness } = activity;
    const { limit, threshold, latestLimit, season } = silenceOf(subject);
    const evidence: DateEvidence = {
      ...placeOf('lastActivity', subject.fields.lastActivity),
      kind: 'date',
      activity,
      limit,
      threshold,
      ...(season ? { season } : {}),
    };
    const extras = { expected: limit, found: to, normalised: to, evidence: [evidence] };
    if (!isPlausible(activity, subject.at)) return unverifiable('activity.implausible-date', { from, to }, extras);
    const edge = Date.parse(limit);
    if (startOf(from) >= edge) {
      if (season === null || startOf(from) >= Date.parse(latestLimit))
        return ok('activity.recent', { from, to }, extras);
      return ok('activity.between-seasons', { from, to, seasonFrom: season.from, seasonTo: season.to }, extras);
    }
    if (endOf(to) >= edge) return unverifiable('activity.undecided', { from, to, limit }, extras);
    // What guests are shown may leave out the newest: it never proves silence.
    if (completeness !== 'latest') return unverifiable('activity.perhaps-dormant', { to, limit }, extras);
    const remedy = { url: subject.network.removeUrl };
    return deviating('activity.dormant', { from, to, limit }, { ...extras, remedy, advice: adviceFor(subject) });
  },
});

/** A day of slack, as pages round to days of their own time zone. */
function isPlausible({ from, to }: Activity, at: string): boolean {
  const [start, end, seen] = [startOf(from), endOf(to), Date.parse(at)];
  return start <= end && end >= EARLIEST && start <= seen + DAY && end <= seen + 2 * DAY;
}

const isDay = (instant: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(instant);

const startOf = (instant: string): number => Date.parse(instant);

/** A day lasts until the next. */
const endOf = (instant: string): number => Date.parse(instant) + (isDay(instant) ? DAY - 1 : 0);

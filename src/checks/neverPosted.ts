/** Was anything ever posted here? Only a source that lists every post can say no, and a new account is not blamed. */

import { type Context, defineCheck } from '../model/check.ts';
import { deviating, type Judgement, ok, unverifiable } from '../model/finding.ts';
import { besideValues, unfound } from './evidence.ts';
import { silenceMeant } from './intent.ts';
import { silenceOf } from './silence.ts';

export const neverPosted = defineCheck({
  id: 'activity.never-posted',
  severity: 'warning',
  needs: ['lastActivity'],
  expects: () => true,
  expectedText: () => null,
  beforehand: silenceMeant,
  whenEmpty: nothingThere,

  judge({ fields }) {
    const { value } = fields.lastActivity;
    const values = { expected: [], found: [value.to] };
    const evidence = [besideValues('lastActivity', fields.lastActivity, values)];
    return ok('activity.has-posted', {}, { found: value.to, normalised: value.to, evidence });
  },
});

function nothingThere(context: Context): Judgement {
  const { reading, network } = context;
  const place = reading.observation?.lastActivity;
  const evidence = [unfound('lastActivity', null, place)];
  // A page that shows a guest no posts may have them all the same.
  const isComplete = place?.origin === 'api' || place?.source === 'api';
  // Nor does an interface prove it whose real answers were never met.
  if (!isComplete || place.isUnmet) return unverifiable('activity.nothing-shown', {}, { evidence });
  const created = createdAt(context);
  const { limit } = silenceOf(context);
  if (created !== null && Date.parse(created) >= Date.parse(limit)) {
    return ok('activity.new-account', { created, limit }, { evidence });
  }
  return deviating('activity.never-posted', { created }, { evidence, remedy: { url: network.removeUrl } });
}

/** Null when no API said when the account was made. */
export function createdAt({ reading }: Pick<Context, 'reading'>): string | null {
  const place = reading.observation?.created;
  return place?.origin === 'api' || place?.source === 'api' ? place.value : null;
}

/** Does the profile link to the brand's website, and is anything there? */

import { compareUrl, hostNamed, normaliseUrl } from '../compare/url.ts';
import { defineCheck, type Subject } from '../model/check.ts';
import { deviating, unverifiable } from '../model/finding.ts';
import { extrasOf, RANKS, standingOf } from './websiteAddress.ts';
import { unsaid } from './withinText.ts';

export const website = defineCheck({
  id: 'info.website',
  severity: 'error',
  needs: ['websites'],
  expects: (expectation) => expectation.website !== undefined,
  expectedText: (expectation) => expectation.website?.value ?? null,

  judge(subject) {
    const { expectation, fields } = subject;
    const expected = expectation.website?.value ?? '';
    const former = formerAmong(fields.websites.value, subject, expected);
    const extras = extrasOf(subject, expected, null);
    if (former !== null) return deviating('website.former', { former }, { ...extras, remedy: { value: expected } });
    const [best] = fields.websites.value
      .map((shown) => standingOf(shown, subject, expected))
      .sort((a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank));
    // What else a text links to is nobody's website for sure.
    if (fields.websites.within && best?.rank !== 'right') return unsaid('websites', subject, extras);
    return best ? best.judgement : unverifiable('website.unreadable', {}, extras);
  },
});

/** The former site is still there, even when the right one stands beside it. */
function formerAmong(found: readonly string[], { expectation }: Subject<'websites'>, expected: string): string | null {
  const past = expectation.former.websites.filter((one) => normaliseUrl(one) !== normaliseUrl(expected));
  const isPast = (one: string, shown: string): boolean => {
    const relation = compareUrl(one, shown);
    return relation === 'same' || (relation === 'same-site' && !isOn(expected, one));
  };
  return (
    past.find((one) => found.some((shown) => compareUrl(expected, shown) !== 'same' && isPast(one, shown))) ?? null
  );
}

/** A former page on today's host is that page alone. */
const isOn = (expected: string, former: string): boolean => hostNamed(expected) === hostNamed(former);

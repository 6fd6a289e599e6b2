/** Does the profile link to the brand's website? */

import { compareUrl, normaliseUrl, type UrlRelation } from '../compare/url.ts';
import { defineCheck, type Subject } from '../model/check.ts';
import { deviating, ok, type Severity, unverifiable } from '../model/finding.ts';
import { besideValues } from './evidence.ts';

export const website = defineCheck({
  id: 'info.website',
  severity: 'error',
  needs: ['websites'],
  expects: (expectation) => expectation.website !== undefined,
  expectedText: (expectation) => expectation.website?.value ?? null,

  judge(subject) {
    const { expectation, fields } = subject;
    const { value: found, truncated } = fields.websites;
    const expected = expectation.website?.value ?? '';
    const extras = extrasOf(subject, expected);
    const wrong = { ...extras, remedy: { value: expected } };

    const former = formerAmong(found, subject, expected);
    if (former !== null) return deviating('website.former', { former }, wrong);
    const relations = found.map((one) => compareUrl(expected, one, { truncated }));
    if (relations.includes('same')) return ok('website.same', {}, extras);
    if (relations.includes('prefix')) return ok('website.same-as-far-as-shown', {}, extras);
    const short = found[relations.indexOf('short-link')];
    if (short !== undefined) return unverifiable('website.short-link', { host: hostOf(short) }, extras);
    if (relations.every((relation) => relation === 'unreadable')) return unverifiable('website.unreadable', {}, extras);
    return deviating('website.differs', {}, { ...wrong, severity: mildest(relations) });
  },
});

function extrasOf({ fields }: Subject<'websites'>, expected: string) {
  const { value: found } = fields.websites;
  const normalised = found.map((one) => normaliseUrl(one) ?? one);
  const values = { expected: [expected], found, normalised };
  return {
    expected,
    found: found.join(', '),
    normalised: normalised.join(', '),
    evidence: [besideValues('websites', fields.websites, values)],
  };
}

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

const hostOf = (url: string): string => (normaliseUrl(url) ?? url).split(/[/?]/u)[0] ?? url;

/** A former page on today's host is that page alone. */
const isOn = (expected: string, former: string): boolean => hostOf(expected) === hostOf(former);

/** Another page of the right site is a remark, not a fault. */
function mildest(relations: readonly UrlRelation[]): Severity | undefined {
  if (relations.includes('same-site')) return 'info';
  return relations.includes('sibling') || relations.includes('same-domain') ? 'warning' : undefined;
}

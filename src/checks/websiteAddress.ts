/** Judges one address that a profile shows as its website: by its text, and by what answered there. */

import { compareUrl, hostNamed, isLinkHub, normaliseUrl, type UrlRelation } from '../compare/url.ts';
import type { Subject } from '../model/check.ts';
import { deviating, type Judgement, ok, type Severity, unverifiable, type ValueEvidence } from '../model/finding.ts';
import { besideValues } from './evidence.ts';
import { hubAnswer, isDead, type Lead, leadOf, leadsHome } from './links.ts';

/**
 * Of several addresses one decides. What is broken on the brand's own site comes first, even beside one that is right;
 * then the right one; then what could not be seen; and of wrong ones the mildest.
 */
export const RANKS = [
  'dead',
  'unsafe',
  'right',
  'leads-there',
  'unseen',
  'info',
  'warning',
  'error',
  'unreadable',
] as const;

export interface Standing {
  readonly rank: (typeof RANKS)[number];
  readonly judgement: Judgement;
}

interface Shown {
  readonly text: string;
  readonly relation: UrlRelation;
  readonly expected: string;
  readonly extras: ReturnType<typeof extrasOf>;
}

export function standingOf(text: string, subject: Subject<'websites'>, expected: string): Standing {
  const { fields, links = [] } = subject;
  const relation = compareUrl(expected, text, { truncated: fields.websites.truncated });
  const lead = leadOf(text, links);
  const shown = { text, relation, expected, extras: extrasOf(subject, expected, lead) };
  if (!lead) return byText(shown);
  const isHome = leadsHome(lead, expected, relation === 'same' ? null : leadOf(expected, links));
  const fault = isHome || isOwn(relation) ? broken(shown, lead) : null;
  if (fault) return fault;
  if (isHome && relation !== 'same') {
    return { rank: 'leads-there', judgement: ok('website.redirects-home', { to: hostNamed(lead.end) }, shown.extras) };
  }
  return (isOwn(relation) && !lead.leaves ? null : elsewhere(shown, lead)) ?? byText(shown);
}

const isOwn = (relation: UrlRelation): boolean =>
  relation !== 'different' && relation !== 'short-link' && relation !== 'unreadable';

/** Of an address that is the brand's: the page is not there, or browsers warn of it. */
function broken(shown: Shown, lead: Lead): Standing | null {
  if (isDead(lead)) return dead(shown, lead, 'dead');
  const reason = lead.link.failure?.certificate;
  if (!reason) return null;
  const extras = { ...boundTo(reason, shown), severity: 'warning', remedy: MEND } as const;
  return { rank: 'unsafe', judgement: deviating('website.certificate', { host: hostNamed(lead.end), reason }, extras) };
}

/** The right address cannot be pasted anew: the site itself is to be mended. */
const MEND = { value: null, url: null };

function dead(shown: Shown, { link }: Lead, rank: 'dead' | 'error'): Standing {
  const { status, finalUrl: url } = link;
  const remedy = shown.relation === 'same' ? MEND : { value: shown.expected };
  const extras = { ...boundTo(String(status), shown), remedy };
  return { rank, judgement: deviating('website.dead-link', { url, status }, extras) };
}

/** Of an address that leads to no site of the brand; null when only its text tells. */
function elsewhere(shown: Shown, lead: Lead): Standing | null {
  const { extras, expected, relation } = shown;
  const host = hostNamed(lead.end);
  const wrong = { ...extras, remedy: { value: expected } };
  const hub = hubAnswer(lead, expected);
  if (hub === 'holds') return { rank: 'leads-there', judgement: ok('website.link-hub', { host }, extras) };
  // Another site's address is wrong, whether or not that one is there.
  if (isDead(lead) && (relation === 'short-link' || hub === 'unseen')) return dead(shown, lead, 'error');
  if (hub === 'lacks') return { rank: 'error', judgement: deviating('website.link-hub-without-site', { host }, wrong) };
  if (hub === 'unseen') return { rank: 'unseen', judgement: unverifiable('website.link-hub-unseen', { host }, extras) };
  if (!lead.leaves) return null;
  // The brand's own address that leads to another site is most often meant so; it is worth a look all the same.
  const severity: Severity | undefined = relation === 'same' ? 'info' : isOwn(relation) ? 'warning' : undefined;
  const bound = { ...wrong, ...boundTo(normaliseUrl(lead.end) ?? lead.end, shown), severity };
  return { rank: severity ?? 'error', judgement: deviating('website.redirects-away', { to: host }, bound) };
}

/** What the text alone tells, where nothing answered. */
function byText({ text, relation, expected, extras }: Shown): Standing {
  const host = hostNamed(text);
  switch (relation) {
    case 'same':
      return { rank: 'right', judgement: ok('website.same', {}, extras) };
    case 'prefix':
      return { rank: 'right', judgement: ok('website.same-as-far-as-shown', {}, extras) };
    case 'short-link':
      return { rank: 'unseen', judgement: unverifiable('website.short-link', { host }, extras) };
    case 'unreadable':
      return { rank: 'unreadable', judgement: unverifiable('website.unreadable', {}, extras) };
    case 'different':
      if (!isLinkHub(text) || host === hostNamed(expected)) break;
      return { rank: 'unseen', judgement: unverifiable('website.link-hub-unseen', { host }, extras) };
    default:
  }
  const severity = severityOf(relation);
  const wrong = { ...extras, remedy: { value: expected }, severity };
  return { rank: severity ?? 'error', judgement: deviating('website.differs', {}, wrong) };
}

/** Another page of the right site is a remark, not a fault. */
function severityOf(relation: UrlRelation): Severity | undefined {
  if (relation === 'same-site') return 'info';
  return relation === 'sibling' || relation === 'same-domain' ? 'warning' : undefined;
}

/** A waiver holds for what stood behind the address that night, and not for what comes to stand there. */
const boundTo = (answer: string, { extras }: Shown) => ({
  ...extras,
  normalised: `${extras.normalised} → ${answer}`,
});

export function extrasOf({ fields }: Subject<'websites'>, expected: string, lead: Lead | null) {
  const { value: found } = fields.websites;
  const normalised = found.map((one) => normaliseUrl(one) ?? one);
  const values = { expected: [expected], found, normalised };
  return {
    expected,
    found: found.join(', '),
    normalised: normalised.join(', '),
    evidence: [besideValues('websites', fields.websites, values), ...(lead ? [trailOf(lead)] : [])],
  };
}

/** What answered there, and by which way. */
function trailOf({ link, end }: Lead): ValueEvidence {
  const { url, redirects, finalUrl, status, failure } = link;
  const locator = failure?.detail ?? `${hostNamed(finalUrl)} answered ${status}.`;
  const found = [...new Set([url, ...redirects, finalUrl, end])];
  return { kind: 'value', field: 'websites', source: 'http', locator, expected: [], found };
}

/** What an audit of the demo world must find, as a table. Whatever is not in it must not be called wrong. */

import type { Action, Verdict } from '../../src/model/audit.ts';
import type { Outcome } from '../../src/model/capture.ts';
import type { CheckId, FindingCode, Status } from '../../src/model/finding.ts';

export interface ExpectedProfile {
  readonly id: string;
  /** What this profile is in the world for. */
  readonly shows: string;
  readonly verdict: Verdict;
  readonly action: Action;
  /** Left out where more than one is right. */
  readonly outcome?: Outcome;
  /** These findings must be there; every other one is `ok`, `not-applicable` or `unverifiable`. */
  readonly findings: Readonly<Partial<Record<CheckId, { readonly status: Status; readonly code: FindingCode }>>>;
}

const consistent = { verdict: 'consistent', action: 'none', outcome: 'profile' } as const;
const inconsistent = { verdict: 'inconsistent', action: 'fix', outcome: 'profile' } as const;
const unverifiable = { verdict: 'unverifiable', action: 'look-by-hand' } as const;
const rightBanner = { 'look.banner': { status: 'ok', code: 'banner.same' } } as const;
const notSeen = { 'presence.exists': { status: 'unverifiable', code: 'presence.not-seen' } } as const;

export const expected: readonly ExpectedProfile[] = [
  { id: 'linkedin-hoofdpagina', shows: 'a page that is right', ...consistent, findings: rightBanner },
  {
    id: 'linkedin-jong',
    shows: 'the old logo, after a redirect to the country host',
    ...inconsistent,
    findings: { 'look.logo': { status: 'deviating', code: 'logo.outdated' } },
  },
  {
    id: 'linkedin-leeuwarden',
    shows: 'the former name in the text',
    ...inconsistent,
    findings: { 'info.bio': { status: 'deviating', code: 'bio.former-name' } },
  },
  {
    id: 'linkedin-werken-bij',
    shows: 'a login wall with status 200',
    ...unverifiable,
    outcome: 'login-wall',
    findings: notSeen,
  },
  {
    id: 'linkedin-kadewacht',
    shows: 'a page that is gone, seen twice',
    verdict: 'gone',
    action: 'remove-from-registry',
    outcome: 'not-found',
    findings: { 'presence.exists': { status: 'deviating', code: 'presence.gone' } },
  },
  {
    id: 'facebook-hoofdpagina',
    shows: 'the former phone number',
    ...inconsistent,
    findings: { 'info.phone': { status: 'deviating', code: 'phone.former' } },
  },
  {
    id: 'facebook-vrijwilligers',
    shows: 'a text that is cut and right, on a page with Open Graph tags only',
    ...consistent,
    findings: {
      'info.bio': { status: 'ok', code: 'bio.same-as-far-as-shown' },
      'info.phone': { status: 'unverifiable', code: 'field.not-found' },
    },
  },
  {
    id: 'facebook-leeuwarden',
    shows: 'a slow page of a location, with its own phone number',
    ...consistent,
    findings: rightBanner,
  },
  {
    id: 'x-hoofdaccount',
    shows: 'an account that only looks dormant: guests see popular posts; there is nothing before scripts run',
    ...consistent,
    findings: { 'activity.dormant': { status: 'unverifiable', code: 'activity.perhaps-dormant' }, ...rightBanner },
  },
  {
    id: 'x-english',
    shows: 'another language, and a name that was accepted',
    ...consistent,
    findings: { 'info.name': { status: 'waived', code: 'name.differs' } },
  },
  { id: 'x-persdienst', shows: 'a challenge', ...unverifiable, outcome: 'challenge', findings: notSeen },
  { id: 'x-meetdag-live', shows: 'a page that crashes its tab', ...unverifiable, findings: notSeen },
  {
    id: 'mastodon-hoofdaccount',
    shows: 'right over the API, a boost being newest',
    ...consistent,
    findings: rightBanner,
  },
  {
    id: 'mastodon-meetdagen',
    shows: 'dormant, with proof',
    verdict: 'dormant',
    action: 'delete-or-revive',
    outcome: 'profile',
    findings: { 'activity.dormant': { status: 'deviating', code: 'activity.dormant' } },
  },
  {
    id: 'mastodon-jong',
    shows: 'a name kept in reserve, with the white logo',
    ...consistent,
    findings: {
      'look.logo': { status: 'ok', code: 'logo.variant-accepted' },
      'activity.dormant': { status: 'ok', code: 'activity.meant-to-be-silent' },
    },
  },
  {
    id: 'bluesky-hoofdaccount',
    shows: 'right, with a pinned post and a repost first',
    ...consistent,
    findings: rightBanner,
  },
  {
    id: 'bluesky-wadpad',
    shows: 'suspended by the network',
    verdict: 'suspended',
    action: 'appeal-or-remove',
    outcome: 'suspended',
    findings: { 'presence.exists': { status: 'deviating', code: 'presence.suspended' } },
  },
  {
    id: 'hyves-kadewacht',
    shows: 'a network that is no more: nothing is fetched',
    verdict: 'network-closed',
    action: 'remove-from-registry',
    findings: { 'presence.network-closed': { status: 'deviating', code: 'network.closed' } },
  },
  { id: 'website', shows: 'the organisation’s own website', ...consistent, findings: {} },
];

/** The network of `importantNetworks` on which the organisation has no profile. */
export const missingNetwork = 'instagram';

/** Errors are found, on purpose. */
export const expectedExitCode = 1;

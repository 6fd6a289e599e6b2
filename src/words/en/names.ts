/** English: the names of things. */

import type { NameWords } from '../words.ts';
import { enFormat } from './format.ts';
import { enOutcomes } from './outcomes.ts';
import { enVerdicts } from './verdicts.ts';

const { percent } = enFormat;

export const enNames: NameWords = {
  checks: {
    'presence.exists': 'Existence',
    'presence.important-network': 'Important network',
    'presence.unlisted': 'Unknown account',
    'presence.network-closed': 'Closed network',
    'presence.identity': 'Lasting account number',
    'look.logo': 'Logo',
    'look.banner': 'Banner',
    'info.name': 'Name',
    'info.handle': 'Account name',
    'info.bio': 'Profile text',
    'info.website': 'Web address',
    'info.email': 'E-mail address',
    'info.phone': 'Phone number',
    'info.address': 'Postal address',
    'info.backlink': 'Link on your website',
    'info.uniform': 'The same as your other profiles',
    'activity.dormant': 'Activity',
    'activity.never-posted': 'First post',
  },
  fields: {
    presence: { label: 'Profile', the: 'the profile' },
    name: { label: 'Name', the: 'the name' },
    handle: { label: 'Account name', the: 'the account name' },
    bio: { label: 'Profile text', the: 'the profile text' },
    tagline: { label: 'Tagline', the: 'the tagline' },
    websites: { label: 'Web address', the: 'the web address' },
    website: { label: 'Web address', the: 'the web address' },
    emails: { label: 'E-mail address', the: 'the e-mail address' },
    phones: { label: 'Phone number', the: 'the phone number' },
    address: { label: 'Postal address', the: 'the postal address' },
    logo: { label: 'Logo', the: 'the logo' },
    banner: { label: 'Banner', the: 'the banner' },
    followers: { label: 'Followers', the: 'the number of followers' },
    lastActivity: { label: 'Newest post', the: 'the newest post' },
    pin: { label: 'Lasting account number', the: 'the lasting account number' },
  },
  statuses: {
    ok: 'right',
    deviating: 'differs',
    absent: 'missing',
    unverifiable: 'not to be judged',
    'not-applicable': 'not applicable',
    waived: 'exception',
  },
  severities: { error: 'Error', warning: 'Attention', info: 'For your information' },
  verdicts: enVerdicts,
  actions: {
    none: 'Nothing to do',
    fix: 'Correct it',
    'delete-or-revive': 'Consider deleting it or using it again',
    'remove-from-registry': 'Take it out of your list',
    'report-to-network': 'Report it to the network',
    'appeal-or-remove': 'Appeal, or take it out of your list',
    'look-by-hand': 'Look for yourself',
  },
  outcomes: enOutcomes,
  sources: {
    api: 'through the official API',
    http: 'by a plain web request',
    browser: 'in a browser, not signed in',
    session: 'in a browser, signed in as your organisation',
    import: 'from a saved page',
    hand: 'by hand, by a person',
  },
  origins: {
    'json-ld': 'data for search engines (JSON-LD)',
    'open-graph': 'data for sharing (Open Graph)',
    dom: 'the page itself',
    'embedded-json': 'data in the page (JSON)',
    api: 'the answer of the API',
  },
  intents: {
    active: 'active profile',
    archive: 'an archive',
    reserve: 'reserved name',
    campaign: 'a campaign',
  },
  notices: {
    'sandbox-off': 'The browser’s sandbox was off. Better run the audit as an ordinary user than as root.',
    'https-errors-ignored':
      'Faults in secure connections (HTTPS) were ignored. So we are not sure that the pages really came from the networks.',
    'no-browser':
      'There was no browser. Profiles that need one could not be seen. Run ‘bijwerken doctor’ to mend this.',
    'private-allowed': 'Visits to addresses in the own network were allowed.',
    replayed: 'This audit was done on pages that were kept earlier. Nothing was asked for today.',
    interrupted: 'The audit was interrupted. Not all profiles were visited.',
  },
  addressParts: {
    street: 'street and number',
    postalCode: 'postal code',
    city: 'city',
    region: 'region',
    country: 'country',
  },
  exitReasons: {
    findings: () => 'There are findings that count by your setting.',
    'new-findings': () => 'There are new findings.',
    'missing-networks': () => 'A profile is missing on an important network.',
    coverage: ({ coverage, minCoverage }) =>
      `We saw too little: ${percent(coverage)} of the profiles. At least ${percent(minCoverage)} was agreed.`,
    incomplete: () => 'Not all profiles were visited.',
    interrupted: () => 'The audit was interrupted.',
  },
};

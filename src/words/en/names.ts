/** English: the names of things. */

import type { NameWords } from '../words.ts';
import { enFormat } from './format.ts';
import { enOutcomes } from './outcomes.ts';
import { enVerdicts } from './verdicts.ts';

const { percent } = enFormat;

export const enNames: NameWords = {
  checks: {
    'presence.exists': 'Presence',
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
    'info.registration': 'KvK and VAT numbers',
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
    kvk: { label: 'KvK number', the: 'the KvK number' },
    vat: { label: 'VAT number', the: 'the VAT number' },
    registration: { label: 'KvK and VAT numbers', the: 'the KvK and VAT numbers' },
    logo: { label: 'Logo', the: 'the logo' },
    banner: { label: 'Banner', the: 'the banner' },
    followers: { label: 'Followers', the: 'the number of followers' },
    lastActivity: { label: 'Newest post', the: 'the newest post' },
    pin: { label: 'Lasting account number', the: 'the lasting account number' },
    movedTo: { label: 'Moved to', the: 'the address to which the account has moved' },
    closed: { label: 'Closed', the: 'whether the place is closed' },
    created: { label: 'Made on', the: 'the date on which the account was made' },
    links: { label: 'Links to other sites', the: 'the links to other sites' },
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
    'remove-from-registry': 'Consider taking it out of your list',
    'report-to-network': 'Report it to the network',
    'appeal-or-remove': 'Appeal, or consider taking it out of your list',
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
    'no-image-library':
      'The image library is not installed. Logos could not be judged. Run ‘npm install --include=optional’ to mend this.',
    'private-allowed': 'Visits to addresses in the own network were allowed.',
    replayed: 'This audit was done on pages that were kept earlier. Nothing was asked for today.',
    'token-expired':
      'The token for the API has expired or was withdrawn. Make a new one and put it in the environment.',
    'token-missing-scope': 'The token for the API may not read all that is needed. Give it the rights that are named.',
    'token-not-sent': 'The token was not sent, because errors of secure connections were ignored.',
    'session-missing':
      'A profile may be seen signed in as your organisation, but nobody is signed in here. Run ‘bijwerken login’ with the name of the network.',
    'session-expired':
      'Your organisation is no longer signed in at this network. Run ‘bijwerken login’ with its name. This says nothing about your profiles.',
    'session-challenged':
      'The network asked the signed-in account to prove who it is. Nothing more was asked signed in. Look at that account yourself first.',
    'session-not-in-pull-request':
      'Nobody was signed in: this run may have been started by somebody outside your organisation.',
    'session-not-sent': 'Nobody was signed in, because errors of secure connections were ignored.',
    'review-old': 'What Bijwerken knows of these networks was last reviewed more than a year ago. Update Bijwerken.',
    'source-blind':
      'The network gave the same answer for a profile that surely exists and for a name that cannot exist. What it showed does not count tonight.',
    'control-not-asked':
      'We could not find out whether the network tells existing profiles from missing ones. So no profile is called gone there.',
    'reader-no-longer-fits':
      'Bijwerken can no longer read the pages of this network. They have probably changed. The pages are kept; send them to whoever keeps Bijwerken for you.',
    interrupted: 'The audit was interrupted. Not all profiles were visited.',
  },
  certificateFaults: {
    expired: 'has expired',
    'other-name': 'belongs to another address',
    'self-signed': 'was not made by a recognised authority',
  },
  pictureReasons: {
    'same-pixels': 'it is the same picture',
    'older-drawing': 'it is the old drawing',
    'other-colour': 'the colours are different',
    'no-likeness': 'the picture is like none of the logos',
    'placeholder-picture': 'it is a default picture',
    between: 'the picture is like it, but not clearly the same',
    'between-roles': 'the picture is as like one logo of the brand as another',
    'too-small': 'the picture is too small to compare',
    'nearly-blank': 'the picture is nearly blank',
    'flat-picture': 'the picture is one plain area',
    'no-decoder': 'the image library is not installed here',
    'not-an-image': 'the file is not a picture that we can read',
    'unread-logo': 'a logo of the brand could not be read',
    'not-fetched': 'the picture was not fetched',
    empty: 'the file is empty',
    'network-error': 'there was no connection',
    timeout: 'it took too long',
    'too-large': 'the file is too large',
    'too-many-redirects': 'the address kept redirecting',
    'refused-address': 'the address was refused for safety',
    'not-text': 'the answer was no text',
    crashed: 'the browser crashed',
    'no-browser': 'there was no browser',
    interrupted: 'the audit was interrupted',
    robots: 'the site’s robots.txt asks not to visit it',
    'robots-unasked': 'the site’s robots.txt could not be asked for, so nothing else was',
    'too-old': 'the saved page is too old',
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

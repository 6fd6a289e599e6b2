/** English: the words of the page itself. */

import type { Counts, PageWords } from '../page.ts';
import { enFormat } from './format.ts';

const { count, number } = enFormat;
const profiles = (amount: number) => count(amount, { one: 'profile', other: 'profiles' });
const daysOf = (amount: number) => count(amount, { one: 'day', other: 'days' });
const parts = (amount: number) => count(amount, { one: 'part', other: 'parts' });

function asks({ profiles: all, asking, fresh }: Counts): string {
  if (all === 0) return 'No profiles were visited.';
  if (asking === 0) return 'No profile asks anything of you now.';
  const ask = `${profiles(asking)} ${asking === 1 ? 'asks' : 'ask'} something of you`;
  if (fresh === null) return `${ask}.`;
  if (fresh === 0) return `${ask}; none of it is new.`;
  if (asking === 1) return `${ask}; some of it is new.`;
  return `${ask}; ${number(fresh)} of them ${fresh === 1 ? 'is' : 'are'} new.`;
}

const blind = (unseen: number) => (unseen === 0 ? '' : `We could not judge ${profiles(unseen)}.`);

const missing = (networks: number) =>
  networks === 0
    ? ''
    : `A profile is missing on ${count(networks, { one: 'important network', other: 'important networks' })}.`;

export const enPage: PageWords = {
  title: (brand) => `The profiles of ${brand}`,
  documentTitle: (brand, date) => `${brand}: audit of ${date}`,
  skip: 'Skip to content',
  contents: 'On this page',
  lede: (counts) =>
    [asks(counts), blind(counts.unseen), missing(counts.missing)].filter((part) => part !== '').join(' '),
  coverage: (seen, of) => {
    if (seen === of) return of === 1 ? 'We saw the profile.' : `We saw all ${profiles(of)}.`;
    return `We saw ${number(seen)} of ${profiles(of)}.`;
  },
  byHand: (share) => `A part of that a person saw, and no source: ${share} of all facts.`,
  fieldCoverage: (share) => `Of all the facts that we wanted to check, we saw ${share}.`,
  sincePrevious: (fresh, fixed) =>
    `Since the previous audit: ${count(fresh, { one: 'new finding', other: 'new findings' })}, ${number(fixed)} solved.`,
  firstRun: 'There is no earlier audit to compare with.',
  incomplete: 'This audit was not finished. Not all profiles were visited.',
  partial: 'This is part of the audit. Only a choice of the profiles or sources was visited.',
  partialOnly: (what) => `Chosen: ${what}.`,
  summaryHeading: 'In short',
  verdictsHeading: 'Profiles by advice',
  noticesHeading: 'Mind this about the audit',
  todoHeading: 'To do',
  todoIntro: 'The most urgent comes first.',
  nothingToDo: 'There is nothing to do now.',
  todoUnseen: (amount) => `Look for yourself at ${profiles(amount)} that we could not judge.`,
  todoCreate: (network) => `Create a profile on ${network}.`,
  more: (amount) => `and ${number(amount)} more`,
  missingHeading: 'Important networks without a profile',
  missingIntro: 'You call these networks important, but your list has no existing profile for them.',
  missing: (network) => `There is no profile on ${network}.`,
  missingSteps: 'Do you have one already? Then put it in your list (profiles.json). Otherwise: create one.',
  profilesHeading: 'The profiles',
  unseenHeading: 'What we could not see',
  unseenIntro:
    'About what we did not see, we say nothing. It may be right or wrong. Below is why we did not see it, and what helps.',
  allSeen: 'We could see everything that we wanted to check.',
  perhapsDormantHeading: 'Perhaps dormant: look here first',
  perhapsDormantIntro: 'A visitor who is not signed in sees only old posts here. There may be newer ones.',
  wouldHelp: 'This would help',
  unseenFields: (fields) => `Not seen: ${fields}`,
  partlyUnseenHeading: 'Seen, but not wholly',
  runHeading: 'About this audit',
  filters: {
    legend: 'Show',
    all: 'All profiles',
    asking: 'Asks something of you',
    unseen: 'Not to be judged',
    fine: 'In order',
    fresh: 'Only with something new',
    shown: 'profiles shown',
  },
  profile: {
    network: 'Network',
    address: 'Address',
    owner: 'Owner',
    location: 'Location',
    noOwner: 'not recorded',
    followers: 'Followers',
    pin: 'Lasting account number',
    advice: 'Advice',
    steps: 'Step by step',
    confirmIdentity:
      'First make sure that this is really your account. We could not confirm it by a lasting account number.',
    edit: 'Page where this profile is changed',
    remove: 'Page where this profile is closed',
    probably: 'probably here',
    seen: (fields, of) => `${number(fields)} of ${parts(of)} seen`,
    seenOk: (fields, of) =>
      fields === of
        ? `Right: all ${parts(of)} seen.`
        : `Right, as far as can be seen: ${number(fields)} of ${parts(of)}.`,
    byHandHeading: (amount) => `To look at yourself: ${parts(amount)}`,
    notSeenHeading: (amount) => `Not seen: ${parts(amount)}`,
    byHandIntro: 'Open the page and compare. This is what it should say:',
    okHeading: (amount) => `Right: ${parts(amount)}`,
    notApplicableHeading: (amount) => `Not applicable: ${parts(amount)}`,
    waivedHeading: (amount) => count(amount, { one: 'exception', other: 'exceptions' }),
    toTop: 'To the top',
  },
  finding: {
    expected: 'Should be',
    elsewhere: (profiles) => `On your other profiles (${profiles})`,
    found: 'Found',
    difference: 'Difference',
    nothing: 'nothing',
    empty: 'empty',
    fresh: 'New',
    since: (date) => `since ${date}`,
    remedy: 'How to solve it',
    copy: 'Copy',
    copied: 'Copied',
    upload: (file) => `Use the file ${file}.`,
    youngerThan: (duration) => `a post of at most ${duration} old`,
    normalised: 'Compared as',
    readFrom: 'Read from',
    within: 'It stands in the text of the profile, not in a field of its own.',
    unmet: 'We read this by the documentation; we have never met a real answer',
    truncated: 'The network has cut this text.',
    waiver: (owner, until) => `Exception by ${owner}, valid until ${until}.`,
    waiverReason: 'Reason',
    waiverRefused: {
      'other-value': 'There is an exception, but it does not hold: something else stands there than what was accepted.',
      lapsed: 'There was an exception, but it has lapsed.',
    },
    whole: (characters) => `Show the whole text (${characters} characters)`,
    cut: (characters) => `Shortened here. The whole text has ${characters} characters and is in report.json.`,
    toRemove: 'has to go',
    toAdd: 'still missing',
    tooDifferent: 'The texts differ too much to compare them word by word.',
  },
  image: {
    expected: (field, file) => `${field}: as it should be${file ? ` (${file})` : ''}`,
    recognised: 'Recognised as',
    found: (field) => `${field} on the profile`,
    difference: (field) => `${field}: the places that differ`,
    open: 'Open the picture',
    none: 'no picture',
    source: 'Address of the picture',
  },
  timeline: {
    newest: (period) => `Newest post: ${period}`,
    none: 'No post seen',
    limit: (date, threshold) => `Limit: ${date}${threshold ? ` (${threshold} before the audit)` : ''}`,
    looked: (date) => `Looked on ${date}`,
    season: (from, to) => `Last whole season: ${from} to ${to}`,
    proof: 'This date is proof: the source always shows the newest post.',
    noProof: 'This date does not prove silence: there may be newer posts that a visitor does not see.',
  },
  evidence: {
    heading: 'Evidence: where and when we looked',
    look: (source, look) => (look === 2 ? `Second look, ${source}` : `Looked ${source}`),
    asked: 'Address asked for',
    final: 'Ended at',
    at: 'Time',
    status: 'Status code',
    noStatus: 'no answer',
    outcome: 'Outcome',
    because: 'How we knew',
    hash: 'Fingerprint (SHA-256)',
    screenshot: 'Screenshot',
    openScreenshot: 'Open the screenshot',
    notAsked: 'Nothing was asked for this profile.',
    age: (days) => `${daysOf(days)} old`,
  },
  savedPage: {
    used: (date, days) =>
      `Part of this stands on a page that somebody saved on ${date} (${daysOf(days)} old). Was the profile changed since? Then save the page again.`,
    tooOld: (date, days) =>
      `The saved page of ${date} is too old (${daysOf(days)}). It no longer counts. Save the page again.`,
  },
  run: {
    id: 'Name of the audit',
    started: 'Started',
    finished: 'Finished',
    browser: 'Browser',
    noBrowser: 'none',
    tool: 'Made with',
    exit: 'Exit code',
    networks: 'Asked per network',
    network: 'Network',
    source: 'Source',
    asked: 'Asked',
    outcomes: 'Outcomes',
  },
  footer: 'This report describes what a visitor of the profiles could see at the time of the audit.',
};

/** English: the words of job summary, table, issues, annotations, and the difference of two runs. */

import type { FormsWords } from '../forms.ts';
import { enFormat } from './format.ts';

const { count, number } = enFormat;
const findings = (amount: number) => count(amount, { one: 'finding', other: 'findings' });
const profiles = (amount: number) => count(amount, { one: 'profile', other: 'profiles' });

export const enForms: FormsWords = {
  severityCounts: (errors, warnings, infos) =>
    `What differs: ${count(errors, { one: 'error', other: 'errors' })}, ${number(warnings)} to mind, ${number(infos)} for your information.`,
  noFindings: 'Nothing differs, of what we could see.',
  fixedHeading: 'Solved',
  fixed: (amount) => `${findings(amount)} solved since the previous audit.`,
  wholeReport: 'The whole report, with the evidence, is in index.html.',
  moreInReport: (amount) => `and ${number(amount)} more; see the report`,
  columns: {
    verdict: 'Verdict',
    profiles: 'Profiles',
    advice: 'Advice',
    profile: 'Profile',
    facts: 'What is so',
    since: 'Since',
    owner: 'Owner',
  },
  csv: {
    key: 'Key',
    profile: 'Profile',
    network: 'Network',
    url: 'Address',
    owner: 'Owner',
    verdict: 'Verdict',
    action: 'Advice',
    check: 'Check',
    code: 'Kind of finding',
    status: 'Outcome',
    severity: 'Severity',
    expected: 'Should be',
    found: 'Found',
    sentence: 'What is so',
    since: 'Since',
    isNew: 'New',
    isBack: 'Back again',
    isFixed: 'Solved since the previous audit',
    lastSeen: 'Last seen as',
    remedy: 'How to solve it',
    waiverUntil: 'Exception until',
  },
  yes: 'yes',
  no: 'no',
  issue: {
    title: (brand, amount) => `${brand}: ${profiles(amount)} ${amount === 1 ? 'asks' : 'ask'} something of you`,
    titleMissing: (brand, networks) =>
      `${brand}: a profile is missing on ${count(networks, { one: 'important network', other: 'important networks' })}`,
    titleUnseen: (brand) => `${brand}: still open, but not to be seen now`,
    titleDone: (brand) => `${brand}: nothing more to do`,
    forOwner: 'Owner',
    noOwner: 'These profiles have no owner in your list (profiles.json).',
    checkedOn: (when) => `Audited on ${when}.`,
    keepsItself:
      'This text is replaced after each audit. When there is nothing more to do, this issue closes by itself. So write in a comment, and not here.',
    done: 'There is nothing more to do.',
    unseenHeading: 'Still open, but not seen now',
    unseenIntro: 'We could not see this now. This is how it was when we last saw it:',
    lastSeenOn: (date) => `seen on ${date}`,
    partial: 'This is part of an audit. This issue is neither opened nor closed.',
  },
  compare: {
    heading: (brand) => `${brand}: two audits compared`,
    runs: (earlier, later) => `From ${earlier} to ${later}.`,
    otherBrand: (earlier, later) => `Mind: these are audits of two brands, ${earlier} and ${later}.`,
    notWhole: 'Mind: not both audits are whole. What was not in one of them is neither new nor solved.',
    same: 'There is no difference in what we could see in both.',
    newHeading: 'New',
    fixedHeading: 'Solved',
    changedHeading: 'Still wrong, but otherwise',
    verdictsHeading: 'Another verdict',
    addedHeading: 'Profiles added',
    removedHeading: 'Profiles left out',
    unseenHeading: 'Not to be compared',
    unseen: (amount) => `We could not see ${findings(amount)} in one of the two: neither new nor solved.`,
    notAsked: (amount) => `${findings(amount)} ${amount === 1 ? 'was' : 'were'} not asked for in one of the two.`,
    coverageHeading: 'Seen',
    profilesSeen: (earlier, later) => `Profiles seen: from ${earlier} to ${later}.`,
    fieldsSeen: (earlier, later) => `Facts seen: from ${earlier} to ${later}.`,
    now: 'now',
  },
};

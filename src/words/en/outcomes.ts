/** English: how a visit ended, and what would help to see more. */

import type { NameWords } from '../words.ts';

// Only what this version can do: a promise that is not kept costs the reader's trust.
const OFFICE =
  'running the audit from an ordinary connection, such as the office’s: networks turn away data centres above all';
const BY_HAND = 'looking for yourself: it takes about two minutes';
const SAVE = 'saving the page yourself and having it read (with `bijwerken import`): that counts for weeks';
const TOKEN = 'official access to the network (a token), where there is one';
const LATER = 'waiting for the next night';

export const enOutcomes: NameWords['outcomes'] = {
  profile: {
    label: 'profile seen',
    explained: (network) => `${network} showed the profile.`,
    clause: 'the network showed the profile, but not this part',
    help: () => [BY_HAND],
  },
  'not-found': {
    label: 'does not exist, says the network',
    explained: (network) => `${network} said that this profile does not exist.`,
    clause: 'the network said that the profile does not exist',
    help: () => ['checking the address in your list (profiles.json)', BY_HAND],
  },
  suspended: {
    label: 'suspended or switched off, says the network',
    explained: (network) => `${network} said that this profile is suspended or switched off.`,
    clause: 'the network said that the profile is suspended or switched off',
    help: () => ['signing in to the network and reading the message'],
  },
  'login-wall': {
    label: 'sign-in page',
    explained: (network) => `${network} showed a sign-in page.`,
    clause: 'the network showed a sign-in page',
    help: () => [BY_HAND, SAVE, OFFICE],
  },
  challenge: {
    label: 'robot check',
    explained: (network) => `${network} asked to prove that a person is looking.`,
    clause: 'the network asked to prove that a person is looking',
    help: () => [BY_HAND, SAVE, OFFICE],
  },
  'rate-limited': {
    label: 'too many requests',
    explained: (network) => `${network} found that we asked too much.`,
    clause: 'the network found that we asked too much',
    help: () => [LATER, BY_HAND],
  },
  'network-error': {
    label: 'no connection',
    explained: (network) => `We got no connection with ${network}, or the connection broke.`,
    clause: 'we got no connection, or the connection broke',
    help: () => [LATER, 'checking the address in your list (profiles.json)', BY_HAND],
  },
  timeout: {
    label: 'too slow',
    explained: (network) => `${network} did not answer in time.`,
    clause: 'the network did not answer in time',
    help: () => [LATER, BY_HAND],
  },
  unreadable: {
    label: 'page not recognised',
    explained: (network) => `${network} showed a page that we do not recognise as this profile.`,
    clause: 'the network showed a page that we do not recognise as this profile',
    help: () => [BY_HAND, 'reporting it to whoever keeps Bijwerken for you'],
  },
  robots: {
    label: 'not visited: robots.txt asks so',
    explained: (network) =>
      `${network} asks programs not to visit this page (in robots.txt). The audit is set to do as it asks.`,
    clause: 'the network asks programs not to visit the page (in robots.txt), and we do as it asks',
    help: () => [BY_HAND, SAVE, TOKEN],
  },
};

/** English: how a visit ended, and what would help to see more. */

import type { NameWords } from '../words.ts';

const TOKEN = 'an access token for the official API, if this network offers one';
const SESSION = 'signing in with an account of your own organisation';
const SAVED = 'saving the page yourself and importing it';
const BY_HAND = 'looking for yourself: it takes about two minutes';
const LATER = 'waiting for the next night';

export const enOutcomes: NameWords['outcomes'] = {
  profile: {
    label: 'profile seen',
    explained: (network) => `${network} showed the profile.`,
    clause: 'the network showed the profile, but not this part',
    help: () => [BY_HAND, SAVED],
  },
  'not-found': {
    label: 'does not exist, says the network',
    explained: (network) => `${network} said that this profile does not exist.`,
    clause: 'the network said that the profile does not exist',
    help: () => ['checking the address in your list (profiles.json)', BY_HAND],
  },
  suspended: {
    label: 'suspended, says the network',
    explained: (network) => `${network} said that this profile is suspended.`,
    clause: 'the network said that the profile is suspended',
    help: () => ['signing in to the network and reading the message'],
  },
  'login-wall': {
    label: 'sign-in page',
    explained: (network) => `${network} showed a sign-in page.`,
    clause: 'the network showed a sign-in page',
    help: () => [TOKEN, SESSION, SAVED, BY_HAND],
  },
  challenge: {
    label: 'robot check',
    explained: (network) => `${network} asked to prove that a person is looking.`,
    clause: 'the network asked to prove that a person is looking',
    help: () => [TOKEN, SAVED, BY_HAND],
  },
  'rate-limited': {
    label: 'too many requests',
    explained: (network) => `${network} found that we asked too much.`,
    clause: 'the network found that we asked too much',
    help: () => [LATER, TOKEN, BY_HAND],
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
    help: () => [BY_HAND, SAVED, 'reporting it to whoever keeps Bijwerken for you'],
  },
};

/** Dutch: how a visit ended, and what would help to see more. */

import type { NameWords } from '../words.ts';

const TOKEN = 'een toegangssleutel (token) voor de officiële API, als dit netwerk die aanbiedt';
const SESSION = 'inloggen met een account van uw eigen organisatie';
const SAVED = 'de pagina zelf opslaan en inlezen';
const BY_HAND = 'zelf kijken: dat kost ongeveer twee minuten';
const LATER = 'wachten tot de volgende nacht';

export const nlOutcomes: NameWords['outcomes'] = {
  profile: {
    label: 'profiel gezien',
    explained: (network) => `${network} toonde het profiel.`,
    clause: 'het netwerk toonde het profiel, maar niet dit deel',
    help: () => [BY_HAND, SAVED],
  },
  'not-found': {
    label: 'bestaat niet, zegt het netwerk',
    explained: (network) => `${network} meldde dat dit profiel niet bestaat.`,
    clause: 'het netwerk meldde dat het profiel niet bestaat',
    help: () => ['het adres in uw lijst (profiles.json) controleren', BY_HAND],
  },
  suspended: {
    label: 'geblokkeerd, zegt het netwerk',
    explained: (network) => `${network} meldde dat dit profiel is geblokkeerd.`,
    clause: 'het netwerk meldde dat het profiel is geblokkeerd',
    help: () => ['inloggen bij het netwerk en de melding lezen'],
  },
  'login-wall': {
    label: 'inlogscherm',
    explained: (network) => `${network} toonde een inlogscherm.`,
    clause: 'het netwerk toonde een inlogscherm',
    help: () => [TOKEN, SESSION, SAVED, BY_HAND],
  },
  challenge: {
    label: 'controle op robots',
    explained: (network) => `${network} vroeg te bewijzen dat er een mens kijkt.`,
    clause: 'het netwerk vroeg te bewijzen dat er een mens kijkt',
    help: () => [TOKEN, SAVED, BY_HAND],
  },
  'rate-limited': {
    label: 'te veel vragen',
    explained: (network) => `${network} vond dat we te veel vragen stelden.`,
    clause: 'het netwerk vond dat we te veel vragen stelden',
    help: () => [LATER, TOKEN, BY_HAND],
  },
  'network-error': {
    label: 'geen verbinding',
    explained: (network) => `We kregen geen verbinding met ${network}, of de verbinding brak af.`,
    clause: 'we kregen geen verbinding, of de verbinding brak af',
    help: () => [LATER, 'het adres in uw lijst (profiles.json) controleren', BY_HAND],
  },
  timeout: {
    label: 'te traag',
    explained: (network) => `${network} gaf niet op tijd antwoord.`,
    clause: 'het netwerk gaf niet op tijd antwoord',
    help: () => [LATER, BY_HAND],
  },
  unreadable: {
    label: 'pagina niet herkend',
    explained: (network) => `${network} toonde een pagina die we niet herkennen als dit profiel.`,
    clause: 'het netwerk toonde een pagina die we niet herkennen als dit profiel',
    help: () => [BY_HAND, SAVED, 'het melden bij wie Bijwerken voor u beheert'],
  },
};

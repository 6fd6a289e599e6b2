/** Dutch: how a visit ended, and what would help to see more. */

import type { NameWords } from '../words.ts';

// Only what this version can do: a promise that is not kept costs the reader's trust.
const OFFICE =
  'de controle laten draaien op een gewone internetverbinding, zoals die van kantoor: netwerken weren vooral datacenters';
const BY_HAND = 'zelf kijken: dat kost ongeveer twee minuten';
const SAVE = 'de pagina zelf opslaan en laten inlezen (met `bijwerken import`): dat geldt dan weken';
const TOKEN = 'een officiële toegang (token) van het netwerk, waar die er is';
const LATER = 'wachten tot de volgende nacht';

export const nlOutcomes: NameWords['outcomes'] = {
  profile: {
    label: 'profiel gezien',
    explained: (network) => `${network} toonde het profiel.`,
    clause: 'het netwerk toonde het profiel, maar niet dit deel',
    help: () => [BY_HAND],
  },
  'not-found': {
    label: 'bestaat niet, zegt het netwerk',
    explained: (network) => `${network} meldde dat dit profiel niet bestaat.`,
    clause: 'het netwerk meldde dat het profiel niet bestaat',
    help: () => ['het adres in uw lijst (profiles.json) controleren', BY_HAND],
  },
  suspended: {
    label: 'geblokkeerd of uitgezet, zegt het netwerk',
    explained: (network) => `${network} meldde dat dit profiel is geblokkeerd of uitgezet.`,
    clause: 'het netwerk meldde dat het profiel is geblokkeerd of uitgezet',
    help: () => ['inloggen bij het netwerk en de melding lezen'],
  },
  'login-wall': {
    label: 'inlogscherm',
    explained: (network) => `${network} toonde een inlogscherm.`,
    clause: 'het netwerk toonde een inlogscherm',
    help: () => [BY_HAND, SAVE, OFFICE],
  },
  challenge: {
    label: 'controle op robots',
    explained: (network) => `${network} vroeg te bewijzen dat er een mens kijkt.`,
    clause: 'het netwerk vroeg te bewijzen dat er een mens kijkt',
    help: () => [BY_HAND, SAVE, OFFICE],
  },
  'rate-limited': {
    label: 'te veel vragen',
    explained: (network) => `${network} vond dat we te veel vragen stelden.`,
    clause: 'het netwerk vond dat we te veel vragen stelden',
    help: () => [LATER, BY_HAND],
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
    help: () => [BY_HAND, 'het melden bij wie Bijwerken voor u beheert'],
  },
  robots: {
    label: 'niet bezocht: robots.txt vraagt dat',
    explained: (network) =>
      `${network} vraagt programma’s om deze pagina niet te bezoeken (in robots.txt). Zo is de controle ingesteld: zij houdt zich daaraan.`,
    clause: 'het netwerk vraagt programma’s om de pagina niet te bezoeken (in robots.txt), en daar houden we ons aan',
    help: () => [BY_HAND, SAVE, TOKEN],
  },
};

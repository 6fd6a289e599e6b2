/** Dutch: the words of `bijwerken explain`. */

import type { ExplainWords } from '../explainWords.ts';

export const nlExplain: ExplainWords = {
  headings: {
    expected: 'Wat er verwacht wordt',
    phrases: 'Woorden in de profieltekst',
    past: 'Wat vroeger gold: een profiel dat het nog toont, krijgt te horen wat',
    activity: 'Activiteit',
    checks: 'Controles',
    waivers: 'Uitzonderingen',
  },
  labels: {
    account: 'Accountnaam',
    language: 'Taal',
    location: 'Locatie',
    owner: 'Beheerder',
    sources: 'Bronnen',
    intent: 'Bedoeling',
    silence: 'Slapend na',
    until: 'Tot en met',
    months: 'Actieve maanden',
  },
  networkStates: {
    unread: (network) => `Deze versie kan ${network} niet lezen: van elk veld is niets te zeggen.`,
    closed: (network) => `${network} bestaat niet meer: daar wordt niets gevraagd.`,
  },
  layers: { brand: 'het merk', profile: 'het profiel (expect)', address: 'het adres van het profiel (url)' },
  location: (id) => `locatie ${id}`,
  from: (origin) => `van ${origin}`,
  or: (value) => `of ${value}`,
  rightToo: (values) => `ook goed: ${values}`,
  nothing: '– (opengelaten)',
  noneFits: (max) => `geen van de teksten past: dit netwerk heeft plaats voor ${max}`,
  limit: (max, length, fits) =>
    `dit netwerk heeft plaats voor ${max}: deze ${length} ${fits ? 'passen' : 'passen niet'}`,
  units: { characters: (amount) => `${amount} tekens`, graphemes: (amount) => `${amount} zichtbare tekens` },
  room: (max) => `plaats voor ${max}:`,
  textUses: {
    used: 'wordt gebruikt',
    equal: 'is ook goed',
    shorter: 'mag ook; een langere past',
    'too-long': 'past niet',
    'other-language': 'is voor een andere taal',
  },
  textOf: (length, use) => `de tekst van ${length} ${use}`,
  lacks: (phrase) => `‘${phrase}’ staat er niet in, en dat moet wel`,
  mustHold: 'Moet erin',
  mayNotHold: 'Mag er niet in',
  languageFrom: { profile: 'van het profiel', settings: 'van de instellingen' },
  silenceFrom: {
    profile: 'van het profiel',
    network: 'van de instellingen voor dit netwerk',
    settings: 'van de instellingen',
  },
  states: {
    off: 'niet gevraagd: uitgezet in de instellingen',
    ignored: 'niet gevraagd: het profiel slaat dit over',
    'left-open': 'niet gevraagd: het merk laat dit open',
    'network-closed': 'niet gevraagd: het netwerk bestaat niet meer',
    'network-unread': 'niet te zien: dit netwerk kan niet gelezen worden',
    'not-on-network': 'niet gevraagd: dit netwerk heeft dit veld niet',
  },
  notYet: 'niet gevraagd: deze versie controleert dit nog niet',
  asked: (severity, isSet) => `gevraagd: ${severity}${isSet ? ' (van de instellingen)' : ''}`,
  waiver: (accepts, until, lapsed) => `‘${accepts}’ ${lapsed ? 'was goed tot en met' : 'is goed tot en met'} ${until}`,
  because: (reason, owner) => `${reason} (${owner})`,
};

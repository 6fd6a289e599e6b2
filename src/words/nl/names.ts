/** Dutch: the names of things. */

import type { NameWords } from '../words.ts';
import { nlFormat } from './format.ts';
import { nlOutcomes } from './outcomes.ts';
import { nlVerdicts } from './verdicts.ts';

const { percent } = nlFormat;

export const nlNames: NameWords = {
  checks: {
    'presence.exists': 'Bestaan',
    'presence.important-network': 'Belangrijk netwerk',
    'presence.unlisted': 'Onbekend account',
    'presence.network-closed': 'Gesloten netwerk',
    'presence.identity': 'Vast accountnummer',
    'look.logo': 'Logo',
    'look.banner': 'Omslagfoto',
    'info.name': 'Naam',
    'info.handle': 'Accountnaam',
    'info.bio': 'Profieltekst',
    'info.website': 'Webadres',
    'info.email': 'E-mailadres',
    'info.phone': 'Telefoonnummer',
    'info.address': 'Adres',
    'info.backlink': 'Link op uw website',
    'info.uniform': 'Gelijk aan uw andere profielen',
    'activity.dormant': 'Activiteit',
    'activity.never-posted': 'Eerste bericht',
  },
  fields: {
    presence: { label: 'Profiel', the: 'het profiel' },
    name: { label: 'Naam', the: 'de naam' },
    handle: { label: 'Accountnaam', the: 'de accountnaam' },
    bio: { label: 'Profieltekst', the: 'de profieltekst' },
    tagline: { label: 'Ondertitel', the: 'de ondertitel' },
    websites: { label: 'Webadres', the: 'het webadres' },
    website: { label: 'Webadres', the: 'het webadres' },
    emails: { label: 'E-mailadres', the: 'het e-mailadres' },
    phones: { label: 'Telefoonnummer', the: 'het telefoonnummer' },
    address: { label: 'Adres', the: 'het adres' },
    logo: { label: 'Logo', the: 'het logo' },
    banner: { label: 'Omslagfoto', the: 'de omslagfoto' },
    followers: { label: 'Volgers', the: 'het aantal volgers' },
    lastActivity: { label: 'Nieuwste bericht', the: 'het nieuwste bericht' },
    pin: { label: 'Vast accountnummer', the: 'het vaste accountnummer' },
  },
  statuses: {
    ok: 'klopt',
    deviating: 'wijkt af',
    absent: 'ontbreekt',
    unverifiable: 'niet te beoordelen',
    'not-applicable': 'niet van toepassing',
    waived: 'uitzondering',
  },
  severities: { error: 'Fout', warning: 'Let op', info: 'Ter informatie' },
  verdicts: nlVerdicts,
  actions: {
    none: 'Niets te doen',
    fix: 'Pas aan',
    'delete-or-revive': 'Overweeg te verwijderen of weer te gebruiken',
    'remove-from-registry': 'Haal uit uw lijst',
    'report-to-network': 'Meld bij het netwerk',
    'appeal-or-remove': 'Maak bezwaar of haal uit uw lijst',
    'look-by-hand': 'Kijk zelf',
  },
  outcomes: nlOutcomes,
  sources: {
    api: 'via de officiële API',
    http: 'via een gewone webaanvraag',
    browser: 'via een browser, zonder in te loggen',
    session: 'via een browser, ingelogd als uw organisatie',
    import: 'via een opgeslagen pagina',
    hand: 'met de hand, door een mens',
  },
  origins: {
    'json-ld': 'gegevens voor zoekmachines (JSON-LD)',
    'open-graph': 'gegevens voor het delen (Open Graph)',
    dom: 'de pagina zelf',
    'embedded-json': 'gegevens in de pagina (JSON)',
    api: 'het antwoord van de API',
  },
  intents: {
    active: 'actief profiel',
    archive: 'archief',
    reserve: 'gereserveerde naam',
    campaign: 'campagne',
  },
  notices: {
    'sandbox-off':
      'De beveiligde omgeving (sandbox) van de browser stond uit. Laat de controle liever draaien als gewone gebruiker, niet als root.',
    'https-errors-ignored':
      'Fouten in beveiligde verbindingen (HTTPS) zijn genegeerd. We weten daardoor niet zeker of de pagina’s echt van de netwerken kwamen.',
    'no-browser':
      'Er was geen browser. Profielen waarvoor een browser nodig is, konden we niet zien. Voer ‘bijwerken doctor’ uit om dit te herstellen.',
    'private-allowed': 'Bezoek aan adressen in het eigen netwerk was toegestaan.',
    replayed: 'Deze controle is gedaan op eerder bewaarde pagina’s. Er is vandaag niets opgevraagd.',
    interrupted: 'De controle is onderbroken. Niet alle profielen zijn bekeken.',
  },
  addressParts: {
    street: 'straat en huisnummer',
    postalCode: 'postcode',
    city: 'plaats',
    region: 'provincie',
    country: 'land',
  },
  exitReasons: {
    findings: () => 'Er zijn bevindingen die volgens uw instelling meetellen.',
    'new-findings': () => 'Er zijn nieuwe bevindingen.',
    'missing-networks': () => 'Op een belangrijk netwerk ontbreekt een profiel.',
    coverage: ({ coverage, minCoverage }) =>
      `We zagen te weinig: ${percent(coverage)} van de profielen. Afgesproken is ten minste ${percent(minCoverage)}.`,
    incomplete: () => 'Niet alle profielen zijn bekeken.',
    interrupted: () => 'De controle is onderbroken.',
  },
};

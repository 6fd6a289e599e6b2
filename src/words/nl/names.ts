/** Dutch: the names of things. */

import type { NameWords } from '../words.ts';
import { nlFormat } from './format.ts';
import { nlOutcomes } from './outcomes.ts';
import { nlVerdicts } from './verdicts.ts';

const { percent } = nlFormat;

export const nlNames: NameWords = {
  checks: {
    'presence.exists': 'Aanwezigheid',
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
    'info.registration': 'KvK- en btw-nummer',
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
    kvk: { label: 'KvK-nummer', the: 'het KvK-nummer' },
    vat: { label: 'Btw-nummer', the: 'het btw-nummer' },
    registration: { label: 'KvK- en btw-nummer', the: 'het KvK- en btw-nummer' },
    logo: { label: 'Logo', the: 'het logo' },
    banner: { label: 'Omslagfoto', the: 'de omslagfoto' },
    followers: { label: 'Volgers', the: 'het aantal volgers' },
    lastActivity: { label: 'Nieuwste bericht', the: 'het nieuwste bericht' },
    pin: { label: 'Vast accountnummer', the: 'het vaste accountnummer' },
    movedTo: { label: 'Verhuisd naar', the: 'het adres waarheen het account is verhuisd' },
    closed: { label: 'Gesloten', the: 'of de plek gesloten is' },
    created: { label: 'Aangemaakt op', the: 'de datum waarop het account is gemaakt' },
    links: { label: 'Links naar andere sites', the: 'de links naar andere sites' },
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
    'remove-from-registry': 'Overweeg uit uw lijst te halen',
    'report-to-network': 'Meld bij het netwerk',
    'appeal-or-remove': 'Maak bezwaar, of overweeg uit uw lijst te halen',
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
    'no-image-library':
      'De software voor afbeeldingen is niet geïnstalleerd. Logo’s konden we niet beoordelen. Voer ‘npm install --include=optional’ uit om dit te herstellen.',
    'private-allowed': 'Bezoek aan adressen in het eigen netwerk was toegestaan.',
    replayed: 'Deze controle is gedaan op eerder bewaarde pagina’s. Er is vandaag niets opgevraagd.',
    'token-expired':
      'De toegangssleutel (token) voor de API is verlopen of ingetrokken. Maak een nieuwe en zet die in de omgeving.',
    'token-missing-scope':
      'De toegangssleutel (token) voor de API mag niet alles lezen wat nodig is. Geef hem de genoemde rechten.',
    'token-not-sent':
      'De toegangssleutel (token) is niet verstuurd, omdat fouten in beveiligde verbindingen werden genegeerd.',
    'session-missing':
      'Een profiel mag worden bekeken terwijl we zijn ingelogd als uw organisatie, maar er is hier niemand ingelogd. Voer ‘bijwerken login’ uit met de naam van het netwerk.',
    'session-expired':
      'Uw organisatie is niet meer ingelogd bij dit netwerk. Voer ‘bijwerken login’ uit met de naam ervan. Dit zegt niets over uw profielen.',
    'session-challenged':
      'Het netwerk vroeg het ingelogde account om te bewijzen wie het is. Daarna hebben we ingelogd niets meer opgevraagd. Kijk eerst zelf naar dat account.',
    'session-not-in-pull-request':
      'Er was niemand ingelogd: misschien is deze controle gestart door iemand van buiten uw organisatie.',
    'session-not-sent': 'Er was niemand ingelogd, omdat fouten in beveiligde verbindingen werden genegeerd.',
    'review-old':
      'Wat Bijwerken van deze netwerken weet, is meer dan een jaar geleden voor het laatst nagekeken. Werk Bijwerken bij.',
    'waiver-lapsing': 'Een uitzondering loopt binnenkort af. Daarna vraagt de afwijking weer iets van u.',
    'source-blind':
      'Het netwerk gaf hetzelfde antwoord op een profiel dat zeker bestaat en op een naam die niet kan bestaan. Wat het liet zien, telt vannacht niet.',
    'control-not-asked':
      'We konden niet nagaan of het netwerk bestaande en niet-bestaande profielen uit elkaar houdt. Daarom noemen we daar geen profiel verdwenen.',
    'reader-no-longer-fits':
      'Bijwerken kan de pagina’s van dit netwerk niet meer lezen. Waarschijnlijk zijn ze veranderd. De pagina’s zijn bewaard; stuur ze naar wie Bijwerken voor u beheert.',
    interrupted: 'De controle is onderbroken. Niet alle profielen zijn bekeken.',
  },
  certificateFaults: {
    expired: 'is verlopen',
    'other-name': 'hoort bij een ander adres',
    'self-signed': 'is niet door een erkende partij gemaakt',
  },
  pictureReasons: {
    'same-pixels': 'het is dezelfde afbeelding',
    'older-drawing': 'het is de oude tekening',
    'other-colour': 'de kleuren zijn anders',
    turned: 'het is gespiegeld of gedraaid',
    'part-missing': 'een deel ontbreekt, zoals de tekst eronder',
    'part-differs': 'een deel is anders, zoals de tekst eronder',
    'no-likeness': 'de afbeelding lijkt op geen van de logo’s',
    'placeholder-picture': 'het is een standaardafbeelding',
    between: 'de afbeelding lijkt erop, maar is niet duidelijk hetzelfde',
    'among-others': 'het logo staat er misschien in, maar er staat nog veel meer in het plaatje',
    photograph: 'het is een foto, of net zo vol, en het logo staat er misschien ergens in',
    'hard-to-see': 'een deel van het logo is op deze achtergrond niet te zien',
    'cut-off': 'een groot deel van het logo valt buiten het plaatje',
    'between-roles': 'de afbeelding lijkt even veel op twee verschillende logo’s van het merk',
    'too-small': 'de afbeelding is te klein om te vergelijken',
    'nearly-blank': 'de afbeelding is bijna leeg',
    'flat-picture': 'de afbeelding is één vlak',
    'no-decoder': 'de software voor afbeeldingen is hier niet geïnstalleerd',
    'not-an-image': 'het bestand is geen afbeelding die we kunnen lezen',
    'unread-logo': 'een logo van het merk kon niet worden gelezen',
    'unread-banner': 'een omslagfoto van het merk kon niet worden gelezen',
    'not-fetched': 'de afbeelding is niet opgehaald',
    empty: 'het bestand is leeg',
    'network-error': 'er was geen verbinding',
    timeout: 'het duurde te lang',
    'too-large': 'het bestand is te groot',
    'too-many-redirects': 'het adres bleef doorverwijzen',
    'refused-address': 'het adres is om veiligheid geweigerd',
    'not-text': 'het antwoord was geen tekst',
    crashed: 'de browser liep vast',
    'no-browser': 'er was geen browser',
    interrupted: 'de controle is onderbroken',
    robots: 'robots.txt van de site vraagt om niet te komen',
    'robots-unasked': 'robots.txt van de site kon niet worden opgevraagd, dus is de rest ook niet gevraagd',
    'too-old': 'de opgeslagen pagina is te oud',
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

/** Dutch: the words of the page itself. */

import type { Counts, PageWords } from '../page.ts';
import { nlFormat } from './format.ts';

const { count, number } = nlFormat;
const profiles = (amount: number) => count(amount, { one: 'profiel', other: 'profielen' });
const daysOf = (amount: number) => count(amount, { one: 'dag', other: 'dagen' });
const parts = (amount: number) => count(amount, { one: 'onderdeel', other: 'onderdelen' });

function asks({ profiles: all, asking, fresh }: Counts): string {
  if (all === 0) return 'Er zijn geen profielen bekeken.';
  if (asking === 0) return 'Geen enkel profiel vraagt nu iets van u.';
  const ask = `${profiles(asking)} ${asking === 1 ? 'vraagt' : 'vragen'} iets van u`;
  if (fresh === null) return `${ask}.`;
  if (fresh === 0) return `${ask}; er is niets nieuws bij.`;
  if (asking === 1) return `${ask}; er is iets nieuws bij.`;
  return `${ask}; ${number(fresh)} daarvan ${fresh === 1 ? 'is' : 'zijn'} nieuw.`;
}

const blind = (unseen: number) =>
  unseen === 0 ? '' : `${profiles(unseen)} ${unseen === 1 ? 'kon' : 'konden'} we niet beoordelen.`;

const missing = (networks: number) =>
  networks === 0
    ? ''
    : `Op ${count(networks, { one: 'belangrijk netwerk', other: 'belangrijke netwerken' })} ontbreekt een profiel.`;

export const nlPage: PageWords = {
  title: (brand) => `De profielen van ${brand}`,
  documentTitle: (brand, date) => `${brand}: controle van ${date}`,
  skip: 'Naar de inhoud',
  contents: 'Op deze pagina',
  lede: (counts) =>
    [asks(counts), blind(counts.unseen), missing(counts.missing)].filter((part) => part !== '').join(' '),
  coverage: (seen, of) => {
    if (seen === of) return of === 1 ? 'We zagen het profiel.' : `We zagen alle ${profiles(of)}.`;
    return `We zagen ${number(seen)} van de ${profiles(of)}.`;
  },
  byHand: (share) => `Een deel daarvan zag een mens, en geen bron: ${share} van alle gegevens.`,
  fieldCoverage: (share) => `Van alle gegevens die we wilden controleren, zagen we ${share}.`,
  sincePrevious: (fresh, fixed) =>
    `Sinds de vorige controle: ${count(fresh, { one: 'nieuwe bevinding', other: 'nieuwe bevindingen' })}, ${number(fixed)} opgelost.`,
  firstRun: 'Er is geen eerdere controle om mee te vergelijken.',
  incomplete: 'Deze controle is niet afgemaakt. Niet alle profielen zijn bekeken.',
  partial: 'Dit is een deel van de controle. Alleen een keuze uit de profielen of bronnen is bekeken.',
  partialOnly: (what) => `Gekozen: ${what}.`,
  summaryHeading: 'In het kort',
  verdictsHeading: 'Profielen per advies',
  noticesHeading: 'Let op bij deze controle',
  todoHeading: 'Te doen',
  todoIntro: 'Het dringendste staat bovenaan.',
  nothingToDo: 'Er is nu niets te doen.',
  todoUnseen: (amount) => `Kijk zelf naar ${profiles(amount)} die we niet konden beoordelen.`,
  todoCreate: (network) => `Maak een profiel aan op ${network}.`,
  more: (amount) => `en nog ${number(amount)}`,
  missingHeading: 'Belangrijke netwerken zonder profiel',
  missingIntro: 'Deze netwerken noemt u belangrijk, maar uw lijst heeft er geen bestaand profiel voor.',
  missing: (network) => `Op ${network} ontbreekt een profiel.`,
  missingSteps: 'Heeft u er al een? Zet het dan in uw lijst (profiles.json). Anders: maak er een aan.',
  profilesHeading: 'De profielen',
  unseenHeading: 'Wat we niet konden zien',
  unseenIntro:
    'Over wat we niet zagen, zeggen we niets. Het kan goed of fout zijn. Hieronder staat waarom we het niet zagen en wat helpt.',
  allSeen: 'We konden alles zien wat we wilden controleren.',
  perhapsDormantHeading: 'Misschien slapend: kijk hier het eerst',
  perhapsDormantIntro:
    'Een bezoeker die niet is ingelogd, ziet hier alleen oude berichten. Misschien zijn er nieuwere.',
  wouldHelp: 'Dit zou helpen',
  unseenFields: (fields) => `Niet gezien: ${fields}`,
  partlyUnseenHeading: 'Wel gezien, maar niet helemaal',
  runHeading: 'Over deze controle',
  filters: {
    legend: 'Toon',
    all: 'Alle profielen',
    asking: 'Vraagt iets van u',
    unseen: 'Niet te beoordelen',
    fine: 'In orde',
    fresh: 'Alleen met iets nieuws',
    shown: 'profielen getoond',
  },
  profile: {
    network: 'Netwerk',
    address: 'Adres',
    owner: 'Eigenaar',
    location: 'Locatie',
    noOwner: 'niet vastgelegd',
    followers: 'Volgers',
    pin: 'Vast accountnummer',
    advice: 'Advies',
    steps: 'Stap voor stap',
    confirmIdentity:
      'Controleer eerst of dit echt uw account is. Met een vast accountnummer konden wij dat niet bevestigen.',
    edit: 'Pagina om dit profiel te wijzigen',
    remove: 'Pagina om dit profiel op te heffen',
    probably: 'waarschijnlijk hier',
    seen: (fields, of) => `${number(fields)} van ${parts(of)} gezien`,
    seenOk: (fields, of) =>
      fields === of
        ? `Klopt: alle ${parts(of)} gezien.`
        : `Klopt, voor zover te zien: ${number(fields)} van ${parts(of)}.`,
    byHandHeading: (amount) => `Zelf bekijken: ${parts(amount)}`,
    notSeenHeading: (amount) => `Niet gezien: ${parts(amount)}`,
    byHandIntro: 'Open de pagina en vergelijk. Dit hoort er te staan:',
    okHeading: (amount) => `Klopt: ${parts(amount)}`,
    notApplicableHeading: (amount) => `Niet van toepassing: ${parts(amount)}`,
    waivedHeading: (amount) => count(amount, { one: 'uitzondering', other: 'uitzonderingen' }),
    toTop: 'Naar boven',
  },
  finding: {
    expected: 'Hoort te zijn',
    elsewhere: (profiles) => `Op uw andere profielen (${profiles})`,
    found: 'Gevonden',
    difference: 'Verschil',
    nothing: 'niets',
    empty: 'leeg',
    fresh: 'Nieuw',
    since: (date) => `sinds ${date}`,
    remedy: 'Zo lost u het op',
    copy: 'Kopieer',
    copied: 'Gekopieerd',
    upload: (file) => `Gebruik het bestand ${file}.`,
    youngerThan: (duration) => `een bericht van hooguit ${duration} oud`,
    normalised: 'Vergeleken als',
    readFrom: 'Gelezen uit',
    within: 'Dit staat in de tekst van het profiel, niet in een eigen veld.',
    unmet: 'Dit lezen we volgens de documentatie; een echt antwoord hebben we nog nooit gezien',
    truncated: 'Het netwerk heeft deze tekst afgekapt.',
    waiver: (owner, until) => `Uitzondering van ${owner}, geldig tot en met ${until}.`,
    waiverReason: 'Reden',
    waiverRefused: {
      'other-value': 'Er is een uitzondering, maar die geldt niet: er staat nu iets anders dan wat is goedgekeurd.',
      lapsed: 'Er was een uitzondering, maar die is verlopen.',
    },
    whole: (characters) => `Toon de hele tekst (${characters} tekens)`,
    cut: (characters) => `Hier ingekort. De hele tekst heeft ${characters} tekens en staat in report.json.`,
    toRemove: 'moet weg',
    toAdd: 'ontbreekt nog',
    tooDifferent: 'De teksten verschillen te veel om per woord te vergelijken.',
  },
  image: {
    expected: (field, file) => `${field}: zo hoort het${file ? ` (${file})` : ''}`,
    recognised: 'Herkend als',
    found: (field) => `${field} op het profiel`,
    difference: (field) => `${field}: de plaatsen die verschillen`,
    open: 'Open de afbeelding',
    none: 'geen afbeelding',
    source: 'Adres van de afbeelding',
  },
  timeline: {
    newest: (period) => `Nieuwste bericht: ${period}`,
    none: 'Geen bericht gezien',
    limit: (date, threshold) => `Grens: ${date}${threshold ? ` (${threshold} voor de controle)` : ''}`,
    looked: (date) => `Gekeken op ${date}`,
    season: (from, to) => `Laatste hele seizoen: ${from} tot en met ${to}`,
    proof: 'Deze datum is bewijs: de bron toont altijd het nieuwste bericht.',
    noProof: 'Deze datum is geen bewijs van stilte: er kunnen nieuwere berichten zijn die een bezoeker niet ziet.',
  },
  evidence: {
    heading: 'Bewijs: waar en wanneer we keken',
    look: (source, look) => (look === 2 ? `Tweede blik, ${source}` : `Gekeken ${source}`),
    asked: 'Gevraagd adres',
    final: 'Uitgekomen op',
    at: 'Tijd',
    status: 'Antwoordcode',
    noStatus: 'geen antwoord',
    outcome: 'Uitkomst',
    because: 'Waaraan we dat zagen',
    hash: 'Vingerafdruk (SHA-256)',
    screenshot: 'Schermafbeelding',
    openScreenshot: 'Open de schermafbeelding',
    notAsked: 'Er is niets opgevraagd voor dit profiel.',
    age: (days) => `${daysOf(days)} oud`,
  },
  savedPage: {
    used: (date, days) =>
      `Een deel hiervan staat op een pagina die iemand heeft opgeslagen op ${date} (${daysOf(days)} oud). Is het profiel daarna aangepast? Sla de pagina dan opnieuw op.`,
    tooOld: (date, days) =>
      `De opgeslagen pagina van ${date} is te oud (${daysOf(days)}). Die telt niet meer mee. Sla de pagina opnieuw op.`,
  },
  run: {
    id: 'Naam van de controle',
    started: 'Begonnen',
    finished: 'Klaar',
    browser: 'Browser',
    noBrowser: 'geen',
    tool: 'Gemaakt met',
    exit: 'Eindcode',
    networks: 'Gevraagd per netwerk',
    network: 'Netwerk',
    source: 'Bron',
    asked: 'Gevraagd',
    outcomes: 'Uitkomsten',
  },
  footer: 'Dit rapport beschrijft wat een bezoeker van de profielen kon zien op het moment van de controle.',
};

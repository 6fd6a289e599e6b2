/** Dutch: the words of job summary, table, issues, annotations, and the difference of two runs. */

import type { FormsWords } from '../forms.ts';
import { nlFormat } from './format.ts';

const { count, number } = nlFormat;
const findings = (amount: number) => count(amount, { one: 'bevinding', other: 'bevindingen' });
const profiles = (amount: number) => count(amount, { one: 'profiel', other: 'profielen' });

export const nlForms: FormsWords = {
  severityCounts: (errors, warnings, infos) =>
    `Dit wijkt af: ${count(errors, { one: 'fout', other: 'fouten' })}, ${number(warnings)} om op te letten, ${number(infos)} ter informatie.`,
  noFindings: 'Er wijkt niets af van wat we konden zien.',
  fixedHeading: 'Opgelost',
  fixed: (amount) => `${findings(amount)} opgelost sinds de vorige controle.`,
  wholeReport: 'Het hele rapport, met het bewijs, staat in index.html.',
  moreInReport: (amount) => `en nog ${number(amount)}; zie het rapport`,
  columns: {
    verdict: 'Oordeel',
    profiles: 'Profielen',
    advice: 'Advies',
    profile: 'Profiel',
    facts: 'Wat er is',
    since: 'Sinds',
    owner: 'Eigenaar',
  },
  csv: {
    key: 'Sleutel',
    profile: 'Profiel',
    network: 'Netwerk',
    url: 'Adres',
    owner: 'Eigenaar',
    verdict: 'Oordeel',
    action: 'Advies',
    check: 'Controle',
    code: 'Soort bevinding',
    status: 'Uitkomst',
    severity: 'Ernst',
    expected: 'Hoort te zijn',
    found: 'Gevonden',
    sentence: 'Wat er is',
    since: 'Sinds',
    isNew: 'Nieuw',
    isBack: 'Teruggekomen',
    isFixed: 'Opgelost sinds de vorige controle',
    lastSeen: 'Voor het laatst gezien als',
    remedy: 'Zo lost u het op',
    waiverUntil: 'Uitzondering tot en met',
  },
  yes: 'ja',
  no: 'nee',
  issue: {
    title: (brand, amount) => `${brand}: ${profiles(amount)} ${amount === 1 ? 'vraagt' : 'vragen'} iets van u`,
    titleMissing: (brand, networks) =>
      `${brand}: op ${count(networks, { one: 'belangrijk netwerk', other: 'belangrijke netwerken' })} ontbreekt een profiel`,
    titleUnseen: (brand) => `${brand}: nog open, maar nu niet te zien`,
    titleDone: (brand) => `${brand}: niets meer te doen`,
    forOwner: 'Eigenaar',
    noOwner: 'Deze profielen hebben geen eigenaar in uw lijst (profiles.json).',
    checkedOn: (when) => `Gecontroleerd op ${when}.`,
    keepsItself:
      'Deze tekst wordt na elke controle vervangen. Is er niets meer te doen, dan sluit deze melding vanzelf. Schrijf dus in een reactie en niet hier.',
    done: 'Er is niets meer te doen.',
    unseenHeading: 'Nog open, maar nu niet gezien',
    unseenIntro: 'Dit konden we nu niet zien. Zo stond het er de laatste keer dat we het wel zagen:',
    lastSeenOn: (date) => `gezien op ${date}`,
    partial: 'Dit is een deel van een controle. Deze melding wordt niet geopend of gesloten.',
  },
  compare: {
    heading: (brand) => `${brand}: twee controles vergeleken`,
    runs: (earlier, later) => `Van ${earlier} naar ${later}.`,
    otherBrand: (earlier, later) => `Let op: dit zijn controles van twee merken, ${earlier} en ${later}.`,
    notWhole:
      'Let op: niet allebei de controles zijn heel. Wat er in een van beide niet bij was, is niet nieuw en niet opgelost.',
    same: 'Er is geen verschil in wat we in allebei konden zien.',
    newHeading: 'Nieuw',
    fixedHeading: 'Opgelost',
    changedHeading: 'Nog steeds fout, maar anders',
    verdictsHeading: 'Ander oordeel',
    addedHeading: 'Profielen erbij',
    removedHeading: 'Profielen eraf',
    unseenHeading: 'Niet te vergelijken',
    unseen: (amount) => `${findings(amount)} konden we in een van beide niet zien: niet nieuw, en niet opgelost.`,
    notAsked: (amount) => `${findings(amount)} ${amount === 1 ? 'is' : 'zijn'} in een van beide niet gecontroleerd.`,
    coverageHeading: 'Gezien',
    profilesSeen: (earlier, later) => `Profielen gezien: van ${earlier} naar ${later}.`,
    fieldsSeen: (earlier, later) => `Gegevens gezien: van ${earlier} naar ${later}.`,
    now: 'nu',
  },
};

/** Dutch: the sentence of each fact. Facts, not conclusions; nothing is claimed that was not seen. */

import { lookup } from '../lookup.ts';
import type { FindingWords } from '../words.ts';
import { nlFormat } from './format.ts';
import { nlNames } from './names.ts';

const { date, moment, period, number, duration, list } = nlFormat;

const the = (field: string) => lookup(nlNames.fields, field)?.the ?? `‘${field}’`;
const theAll = (fields: string) => list(fields.split(', ').map(the));
const named = (profiles: string, of: number) => {
  const names = profiles.split(', ');
  return list(of > names.length ? [...names, 'andere'] : names);
};
const label = (field: string) => lookup(nlNames.fields, field)?.label ?? field;
const clause = (outcome: string) => lookup(nlNames.outcomes, outcome)?.clause ?? outcome;
const limitOf = (limit: string) => (limit.startsWith('P') ? duration(limit) : date(limit));
const parts = (names: string) =>
  list(names.split(/[,\s]+/).flatMap((name) => (name ? [lookup(nlNames.addressParts, name) ?? name] : [])));
const because = (reason: string) => lookup(nlNames.pictureReasons, reason) ?? reason;
const characters = (amount: number) => nlFormat.count(amount, { one: 'teken', other: 'tekens' });

export const nlFindings: FindingWords = {
  'presence.seen': ({ source }) => `We hebben dit profiel gezien: ${nlNames.sources[source] ?? source}.`,
  'presence.closed-for-good': ({ network }) =>
    `Op ${network} staat dat deze plek voorgoed gesloten is. Bezoekers zien dat als eerste.`,
  'presence.gone': ({ firstSeenGoneAt, confirmedAt }) =>
    `Het netwerk meldt dat dit profiel niet bestaat. We keken twee keer: op ${moment(firstSeenGoneAt)} en op ${moment(confirmedAt)}.`,
  'presence.suspended': () => 'Het netwerk meldt dat dit profiel is geblokkeerd of uitgezet.',
  'presence.not-found-unconfirmed': () =>
    'Het netwerk meldde dat dit profiel niet bestaat, maar een tweede blik kon dat niet bevestigen. Daarom zeggen we niet dat het weg is.',
  'presence.not-found-uncontrolled': () =>
    'Het netwerk meldde twee keer dat dit profiel niet bestaat. Maar we konden niet nagaan of het netwerk ons vannacht de waarheid vertelt. Daarom zeggen we niet dat het weg is.',
  'presence.not-found-unmet': () =>
    'De officiële API van het netwerk meldt dat dit profiel niet bestaat. Maar we lezen die API alleen volgens de documentatie; we hebben nog nooit een echt antwoord gezien. Daarom zeggen we niet dat het weg is.',
  'presence.blind': ({ source }) =>
    `Het netwerk gaf vannacht hetzelfde antwoord op een profiel dat zeker bestaat en op een naam die niet kan bestaan (${nlNames.sources[source] ?? source}). Wat het van dit profiel liet zien, bewijst daarom niets.`,
  'presence.not-seen': ({ outcome }) => `We konden dit profiel niet zien: ${clause(outcome)}.`,
  'network.closed': ({ network, closedOn, successor, source }) =>
    `${network} is sinds ${date(closedOn)} gesloten.${successor ? ` De opvolger is ${successor}.` : ''} Bron: ${source}`,
  'identity.same': ({ pin }) => `Dit is uw account: het vaste accountnummer klopt (${pin}).`,
  'identity.taken-over': ({ registered, seen }) =>
    `Onder deze naam staat nu een ander account. Het vaste accountnummer is ${seen}; dat van uw account is ${registered}.`,
  'identity.not-comparable': ({ registered, seen }) =>
    `De pagina toont het accountnummer ${seen}, en u heeft ${registered} vastgelegd. Dat zijn nummers van een andere soort. We kunnen ze niet vergelijken.`,
  'identity.contradictory': ({ registered, seen }) =>
    `De ene bron toont het accountnummer dat u heeft vastgelegd (${registered}), de andere toont ${seen}. We weten niet welke gelijk heeft.`,
  'identity.unmet': ({ registered, seen }) =>
    `De officiële API toont het accountnummer ${seen}, en u heeft ${registered} vastgelegd. Maar we lezen die API alleen volgens de documentatie; we hebben nog nooit een echt antwoord gezien. Daarom zeggen we niet dat dit een ander account is.`,
  'identity.renamed': ({ from, to }) =>
    `Het account ‘${from}’ heeft een andere naam gekregen. Het vaste accountnummer is hetzelfde. Het nieuwe adres is ${to}`,
  'identity.perhaps-renamed': ({ to }) =>
    `Het netwerk stuurt dit adres door naar een ander account: ${to} We weten niet zeker of dat account van u is.`,
  'identity.moved': ({ to }) => `Het account meldt zelf dat het is verhuisd naar ${to}`,
  'field.not-seen': ({ field, outcome }) => `We konden ${the(field)} niet zien: ${clause(outcome)}.`,
  'field.not-found': ({ field }) =>
    `We zagen de pagina, maar vonden ${the(field)} daar niet. Dat bewijst niet dat het er niet staat.`,
  'field.not-on-network': ({ field, network }) => `${network} heeft geen plek voor ${the(field)}.`,
  'field.empty': ({ field }) => `Het veld ‘${label(field)}’ is leeg.`,
  'hand.ok': ({ field, at, by }) => `${by} keek op ${date(at)} zelf: ${the(field)} klopt. Geen bron zag dit.`,
  'hand.deviating': ({ field, at, by }) =>
    `${by} keek op ${date(at)} zelf: ${the(field)} klopt niet. Geen bron zag dit.`,
  'hand.absent': ({ field, at, by }) =>
    `${by} keek op ${date(at)} zelf: het veld ‘${label(field)}’ is leeg. Geen bron zag dit.`,
  'hand.too-old': ({ field, at, by }) =>
    `We konden ${the(field)} niet zien. ${by} keek op ${date(at)} zelf, maar dat is te lang geleden.`,
  'hand.other-expectation': ({ field, at, by }) =>
    `We konden ${the(field)} niet zien. ${by} keek op ${date(at)} zelf, maar daarna is uw lijst veranderd.`,
  'hand.recent': ({ date: day, at, by }) => `${by} keek op ${date(at)} zelf: het nieuwste bericht is van ${date(day)}.`,
  'hand.dormant': ({ date: day, at, by, limit }) =>
    `${by} keek op ${date(at)} zelf: het nieuwste bericht is van ${date(day)}. Dat is ouder dan de grens: ${limitOf(limit)}.`,
  'check.crashed': ({ message }) =>
    `Deze controle liep vast door een fout in Bijwerken. Het profiel is hierop niet beoordeeld. Foutmelding: ${message}`,
  'logo.same': ({ file }) => `Dit is het juiste logo (${file}).`,
  'logo.variant-accepted': ({ file }) => `Dit is een goedgekeurde variant van het logo (${file}).`,
  'logo.variant': ({ reason }) => `Dit is het logo, maar het is veranderd: ${because(reason)}.`,
  'logo.outdated': ({ file }) => `Dit is het oude logo (${file}).`,
  'logo.placeholder': () => 'Er staat geen logo. Het netwerk toont zijn eigen standaardafbeelding.',
  'logo.different': () => 'Dit is een andere afbeelding dan het logo van het merk.',
  'logo.undecided': ({ reason }) => `We weten niet zeker of dit het juiste logo is: ${because(reason)}.`,
  'logo.not-loaded': ({ reason }) => `De afbeelding van het logo kon niet worden opgehaald: ${because(reason)}.`,
  'banner.same': ({ file }) => `Dit is de juiste omslagfoto, of een deel ervan (${file}).`,
  'banner.different': () => 'Dit is een andere afbeelding dan de omslagfoto van het merk.',
  'banner.undecided': ({ reason }) => `We weten niet zeker of dit de juiste omslagfoto is: ${because(reason)}.`,
  'banner.not-loaded': ({ reason }) => `De omslagfoto kon niet worden opgehaald: ${because(reason)}.`,
  'name.same': () => 'De naam klopt.',
  'name.alias': ({ alias }) => `De naam is ‘${alias}’. Dat is een goedgekeurde andere naam.`,
  'name.same-as-far-as-shown': () => 'De naam klopt, voor zover het netwerk hem laat zien.',
  'name.former': ({ former }) => `Hier staat nog de oude naam: ‘${former}’.`,
  'name.differs': () => 'Hier staat een andere naam dan de naam van het merk.',
  'handle.same': () => 'De accountnaam klopt.',
  'handle.differs': () => 'De accountnaam op de pagina is een andere dan die in uw lijst.',
  'handle.not-comparable': () =>
    'Het adres in uw lijst heeft een nummer en de pagina toont een naam. Die zijn niet met elkaar te vergelijken.',
  'bio.same': () => 'De profieltekst klopt.',
  'bio.alternative': () => 'De profieltekst is een kortere tekst van het merk. Een langere past hier ook.',
  'bio.same-as-far-as-shown': ({ shown, of }) =>
    `De profieltekst klopt, voor zover het netwerk hem laat zien: ${number(shown)} van de ${characters(of)}.`,
  'bio.cut-too-short': ({ shown }) =>
    `Het netwerk laat maar ${characters(shown)} van de profieltekst zien. Dat is te weinig om te vergelijken.`,
  'bio.nearly-same': () => 'De profieltekst wijkt op enkele plaatsen af van de tekst van het merk.',
  'bio.former-name': ({ former }) => `In de profieltekst staat nog de oude naam: ‘${former}’.`,
  'bio.forbidden-phrase': ({ phrase }) => `In de profieltekst staat ‘${phrase}’. Dat wil het merk niet meer gebruiken.`,
  'bio.phrase-missing': ({ phrase }) => `In de profieltekst staat ‘${phrase}’ niet. Dat wil het merk in elke tekst.`,
  'bio.phrase-unseen': ({ phrase }) =>
    `Het netwerk laat maar een deel van de profieltekst zien. Of ‘${phrase}’ erin staat, is niet te zien.`,
  'bio.phrases-right': () => 'In de profieltekst staat wat erin moet staan, en niets wat het merk niet meer wil.',
  'bio.phrases-right-as-far-as-shown': () =>
    'In de profieltekst staat niets wat het merk niet meer wil, voor zover het netwerk hem laat zien.',
  'bio.differs': () => 'Hier staat een andere tekst dan de profieltekst van het merk.',
  'bio.none-fits': ({ limit }) =>
    `Geen van de teksten van het merk past hier: dit netwerk heeft plaats voor ${characters(limit)}.`,
  'website.same': () => 'Het webadres klopt.',
  'website.same-as-far-as-shown': () => 'Het webadres klopt, voor zover het netwerk het laat zien.',
  'website.former': ({ former }) => `Hier staat nog het oude webadres: ${former}.`,
  'website.differs': () => 'Hier staat een ander webadres dan dat van het merk.',
  'website.unreadable': () => 'Hier staat iets wat we niet als webadres konden lezen.',
  'website.short-link': ({ host }) => `Hier staat een korte link (${host}). We zien niet naar welke website die leidt.`,
  'website.redirects-home': ({ to }) => `Dit adres leidt naar de website van het merk (${to}).`,
  'website.redirects-away': ({ to }) => `Wie op dit adres klikt, komt uit op een andere website: ${to}.`,
  'website.link-hub': ({ host }) => `Dit is een pagina met links (${host}). De website van het merk staat erop.`,
  'website.link-hub-without-site': ({ host }) =>
    `Dit is een pagina met links (${host}). De website van het merk staat er niet op.`,
  'website.link-hub-unseen': ({ host }) =>
    `Dit is een pagina met links (${host}). We konden niet zien of de website van het merk erop staat.`,
  'website.dead-link': ({ url, status }) => `Deze link werkt niet: ${url} geeft ‘niet gevonden’ (code ${status}).`,
  'website.certificate': ({ host, reason }) =>
    `Bezoekers van ${host} krijgen een waarschuwing: het beveiligingscertificaat ${nlNames.certificateFaults[reason]}.`,
  'email.same': () => 'Het e-mailadres klopt.',
  'email.former': ({ former }) => `Hier staat nog het oude e-mailadres: ${former}.`,
  'email.differs': () => 'Hier staat een ander e-mailadres dan dat van het merk.',
  'email.unreadable': () => 'Hier staat iets wat we niet als e-mailadres konden lezen.',
  'phone.same': () => 'Het telefoonnummer klopt.',
  'phone.former': ({ former }) => `Hier staat nog het oude telefoonnummer: ${former}.`,
  'phone.differs': () => 'Hier staat een ander telefoonnummer dan dat van het merk.',
  'phone.unreadable': () => 'Hier staat iets wat we niet als telefoonnummer konden lezen.',
  'address.same': () => 'Het adres klopt.',
  'address.same-as-far-as-shown': () => 'Het adres klopt, voor zover het netwerk het laat zien.',
  'address.differs': ({ parts: names }) => `Het adres wijkt af: ${parts(names)}.`,
  'address.unreadable': () => 'Hier staat iets wat we niet als adres konden lezen.',
  'registration.same': ({ field }) => `Dit klopt: ${theAll(field)}.`,
  'registration.former': ({ field, former }) =>
    `Hier staat nog een oud nummer: ${former}. Het gaat om ${theAll(field)}.`,
  'registration.differs': ({ field }) =>
    `Hier staat een ander nummer dan dat van het merk. Het gaat om ${theAll(field)}.`,
  'registration.several': ({ field }) =>
    `Op deze pagina staan verschillende nummers. We weten niet welk nummer van uw organisatie is. Het gaat om ${theAll(field)}.`,
  'registration.unreadable': ({ field }) =>
    `Hier staat iets wat we niet als nummer konden lezen. Het gaat om ${theAll(field)}.`,
  'uniform.same': ({ field }) => `Gelijk aan uw andere profielen, voor zover te vergelijken: ${theAll(field)}.`,
  'uniform.odd-one-out': ({ field, agreeing, of, profiles }) =>
    field.includes(',')
      ? `Hier staat iets anders dan op de meeste van uw andere profielen: ${theAll(field)}.`
      : `Hier staat iets anders dan op uw andere profielen: ${the(field)}. Van de ${number(of)} profielen die we vergeleken, tonen er ${number(agreeing)} hetzelfde: ${named(profiles, agreeing)}.`,
  'uniform.not-compared': ({ field }) =>
    `Hier stond iets anders dan op uw andere profielen. Nu konden we dat niet vergelijken: ${theAll(field)}.`,
  'activity.recent': ({ from, to }) => `Het nieuwste bericht dat we zagen is van ${period(from, to)}.`,
  'activity.dormant': ({ from, to, limit }) =>
    `Het nieuwste bericht is van ${period(from, to)}. De bron toont altijd het nieuwste bericht, dus daarna is niets meer geplaatst. De grens is ${limitOf(limit)}.`,
  'activity.perhaps-dormant': ({ to, limit }) =>
    `Het nieuwste bericht dat een bezoeker ziet, is van ${date(to)}. Dat is ouder dan de grens (${limitOf(limit)}). Maar er kunnen nieuwere berichten zijn die we niet zien.`,
  'activity.undecided': ({ from, to, limit }) =>
    `Het nieuwste bericht is van ${period(from, to)}. De grens (${limitOf(limit)}) valt daarbinnen, dus we weten het niet zeker.`,
  'activity.between-seasons': ({ from, to, seasonFrom, seasonTo }) =>
    `Het nieuwste bericht is van ${period(from, to)}. Dit profiel plaatst alleen in vaste maanden, en er is geen heel seizoen zonder bericht voorbijgegaan. Het laatste seizoen liep van ${date(seasonFrom)} tot en met ${date(seasonTo)}.`,
  'activity.meant-to-be-silent': ({ intent }) =>
    `Dit profiel hoeft niet actief te zijn: het is bedoeld als ${lookup(nlNames.intents, intent) ?? intent}.`,
  'activity.campaign-over': ({ until }) => `De campagne van dit profiel liep tot en met ${date(until)}.`,
  'activity.never-posted': ({ created }) =>
    `Op dit profiel is nog nooit iets geplaatst. ${created ? `Het account is gemaakt op ${date(created)}.` : 'Wanneer het account is gemaakt, weten we niet.'}`,
  'activity.new-account': ({ created, limit }) =>
    `Op dit profiel is nog niets geplaatst. Maar het account is nieuw: het is gemaakt op ${date(created)}, en de grens is ${limitOf(limit)}.`,
  'activity.has-posted': () => 'Op dit profiel is iets geplaatst.',
  'activity.nothing-shown': () =>
    'Een bezoeker ziet hier geen berichten. Dat bewijst niet dat er nooit iets is geplaatst.',
  'activity.implausible-date': ({ from, to }) => `De pagina noemt een datum die niet kan kloppen: ${period(from, to)}.`,
};

/** English: the sentence of each fact. Facts, not conclusions; nothing is claimed that was not seen. */

import { lookup } from '../lookup.ts';
import type { FindingWords } from '../words.ts';
import { enFormat } from './format.ts';
import { enNames } from './names.ts';

const { date, moment, period, number, duration, list } = enFormat;

const the = (field: string) => lookup(enNames.fields, field)?.the ?? `‘${field}’`;
const theAll = (fields: string) => list(fields.split(', ').map(the));
const named = (profiles: string, of: number) => {
  const names = profiles.split(', ');
  return list(of > names.length ? [...names, 'others'] : names);
};
const label = (field: string) => lookup(enNames.fields, field)?.label ?? field;
const clause = (outcome: string) => lookup(enNames.outcomes, outcome)?.clause ?? outcome;
const limitOf = (limit: string) => (limit.startsWith('P') ? duration(limit) : date(limit));
const parts = (names: string) =>
  list(names.split(/[,\s]+/).flatMap((name) => (name ? [lookup(enNames.addressParts, name) ?? name] : [])));
const because = (reason: string) => lookup(enNames.pictureReasons, reason) ?? reason;
const characters = (amount: number) => enFormat.count(amount, { one: 'character', other: 'characters' });

export const enFindings: FindingWords = {
  'presence.seen': ({ source }) => `We saw this profile: ${enNames.sources[source] ?? source}.`,
  'presence.closed-for-good': ({ network }) =>
    `${network} says that this place is closed for good. It is the first thing that visitors see.`,
  'presence.gone': ({ firstSeenGoneAt, confirmedAt }) =>
    `The network says that this profile does not exist. We looked twice: on ${moment(firstSeenGoneAt)} and on ${moment(confirmedAt)}.`,
  'presence.suspended': () => 'The network says that this profile is suspended or switched off.',
  'presence.not-found-unconfirmed': () =>
    'The network said that this profile does not exist, but a second look could not confirm it. So we do not say that it is gone.',
  'presence.not-found-uncontrolled': () =>
    'The network said twice that this profile does not exist. But we could not find out whether it tells us the truth tonight. So we do not say that it is gone.',
  'presence.not-found-unmet': () =>
    'The official API of the network says that this profile does not exist. But we read that API by its documentation alone; we have never met a real answer. So we do not say that it is gone.',
  'presence.blind': ({ source }) =>
    `Tonight the network gave the same answer for a profile that surely exists and for a name that cannot exist (${enNames.sources[source] ?? source}). So what it showed of this profile proves nothing.`,
  'presence.not-seen': ({ outcome }) => `We could not see this profile: ${clause(outcome)}.`,
  'network.closed': ({ network, closedOn, successor, source }) =>
    `${network} has been closed since ${date(closedOn)}.${successor ? ` Its successor is ${successor}.` : ''} Source: ${source}`,
  'identity.same': ({ pin }) => `This is your account: its lasting account number is right (${pin}).`,
  'identity.taken-over': ({ registered, seen }) =>
    `Another account has this name now. Its lasting account number is ${seen}; that of your account is ${registered}.`,
  'identity.not-comparable': ({ registered, seen }) =>
    `The page shows the account number ${seen}, and you registered ${registered}. These are numbers of two kinds. We cannot compare them.`,
  'identity.contradictory': ({ registered, seen }) =>
    `One source shows the account number that you registered (${registered}), another shows ${seen}. We do not know which is right.`,
  'identity.unmet': ({ registered, seen }) =>
    `The official API shows the account number ${seen}, and you registered ${registered}. But we read that API by its documentation alone; we have never met a real answer. So we do not say that this is another account.`,
  'identity.renamed': ({ from, to }) =>
    `The account ‘${from}’ has another name now. Its lasting account number is the same. The new address is ${to}`,
  'identity.perhaps-renamed': ({ to }) =>
    `The network leads this address to another account: ${to} We do not know for certain whether that one is yours.`,
  'identity.moved': ({ to }) => `The account itself says that it has moved to ${to}`,
  'field.not-seen': ({ field, outcome }) => `We could not see ${the(field)}: ${clause(outcome)}.`,
  'field.not-found': ({ field }) =>
    `We saw the page, but did not find ${the(field)} on it. That does not prove that it is not there.`,
  'field.not-on-network': ({ field, network }) => `${network} has no place for ${the(field)}.`,
  'field.empty': ({ field }) => `The field ‘${label(field)}’ is empty.`,
  'hand.ok': ({ field, at, by }) => `${by} looked on ${date(at)}: ${the(field)} is right. No source saw this.`,
  'hand.deviating': ({ field, at, by }) =>
    `${by} looked on ${date(at)}: ${the(field)} is not right. No source saw this.`,
  'hand.absent': ({ field, at, by }) =>
    `${by} looked on ${date(at)}: the field ‘${label(field)}’ is empty. No source saw this.`,
  'hand.too-old': ({ field, at, by }) =>
    `We could not see ${the(field)}. ${by} looked on ${date(at)}, but that is too long ago.`,
  'hand.other-expectation': ({ field, at, by }) =>
    `We could not see ${the(field)}. ${by} looked on ${date(at)}, but your list has changed since.`,
  'hand.recent': ({ date: day, at, by }) => `${by} looked on ${date(at)}: the newest post is of ${date(day)}.`,
  'hand.dormant': ({ date: day, at, by, limit }) =>
    `${by} looked on ${date(at)}: the newest post is of ${date(day)}. That is older than the limit: ${limitOf(limit)}.`,
  'check.crashed': ({ message }) =>
    `This check failed because of a fault in Bijwerken. The profile was not judged on this. Error message: ${message}`,
  'logo.same': ({ file }) => `This is the right logo (${file}).`,
  'logo.variant-accepted': ({ file }) => `This is an approved variant of the logo (${file}).`,
  'logo.variant': ({ reason }) => `This is the logo, but it has been changed: ${because(reason)}.`,
  'logo.outdated': ({ file }) => `This is the old logo (${file}).`,
  'logo.placeholder': () => 'There is no logo. The network shows its own default picture.',
  'logo.different': () => 'This is another picture than the logo of the brand.',
  'logo.undecided': ({ reason }) => `We are not sure whether this is the right logo: ${because(reason)}.`,
  'logo.not-loaded': ({ reason }) => `The picture of the logo could not be fetched: ${because(reason)}.`,
  'banner.same': ({ file }) => `This is the right banner, or a part of it (${file}).`,
  'banner.different': () => 'This is another picture than the banner of the brand.',
  'banner.undecided': ({ reason }) => `We are not sure whether this is the right banner: ${because(reason)}.`,
  'banner.not-loaded': ({ reason }) => `The picture of the banner could not be fetched: ${because(reason)}.`,
  'name.same': () => 'The name is right.',
  'name.alias': ({ alias }) => `The name is ‘${alias}’. That is an approved other name.`,
  'name.same-as-far-as-shown': () => 'The name is right, as far as the network shows it.',
  'name.former': ({ former }) => `This is still the former name: ‘${former}’.`,
  'name.differs': () => 'This is another name than the name of the brand.',
  'handle.same': () => 'The account name is right.',
  'handle.differs': () => 'The account name on the page is another one than in your list.',
  'handle.not-comparable': () =>
    'The address in your list has a number and the page shows a name. The two cannot be compared.',
  'bio.same': () => 'The profile text is right.',
  'bio.alternative': () => 'The profile text is a shorter text of the brand. A longer one fits here too.',
  'bio.same-as-far-as-shown': ({ shown, of }) =>
    `The profile text is right, as far as the network shows it: ${number(shown)} of ${characters(of)}.`,
  'bio.cut-too-short': ({ shown }) =>
    `The network shows only ${characters(shown)} of the profile text. That is too little to compare.`,
  'bio.nearly-same': () => 'The profile text differs in a few places from the text of the brand.',
  'bio.former-name': ({ former }) => `The profile text still has the former name in it: ‘${former}’.`,
  'bio.forbidden-phrase': ({ phrase }) =>
    `The profile text says ‘${phrase}’. The brand does not want to use that any more.`,
  'bio.phrase-missing': ({ phrase }) =>
    `The profile text does not say ‘${phrase}’. The brand wants that in every text.`,
  'bio.phrase-unseen': ({ phrase }) =>
    `The network shows only a part of the profile text. Whether it says ‘${phrase}’ cannot be seen.`,
  'bio.phrases-right': () => 'The profile text says what it has to say, and nothing that the brand no longer wants.',
  'bio.phrases-right-as-far-as-shown': () =>
    'The profile text says nothing that the brand no longer wants, as far as the network shows it.',
  'bio.differs': () => 'This is another text than the profile text of the brand.',
  'bio.none-fits': ({ limit }) =>
    `None of the brand’s texts fits here: this network has room for ${characters(limit)}.`,
  'website.same': () => 'The web address is right.',
  'website.same-as-far-as-shown': () => 'The web address is right, as far as the network shows it.',
  'website.former': ({ former }) => `This is still the former web address: ${former}.`,
  'website.differs': () => 'This is another web address than that of the brand.',
  'website.unreadable': () => 'There is something here that we could not read as a web address.',
  'website.short-link': ({ host }) => `This is a short link (${host}). We cannot see which website it leads to.`,
  'website.redirects-home': ({ to }) => `This address leads to the brand’s website (${to}).`,
  'website.redirects-away': ({ to }) => `Whoever follows this address ends at another website: ${to}.`,
  'website.link-hub': ({ host }) => `This is a page of links (${host}). The brand’s website is on it.`,
  'website.link-hub-without-site': ({ host }) => `This is a page of links (${host}). The brand’s website is not on it.`,
  'website.link-hub-unseen': ({ host }) =>
    `This is a page of links (${host}). We could not see whether the brand’s website is on it.`,
  'website.dead-link': ({ url, status }) => `This link does not work: ${url} answers “not found” (code ${status}).`,
  'website.certificate': ({ host, reason }) =>
    `Visitors of ${host} get a warning: the security certificate ${enNames.certificateFaults[reason]}.`,
  'email.same': () => 'The e-mail address is right.',
  'email.former': ({ former }) => `This is still the former e-mail address: ${former}.`,
  'email.differs': () => 'This is another e-mail address than that of the brand.',
  'email.unreadable': () => 'There is something here that we could not read as an e-mail address.',
  'phone.same': () => 'The phone number is right.',
  'phone.former': ({ former }) => `This is still the former phone number: ${former}.`,
  'phone.differs': () => 'This is another phone number than that of the brand.',
  'phone.unreadable': () => 'There is something here that we could not read as a phone number.',
  'address.same': () => 'The postal address is right.',
  'address.same-as-far-as-shown': () => 'The postal address is right, as far as the network shows it.',
  'address.differs': ({ parts: names }) => `The postal address differs: ${parts(names)}.`,
  'address.unreadable': () => 'There is something here that we could not read as a postal address.',
  'registration.same': ({ field }) => `This is right: ${theAll(field)}.`,
  'registration.former': ({ field, former }) =>
    `This is still a former number: ${former}. It is about ${theAll(field)}.`,
  'registration.differs': ({ field }) => `This is another number than that of the brand. It is about ${theAll(field)}.`,
  'registration.several': ({ field }) =>
    `There are different numbers on this page. We do not know which of them is your organisation’s. It is about ${theAll(field)}.`,
  'registration.unreadable': ({ field }) =>
    `There is something here that we could not read as a number. It is about ${theAll(field)}.`,
  'uniform.same': ({ field }) => `The same as your other profiles, as far as they could be compared: ${theAll(field)}.`,
  'uniform.odd-one-out': ({ field, agreeing, of, profiles }) =>
    field.includes(',')
      ? `This is not what most of your other profiles show: ${theAll(field)}.`
      : `This is not what your other profiles show: ${the(field)}. Of the ${number(of)} profiles that we compared, ${number(agreeing)} show the same: ${named(profiles, agreeing)}.`,
  'uniform.not-compared': ({ field }) =>
    `This was not what your other profiles show. Now we could not compare it: ${theAll(field)}.`,
  'activity.recent': ({ from, to }) => `The newest post that we saw is of ${period(from, to)}.`,
  'activity.dormant': ({ from, to, limit }) =>
    `The newest post is of ${period(from, to)}. This source always shows the newest post, so nothing was posted after it. The limit is ${limitOf(limit)}.`,
  'activity.perhaps-dormant': ({ to, limit }) =>
    `The newest post that a visitor sees is of ${date(to)}. That is older than the limit (${limitOf(limit)}). But there may be newer posts that we do not see.`,
  'activity.undecided': ({ from, to, limit }) =>
    `The newest post is of ${period(from, to)}. The limit (${limitOf(limit)}) lies within that, so we are not sure.`,
  'activity.between-seasons': ({ from, to, seasonFrom, seasonTo }) =>
    `The newest post is of ${period(from, to)}. This profile posts only in certain months, and no whole season has passed without a post. The last season ran from ${date(seasonFrom)} to ${date(seasonTo)}.`,
  'activity.meant-to-be-silent': ({ intent }) =>
    `This profile does not have to be active: it is meant as ${lookup(enNames.intents, intent) ?? intent}.`,
  'activity.campaign-over': ({ until }) => `The campaign of this profile ran until ${date(until)}.`,
  'activity.never-posted': ({ created }) =>
    `Nothing was ever posted on this profile. ${created ? `The account was made on ${date(created)}.` : 'We do not know when the account was made.'}`,
  'activity.new-account': ({ created, limit }) =>
    `Nothing has been posted on this profile yet. But the account is new: it was made on ${date(created)}, and the limit is ${limitOf(limit)}.`,
  'activity.has-posted': () => 'Something was posted on this profile.',
  'activity.nothing-shown': () => 'A visitor sees no posts here. That does not prove that nothing was ever posted.',
  'activity.implausible-date': ({ from, to }) => `The page gives a date that cannot be right: ${period(from, to)}.`,
};

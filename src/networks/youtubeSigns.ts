/** How YouTube says that a channel is not there, or that it does not show it. Pure; part of the YouTube adapter. */

import type { Sign } from '../model/network.ts';
import { at, isText, listOf } from '../read/json.ts';
import {
  allOf,
  answers,
  anyOf,
  type Condition,
  called,
  has,
  holds,
  landsOn,
  not,
  replies,
  sign,
  titled,
} from '../read/signs.ts';
import { reasonsIn } from './googleRefusals.ts';
import { metadataOf, textOf, treeOf } from './youtubeData.ts';

const showsChannel: Condition = { id: 'shows a channel', matches: (document) => metadataOf(document) !== undefined };

/** The alert that stands where the channel would be. Beside anything that a channel shows it is about something else. */
const alerts = (id: string, wanted: RegExp): Condition => ({
  id,
  matches: (document) =>
    metadataOf(document) === undefined &&
    at(treeOf(document), 'contents') === undefined &&
    listOf(at(treeOf(document), 'alerts'))
      .slice(0, 10)
      .map((alert) => at(alert, 'alertRenderer'))
      .filter((alert) => at(alert, 'type') === 'ERROR')
      .some((alert) => wanted.test((textOf(at(alert, 'text')) ?? '').trim().slice(0, 500))),
});

/** Each as a whole: "does not exist in your country" would be something else. */
const NO_SUCH_CHANNEL =
  /^(?:This channel does(?: not|n[’']t) exist|Dit kanaal bestaat niet|Dieser Kanal (?:existiert nicht|ist nicht vorhanden)|(?:Cette|La) chaîne n[’']existe pas|Este canal no existe|Este canal não existe|Questo canale non esiste|このチャンネルは存在しません|존재하지 않는 채널입니다|该频道不存在)[.。]?$/i;
/** Terminated for spam, for copyright, for being linked to a terminated one … */
const TERMINATED =
  /^(?:This (?:account|channel) has been (?:terminated|suspended|removed)|This (?:account|channel) (?:was|is) (?:terminated|suspended|removed)|Dit (?:account|kanaal) is (?:beëindigd|opgeschort|verwijderd)|Dieses Konto wurde (?:gekündigt|gesperrt)|Dieser Kanal wurde (?:gekündigt|gesperrt|entfernt)|Ce(?:tte)? (?:compte|chaîne) a été (?:clôturée?|résiliée?|supprimée?)|(?:Se ha cancelado esta cuenta|Esta cuenta (?:se ha|ha sido) (?:cancelado|cancelada|suspendida)))/i;
const ANYTHING = /./;

/** YouTube's own page for an address that leads nowhere; its title alone is any server's. */
const isErrorPage = anyOf(
  has('#error-page, #error-page-content, #yt-masthead'),
  has('img[src*="/youtube/src/web/htdocs/img/monkey"], img[src*="/yts/img/"]'),
);

const refuses = (id: string, reasons: readonly string[]): Condition =>
  replies(`refuses: ${id}`, (answer) => reasonsIn(answer).some((reason) => reasons.includes(reason)));

const isVideo: Condition = called('is the page of one video, playlist or post', {
  id: '',
  matches: (document) =>
    metadataOf(document) === undefined &&
    ([document.finalUrl, document.$('link[rel="canonical"]').attr('href')].some((address) =>
      /^https?:\/\/[^/]{1,100}\/(?:watch|shorts|playlist|post|clip|results|hashtag)\b/.test(address ?? ''),
    ) ||
      isText(at(treeOf(document), 'currentVideoEndpoint', 'watchEndpoint', 'videoId'))),
});

export const signs: readonly Sign[] = [
  sign('challenge', called('asks whether you are a robot', landsOn('/sorry'))),
  sign('challenge', called('asks whether you are a robot', has('form#captcha-form, form[action*="/sorry/index"]'))),
  sign('rate-limited', answers(429)),
  sign(
    'rate-limited',
    refuses('the quota is used up', [
      'quotaExceeded',
      'dailyLimitExceeded',
      'rateLimitExceeded',
      'userRateLimitExceeded',
      'RATE_LIMIT_EXCEEDED',
      'RESOURCE_EXHAUSTED',
    ]),
  ),
  sign(
    'login-wall',
    refuses('the key or token is none', [
      'keyInvalid',
      'keyExpired',
      'API_KEY_INVALID',
      'API_KEY_SERVICE_BLOCKED',
      'accessNotConfigured',
      'SERVICE_DISABLED',
      'authError',
      'required',
      'forbidden',
      'insufficientPermissions',
      'UNAUTHENTICATED',
      'PERMISSION_DENIED',
    ]),
  ),
  sign('login-wall', answers(401)),
  sign('not-found', refuses('there is no such channel', ['channelNotFound'])),
  sign(
    'challenge',
    called(
      'asks for consent to cookies first',
      anyOf(
        landsOn('/', 'consent.youtube.com'),
        landsOn('/', 'consent.google.com'),
        allOf(
          has('form[action*="consent.youtube.com/save"], form[action*="consent.google.com/save"]'),
          not(showsChannel),
        ),
      ),
    ),
  ),
  sign('login-wall', landsOn('/', 'accounts.google.com')),
  sign(
    'login-wall',
    called('shows the channel to adults only', allOf(holds('"channelAgeGateRenderer"'), not(showsChannel))),
  ),
  sign('suspended', alerts('says that the channel was ended', TERMINATED)),
  sign('not-found', alerts('says "This channel does not exist."', NO_SUCH_CHANNEL)),
  // Not shown in this country, or something that we do not know.
  sign('unreadable', alerts('says why it shows nothing, in other words', ANYTHING)),
  sign(
    'not-found',
    called('answers 404 with YouTube’s own "404 Not Found"', allOf(answers(404), titled(/^404\b/), isErrorPage)),
  ),
  sign('unreadable', isVideo),
];

/**
 * What stands where a website should: checks for robots, other people's pages in between (proxies, guest networks,
 * providers), parking, maintenance. None of them is the site, and what they hold is not its. Part of the website adapter.
 */

import type { ParsedDocument, Sign } from '../model/network.ts';
import { allOf, answers, anyOf, called, has, landsOn, not, saysIn, sign, titled } from '../read/signs.ts';
import { plainLine } from '../read/text.ts';
import { isRobotCheck } from './robotChecks.ts';

const FOR_SALE =
  /\b(?:domain|domein|domeinnaam|domain name)\b.{0,40}\b(?:for sale|is available|te koop|zu verkaufen|à vendre|parked|geparkeerd|gereserveerd)\b|\b[\w-]{1,63}\.[a-z]{2,24} (?:is|staat) (?:for sale|te koop)\b|\b(?:website|site) (?:is for sale|is te koop|staat te koop|steht zum verkauf)\b|\b(?:buy|get) this domain\b|\bkoop dit domein\b|^parked domain/i;
const TAKEN_ONLY =
  /\b(?:deze domeinnaam|dit domein|this domain(?: name)?|diese domain)\b.{0,30}\b(?:geregistreerd|gereserveerd|geparkeerd|registered|reserved|parked|registriert|reserviert)\b|\bgereserveerd voor een (?:klant|relatie)\b/i;
const NO_PAGE =
  /^(?:error )?404\b|^(?:page|pagina|seite) (?:not found|niet gevonden|nicht gefunden)|^not found$|^pagina bestaat niet/i;
const DEFAULT_PAGE =
  /^(?:welcome to nginx!?|apache2? .{0,30}default page.{0,20}|test page for .{0,40}|iis windows server|index of \/.{0,60}|default web site page|plesk .{0,40}|account suspended)$/i;
const BETWEEN =
  /^error: the requested url could not be retrieved|\brequested url (?:was|is) (?:rejected|blocked)|\b(?:web ?page|web ?site|site|page|url|content|access) (?:is |has been |was )?(?:blocked|restricted|denied)\b|\b(?:website|webpagina|pagina|site|toegang) (?:is |wordt )?(?:geblokkeerd|geweigerd|afgesloten)\b|\b(?:seite|website|zugriff|zugang) (?:ist |wurde )?(?:gesperrt|verweigert|blockiert)\b|^fortiguard\b|^zscaler\b|^cisco umbrella\b|^proxy (?:error|authentication required)|^network (?:authentication|login|access) ?(?:required)?|^captive portal|\b(?:guest|gast|gasten) ?-?(?:wi-?fi|network|netwerk)\b|\bwi-?fi (?:login|portal|access)\b|^(?:bad gateway|gateway time-?out|service (?:temporarily )?unavailable|internal server error|50[0234]\b)/i;
const MAINTENANCE =
  /^(?:(?:scheduled|planned|under|in|site|website) )?(?:maintenance|onderhoud|wartung)(?: mode|smodus)?$|\b(?:site|website|page|pagina|seite) (?:is |ist )?(?:currently |momenteel |tijdelijk )?(?:in onderhoud|in maintenance|under maintenance|under construction|in aanbouw|im wartungsmodus|down for maintenance)\b|^(?:down for maintenance|under construction|coming soon)\b|\bwe(?:[’']ll| will) be (?:right )?back (?:soon|shortly)\b|^error establishing a database connection|\b(?:temporarily|tijdelijk) (?:unavailable|niet (?:beschikbaar|bereikbaar))\b/i;

/** Of those who fill parked domains with links; `data-adblockkey` is how such pages ask to be let through. */
const PARKING =
  'script[src*="parkingcrew"], script[src*="sedoparking"], script[src*="bodis.com"], script[src*="/parking-lander/"], html[data-adblockkey]';

/** A browser shows its own errors and warnings under the address of the site. */
const BROWSERS_OWN = 'body.neterror, #main-frame-error, .interstitial-wrapper';

const PUZZLE = '.cf-turnstile, .h-captcha, .g-recaptcha, #captcha-form';

/** Whoever guards the site hides all of it from robots, sometimes as if it were not there. */
const isPuzzleForAll = {
  id: 'answers 404 or 410 with little but a puzzle',
  matches: ({ $, status }: ParsedDocument) =>
    (status === 404 || status === 410) && $(PUZZLE).length > 0 && plainLine($('body').text()).length < 1500,
};

const GONE =
  /\b(?:404|410)\b|\bnot found\b|\b(?:does not|doesn[’']t|no longer) exists?\b|\bno longer available\b|\bgone\b|\b(?:can(?:no|[’'])t|could(?: no|n[’'])t) (?:be found|find)\b|\bniet (?:gevonden|vinden|meer)\b|\bbestaat (?:niet|helaas)\b|\bnicht (?:gefunden|finden|mehr)\b|\b(?:introuvable|n[’']existe (?:pas|plus))\b|\bno (?:encontrad[ao]|existe|se (?:ha )?enc)|\bnon (?:trovat[ao]|esiste)\b|\bnão (?:encontrad[ao]|existe)/i;

/** Some sites answer 404 for all that their scripts show: the page has to say it as well. */
const saysItIsGone = anyOf(saysIn('title, h1, h2, h3, h4, p, strong, b, span', GONE), {
  id: 'says so in a few words',
  matches: ({ $ }: ParsedDocument) => {
    const shown = $('body').clone();
    shown.find('script, style, template').remove();
    const words = plainLine(shown.text());
    return words.length < 300 && GONE.test(words);
  },
});

/** A form for a password on a page that says nowhere which site it is of: the door of a guest network, or of a host. */
const isOnlyADoor = {
  id: 'is a form to sign in and says of no site that it is its',
  matches: ({ $, jsonLd }: ParsedDocument) =>
    $('input[type="password" i]').length > 0 &&
    $('link[rel="canonical"], meta[property="og:url"]').length === 0 &&
    jsonLd.length === 0 &&
    plainLine($('body').text()).length < 1500,
};

/** An interface of something answers like this, not a site. */
const isData = { id: 'answers in JSON', matches: ({ json }: ParsedDocument) => json !== undefined };

export const signs: readonly Sign[] = [
  sign('unreadable', called('is of the browser, not of the site', has(BROWSERS_OWN))),
  sign('rate-limited', answers(429)),
  sign('challenge', isRobotCheck),
  sign('challenge', isPuzzleForAll),
  sign(
    'login-wall',
    called('lands on a sign-in page', anyOf(landsOn('/wp-login.php'), landsOn('/login'), landsOn('/signin'))),
  ),
  sign('login-wall', isOnlyADoor),
  sign(
    'unreadable',
    called(
      'says that the domain is for sale, or only taken',
      anyOf(titled(FOR_SALE), saysIn('h1, h2', FOR_SALE), saysIn('title, h1, h2, h3, p', TAKEN_ONLY), has(PARKING)),
    ),
  ),
  sign('unreadable', called('is the server’s own page, not the site’s', titled(DEFAULT_PAGE))),
  sign(
    'unreadable',
    called(
      'is of a proxy, a network or a server in between, not of the site',
      anyOf(titled(BETWEEN), saysIn('h1', BETWEEN)),
    ),
  ),
  sign(
    'unreadable',
    called('says that the site is closed for the moment', anyOf(titled(MAINTENANCE), saysIn('h1', MAINTENANCE))),
  ),
  // A page that says it in words only may mean anything.
  sign('not-found', called('answers 404 or 410 and says so', allOf(answers(404, 410), not(isData), saysItIsGone))),
  sign('unreadable', called('says that there is no such page', anyOf(titled(NO_PAGE), saysIn('h1', NO_PAGE)))),
];

/** The checks for robots that services put in front of other people's sites. What they hold is not the site's. */

import type { Condition } from '../read/signs.ts';
import { anyOf, called, has, titled } from '../read/signs.ts';

const TITLES =
  /^(?:just a moment(?:\.\.\.|…)|(?:een moment geduld|een ogenblik geduld|nur einen moment|einen moment bitte|un instant|un momento|um momento|só um momento|ci siamo quasi) ?(?:\.\.\.|…)|attention required! \| cloudflare|access denied(?: \| .{1,100} used cloudflare to restrict access)?|access to this page has been denied\.?|robot or human\?|ddos-guard|human verification|verifying (?:your )?(?:connection|browser).{0,30}|are you a robot\??|pardon our interruption\.*|robot challenge screen|verify (?:that )?you are (?:a )?human.{0,20})$/i;

/** Of Akamai, Cloudflare, DataDome, HUMAN, Imperva. */
const PARTS =
  '#challenge-form, #sec-if-cpt-container, #px-captcha, #distilIdentificationBlock, iframe[src*="captcha-delivery.com/"], script[src*="captcha-delivery.com/"], script[src*="/cdn-cgi/challenge-platform/"][src*="orchestrate"]';

const SCRIPTS =
  /AwsWafIntegration|awsWafCookieDomainList|_Incapsula_Resource|captcha-delivery\.com|\bKPSDK\b|\b_pxAppId\b/;

/** Of Amazon, Imperva, DataDome, Kasada, HUMAN: a page of a script only; the same scripts run on pages that were let through. */
const isOnlyAScript: Condition = {
  id: 'is a script that asks for a token',
  matches: ({ body, $ }) => body.length < 20_000 && SCRIPTS.test(body) && $('h1, article').length === 0,
};

/** Cloudflare's, whatever its language: pages that were let through do not hold this. */
const isCloudflares: Condition = {
  id: 'holds the options of a challenge',
  matches: ({ body }) => body.includes('_cf_chl_opt'),
};

export const isRobotCheck: Condition = called(
  'is a check for robots',
  anyOf(titled(TITLES), has(PARTS), isOnlyAScript, isCloudflares),
);

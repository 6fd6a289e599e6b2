/** The checks for robots that services put in front of other people's sites. What they hold is not the site's. */

import type { Condition } from '../read/signs.ts';
import { anyOf, called, has, titled } from '../read/signs.ts';

const TITLES =
  /^(?:just a moment\.\.\.|attention required! \| cloudflare|access denied|ddos-guard|human verification|verifying (?:your )?(?:connection|browser).{0,30}|are you a robot\??|pardon our interruption\.*|robot challenge screen|verify (?:that )?you are (?:a )?human.{0,20})$/i;

/** Of Akamai, Cloudflare, DataDome, HUMAN, Imperva. */
const PARTS =
  '#challenge-form, #sec-if-cpt-container, #px-captcha, #distilIdentificationBlock, iframe[src*="captcha-delivery.com/"], script[src*="captcha-delivery.com/"], script[src*="/cdn-cgi/challenge-platform/"][src*="orchestrate"]';

/** Amazon's is a page of a script only; the same script runs on pages that were let through. */
const isAmazons: Condition = {
  id: 'is a script that asks for a token',
  matches: ({ body, $ }) =>
    body.length < 20_000 && /AwsWafIntegration|awsWafCookieDomainList/.test(body) && $('h1, article').length === 0,
};

export const isRobotCheck: Condition = called('is a check for robots', anyOf(titled(TITLES), has(PARTS), isAmazons));

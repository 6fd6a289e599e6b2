/** The organisation's own login at networks that show guests little: what is kept of it, and what their terms say. */

import type { SessionPlan } from '../model/network.ts';

const META =
  'Meta’s terms forbid to visit its products or collect data from them by automated means without its leave beforehand.';

export const linkedinSession: SessionPlan = {
  login: 'https://www.linkedin.com/login',
  domains: ['linkedin.com'],
  cookies: ['li_at', 'JSESSIONID', 'bcookie', 'bscookie', 'li_rm', 'lidc'],
  signedIn: ['li_at'],
  underWay: ['/login', '/uas/', '/checkpoint', '/signup', '/authwall'],
  terms: {
    says: 'LinkedIn’s user agreement forbids bots, scripts and other automated ways to visit it or to copy what it shows, and lets a person have one account, under their real name.',
    source: 'https://www.linkedin.com/legal/user-agreement',
  },
};

export const facebookSession: SessionPlan = {
  login: 'https://www.facebook.com/login',
  domains: ['facebook.com'],
  cookies: ['c_user', 'xs', 'datr', 'sb', 'fr'],
  signedIn: ['c_user', 'xs'],
  underWay: ['/login', '/checkpoint', '/two_step_verification', '/two_factor', '/recover', '/auth_platform'],
  terms: {
    says: `${META} They let a person have one account of their own.`,
    source: 'https://www.facebook.com/terms',
  },
};

export const instagramSession: SessionPlan = {
  login: 'https://www.instagram.com/accounts/login/',
  domains: ['instagram.com'],
  cookies: ['sessionid', 'ds_user_id', 'csrftoken', 'mid', 'ig_did', 'datr', 'rur'],
  signedIn: ['sessionid', 'ds_user_id'],
  underWay: ['/accounts/', '/challenge', '/auth_platform'],
  terms: {
    says: 'Instagram’s terms forbid to visit it or collect from it in ways that it did not allow, and name automated ways as such.',
    source: 'https://help.instagram.com/581066165581870',
  },
};

export const threadsSession: SessionPlan = {
  login: 'https://www.threads.com/login',
  domains: ['threads.com'],
  cookies: ['sessionid', 'ds_user_id', 'csrftoken', 'mid', 'ig_did', 'rur'],
  signedIn: ['sessionid', 'ds_user_id'],
  underWay: ['/login', '/accounts/', '/challenge'],
  terms: {
    says: 'Threads has Instagram’s terms and its own: visits in automated ways that Meta did not allow are forbidden.',
    source: 'https://help.instagram.com/769983657850450',
  },
};

export const xSession: SessionPlan = {
  login: 'https://x.com/login',
  domains: ['x.com'],
  cookies: ['auth_token', 'ct0', 'twid', 'kdt', 'guest_id'],
  signedIn: ['auth_token', 'ct0'],
  underWay: ['/login', '/i/flow', '/account/access', '/logout'],
  terms: {
    says: 'X’s terms forbid to crawl or scrape it in any form, for any purpose, without its written leave beforehand.',
    source: 'https://x.com/en/tos',
  },
};

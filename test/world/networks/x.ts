/** Plays x.com: the shell, the guest API behind it, one account behind a challenge, and one whose page kills the tab. */

import type { Answer, Asked, Host } from '../answer.ts';
import { empty, html, json, looksLikeBrowser, plain404, redirect, script } from '../answer.ts';
import type { Images } from '../images.ts';
import { pictureIn } from '../images.ts';
import { bio, brand, contact, DAY } from '../organisation.ts';
import type { XFacts } from '../pages/x.ts';
import { buildXShell, postsAnswer, userAnswer } from '../pages/x.ts';
import { buildChallenge, xClient, xCrash } from '../pages/xClient.ts';

const LIMIT = 160;
const WELL_KNOWN = ['x', 'twitter', 'xdevelopers', 'wikipedia', 'microsoft'];
const CHALLENGED = 'bijwerken_demo_pers';
const CRASHES = 'bijwerken_demo_live';

function accounts(now: number): XFacts[] {
  const main: XFacts = {
    handle: 'bijwerken_demo_peil',
    id: '990000000000104',
    name: brand.name,
    bio: bio(LIMIT),
    website: contact.website,
    location: contact.address.city,
    followers: 3_907,
    posts: 6_120,
    logo: 'logo',
    popular: [
      { at: now - 610 * DAY, text: 'Record: in één weekend 3.000 metingen. Dank aan iedereen!' },
      { at: now - 245 * DAY, text: 'Zwemmen in de gracht? Kijk eerst naar onze cijfers.' },
      { at: now - 430 * DAY, text: 'Een otter bij meetpunt 212. Ja, echt.' },
    ],
  };
  const english: XFacts = {
    ...main,
    handle: 'bijwerken_demo_intl',
    id: '990000000000105',
    name: 'Peil & Oever International',
    bio: bio(LIMIT, 'en'),
    followers: 801,
    popular: [
      { at: now - 300 * DAY, text: 'Our open data, now in English.' },
      { at: now - 13 * DAY, text: 'Visiting our friends on the Elbe this week.' },
    ],
  };
  const strangers = WELL_KNOWN.map((handle, index) => ({
    ...main,
    handle,
    id: String(100 + index),
    name: handle,
    bio: 'Known by all.',
    logo: 'stranger-3' as const,
  }));
  return [main, english, ...strangers];
}

export const x: Host = (asked) => {
  const [, handle] = asked.url.pathname.split('/');
  if (['twitter.com', 'www.twitter.com', 'mobile.twitter.com', 'www.x.com'].includes(asked.url.hostname)) {
    return redirect(`https://x.com${asked.url.pathname}${asked.url.search}`, 301);
  }
  if (handle === 'cdn-cgi') return script('');
  if (handle?.toLowerCase() === CHALLENGED) return challenge(asked);
  return html(buildXShell(handle?.toLowerCase() === CRASHES ? 'main.c0ffee00' : undefined));
};

/** Plain clients are refused; a browser gets the same page as an ordinary answer. */
function challenge(asked: Asked): Answer {
  const status = looksLikeBrowser(asked) ? 200 : 403;
  return html(buildChallenge(asked.url.pathname), status, { 'cf-mitigated': 'challenge', server: 'cloudflare' });
}

const cors = {
  'access-control-allow-origin': 'https://x.com',
  'access-control-allow-headers': 'authorization,x-guest-token',
  'access-control-allow-methods': 'GET,POST,OPTIONS',
};

/** api.x.com, as the shell's scripts ask it. */
export function xApi(now: number): Host {
  const known = accounts(now);
  return ({ method, url, headers }) => {
    if (method === 'OPTIONS') return { ...empty(), headers: cors };
    if (url.pathname === '/1.1/guest/activate.json') return json({ guest_token: '1990000000000000104' }, 200, cors);
    if (!url.pathname.startsWith('/graphql/') || !headers['x-guest-token'])
      return json({ errors: [{ code: 215, message: 'Bad Authentication data.' }] }, 401, cors);
    const variables = parse(url.searchParams.get('variables') ?? '');
    const byName = known.find(({ handle }) => handle === variables.screen_name?.toLowerCase());
    if (url.pathname.endsWith('/UserByScreenName')) return json(byName ? userAnswer(byName) : { data: {} }, 200, cors);
    const byId = known.find(({ id }) => id === variables.userId);
    return json(byId ? postsAnswer(byId) : { data: {} }, 200, cors);
  };
}

function parse(text: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

export const xStatic: Host = ({ url }) => {
  if (/\/main\.b1a7f3c2\.js$/.test(url.pathname)) return script(xClient);
  return /\/main\.c0ffee00\.js$/.test(url.pathname) ? script(xCrash) : plain404();
};

/** pbs.twimg.com: the size stands behind the name, none for the original. */
export const xImages =
  (images: Images): Host =>
  ({ url }) => {
    const picture = pictureIn(url.pathname);
    if (url.pathname.startsWith('/profile_banners/')) {
      const [, width, height] = /\/(\d{2,4})x(\d{2,4})$/.exec(url.pathname) ?? [];
      return images(picture, { width: Number(width ?? 1500), height: Number(height ?? 500), format: 'jpeg' });
    }
    const named = /_(normal|bigger|mini|\d{2,3}x\d{2,3})\.\w+$/.exec(url.pathname)?.[1] ?? '400x400';
    const size = { normal: 48, bigger: 73, mini: 24 }[named] ?? Number(named.split('x')[0]);
    return images(picture, { width: size, height: size, format: 'jpeg' });
  };

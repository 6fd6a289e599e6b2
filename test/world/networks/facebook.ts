/** Plays facebook.com: full guest pages, one with Open Graph only, one slow, and the refusals. */

import type { Answer, Asked, Host } from '../answer.ts';
import { html, looksLikeBrowser, plain404, redirect } from '../answer.ts';
import type { Images } from '../images.ts';
import { pictureIn } from '../images.ts';
import { bio, brand, contact, DAY, first, location } from '../organisation.ts';
import { buildFacebook } from '../pages/facebook.ts';
import type { FacebookFacts } from '../pages/facebookFacts.ts';
import { addressOf } from '../pages/facebookFacts.ts';
import { buildError, buildLogin, buildUnavailable } from '../pages/facebookWalls.ts';

const INTRO_LIMIT = 101;
const WELL_KNOWN = ['facebook', 'meta', 'microsoft', 'wikipedia'];
/** Answers in pieces, over some three seconds. */
const SLOW = { handle: 'bijwerken-demo-leeuwarden', drip: { pieces: 6, everyMs: 450 } };

function pages(now: number): FacebookFacts[] {
  const main: FacebookFacts = {
    handle: 'bijwerken-demo-peil-en-oever',
    id: '100099000000104',
    name: brand.name,
    likes: 2_419,
    followers: 2_655,
    intro: bio(INTRO_LIMIT),
    website: contact.website,
    place: { ...contact, phones: [first(brand.former.phones)] },
    logo: 'logo',
    posts: [
      { at: now - 400 * DAY, text: 'Vastgezet: zo wordt u vrijwilliger.' },
      { at: now - 9 * DAY, text: 'Zaterdag meten wij in de Biesbosch. Gaat u mee?' },
      { at: now - 16 * DAY, text: 'Nieuwe meetsets voor scholen.' },
    ],
  };
  const leeuwarden = location('leeuwarden');
  return [
    main,
    {
      ...main,
      handle: 'bijwerken-demo-vrijwilligers',
      id: '100099000000105',
      name: 'Peil & Oever Vrijwilligers',
      place: contact,
      onlyOpenGraph: true,
    },
    { ...main, handle: SLOW.handle, id: '100099000000106', name: leeuwarden.name, place: leeuwarden.contact },
    ...WELL_KNOWN.map((handle, index) => ({
      ...main,
      handle,
      id: `1000000000000${10 + index}`,
      name: handle,
      intro: 'Iedereen kent ons.',
      logo: 'stranger-3' as const,
    })),
  ];
}

export function facebook(now: number): Host {
  const known = pages(now);
  return (asked) => {
    const [, first_] = asked.url.pathname.split('/');
    if (first_ === 'login') return html(buildLogin(asked.url.searchParams.get('next') ?? 'https://www.facebook.com/'));
    if (first_ === '' || first_ === undefined) return html(buildLogin('https://www.facebook.com/'));
    if (!looksLikeBrowser(asked)) return html(buildError(), 400);
    return page(asked, first_, known);
  };
}

function page(asked: Asked, handle: string, known: readonly FacebookFacts[]): Answer {
  const facts = known.find((entry) => entry.handle === handle.toLowerCase());
  if (!facts) return html(buildUnavailable());
  if (asked.url.hostname === 'facebook.com') return redirect(addressOf(facts), 301);
  if (asked.url.hostname === 'm.facebook.com') return html(mobile(buildFacebook(facts)));
  const answer = html(buildFacebook(facts));
  return facts.handle === SLOW.handle ? { ...answer, drip: SLOW.drip } : answer;
}

/** The mobile host shows this over tags that are right. */
const mobile = (page_: string): string =>
  page_.replace(
    '<div id="splash-screen">',
    '<div id="unsupported"><h2>This browser is not supported</h2><p>Deze browser wordt niet ondersteund.</p></div><div id="splash-screen">',
  );

/** scontent….fbcdn.net: addresses name the size in a parameter; wide pictures keep their form. */
export const facebookImages =
  (images: Images): Host =>
  ({ url }) => {
    const size = Number(/_s(\d+)x\d+/.exec(url.searchParams.get('stp') ?? '')?.[1] ?? Number.NaN);
    const picture = pictureIn(url.pathname);
    if (!(size <= 2048)) return plain404();
    return images(picture, { width: size, height: picture === 'banner' ? Math.round(size / 3) : size, format: 'jpeg' });
  };

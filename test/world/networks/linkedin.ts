/** Plays linkedin.com: which page of the demo organisation is right, which carries a seeded fault, and the answers to all else. */

import type { Answer, Asked, Host } from '../answer.ts';
import { empty, html, plain404, redirect } from '../answer.ts';
import type { Images } from '../images.ts';
import { pictureIn } from '../images.ts';
import { bio, brand, contact, DAY, first, location } from '../organisation.ts';
import { buildLinkedIn } from '../pages/linkedin.ts';
import type { LinkedInFacts } from '../pages/linkedinFacts.ts';
import { addressOf } from '../pages/linkedinFacts.ts';
import { buildAuthwall, buildNotFound } from '../pages/linkedinWalls.ts';

/** Pages that will not go away: they answer as profiles do. */
const WELL_KNOWN = ['linkedin', 'microsoft', 'google', 'wikimedia-foundation'];
const WALLED = ['bijwerken-demo-werken-bij'];

const right = (now: number): LinkedInFacts => ({
  kind: 'company',
  slug: 'bijwerken-demo-peil-en-oever',
  id: 990_000_104,
  name: brand.name,
  tagline: 'Samen meten wij aan water.',
  industry: 'Milieudiensten',
  followers: 5_284,
  about: bio(),
  website: contact.website,
  address: contact.address,
  logo: 'logo',
  language: 'nl',
  posts: [
    { at: now - 2 * DAY, text: 'Wat een mooie middag aan de Vecht met deze club.', repostOf: 'Een Vrijwilliger' },
    { at: now - 22 * DAY, text: 'De cijfers van oktober staan online: helderder dan ooit gemeten.' },
    { at: now - 41 * DAY, text: 'Wij zoeken meters in de Krimpenerwaard & de Alblasserwaard.' },
    { at: now - 130 * DAY, text: 'Jaarverslag: 1.400 vrijwilligers, 16.000 metingen.' },
  ],
});

function pages(now: number): LinkedInFacts[] {
  const main = right(now);
  const leeuwarden = location('leeuwarden');
  const stranger = {
    tagline: 'Wij bestaan echt.',
    industry: 'Software',
    about: 'Een bedrijf dat iedereen kent.',
    website: 'https://www.voorbeeld.example/',
    logo: 'stranger-3',
    language: 'en',
  } as const;
  return [
    main,
    {
      ...main,
      kind: 'showcase',
      slug: 'bijwerken-demo-jong',
      id: 990_000_105,
      name: 'Peil & Oever Jong',
      followers: 612,
      logo: 'logo-2015',
    },
    {
      ...main,
      slug: 'bijwerken-demo-leeuwarden',
      id: 990_000_106,
      name: leeuwarden.name,
      followers: 431,
      address: leeuwarden.contact.address,
      about: main.about.replace(brand.name, first(brand.formerNames)),
    },
    ...WELL_KNOWN.map((slug, index) => ({
      ...main,
      ...stranger,
      slug,
      id: 1_000 + index,
      name: slug,
      followers: 9_000_000,
    })),
  ];
}

export function linkedin(now: number): Host {
  const known = pages(now);
  return (asked) => {
    const [, kind, slug] = /^\/(company|showcase|school|in)\/([^/]+)/.exec(asked.url.pathname) ?? [];
    if (asked.url.pathname === '/authwall')
      return html(buildAuthwall(asked.url.searchParams.get('sessionRedirect') ?? ''));
    if (kind === undefined || slug === undefined) return html(buildNotFound(), 404);
    if (kind === 'in')
      return html('<html><head><script>window.location.href="/authwall?trk=bf";</script></head></html>', 999);
    return page(asked, kind, decodeURIComponent(slug).toLowerCase(), known, now);
  };
}

function page(asked: Asked, kind: string, slug: string, known: readonly LinkedInFacts[], now: number): Answer {
  if (WALLED.includes(slug)) {
    const back = encodeURIComponent(asked.url.href);
    return redirect(`https://www.linkedin.com/authwall?trk=bf&trkInfo=AQHdemo&sessionRedirect=${back}`);
  }
  const facts = known.find((entry) => entry.slug === slug && entry.kind === kind);
  if (!facts) return html(buildNotFound(), 404);
  // Country hosts are canonical for pages of that country.
  const home = new URL(addressOf(facts)).hostname;
  if (facts.kind === 'showcase' && asked.url.hostname !== home) return redirect(addressOf(facts), 301);
  return html(buildLinkedIn(facts, now), 200, { 'set-cookie': 'bcookie="v=2&demo"; Path=/; Secure' });
}

/** media.licdn.com: addresses name the size, height first for banners. */
export const linkedinImages =
  (images: Images): Host =>
  ({ url }) => {
    const logo = /company-logo_(\d+)_(\d+)/.exec(url.pathname);
    if (logo)
      return images(pictureIn(url.pathname), { width: Number(logo[1]), height: Number(logo[2]), format: 'jpeg' });
    const banner = /image-scale_(\d+)_(\d+)/.exec(url.pathname);
    if (!banner) return plain404();
    return images(pictureIn(url.pathname), { width: Number(banner[2]), height: Number(banner[1]), format: 'jpeg' });
  };

export const linkedinStatic: Host = () => empty(204);

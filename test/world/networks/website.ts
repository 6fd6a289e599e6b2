/** Plays the organisation's own website. */

import type { Host } from '../answer.ts';
import { html, redirect } from '../answer.ts';
import type { Images } from '../images.ts';
import { bio, brand, contact, DAY, demo } from '../organisation.ts';
import { buildWebsite } from '../pages/website.ts';

const SUMMARY_LIMIT = 160;

export const website =
  (now: number, images: Images): Host =>
  ({ url }) => {
    if (url.hostname === 'bijwerken-demo.example')
      return redirect(`https://www.bijwerken-demo.example${url.pathname}`, 301);
    if (url.pathname === '/beeld/logo.png') return images('logo', { width: 512, height: 512, format: 'png' });
    if (url.pathname === '/beeld/banner.jpg') return images('banner', { width: 1200, height: 630, format: 'webp' });
    if (url.pathname === '/favicon.png' || url.pathname === '/favicon.ico')
      return images('logo', { width: 32, height: 32, format: 'png' });
    if (url.pathname !== '/')
      return html(
        '<!DOCTYPE html><html lang="nl"><head><title>Niet gevonden</title></head><body><h1>Deze pagina is er niet</h1></body></html>',
        404,
      );
    return html(page(now));
  };

function page(now: number): string {
  // What the organisation itself links to: its living profiles, one a network.
  const linked = [
    'linkedin-hoofdpagina',
    'facebook-hoofdpagina',
    'x-hoofdaccount',
    'mastodon-hoofdaccount',
    'bluesky-hoofdaccount',
  ];
  return buildWebsite({
    name: brand.name,
    url: contact.website,
    bio: bio(),
    summary: bio(SUMMARY_LIMIT),
    place: contact,
    profiles: demo.profiles.filter(({ id }) => linked.includes(id)).map(({ url }) => url),
    news: [
      { at: now - 12 * DAY, title: 'Water in de stad: de cijfers van deze herfst' },
      { at: now - 47 * DAY, title: 'Honderd scholen meten mee' },
    ],
  });
}

/** The organisation's own website: structured data, contact links, links to its profiles, and a partner's name. */

import type { Place } from '../organisation.ts';
import { nationally } from './facebookData.ts';
import { escapeHtml, jsonLd } from './markup.ts';

export interface WebsiteFacts {
  readonly name: string;
  readonly url: string;
  readonly bio: string;
  readonly summary: string;
  readonly place: Place;
  readonly profiles: readonly string[];
  readonly news: readonly { readonly at: number; readonly title: string }[];
}

export function buildWebsite(facts: WebsiteFacts): string {
  const phone = facts.place.phones[0] ?? '';
  const email = facts.place.emails[0] ?? '';
  const { street, postalCode, city } = facts.place.address;
  const links = facts.profiles.map(
    (url) => `<li><a rel="me noopener" href="${escapeHtml(url)}">${escapeHtml(new URL(url).hostname)}</a></li>`,
  );
  return `<!DOCTYPE html><html lang="nl"><head>${head(facts)}</head><body>
<div class="cookiemelding" role="dialog"><p>Wij gebruiken alleen cookies die nodig zijn.</p><button>Begrepen</button></div>
<header><a href="/" class="merk"><img src="/beeld/logo.png" alt="${escapeHtml(facts.name)}" width="120" height="120"></a><nav><a href="/meten">Meten</a><a href="/cijfers">Cijfers</a><a href="/over-ons">Over ons</a><a href="/contact">Contact</a></nav></header>
<main><h1>${escapeHtml(facts.name)}</h1>${facts.bio
    .split('\n\n')
    .map((part) => `<p>${escapeHtml(part)}</p>`)
    .join('')}
<section><h2>Nieuws</h2>${facts.news.map(({ at, title }) => `<article><h3>${escapeHtml(title)}</h3><time datetime="${new Date(at).toISOString()}">${new Date(at).toISOString().slice(0, 10)}</time></article>`).join('')}</section></main>
<footer><address>${street}<br>${postalCode} ${city}</address><p><a href="tel:${phone.replaceAll(' ', '')}">${nationally(phone)}</a> · <a href="mailto:${email}?subject=Vraag">${email}</a></p>
<ul class="volg-ons">${links.join('')}</ul><p>Met steun van Ringvaart &amp; Zonen.</p></footer><script src="https://www.google-analytics.com/analytics.js" async></script></body></html>`;
}

function head(facts: WebsiteFacts): string {
  const { street, postalCode, city, country } = facts.place.address;
  const organisation = {
    '@type': 'Organization',
    '@id': `${facts.url}#organisatie`,
    name: facts.name,
    url: facts.url,
    logo: { '@type': 'ImageObject', url: `${facts.url}beeld/logo.png`, width: 512, height: 512 },
    description: facts.bio,
    telephone: facts.place.phones[0],
    email: facts.place.emails[0],
    address: {
      '@type': 'PostalAddress',
      streetAddress: street,
      postalCode,
      addressLocality: city,
      addressCountry: country,
    },
    sameAs: facts.profiles,
    sponsor: { '@type': 'Organization', name: 'Ringvaart & Zonen', url: 'https://www.ringvaart-voorbeeld.example/' },
  };
  const site = { '@type': 'WebSite', url: facts.url, name: facts.name, publisher: { '@id': organisation['@id'] } };
  return `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(facts.name)} | Samen meten aan water</title>
<meta name="description" content="${escapeHtml(facts.summary)}"><link rel="canonical" href="${facts.url}"><link rel="icon" href="/favicon.png" type="image/png" sizes="32x32"><link rel="apple-touch-icon" href="/beeld/logo.png">
<meta property="og:type" content="website"><meta property="og:site_name" content="${escapeHtml(facts.name)}"><meta property="og:title" content="${escapeHtml(facts.name)}"><meta property="og:description" content="${escapeHtml(facts.summary)}"><meta property="og:url" content="${facts.url}"><meta property="og:image" content="${facts.url}beeld/banner.jpg">
${jsonLd({ '@context': 'https://schema.org', '@graph': [site, organisation] })}`;
}

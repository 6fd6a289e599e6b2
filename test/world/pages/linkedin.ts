/** A LinkedIn page as a guest gets it: top card, about, updates, and much that belongs to others. */

import type { LinkedInFacts, LinkedInWords } from './linkedinFacts.ts';
import { addressOf, imageUrl, WORDS } from './linkedinFacts.ts';
import { cookies, modal, rail } from './linkedinOthers.ts';
import { activityUrn, updates } from './linkedinUpdates.ts';
import { ballast, count, cut, escapeHtml, inScript, jsonLd } from './markup.ts';

const STYLE =
  'body{margin:0;background:#f4f2ee;font:16px sans-serif}.main{display:flex;gap:24px;max-width:1128px;margin:24px auto}.core-rail{flex:1;background:#fff;padding:16px}.right-rail{width:280px}.cover-img{margin:0}.cover-img__image{width:100%}.top-card-layout__entity-image{width:128px;height:128px;margin-top:-60px;border:4px solid #fff}.base-aside-card img{width:48px}.modal__overlay{position:fixed;inset:25% 30%;background:#fff;padding:32px;box-shadow:0 0 0 999px #0008}.artdeco-global-alert{position:fixed;top:0;width:100%;background:#fff;z-index:1}';

/** Pictures come when scripts run, and the attribute that named them goes. */
const LAZY =
  "for(const image of document.querySelectorAll('img[data-delayed-url]')){image.src=image.dataset.delayedUrl;image.removeAttribute('data-delayed-url');image.classList.add('lazy-loaded')}";

export function buildLinkedIn(facts: LinkedInFacts, now: number): string {
  const words = WORDS[facts.language];
  return `<!DOCTYPE html>
<html lang="${facts.language}"><head>${head(facts, words)}</head><body dir="ltr">${cookies(words)}
<header class="header"><nav class="nav"><a href="/?trk=organization_guest_nav-header-logo" class="nav__logo-link"><span class="sr-only">LinkedIn</span></a>
<a class="nav__button-tertiary" href="https://www.linkedin.com/signup?trk=organization_guest_nav-header-join">${words.join}</a>
<a class="nav__button-secondary" href="https://www.linkedin.com/login?fromSignIn=true">${words.signIn}</a></nav></header>
<main class="main" id="main-content" role="main"><section class="core-rail">${topCard(facts, words)}
<div class="details">${about(facts, words)}${updates(facts, now, words)}</div></section>${rail(words)}</main>
${modal(facts, words)}${tail(facts)}</body></html>`;
}

function head(facts: LinkedInFacts, words: LinkedInWords): string {
  const title = escapeHtml(`${facts.name} | LinkedIn`);
  const followers = `${count(facts.followers, facts.language)} ${words.followers} ${words.on} LinkedIn`;
  const description = escapeHtml(cut(`${facts.name} | ${followers}. ${facts.tagline} | ${facts.about}`, 420, ''));
  const logo = escapeHtml(imageUrl(facts.logo, 'company-logo_200_200'));
  const card = `d_org_guest_${facts.kind}_overview`;
  return `<meta name="pageKey" content="${card}"><meta name="robots" content="max-image-preview:large, noarchive">
<meta name="locale" content="${facts.language === 'nl' ? 'nl_NL' : 'en_US'}"><meta id="config" data-app-version="2.0.2900" data-service-name="organization-guest-frontend" data-member-id="0">
<link rel="canonical" href="${addressOf(facts)}"><link rel="icon" href="https://static.licdn.com/aero-v1/sc/h/al2o9zrvru7aqj8e1x2rzsrca">
<title>${title}</title><meta name="description" content="${description}">
<meta property="og:title" content="${title}"><meta property="og:description" content="${description}"><meta property="og:image" content="${logo}">
<meta property="og:type" content="article"><meta property="og:url" content="${addressOf(facts)}"><meta name="twitter:title" content="${title}"><meta name="twitter:image" content="${logo}">
${jsonLd({ '@context': 'http://schema.org', '@graph': graph(facts) })}
<style>${STYLE}</style><script>window.lazyloader={queue:[]};window.tracking={queue:[]};</script><script src="https://static.licdn.com/aero-v1/sc/h/80ndnja80f2uvg4l8sj2su82m" async></script>`;
}

function graph(facts: LinkedInFacts): unknown[] {
  const { street, postalCode, city } = facts.address;
  const posts = facts.posts.map((post) => ({
    '@type': 'DiscussionForumPosting',
    '@id': `${addressOf(facts)}/posts/${activityUrn(post).split(':').at(-1)}`,
    datePublished: new Date(post.at).toISOString(),
    text: post.text,
    author: {
      '@type': 'Organization',
      name: post.repostOf ?? facts.name,
      ...(post.repostOf ? {} : { url: addressOf(facts) }),
    },
  }));
  const organisation = {
    '@type': 'Organization',
    name: facts.name,
    url: addressOf(facts),
    slogan: facts.tagline,
    description: facts.about,
    address: {
      '@type': 'PostalAddress',
      streetAddress: street,
      addressLocality: city,
      postalCode,
      addressCountry: 'NL',
    },
    numberOfEmployees: { '@type': 'QuantitativeValue', value: 23 },
    logo: { '@type': 'ImageObject', contentUrl: imageUrl(facts.logo, 'company-logo_200_200'), description: facts.name },
    sameAs: facts.website,
  };
  return [organisation, ...posts];
}

function topCard(facts: LinkedInFacts, words: LinkedInWords): string {
  const name = escapeHtml(facts.name);
  // The double escapeHtml in the label is the network's own slip.
  return `<section class="top-card-layout container-lined"><figure class="cover-img"><div class="cover-img__image-frame"><img class="cover-img__image" data-delayed-url="${escapeHtml(imageUrl('banner', 'image-scale_191_1128'))}" src="${escapeHtml(imageUrl('banner', 'image-scale_191_1128'))}" alt=""></div></figure>
<div class="top-card-layout__card"><div class="top-card-layout__entity-image-container"><img class="inline-block top-card-layout__entity-image" data-delayed-url="${escapeHtml(imageUrl(facts.logo, 'company-logo_200_200'))}" data-ghost-url="https://static.licdn.com/aero-v1/sc/h/cs8pjfgyw96g44ln9r7tct85f" alt="${escapeHtml(name)}"></div>
<div class="top-card-layout__entity-info"><h1 class="top-card-layout__title">${name}</h1><h2 class="top-card-layout__headline">${escapeHtml(facts.industry)}</h2>
<h3 class="top-card-layout__first-subline">${facts.address.city}, ${facts.address.city} <span class="before:middot"></span> ${count(facts.followers, facts.language)} ${words.followers}</h3>
<h4 class="top-card-layout__second-subline"><span class="line-clamp-2">${escapeHtml(facts.tagline)}</span></h4></div>
<button data-semaphore-content-type="COMPANY" data-semaphore-content-urn="urn:li:organization:${facts.id}" aria-label="Menu ${escapeHtml(name)}"></button></div></section>`;
}

function about(facts: LinkedInFacts, words: LinkedInWords): string {
  const link = `https://www.linkedin.com/redir/redirect?url=${encodeURIComponent(facts.website).replaceAll('.', '%2E')}&urlhash=7Taq&trk=about_website`;
  const row = (key: string, label: string, value: string) =>
    `<div class="mb-2 flex" data-test-id="about-us__${key}"><dt class="font-sans font-bold">\n  ${label}\n</dt><dd class="font-sans break-words">\n  ${value}\n</dd></div>`;
  return `<section class="core-section-container" data-test-id="about-us"><h2 class="core-section-container__title">${words.about}</h2>
<p class="break-words whitespace-pre-wrap" data-test-id="about-us__description">${escapeHtml(facts.about)}</p><dl class="mt-6">
${row('website', words.website, `<a href="${escapeHtml(link)}" target="_blank" rel="noopener" data-tracking-control-name="about_website" aria-describedby="websiteLinkDescription">${escapeHtml(facts.website)}</a><p class="hidden" id="websiteLinkDescription">${words.external} ${escapeHtml(escapeHtml(facts.name))}</p>`)}
${row('industry', words.industry, escapeHtml(facts.industry))}${row('size', words.size, '11-50')}
${row('headquarters', words.head, `${facts.address.city}, ${facts.address.city}`)}${row('organizationType', words.type, 'Non-profit')}${row('foundedOn', words.founded, '1987')}</dl></section>`;
}

const tail = (facts: LinkedInFacts): string =>
  `<code id="i18nData" style="display:none"><!--${inScript({ flags: 'x' })}--></code><script>window.__flags=${ballast(facts.slug, 140_000)}</script>
<script>${LAZY}</script><script src="https://px.ads.linkedin.com/insight.min.js" async></script><img height="1" width="1" src="https://px.ads.linkedin.com/collect/?pid=7850&fmt=gif" alt="">`;

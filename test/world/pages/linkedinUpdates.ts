/** LinkedIn's update cards: relative dates in words, exact ones hidden in ids, reposts between own posts. */

import type { LinkedInFacts, LinkedInPost, LinkedInWords } from './linkedinFacts.ts';
import { addressOf, imageUrl } from './linkedinFacts.ts';
import { ago, escapeHtml, lots } from './markup.ts';

/** The id holds the time: epoch milliseconds, shifted 22 bits. */
export function activityUrn(post: LinkedInPost): string {
  const low = BigInt(Math.floor(lots(post.text)() * 4_194_303));
  return `urn:li:activity:${(BigInt(post.at) << 22n) | low}`;
}

export function updates(facts: LinkedInFacts, now: number, words: LinkedInWords): string {
  const cards = facts.posts.map((post, index) => card(facts, post, index, now));
  return `<section class="core-section-container updates" data-test-id="updates"><h2 class="core-section-container__title">${words.updates}</h2><ul class="updates__list">${cards.join('')}</ul></section>`;
}

function card(facts: LinkedInFacts, post: LinkedInPost, index: number, now: number): string {
  const urn = activityUrn(post);
  const name = escapeHtml(facts.name);
  const actor = escapeHtml(post.repostOf ?? facts.name);
  const header = post.repostOf
    ? `<p class="main-feed-activity-card__header"><a href="${addressOf(facts)}?trk=organization_guest_main-feed-card_feed-reaction-header" data-tracking-control-name="organization_guest_main-feed-card_feed-reaction-header">${name}</a> ${facts.language === 'nl' ? 'heeft dit gerepost' : 'reposted this'}</p>`
    : '';
  const link = post.repostOf ? 'https://nl.linkedin.com/in/een-vrijwilliger-voorbeeld' : addressOf(facts);
  return `<li class="mb-1"><div data-id="entire-feed-card-link" class="relative"><a class="main-feed-card__overlay-link" href="https://www.linkedin.com/posts/${facts.slug}-activity-${urn.split(':').at(-1)}-pOe5" aria-label="Update ${index + 1}"></a>
<article class="main-feed-activity-card" data-activity-urn="${urn}" data-featured-activity-urn="${urn}" data-id="main-feed-card">${header}
<div data-test-id="main-feed-activity-card__entity-lockup"><a href="${link}?trk=organization_guest_main-feed-card_feed-actor-image" data-tracking-control-name="organization_guest_main-feed-card_feed-actor-image"><img class="inline-block" data-delayed-url="${escapeHtml(imageUrl(post.repostOf ? 'photo' : facts.logo, 'company-logo_100_100'))}" alt="${escapeHtml(actor)}"></a>
<a href="${link}?trk=organization_guest_main-feed-card_feed-actor-name" data-tracking-control-name="organization_guest_main-feed-card_feed-actor-name" aria-label="${escapeHtml(actor)}">${actor}</a><time class="flex-none">\n  ${ago(post.at, now, facts.language)}\n</time></div>
<p class="attributed-text-segment-list__content" dir="ltr" data-test-id="main-feed-activity-card__commentary">${escapeHtml(post.text)}</p>
<div class="main-feed-activity-card__social-actions"><span>${12 + index}</span><a href="https://www.linkedin.com/signup?session_redirect=x&amp;trk=like-cta">Like</a></div></article></div></li>`;
}

/** What stands around a LinkedIn page and is about others: similar pages, the cookie bar, the dialog to sign in. */

import type { Picture } from '../images.ts';
import type { LinkedInFacts, LinkedInWords } from './linkedinFacts.ts';
import { imageUrl } from './linkedinFacts.ts';
import { escapeHtml, jsonLd } from './markup.ts';

const STRANGERS: readonly [string, string, Picture][] = [
  ['Driehoek Advies B.V.', 'driehoek-advies-voorbeeld', 'stranger-1'],
  ['Ringvaart & Zonen', 'ringvaart-en-zonen-voorbeeld', 'stranger-2'],
  ['Etmaal Digital', 'etmaal-digital-voorbeeld', 'stranger-3'],
];

/** Other companies: names, logos and structured data that a reader must not take for this one's. */
export function rail(words: LinkedInWords): string {
  const cards = STRANGERS.map(
    ([name, slug, picture]) =>
      `<li><a href="https://nl.linkedin.com/company/${slug}?trk=similar-pages" class="base-card base-aside-card"><img class="inline-block" data-delayed-url="${escapeHtml(imageUrl(picture, 'company-logo_100_100'))}" alt=""><div class="base-aside-card__info"><h3 class="base-aside-card__title">${escapeHtml(name)}</h3><p class="base-aside-card__subtitle">Zakelijke dienstverlening</p></div></a></li>`,
  );
  const [name, slug, picture] = STRANGERS[0] ?? ['', '', 'stranger-1'];
  const stranger = {
    '@type': 'Organization',
    name,
    url: `https://nl.linkedin.com/company/${slug}`,
    description: 'Wij adviseren over alles met drie hoeken.',
    logo: imageUrl(picture, 'company-logo_200_200'),
  };
  return `<section class="right-rail"><section class="aside-section-container" data-test-id="similar-pages"><h2 class="aside-section-container__title">${words.similar}</h2><ul class="show-more-less__list">${cards.join('')}</ul></section>${jsonLd({ '@context': 'http://schema.org', ...stranger })}</section>`;
}

export const cookies = (words: LinkedInWords): string =>
  `<div class="artdeco-global-alert" type="COOKIE_CONSENT" role="alertdialog"><p>${words.cookies}. <a href="https://www.linkedin.com/legal/cookie-policy">Cookie Policy</a></p><button>Accept</button><button>Reject</button></div>`;

export function modal(facts: LinkedInFacts, words: LinkedInWords): string {
  return `<div class="contextual-sign-in-modal"><div class="modal__overlay" aria-hidden="true"><section aria-modal="true" role="dialog"><img class="contextual-sign-in-modal__img" data-delayed-url="${escapeHtml(imageUrl('stranger-2', 'company-logo_200_200'))}" alt=""><h2 class="contextual-sign-in-modal__context-screen-title">${words.modal} ${escapeHtml(facts.name)}</h2><form class="sign-in-modal__form"><input name="session_key" autocomplete="username"><input type="password" name="session_password"></form></section></div></div>`;
}

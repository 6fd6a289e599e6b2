/** What a played LinkedIn page is made from, its words per language, and its addresses. */

import type { Picture } from '../images.ts';
import { numberOf } from '../images.ts';

export interface LinkedInPost {
  readonly at: number;
  readonly text: string;
  /** Somebody else's post, shown again: not a sign of the organisation's own life. */
  readonly repostOf?: string;
}

export interface LinkedInFacts {
  readonly kind: 'company' | 'showcase' | 'school';
  readonly slug: string;
  readonly id: number;
  readonly name: string;
  readonly tagline: string;
  readonly industry: string;
  readonly followers: number;
  readonly about: string;
  readonly website: string;
  readonly address: { readonly street: string; readonly postalCode: string; readonly city: string };
  readonly logo: Picture;
  readonly posts: readonly LinkedInPost[];
  readonly language: 'nl' | 'en';
}

export const WORDS = {
  nl: {
    followers: 'volgers',
    on: 'op',
    about: 'Over ons',
    website: 'Website',
    industry: 'Branche',
    size: 'Bedrijfsgrootte',
    head: 'Hoofdkantoor',
    type: 'Type',
    founded: 'Opgericht',
    updates: 'Updates',
    similar: 'Vergelijkbare pagina’s',
    join: 'Meld u nu aan',
    signIn: 'Aanmelden',
    cookies: 'LinkedIn en derden gebruiken cookies',
    external: 'Externe link voor',
    modal: 'Meld u aan om te zien wie u al kent bij',
  },
  en: {
    followers: 'followers',
    on: 'on',
    about: 'About us',
    website: 'Website',
    industry: 'Industry',
    size: 'Company size',
    head: 'Headquarters',
    type: 'Type',
    founded: 'Founded',
    updates: 'Updates',
    similar: 'Similar pages',
    join: 'Join now',
    signIn: 'Sign in',
    cookies: 'LinkedIn and 3rd parties use cookies',
    external: 'External link for',
    modal: 'Sign in to see who you already know at',
  },
} as const;

export type LinkedInWords = (typeof WORDS)[keyof typeof WORDS];

export const imageUrl = (picture: Picture, kind: string): string =>
  `https://media.licdn.com/dms/image/v2/D4E0BAQ${numberOf(picture)}/${kind}/${kind}/0/1718977410336/bijwerken_demo?e=2147483647&v=beta&t=ZqV6Zik7OLnWmEqZwSwy`;

export const addressOf = ({ kind, slug, language }: LinkedInFacts): string =>
  `https://${language === 'nl' ? 'nl' : 'www'}.linkedin.com/${kind}/${slug}`;

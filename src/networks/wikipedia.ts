/**
 * An article of Wikipedia about the organisation, and what Wikidata knows of its subject. Others write it: its text is
 * no description of the organisation's own, and nothing in it is the organisation's activity.
 */

import type { Account, Network, SourcePlan } from '../model/network.ts';
import { at, isObject, isText, listOf, textAt } from '../read/json.ts';
import {
  api,
  asImage,
  asList,
  attribute,
  cleaned,
  inDocument,
  link,
  meta,
  onePage,
  type Picked,
  place,
  text,
} from '../read/places.ts';
import { allOf, answers, anyOf, type Condition, called, has, holds, replies, sign } from '../read/signs.ts';
import { plainLine } from '../read/text.ts';
import { isRobotCheck } from './robotChecks.ts';
import { recognise, titleIn } from './wikipediaAddress.ts';

const originOf = ({ host }: Account): string => `https://${host}`;

const fromApi: SourcePlan = {
  requests: (account, answered) => {
    const title = encodeURIComponent(account.handle);
    const url = `${originOf(account)}/api/rest_v1/page/summary/${title}`;
    if (answered.length === 0) return [{ document: 'article', url, accept: 'json' }];
    const item = textAt(answered[0]?.json, 'wikibase_item');
    if (answered.length > 1 || !isText(item) || !/^Q\d{1,12}$/.test(item)) return [];
    const data = `https://www.wikidata.org/wiki/Special:EntityData/${item}.json`;
    return [{ document: 'item', url: data, accept: 'json' }];
  },
};

const isArticle = (answer: unknown): boolean =>
  isText(at(answer, 'title')) && (isObject(at(answer, 'titles')) || at(answer, 'pageid') !== undefined);

const inArticle = (...path: readonly string[]) =>
  api<string>(path.join('.'), (answer) => (isArticle(answer) ? textAt(answer, ...path) : undefined));

/** What is said of the subject under a property: the preferred ones, and none that was withdrawn or has ended. */
function claims(answer: unknown, property: string): readonly string[] {
  const [item] = Object.values(isObject(at(answer, 'entities')) ? Object(at(answer, 'entities')) : {});
  const all = listOf(at(item, 'claims', property)).filter(
    (claim) => at(claim, 'rank') !== 'deprecated' && at(claim, 'qualifiers', 'P582') === undefined,
  );
  const preferred = all.filter((claim) => at(claim, 'rank') === 'preferred');
  const values = (preferred.length > 0 ? preferred : all).map((claim) => at(claim, 'mainsnak', 'datavalue', 'value'));
  return values.filter(isText).filter((value) => value.trim() !== '');
}

/** Nothing said is not an empty field: nobody is asked to fill it in. */
const claimed = (property: string, clean: (value: string) => string = (value) => value) =>
  inDocument(
    'item',
    api<readonly string[]>(`claims.${property}`, (answer) => {
      const found = claims(answer, property).map(clean);
      return found.length > 0 ? found : undefined;
    }),
  );

const file = (name: string): string =>
  `https://commons.wikimedia.org/wiki/Special:FilePath/${encodeURIComponent(name.replaceAll(' ', '_'))}`;

/** The page's own data says what it is: an article, and of which subject. */
const inConfig = (key: string) =>
  place<string>('embedded-json', key, ({ $ }) => {
    const scripts = $('script').toArray().slice(0, 30);
    const line = scripts.map((script) => $(script).text()).find((code) => code.includes(`"${key}"`)) ?? '';
    const start = line.indexOf(`"${key}"`);
    return /^"[A-Za-z]{1,40}"\s?:\s?"([^"\\]{1,300})"/.exec(line.slice(start, start + 360))?.[1];
  });

const INFOBOX_LABELS =
  /^(?:(?:official|officiële|offizielle|officiella) )?(?:web ?site|web ?page|webpagina|homepage|site(?: web| internet| officiel)?|webseite|webbplats|hjemmeside|sitio (?:web|oficial)|sito(?: web| ufficiale)?|página (?:web|oficial)|url)$/i;

function websitesInBox({ $ }: Parameters<ReturnType<typeof link>['pick']>[0]): Picked<readonly string[]> {
  const rows = $('.infobox tr, .infobox_v2 tr, .infobox_v3 tr').toArray().slice(0, 200);
  for (const row of rows) {
    const label = plainLine($(row).find('th, td').first().text());
    const href = INFOBOX_LABELS.test(label) ? $(row).find('a.external[href^="http"]').first().attr('href') : undefined;
    if (href !== undefined) return [href];
  }
  return undefined;
}

const hasNoArticle: Condition = anyOf(
  has('.noarticletext, #noarticletext, .mw-noarticletext'),
  holds('"wgArticleId":0,'),
);

/** "… may mean": a list of subjects with the same name. */
const isOfSeveral: Condition = {
  id: 'is a list of subjects of this name',
  matches: ({ json, $ }) =>
    at(json, 'type') === 'disambiguation' || $('#disambigbox, .dmbox, .mw-disambig-page, #disambig').length > 0,
};

export const wikipedia: Network = {
  id: 'wikipedia',
  name: 'Wikipedia',
  hosts: ['wikipedia.org', '*.wikipedia.org'],
  recognise,

  sources: { api: fromApi, http: onePage() },

  signs: [
    sign('rate-limited', answers(429)),
    sign('challenge', isRobotCheck),
    sign(
      'not-found',
      called(
        'says that there is no such page',
        allOf(
          answers(200, 404),
          replies(
            'is the interface’s own error',
            (answer) =>
              /\/errors\/not_found$/.test(textAt(answer, 'type') ?? '') ||
              at(answer, 'errorKey') === 'rest-nonexistent-title',
          ),
        ),
      ),
    ),
    sign('not-found', called('answers 404 with "no article"', allOf(answers(404), hasNoArticle))),
    sign('unreadable', called('says that there is no article', hasNoArticle)),
    sign('unreadable', isOfSeveral),
  ],

  proof: [
    asList(inArticle('titles', 'canonical')),
    asList(cleaned(inArticle('title'), (title) => title.replaceAll(' ', '_'))),
    asList(cleaned(link('canonical'), titleIn)),
    asList(inConfig('wgPageName')),
  ],

  places: {
    name: [
      inArticle('titles', 'normalized'),
      inArticle('title'),
      cleaned(text('#firstHeading'), (title) => plainLine(title)),
      cleaned(meta('og:title'), (title) => title.replace(/ [-–—] (?:Wikipedia|Wikipédia|Wikipedija).{0,40}$/u, '')),
    ],
    handle: [inArticle('titles', 'canonical'), cleaned(link('canonical'), titleIn), inConfig('wgPageName')],
    websites: [claimed('P856'), place('dom', '.infobox a.external', websitesInBox)],
    emails: [claimed('P968', (address) => address.replace(/^mailto:/i, ''))],
    phones: [claimed('P1329')],
    logo: [
      inDocument(
        'item',
        api('claims.P154', (answer) => {
          const [name] = claims(answer, 'P154');
          return name === undefined ? undefined : { url: file(name) };
        }),
      ),
      asImage(attribute('.infobox .logo img, .infobox-image.logo img, .infobox img[src*="logo" i]', 'src')),
    ],
    pin: [
      api('wikibase_item', (answer) =>
        isArticle(answer) ? (textAt(answer, 'wikibase_item') ?? undefined) : undefined,
      ),
      inConfig('wgWikibaseItemId'),
      cleaned(attribute('#t-wikibase a', 'href'), (href) => /\/(Q\d{1,12})$/.exec(href)?.[1]),
    ],
  },

  // Items of Wikidata are merged: the same subject may get another.
  pins: [{ kind: 'item', shape: /^(Q\d{1,12})$/, example: 'Q99999999', mayChange: true }],
  limits: {},
  // Who is written about asks for a change there, and does not make it.
  links: { edit: (account) => `${originOf(account)}/wiki/Talk:${encodeURIComponent(account.handle)}` },
  // Only some widths are made; larger than the picture itself none is.
  bestImage: (url) => {
    const [, start, width, end] =
      /^(https:\/\/upload\.wikimedia\.org\/wikipedia\/.{1,200}\/thumb\/.{1,500}\/)(\d{1,3})(px-[^/?#]{1,250})$/.exec(
        url,
      ) ?? [];
    if (Number(width) < 500) return `${start}500${end}`;
    return /^https:\/\/commons\.wikimedia\.org\/wiki\/Special:FilePath\/[^?#]{1,500}$/.test(url)
      ? `${url}?width=500`
      : url;
  },
  controls: {
    known: 'https://en.wikipedia.org/wiki/Wikipedia',
    // Six signs in a row that are no letters: its list of titles that nobody may give (MediaWiki:Titleblacklist).
    impossible: 'https://en.wikipedia.org/wiki/Bijwerken_--------_7f3a91',
  },
  sourcesOfFacts: [
    'https://en.wikipedia.org/api/rest_v1/',
    'https://www.wikidata.org/wiki/Wikidata:Data_access',
    'https://en.wikipedia.org/wiki/Wikipedia:Conflict_of_interest',
    'https://www.mediawiki.org/wiki/Common_thumbnail_sizes',
  ],
};

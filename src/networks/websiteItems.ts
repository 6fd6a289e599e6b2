/** The organisation in a website's microdata, where it has no JSON-LD of it. Pure; part of the website adapter. */

import type { Account, ParsedDocument } from '../model/network.ts';
import type { ImageReference } from '../model/observation.ts';
import { absolute } from '../read/places.ts';
import { plainLine } from '../read/text.ts';
import { isOrganisationType, isSameSite } from './websiteNodes.ts';

type Page = ParsedDocument['$'];
type Item = ReturnType<Page>;

const MAX_ITEMS = 200;
/** Under these an organisation is the page's own; under any other property it is somebody's partner or publisher. */
const OWN = ':not([itemprop]), [itemprop="mainEntity"], [itemprop="about"], [itemprop="publisher"]';

/** The one organisation that stands there for itself, whose address, if it gives one, is on this site. */
function organisationIn({ $ }: ParsedDocument, account: Account): Item | undefined {
  const items = $(`[itemscope][itemtype*="schema.org/" i]:is(${OWN})`)
    .toArray()
    .slice(0, MAX_ITEMS)
    .map((element) => $(element))
    .filter((item) => typesOf(item).some(isOrganisationType) && item.parents('[itemscope][itemprop]').length === 0)
    .filter((item) => stated($, item, 'name') !== undefined);
  const ofSite = items.filter((item) =>
    isSameSite(absolute(stated($, item, 'url'), { finalUrl: account.url }), account),
  );
  const candidates = ofSite.length > 0 ? ofSite : items.filter((item) => stated($, item, 'url') === undefined);
  const names = new Set(candidates.map((item) => stated($, item, 'name')));
  return names.size === 1 ? candidates[0] : undefined;
}

const typesOf = (item: Item): readonly string[] =>
  (item.attr('itemtype') ?? '').split(/\s+/).map((type) => type.replace(/^https?:\/\/(?:www\.)?schema\.org\//i, ''));

/** A property of this very item, not of one within it: the machine's value, else the text that is shown. */
function stated($: Page, item: Item, property: string): string | undefined {
  const [own] = item
    .find(`[itemprop~="${property}"]`)
    .toArray()
    .slice(0, 50)
    .filter((element) => $(element).parent().closest('[itemscope]').get(0) === item.get(0));
  if (own === undefined) return undefined;
  const element = $(own);
  const value = element.attr('content') ?? element.attr('href') ?? element.attr('src') ?? element.text();
  return plainLine(value) || undefined;
}

export const inItem =
  (property: string) =>
  (document: ParsedDocument, account: Account): string | undefined => {
    const item = organisationIn(document, account);
    return item && stated(document.$, item, property);
  };

export function logoInItem(document: ParsedDocument, account: Account): ImageReference | undefined {
  const url = absolute(inItem('logo')(document, account), document);
  return url === undefined ? undefined : { url };
}

/** The cases of test/facts as profiles on a small web: each a website of its own, a part a Mastodon account too. */

import type { FactRow, PageFacts } from '../facts/row.ts';
import type { EntryFacts } from './site.ts';

export const SOCIAL = 'social.example';
const NAME = 'Stichting Voorbeeld';

export interface Case {
  readonly check: string;
  readonly row: FactRow;
}

/** A profile that carries cases of several checks, at most one of each. */
export interface FactProfile {
  readonly id: string;
  readonly network: 'website' | 'mastodon';
  readonly cases: readonly Case[];
}

interface Table {
  readonly check: string;
  readonly rows: readonly FactRow[];
}

/** As few profiles as hold all cases: every row as a website, every third as a Mastodon account too. */
export function factProfiles(tables: readonly Table[]): readonly FactProfile[] {
  const cases = tables.flatMap(({ check, rows }) => rows.map((row) => ({ check, row })));
  const social = cases.filter(({ check, row }, at) => at % 3 === 0 && isForMastodon(check, row));
  return [
    ...packed(cases).map((some, at) => ({ id: `site-${at}`, network: 'website', cases: some }) as const),
    ...packed(social).map((some, at) => ({ id: `account-${at}`, network: 'mastodon', cases: some }) as const),
  ];
}

function packed(cases: readonly Case[]): readonly (readonly Case[])[] {
  const profiles: Case[][] = [];
  for (const one of cases) {
    const room = profiles.find((some) => some.every((other) => canStandBeside(one, other)));
    if (room) room.push(one);
    else profiles.push([one]);
  }
  return profiles;
}

/** A text is read with the name beside it; two cases must not say different things of the same fact. */
function canStandBeside(a: Case, b: Case): boolean {
  const checks = [a.check, b.check];
  if (a.check === b.check || (checks.includes('info.bio') && checks.includes('info.name'))) return false;
  // A number stands behind its organisation's name.
  if (checks.includes('info.registration') && checks.includes('info.name')) return false;
  // Names and numbers are read as those of the country of the address.
  const needsCountry = ({ check, row }: Case) => Boolean(row.brand.contact?.address) || /name|phone/.test(check);
  return ![a, b].some(({ row }) => row.brand.contact?.address) || !(needsCountry(a) && needsCountry(b));
}

export function entryOf({ id, network, cases }: FactProfile): EntryFacts {
  const brands = cases.map(({ row }) => row.brand);
  const expected = {
    ...Object.assign({}, ...brands),
    contact: Object.assign({}, ...brands.map(({ contact }) => contact)),
    former: Object.assign({}, ...brands.map(({ former }) => former)),
  };
  const place =
    network === 'website'
      ? { url: `http://${id}.example/` }
      : { url: `https://${SOCIAL}/@${handleOf(id)}`, sources: ['api'] };
  return { id, network, ...place, expect: expected };
}

export const shownBy = ({ cases }: FactProfile): PageFacts => Object.assign({}, ...cases.map(({ row }) => row.page));

const handleOf = (id: string): string => id.replaceAll('-', '_');

/** Its free fields hold plain values only, a name 30 characters; there is no place for an address. */
function isForMastodon(check: string, { brand, page }: FactRow): boolean {
  if (check === 'info.name') return (brand.name ?? '').length <= 30 && !/&\w+;|\|/.test(page.name ?? '');
  if (check === 'info.bio') return !/&|LinkedIn/.test(page.description ?? '');
  if (check === 'info.website') return /^https?:/.test(page.url ?? '');
  if (check === 'info.phone') return typeof page.telephone === 'string' && /^[+0][\d ()]{8,}$/.test(page.telephone);
  if (check === 'info.registration') return false;
  return check === 'info.email' && typeof page.email === 'string' && /^[\w+.]+@[\w.]+\w$/.test(page.email);
}

/** What a page of the case says of its organisation: what the case is about, and a name. */
export function factPage({ name = NAME, foot = '', ...facts }: PageFacts): string {
  const address =
    typeof facts.address === 'object'
      ? {
          '@type': 'PostalAddress',
          streetAddress: facts.address.street,
          postalCode: facts.address.postalCode,
          addressLocality: facts.address.city,
          addressRegion: facts.address.region,
          addressCountry: facts.address.country,
        }
      : facts.address;
  const node = { '@context': 'https://schema.org', '@type': 'Organization', name, ...facts, address };
  const linked = JSON.stringify(node).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${escaped(name)}</title>
<script type="application/ld+json">${linked}</script></head><body><h1>${escaped(name)}</h1><footer>${escaped(foot)}</footer></body></html>`;
}

/** The answer of the API for an account, or undefined when there is none of that name. */
export function accountOf(profiles: readonly FactProfile[], handle: string): Record<string, unknown> | undefined {
  const found = profiles.find(({ id }) => handleOf(id) === handle);
  if (!found) return undefined;
  const { name = NAME, description = '', url, telephone, email } = shownBy(found);
  const fields = [
    ...(url ? [{ name: 'Website', value: `<a href="${escaped(url)}">${escaped(url)}</a>` }] : []),
    ...(typeof telephone === 'string' ? [{ name: 'Telefoon', value: escaped(telephone) }] : []),
    ...(typeof email === 'string' ? [{ name: 'E-mail', value: escaped(email) }] : []),
  ];
  const note = `<p>${escaped(description).replace(/\r?\n/g, '<br>')}</p>`;
  const own = { id: handle, username: handle, acct: handle, display_name: name, note, fields };
  return { ...own, followers_count: 10, statuses_count: 3, last_status_at: '2026-11-20' };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

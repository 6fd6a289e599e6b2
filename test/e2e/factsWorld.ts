/** The cases of test/facts as profiles on a small web: each a website of its own, a part a Mastodon account too. */

import type { FactRow, PageFacts } from '../facts/row.ts';
import type { EntryFacts } from './site.ts';

export const SOCIAL = 'social.example';
const NAME = 'Stichting Voorbeeld';

export interface FactProfile {
  readonly id: string;
  readonly check: string;
  readonly row: FactRow;
  readonly entry: EntryFacts;
}

interface Table {
  readonly check: string;
  readonly rows: readonly FactRow[];
}

export const factProfiles = (tables: readonly Table[]): readonly FactProfile[] =>
  tables.flatMap(({ check, rows }) =>
    rows.flatMap((row, at) => {
      const id = `${check.slice(5)}-${at}`;
      const website = profile(id, check, row, { network: 'website', url: `http://${id}.example/` });
      const account = { network: 'mastodon', url: `https://${SOCIAL}/@${handleOf(id)}`, sources: ['api'] };
      return at % 3 === 0 && isForMastodon(check, row)
        ? [website, profile(`${id}-social`, check, row, account)]
        : [website];
    }),
  );

const handleOf = (id: string): string => id.replaceAll('-', '_');

const profile = (id: string, check: string, row: FactRow, entry: Omit<EntryFacts, 'id'>): FactProfile => ({
  id,
  check,
  row,
  entry: { id, url: String(entry.url), ...entry, expect: row.brand },
});

/** Its free fields hold plain values only, a name 30 characters; there is no place for an address. */
function isForMastodon(check: string, { brand, page }: FactRow): boolean {
  if (check === 'info.name') return (brand.name ?? '').length <= 30 && !/&\w+;|\|/.test(page.name ?? '');
  if (check === 'info.bio') return !/&|LinkedIn/.test(page.description ?? '');
  if (check === 'info.website') return /^https?:/.test(page.url ?? '');
  if (check === 'info.phone') return typeof page.telephone === 'string' && /^[+0][\d ()]{8,}$/.test(page.telephone);
  return check === 'info.email' && typeof page.email === 'string' && /^[\w+.]+@[\w.]+$/.test(page.email);
}

/** What a page of the case says of its organisation: what the case is about, and a name. */
export function factPage({ name = NAME, ...facts }: PageFacts): string {
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
<script type="application/ld+json">${linked}</script></head><body><h1>${escaped(name)}</h1></body></html>`;
}

/** The answer of the API for an account, or undefined when there is none of that name. */
export function accountOf(profiles: readonly FactProfile[], handle: string): Record<string, unknown> | undefined {
  const found = profiles.find(({ id }) => handleOf(id) === `${handle}_social`);
  if (!found) return undefined;
  const { name = NAME, description = '', url, telephone, email } = found.row.page;
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

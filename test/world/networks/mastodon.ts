/** Plays one Mastodon server: three accounts over its API, and its own answers to unknown names. */

import type { Answer, Host } from '../answer.ts';
import { html, json, plain404 } from '../answer.ts';
import type { Images } from '../images.ts';
import { pictureIn } from '../images.ts';
import { bio, brand, contact, DAY, first } from '../organisation.ts';
import type { MastodonFacts } from '../pages/mastodon.ts';
import { account, buildMastodon, SERVER, statuses } from '../pages/mastodon.ts';

const LIMIT = 500;
const WELL_KNOWN = ['mastodon', 'gargron', 'admin'];

function accounts(now: number): MastodonFacts[] {
  const main: MastodonFacts = {
    handle: 'bijwerken-demo-peil',
    id: '117020565966271104',
    name: brand.name,
    bio: bio(LIMIT),
    website: contact.website,
    email: first(contact.emails),
    followers: 1_102,
    logo: 'logo',
    statuses: [
      { at: now - 2 * DAY, text: 'Lezing over kroos, vanavond om acht uur.', boostOf: 'buren@elders.example' },
      { at: now - 6 * DAY, text: 'IJs op de sloot: meten mag, schaatsen nog niet.' },
      { at: now - 20 * DAY, text: 'Wie kent deze waterplant?' },
      { at: now - 500 * DAY, text: 'Wij zijn hier nieuw. Dag allemaal!', isPinned: true },
    ],
  };
  return [
    main,
    {
      ...main,
      handle: 'bijwerken-demo-meetdagen',
      id: '117020565966271105',
      name: 'Peil & Oever Meetdagen',
      followers: 87,
      statuses: [
        { at: now - 401 * DAY, text: 'Nagenieten van de landelijke meetdag.', boostOf: 'deelnemer@elders.example' },
        { at: now - 403 * DAY, text: 'Dit was de landelijke meetdag. Tot de volgende keer!' },
        { at: now - 410 * DAY, text: 'Nog een week.' },
      ],
    },
    {
      ...main,
      handle: 'bijwerken-demo-jong',
      id: '117020565966271106',
      name: 'Peil & Oever Jong',
      followers: 3,
      logo: 'logo-white',
      statuses: [{ at: now - 1_000 * DAY, text: 'Deze naam houden wij alvast vast.' }],
    },
    ...WELL_KNOWN.map((handle, index) => ({
      ...main,
      handle,
      id: `1${index}`,
      name: handle,
      bio: 'Bij iedereen bekend.',
      logo: 'stranger-3' as const,
    })),
  ];
}

const limits = { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '293' };
const notFound = (): Answer => json({ error: 'Record not found' }, 404, limits);

export function mastodon(now: number): Host {
  const known = accounts(now);
  return ({ url }) => {
    if (url.pathname === '/api/v1/accounts/lookup') {
      const [name, server = SERVER] = (url.searchParams.get('acct') ?? '').replace(/^@/, '').toLowerCase().split('@');
      const facts = known.find(({ handle }) => handle === name && server === SERVER);
      return facts ? json(account(facts), 200, limits) : notFound();
    }
    const [, id, part] = /^\/api\/v1\/accounts\/(\d+)(\/statuses)?$/.exec(url.pathname) ?? [];
    if (id !== undefined) {
      const facts = known.find((entry) => entry.id === id);
      if (!facts) return notFound();
      return json(part ? statuses(facts, url.searchParams) : account(facts), 200, limits);
    }
    if (url.pathname.startsWith('/api/')) return notFound();
    const facts = known.find(({ handle }) => url.pathname.toLowerCase() === `/@${handle}`);
    return facts
      ? html(buildMastodon(facts))
      : html(
          '<!DOCTYPE html><html lang="nl"><head><title>De pagina waarnaar je op zoek bent bestaat niet - Mastodon</title></head><body class="error"><h1>De pagina waarnaar je op zoek bent bestaat niet.</h1></body></html>',
          404,
        );
  };
}

export const mastodonImages =
  (images: Images): Host =>
  ({ url }) => {
    if (url.pathname.includes('/headers/'))
      return images(pictureIn(url.pathname), { width: 1500, height: 500, format: 'png' });
    if (url.pathname.includes('/avatars/'))
      return images(pictureIn(url.pathname), { width: 400, height: 400, format: 'png' });
    return plain404();
  };

/** What is said of a website address once it is known where it leads. */

import { describe, expect, test } from 'vitest';
import { judge } from '../../src/checks/judge.ts';
import { linksToFollow } from '../../src/checks/links.ts';
import { website } from '../../src/checks/website.ts';
import type { CapturedLink } from '../../src/model/capture.ts';
import type { Reading } from '../../src/model/observation.ts';
import { aLink } from '../support/captured.ts';
import { aContext, anExpectation } from '../support/subject.ts';

const HOME = 'https://voorbeeld.nl';
const homePage = aLink({ url: `${HOME}/`, body: '' });

const ask = async (websites: readonly string[], links: readonly CapturedLink[], expected = HOME) => {
  const expectation = { website: { value: expected, from: 'brand' } } as const;
  const context = aContext({ values: { websites }, expectation });
  const [finding] = await judge({ ...context, links }, [website], []);
  return finding;
};

/** An address that redirects, in as many steps as are named. */
const leading = (url: string, ...steps: readonly string[]) =>
  aLink({ url, redirects: [url, ...steps.slice(0, -1)], finalUrl: steps.at(-1) ?? url, body: '' });

const failing = (url: string, kind: 'network-error' | 'timeout' | 'refused-address') =>
  aLink({ url, status: 0, contentType: null, body: '', failure: { kind, detail: 'x' } });

const unsafe = (url: string, certificate: 'expired' | 'other-name' | 'self-signed', finalUrl = url) =>
  aLink({
    url,
    finalUrl,
    redirects: finalUrl === url ? [] : [url],
    status: 0,
    body: '',
    failure: { kind: 'network-error', detail: 'x', certificate },
  });

const page = (...hrefs: readonly string[]) => hrefs.map((href) => `<a class="link" href="${href}">x</a>`).join('\n');

interface Case {
  readonly name: string;
  readonly shown: readonly string[];
  readonly links: readonly CapturedLink[];
  readonly expected?: string;
  readonly finding: {
    readonly status: string;
    readonly code: string;
    readonly args?: object;
    readonly severity?: string;
  };
}

const ok = (code: string, args?: object) => ({ status: 'ok', code, ...(args ? { args } : {}) });
const wrong = (code: string, args: object = {}, severity?: string) => ({ status: 'deviating', code, args, severity });
const unseen = (code: string, args: object) => ({ status: 'unverifiable', code, args });

const CASES: readonly Case[] = [
  { name: 'the right address, and its page is there', shown: [HOME], links: [homePage], finding: ok('website.same') },
  {
    name: 'the right address leads to its own page in Dutch',
    shown: [HOME],
    links: [leading(`${HOME}/`, 'https://www.voorbeeld.nl/', 'https://www.voorbeeld.nl/nl/home')],
    finding: ok('website.same'),
  },
  {
    name: 'another domain of the organisation leads home',
    shown: ['https://voorbeeld.com'],
    links: [leading('https://voorbeeld.com/', `${HOME}/`)],
    finding: ok('website.redirects-home', { to: 'voorbeeld.nl' }),
  },
  {
    name: 'another domain leads to a page of the expected site',
    shown: ['voorbeeld.com'],
    links: [leading('http://voorbeeld.com/', 'https://www.voorbeeld.nl/nl/over-ons')],
    finding: ok('website.redirects-home', { to: 'voorbeeld.nl' }),
  },
  {
    name: 'a campaign address of the same domain leads to the home page',
    shown: ['https://actie.voorbeeld.nl'],
    links: [leading('https://actie.voorbeeld.nl/', `${HOME}/`)],
    finding: ok('website.redirects-home', { to: 'voorbeeld.nl' }),
  },
  {
    name: 'a page of the site leads to another page of it',
    shown: ['https://voorbeeld.nl/winkel'],
    links: [leading('https://voorbeeld.nl/winkel', 'https://voorbeeld.nl/webwinkel')],
    finding: wrong('website.differs', {}, 'info'),
  },
  {
    name: 'where the expected address itself leads is right too',
    shown: ['https://www.voorbeeld.nl/nl/welkom'],
    links: [
      aLink({ url: 'https://www.voorbeeld.nl/nl/welkom' }),
      leading(`${HOME}/`, 'https://www.voorbeeld.nl/nl/welkom'),
    ],
    finding: ok('website.redirects-home', { to: 'voorbeeld.nl' }),
  },
  {
    name: 'a short link that leads home',
    shown: ['https://bit.ly/3x'],
    links: [leading('https://bit.ly/3x', `${HOME}/`)],
    finding: ok('website.redirects-home', { to: 'voorbeeld.nl' }),
  },
  {
    name: 'a short link that leads elsewhere',
    shown: ['https://bit.ly/3x'],
    links: [leading('https://bit.ly/3x', 'https://www.anders.nl/')],
    finding: wrong('website.redirects-away', { to: 'anders.nl' }),
  },
  {
    name: 'a short link whose page sends its visitors on',
    shown: ['https://t.co/AbC'],
    links: [
      aLink({
        url: 'https://t.co/AbC',
        body: `<head><noscript><META http-equiv="refresh" content="0;URL=${HOME}/?utm_source=x"></noscript></head>`,
      }),
    ],
    finding: ok('website.redirects-home', { to: 'voorbeeld.nl' }),
  },
  {
    name: 'a short link that is no more',
    shown: ['https://bit.ly/3x'],
    links: [aLink({ url: 'https://bit.ly/3x', status: 404, look: 2 })],
    finding: wrong('website.dead-link', { url: 'https://bit.ly/3x', status: 404 }),
  },
  {
    name: 'a short link that does not answer',
    shown: ['https://bit.ly/3x'],
    links: [failing('https://bit.ly/3x', 'timeout')],
    finding: unseen('website.short-link', { host: 'bit.ly' }),
  },
  {
    name: 'another address that leads to a third',
    shown: ['https://anders.nl'],
    links: [leading('https://anders.nl/', 'https://parkeren.example/anders.nl-te-koop'), homePage],
    finding: wrong('website.differs'),
  },
  {
    name: 'another address that leads to a third site',
    shown: ['https://anders.nl'],
    links: [leading('https://anders.nl/', 'https://parkeren.example/')],
    finding: wrong('website.redirects-away', { to: 'parkeren.example' }),
  },
  {
    name: 'another address that leads to a page of its own',
    shown: ['https://anders.nl'],
    links: [leading('https://anders.nl/', 'https://www.anders.nl/nl')],
    finding: wrong('website.differs'),
  },
  {
    name: 'a page of the brand that leads to another site',
    shown: ['https://voorbeeld.nl/doneer'],
    links: [leading('https://voorbeeld.nl/doneer', 'https://geven.example/voorbeeld')],
    finding: wrong('website.redirects-away', { to: 'geven.example' }, 'warning'),
  },
  {
    name: 'the right address leads to another domain: a remark',
    shown: [HOME],
    links: [leading(`${HOME}/`, 'https://stichting-voorbeeld.example/')],
    finding: wrong('website.redirects-away', { to: 'stichting-voorbeeld.example' }, 'info'),
  },
  {
    name: 'a page of consent stands between',
    shown: [HOME],
    links: [leading(`${HOME}/`, 'https://consent.example/?callback=https%3A%2F%2Fwww.voorbeeld.nl%2F')],
    finding: ok('website.same'),
  },
  ...[404, 410].map((status) => ({
    name: `the right address answers ${status}, twice`,
    shown: [HOME],
    links: [aLink({ url: `${HOME}/`, status, look: 2 })],
    finding: wrong('website.dead-link', { url: `${HOME}/`, status }),
  })),
  {
    name: 'seen once, a page is not called dead',
    shown: [HOME],
    links: [aLink({ url: `${HOME}/`, status: 404, look: 1 })],
    finding: ok('website.same'),
  },
  ...[400, 401, 403, 429, 451, 500, 502, 503].map((status) => ({
    name: `the right address answers ${status}`,
    shown: [HOME],
    links: [aLink({ url: `${HOME}/`, status, look: 2 })],
    finding: ok('website.same'),
  })),
  ...(['network-error', 'timeout', 'refused-address'] as const).map((kind) => ({
    name: `the right address gives ${kind}`,
    shown: [HOME],
    links: [failing(`${HOME}/`, kind)],
    finding: ok('website.same'),
  })),
  {
    name: 'an old page of the site is dead',
    shown: ['https://voorbeeld.nl/oud'],
    links: [aLink({ url: 'https://voorbeeld.nl/oud', status: 410, look: 2 }), homePage],
    finding: wrong('website.dead-link', { url: 'https://voorbeeld.nl/oud', status: 410 }),
  },
  {
    name: 'a dead page of the site beside the right address',
    shown: [HOME, 'https://voorbeeld.nl/oud'],
    links: [homePage, aLink({ url: 'https://voorbeeld.nl/oud', status: 404, look: 2 })],
    finding: wrong('website.dead-link', { url: 'https://voorbeeld.nl/oud', status: 404 }),
  },
  {
    name: 'a wrong address that is dead is wrong first',
    shown: ['https://anders.nl'],
    links: [aLink({ url: 'https://anders.nl/', status: 404, look: 2 }), homePage],
    finding: wrong('website.differs'),
  },
  ...(['expired', 'other-name', 'self-signed'] as const).map((reason) => ({
    name: `the certificate: ${reason}`,
    shown: [HOME],
    links: [unsafe(`${HOME}/`, reason)],
    finding: wrong('website.certificate', { host: 'voorbeeld.nl', reason }, 'warning'),
  })),
  {
    name: 'the certificate behind the redirect to it',
    shown: ['http://voorbeeld.com'],
    links: [unsafe('http://voorbeeld.com/', 'expired', `${HOME}/`)],
    finding: wrong('website.certificate', { host: 'voorbeeld.nl', reason: 'expired' }, 'warning'),
  },
  {
    name: 'a dead page comes before a certificate',
    shown: ['https://www.voorbeeld.nl', 'https://voorbeeld.nl/oud'],
    links: [
      unsafe('https://www.voorbeeld.nl/', 'expired'),
      aLink({ url: 'https://voorbeeld.nl/oud', status: 404, look: 2 }),
    ],
    finding: wrong('website.dead-link', { url: 'https://voorbeeld.nl/oud', status: 404 }),
  },
  {
    name: 'a wrong address is wrong, whatever its certificate',
    shown: ['https://anders.nl'],
    links: [unsafe('https://anders.nl/', 'expired')],
    finding: wrong('website.differs'),
  },
  {
    name: 'a page of links that holds the site',
    shown: ['https://linktr.ee/voorbeeld'],
    links: [
      aLink({
        url: 'https://linktr.ee/voorbeeld',
        body: page('https://anders.nl', 'https://www.voorbeeld.nl/?utm_x=1'),
      }),
    ],
    finding: ok('website.link-hub', { host: 'linktr.ee' }),
  },
  {
    name: 'a page of links that holds the site in the data of its script',
    shown: ['linktr.ee/voorbeeld'],
    links: [
      aLink({
        url: 'http://linktr.ee/voorbeeld',
        finalUrl: 'https://linktr.ee/voorbeeld',
        body: String.raw`<script id="__NEXT_DATA__">{"links":[{"url":"https:\/\/voorbeeld.nl\/doneer"}]}</script>`,
      }),
    ],
    finding: ok('website.link-hub', { host: 'linktr.ee' }),
  },
  {
    name: 'a page of links without the site',
    shown: ['https://linktr.ee/voorbeeld'],
    links: [aLink({ url: 'https://linktr.ee/voorbeeld', body: page('https://anders.nl', '/privacy') })],
    finding: wrong('website.link-hub-without-site', { host: 'linktr.ee' }),
  },
  {
    name: 'a page of links that only scripts would fill',
    shown: ['https://linktr.ee/voorbeeld'],
    links: [aLink({ url: 'https://linktr.ee/voorbeeld', body: '<script src="https://cdn.example/app.js"></script>' })],
    finding: unseen('website.link-hub-unseen', { host: 'linktr.ee' }),
  },
  {
    name: 'a page of links behind a wall',
    shown: ['https://linktr.ee/voorbeeld'],
    links: [aLink({ url: 'https://linktr.ee/voorbeeld', status: 403, body: page('https://cloudflare.example') })],
    finding: unseen('website.link-hub-unseen', { host: 'linktr.ee' }),
  },
  {
    name: 'a page of links that nobody asked',
    shown: ['https://linktr.ee/voorbeeld'],
    links: [],
    finding: unseen('website.link-hub-unseen', { host: 'linktr.ee' }),
  },
  {
    name: 'a page of links that is no more',
    shown: ['https://linktr.ee/voorbeeld'],
    links: [aLink({ url: 'https://linktr.ee/voorbeeld', status: 404, look: 2, body: page('https://anders.nl') })],
    finding: wrong('website.dead-link', { url: 'https://linktr.ee/voorbeeld', status: 404 }),
  },
  {
    name: 'a page of links that the brand itself expects',
    shown: ['https://linktr.ee/voorbeeld'],
    expected: 'https://linktr.ee/voorbeeld',
    links: [aLink({ url: 'https://linktr.ee/voorbeeld', body: page('https://anders.nl') })],
    finding: ok('website.same'),
  },
  {
    name: 'somebody else’s page of links',
    shown: ['https://linktr.ee/anders'],
    expected: 'https://linktr.ee/voorbeeld',
    links: [aLink({ url: 'https://linktr.ee/anders', body: page('https://linktr.ee/voorbeeld', 'https://x.nl') })],
    finding: wrong('website.differs'),
  },
  {
    name: 'a page of links on a name of its own',
    shown: ['https://links.example'],
    links: [aLink({ url: 'https://links.example/', body: page('https://a.nl', 'https://b.nl', HOME, '/privacy') })],
    finding: ok('website.link-hub', { host: 'links.example' }),
  },
  {
    name: 'a site of others that happens to link to the brand',
    shown: ['https://anders.nl'],
    links: [aLink({ url: 'https://anders.nl/', body: page('/a', '/b', '/c', 'https://a.nl', 'https://b.nl', HOME) })],
    finding: wrong('website.differs'),
  },
  {
    name: 'of two addresses one leads home',
    shown: ['https://anders.nl', 'https://bit.ly/3x'],
    links: [aLink({ url: 'https://anders.nl/' }), leading('https://bit.ly/3x', `${HOME}/`)],
    finding: ok('website.redirects-home'),
  },
];

describe('info.website, once the links were followed', () => {
  test.each(CASES)('$name: $finding.code', async ({ shown, links, expected, finding }) => {
    const found = await ask(shown, links, expected);
    const { severity, ...fact } = finding;
    expect(found).toMatchObject(fact);
    expect(found?.severity).toBe(severity);
  });

  test('the way is evidence', async () => {
    const finding = await ask(['https://bit.ly/3x'], [leading('https://bit.ly/3x', 'https://a.nl/', 'https://b.nl/')]);
    expect(finding?.evidence.at(-1)).toMatchObject({
      locator: 'b.nl answered 200.',
      found: ['https://bit.ly/3x', 'https://a.nl/', 'https://b.nl/'],
    });
  });

  test('a waiver holds for what stood behind the address', async () => {
    const normalised = async (links: readonly CapturedLink[]) => (await ask(['https://bit.ly/3x'], links))?.normalised;
    expect(await normalised([leading('https://bit.ly/3x', 'https://a.nl/x')])).toBe('bit.ly/3x → a.nl/x');
    expect(await normalised([aLink({ url: 'https://bit.ly/3x', status: 410, look: 2 })])).toBe('bit.ly/3x → 410');
    expect(await normalised([])).toBe('bit.ly/3x');
  });

  test('the right address is not offered to paste where it stands already', async () => {
    const [right, old] = [`${HOME}/`, `${HOME}/oud`].map((url) => aLink({ url, status: 404, look: 2 }));
    expect((await ask([HOME], right ? [right] : []))?.remedy).toEqual({ value: null, url: null });
    expect((await ask([`${HOME}/oud`], old ? [old] : []))?.remedy).toMatchObject({ value: HOME });
  });
});

describe('what is asked', () => {
  const shown = (value: readonly string[] | null, truncated = false): Reading<readonly string[]> => ({
    value,
    origin: 'dom',
    source: 'http',
    locator: 'x',
    truncated,
  });
  const expectation = anExpectation({ website: { value: HOME, from: 'brand' } });

  test.each<readonly [readonly string[], readonly string[]]>([
    // Right already: whether the brand's own site answers is not this profile's fault.
    [[HOME], []],
    [['voorbeeld.nl'], []],
    [['https://www.voorbeeld.nl/?utm_source=x#top'], []],
    [['https://anders.nl/a?b=1'], ['https://anders.nl/a?b=1', `${HOME}/`]],
    [['https://a.nl', 'https://b.nl', HOME], []],
    [
      ['https://a.nl', 'https://b.nl', 'https://c.nl'],
      ['https://a.nl/', 'https://b.nl/', `${HOME}/`],
    ],
    [['https://l.facebook.com/l.php?u=https%3A%2F%2Fanders.nl%2F&h=x'], ['https://anders.nl/', `${HOME}/`]],
    [['https://jan:geheim@anders.nl/'], ['https://anders.nl/', `${HOME}/`]],
    [['voorbeeld.nl/over-…'], []],
    [['Bezoek ons', 'info@voorbeeld.nl', 'javascript:alert(1)', 'ftp://voorbeeld.nl'], []],
    [['https://www.facebook.com/voorbeeld', 'https://x.com/voorbeeld'], []],
  ])('%j: %j', (values, asked) => {
    expect(linksToFollow(expectation, shown(values))).toEqual(asked);
  });

  test('nothing where nothing is shown, expected or whole', () => {
    expect(linksToFollow(expectation, undefined)).toEqual([]);
    expect(linksToFollow(expectation, shown(null))).toEqual([]);
    expect(linksToFollow(expectation, shown(['voorbeeld.nl/ov'], true))).toEqual([]);
    expect(linksToFollow(anExpectation(), shown([HOME]))).toEqual([]);
  });
});

/** A night at a fictional foundation: every verdict, every kind of evidence. Handles that belong to nobody. */

import type { Report } from '../../src/model/report.ts';
import { aFinding, aProfile, aReport, aSource, aSummary, EARLIER, FINISHED, STARTED } from './building.ts';

const BIO =
  'Stichting Voorbeeld helpt buurten in Amsterdam en Utrecht groener te worden. Samen met bewoners maken we tuinen, planten we bomen en leren we van elkaar. Kom langs of doe mee!';
const OLD_BIO =
  'Stichting Oud helpt wijken in Amsterdam groener te worden. Samen met vrijwilligers maken we tuinen en planten we bomen. Volg ons!';
const SHORT_BIO = 'Stichting Voorbeeld helpt buurten groener te worden. Kom langs of doe mee!';
const PHONE = '+31 20 123 45 67';
const SITE = 'https://voorbeeld.example';
const NAME = 'Stichting Voorbeeld';
const DIFFERENT_LOGO = 'b27c4a1d5e6f.png';

const same = [
  aFinding('info.name', 'ok', 'name.same', {}, { expected: NAME, found: NAME }),
  aFinding('info.website', 'ok', 'website.same', {}, { expected: SITE, found: `${SITE}/` }),
];
const logoOk = aFinding('look.logo', 'ok', 'logo.same', { file: 'brand/logo.svg' }, { expected: 'brand/logo.svg' });
const bioOk = aFinding('info.bio', 'ok', 'bio.same', {}, { expected: BIO, found: BIO });
const exists = aFinding('presence.exists', 'ok', 'presence.seen', { source: 'http' });
const recent = aFinding('activity.dormant', 'ok', 'activity.recent', {
  from: '2026-11-19T08:00:00Z',
  to: '2026-11-19T08:00:00Z',
});

const unseen = (outcome: string, because: string) => [
  aFinding('presence.exists', 'unverifiable', 'presence.not-seen', { outcome, because }),
  aFinding('info.name', 'unverifiable', 'field.not-seen', { field: 'name', outcome, because }, { expected: NAME }),
  aFinding('info.bio', 'unverifiable', 'field.not-seen', { field: 'bio', outcome, because }, { expected: BIO }),
  aFinding('info.phone', 'unverifiable', 'field.not-seen', { field: 'phones', outcome, because }, { expected: PHONE }),
];
const UNSEEN = { seen: { fields: 0, of: 6, unseen: ['name', 'bio', 'logo', 'website', 'phones', 'lastActivity'] } };

const linkedinUtrecht = aProfile(
  'linkedin-utrecht',
  ['linkedin', 'LinkedIn', 'https://www.linkedin.com/company/bijwerken-demo-utrecht'],
  'inconsistent',
  [
    exists,
    ...same,
    aFinding(
      'look.logo',
      'deviating',
      'logo.outdated',
      { file: 'brand/logo-2015.png' },
      {
        expected: 'brand/logo.svg',
        found: 'https://media.example/logo/2015.png',
        isNew: true,
        items: [
          {
            kind: 'image',
            field: 'logo',
            expectedAsset: 'aa01.png',
            foundAsset: 'aa02.png',
            differenceAsset: 'aa03.png',
            expectedFile: 'brand/logo.svg',
            foundUrl: 'https://media.example/logo/2015.png',
            score: 0.41,
            pixelHash: 'sha256:9c1f0e',
            origin: 'open-graph',
            locator: 'meta og:image',
            source: 'http',
          },
        ],
        remedy: { file: 'brand/logo.svg', url: 'https://www.linkedin.com/company/bijwerken-demo-utrecht/admin/' },
      },
    ),
    aFinding(
      'info.phone',
      'deviating',
      'phone.former',
      { former: '+31 20 765 43 21' },
      {
        expected: PHONE,
        found: '020-765 43 21',
        items: [
          {
            kind: 'value',
            field: 'phones',
            expected: [PHONE],
            found: ['020-765 43 21'],
            normalised: ['+31207654321'],
            origin: 'json-ld',
            locator: 'JSON-LD Organization.telephone',
            source: 'http',
          },
        ],
        remedy: { value: PHONE },
      },
    ),
    aFinding(
      'info.bio',
      'deviating',
      'bio.former-name',
      { former: 'Stichting Oud' },
      {
        expected: BIO,
        found: OLD_BIO,
        items: [
          {
            kind: 'text',
            field: 'bio',
            expected: BIO,
            found: OLD_BIO,
            origin: 'json-ld',
            locator: 'JSON-LD Organization.description',
            source: 'http',
          },
        ],
        remedy: { value: BIO },
      },
    ),
    aFinding(
      'info.address',
      'absent',
      'field.empty',
      { field: 'address' },
      { severity: 'warning', expected: 'Dam 1, 1012 JS Amsterdam', remedy: { value: 'Dam 1, 1012 JS Amsterdam' } },
    ),
    recent,
  ],
  {
    location: 'utrecht',
    pin: 'urn:li:organization:12345',
    editUrl: 'https://www.linkedin.com/company/bijwerken-demo-utrecht/admin/',
    observation: { followers: { value: 12_345, origin: 'json-ld' } },
  },
);

const waived = aProfile(
  'bluesky-main',
  ['bluesky', 'Bluesky', 'https://bsky.app/profile/bijwerken-demo.example'],
  'inconsistent',
  [
    exists,
    ...same,
    logoOk,
    aFinding(
      'info.bio',
      'deviating',
      'bio.nearly-same',
      { similarity: 0.93 },
      {
        severity: 'warning',
        expected: SHORT_BIO,
        found: 'Stichting Voorbeeld helpt buurten groener worden. Kom langs of doe …',
        items: [
          {
            kind: 'text',
            field: 'bio',
            expected: SHORT_BIO,
            found: 'Stichting Voorbeeld helpt buurten groener worden. Kom langs of doe',
            truncated: true,
            origin: 'api',
            locator: 'getProfile description',
            source: 'api',
          },
        ],
        remedy: { value: SHORT_BIO },
        waiverRefused: 'other-value',
      },
    ),
    aFinding(
      'look.banner',
      'waived',
      'logo.different',
      {},
      {
        severity: 'warning',
        expected: 'brand/banner.png',
        found: 'https://cdn.example/banner.jpg',
        items: [
          {
            kind: 'image',
            field: 'banner',
            expectedAsset: 'bb01.png',
            foundAsset: DIFFERENT_LOGO,
            differenceAsset: null,
            expectedFile: 'brand/banner.png',
            foundUrl: 'https://cdn.example/banner.jpg',
            score: 0.02,
            pixelHash: 'sha256:0011aa',
          },
        ],
        waiver: {
          check: 'look.banner',
          accepts: 'sha256:0011aa',
          reason: 'Omslagfoto van de najaarscampagne',
          owner: 'jansen@voorbeeld.nl',
          until: '2027-01-31',
        },
      },
    ),
    recent,
  ],
  {
    sources: [
      aSource('https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor=bijwerken-demo.example', {
        source: 'api',
        because: 'the answer names the handle',
      }),
    ],
    editUrl: 'https://bsky.app/settings',
    owner: null,
  },
);

const dormant = aProfile(
  'mastodon-main',
  ['mastodon', 'Mastodon', 'https://social.example/@bijwerken_demo'],
  'dormant',
  [
    exists,
    ...same,
    logoOk,
    bioOk,
    aFinding(
      'activity.dormant',
      'deviating',
      'activity.dormant',
      { from: '2024-03-03T11:20:00Z', to: '2024-03-03T11:20:00Z', limit: '2026-05-23T02:00:41Z' },
      {
        expected: 'P6M',
        found: '2024-03-03T11:20:00Z',
        advice: { followers: 214, bigAudience: false, pin: 'missing', handleIsName: null, linkedFrom: [SITE] },
        items: [
          {
            kind: 'date',
            field: 'lastActivity',
            activity: { from: '2024-03-03T11:20:00Z', to: '2024-03-03T11:20:00Z', completeness: 'latest' },
            limit: '2026-05-23T02:00:41Z',
            threshold: 'P6M',
            origin: 'api',
            locator: 'statuses[0].created_at',
            source: 'api',
          },
        ],
      },
    ),
  ],
  {
    sources: [aSource('https://social.example/api/v1/accounts/lookup?acct=bijwerken_demo', { source: 'api' })],
    removeUrl: 'https://social.example/settings/delete',
    observation: { followers: { value: 812, origin: 'api' } },
  },
);

const gone = aProfile(
  'x-campagne',
  ['x', 'X', 'https://x.com/bijwerken_demo_weg'],
  'gone',
  [
    aFinding(
      'presence.exists',
      'deviating',
      'presence.gone',
      {
        sign: 'the page says "This account doesn’t exist"',
        firstSeenGoneAt: '2026-11-23T02:00:58Z',
        confirmedAt: '2026-11-23T02:02:31Z',
      },
      { isNew: true, expected: 'https://x.com/bijwerken_demo_weg' },
    ),
  ],
  {
    sources: [
      aSource('https://x.com/bijwerken_demo_weg', {
        source: 'browser',
        outcome: 'not-found',
        because: 'the page says "This account doesn’t exist"',
        screenshot: 'assets/c0ffee.png',
      }),
      aSource('https://x.com/bijwerken_demo_weg', {
        source: 'browser',
        outcome: 'not-found',
        because: 'the page says "This account doesn’t exist"',
        look: 2,
        at: '2026-11-23T02:02:31.000Z',
      }),
    ],
    seen: { fields: 0, of: 0, unseen: [] },
  },
);

const suspended = aProfile(
  'x-support',
  ['x', 'X', 'https://x.com/bijwerken_demo_help'],
  'suspended',
  [aFinding('presence.exists', 'deviating', 'presence.suspended', { sign: 'the page says "Account suspended"' })],
  {
    sources: [
      aSource('https://x.com/bijwerken_demo_help', {
        source: 'browser',
        outcome: 'suspended',
        because: 'the page says "Account suspended"',
      }),
    ],
    seen: { fields: 0, of: 0, unseen: [] },
  },
);

const closed = aProfile(
  'hyves',
  ['hyves', 'Hyves', 'https://bijwerken-demo.hyves.nl/'],
  'network-closed',
  [
    aFinding(
      'presence.network-closed',
      'deviating',
      'network.closed',
      { network: 'Hyves', closedOn: '2013-12-02', successor: null, source: 'https://nl.wikipedia.org/wiki/Hyves' },
      { severity: 'warning' },
    ),
  ],
  { sources: [], seen: { fields: 0, of: 0, unseen: [] } },
);

const takenOver = aProfile(
  'youtube-main',
  ['youtube', 'YouTube', 'https://www.youtube.com/@bijwerken-demo'],
  'taken-over',
  [
    exists,
    aFinding(
      'presence.identity',
      'deviating',
      'handle.differs',
      {},
      {
        expected: 'UC-demo-0001',
        found: 'UC-demo-9999',
        isNew: true,
        items: [{ kind: 'value', field: 'pin', expected: ['UC-demo-0001'], found: ['UC-demo-9999'], origin: 'dom' }],
      },
    ),
  ],
  { pin: 'UC-demo-0001' },
);

const perfect = aProfile(
  'website',
  ['website', 'Website', 'https://voorbeeld.example/'],
  'consistent',
  [
    exists,
    ...same,
    logoOk,
    bioOk,
    aFinding('info.phone', 'ok', 'phone.same', {}, { expected: PHONE, found: '020 123 45 67' }),
    aFinding('activity.dormant', 'not-applicable', 'field.not-on-network', {
      field: 'lastActivity',
      network: 'Een website',
    }),
  ],
  { pin: 'voorbeeld.example' },
);

const cutButRight = aProfile(
  'facebook-main',
  ['facebook', 'Facebook', 'https://www.facebook.com/bijwerken.demo'],
  'consistent',
  [
    exists,
    ...same,
    logoOk,
    aFinding(
      'info.bio',
      'ok',
      'bio.same-as-far-as-shown',
      { shown: 120, of: 174 },
      { expected: BIO, found: `${BIO.slice(0, 120)}…` },
    ),
    aFinding('info.phone', 'unverifiable', 'field.not-found', { field: 'phones' }, { expected: PHONE }),
    aFinding(
      'activity.dormant',
      'unverifiable',
      'activity.perhaps-dormant',
      { to: '2025-02-10T09:00:00Z', limit: '2026-05-23T02:00:41Z' },
      {
        items: [
          {
            kind: 'date',
            field: 'lastActivity',
            activity: { from: '2025-02-04T00:00:00Z', to: '2025-02-10T09:00:00Z', completeness: 'at-least' },
            limit: '2026-05-23T02:00:41Z',
            threshold: 'P6M',
            origin: 'dom',
            locator: 'time in the first post',
            source: 'browser',
          },
        ],
      },
    ),
  ],
  {
    seen: { fields: 5, of: 7, unseen: ['phones', 'lastActivity'] },
    sources: [
      aSource('https://www.facebook.com/bijwerken.demo', { outcome: 'login-wall', because: 'lands on /login' }),
      aSource('https://www.facebook.com/bijwerken.demo', { source: 'browser', screenshot: 'assets/feed01.png' }),
    ],
  },
);

const walled = aProfile(
  'linkedin-main',
  ['linkedin', 'LinkedIn', 'https://www.linkedin.com/company/bijwerken-demo'],
  'unverifiable',
  unseen('login-wall', 'lands on /authwall'),
  {
    ...UNSEEN,
    sources: [
      aSource('https://www.linkedin.com/company/bijwerken-demo', {
        outcome: 'login-wall',
        because: 'lands on /authwall',
        finalUrl: 'https://www.linkedin.com/authwall?trk=bf',
      }),
    ],
  },
);

const challenged = aProfile(
  'instagram-main',
  ['instagram', 'Instagram', 'https://www.instagram.com/bijwerken_demo/'],
  'unverifiable',
  unseen('challenge', 'the page asks to prove that a person looks'),
  {
    ...UNSEEN,
    sources: [
      aSource('https://www.instagram.com/bijwerken_demo/', {
        outcome: 'challenge',
        because: 'the page asks to prove that a person looks',
        status: 403,
      }),
    ],
  },
);

const slow = aProfile(
  'tiktok-main',
  ['tiktok', 'TikTok', 'https://www.tiktok.com/@bijwerken_demo'],
  'unverifiable',
  unseen('timeout', 'no answer within 30 s'),
  {
    ...UNSEEN,
    sources: [
      aSource('https://www.tiktok.com/@bijwerken_demo', {
        outcome: 'timeout',
        because: 'no answer within 30 s',
        status: 0,
      }),
    ],
  },
);

const doubtful = aProfile(
  'pinterest-main',
  ['pinterest', 'Pinterest', 'https://nl.pinterest.com/bijwerkendemo/'],
  'unverifiable',
  [
    exists,
    aFinding('info.name', 'unverifiable', 'field.not-found', { field: 'name' }, { expected: NAME }),
    aFinding(
      'look.logo',
      'unverifiable',
      'logo.undecided',
      { reason: 'de afbeelding is te klein om te vergelijken' },
      {
        expected: 'brand/logo.svg',
        found: 'https://i.example/small.png',
        items: [
          {
            kind: 'image',
            field: 'logo',
            expectedAsset: 'aa01.png',
            foundAsset: 'big.png',
            differenceAsset: null,
            expectedFile: 'brand/logo.svg',
            foundUrl: 'https://i.example/small.png',
            score: 0.71,
            pixelHash: 'sha256:77',
          },
        ],
      },
    ),
  ],
  { seen: { fields: 1, of: 6, unseen: ['name', 'logo', 'bio', 'website', 'lastActivity'] } },
);

const profiles = [
  linkedinUtrecht,
  perfect,
  cutButRight,
  dormant,
  waived,
  gone,
  suspended,
  closed,
  takenOver,
  walled,
  challenged,
  slow,
  doubtful,
];

const summary = aSummary(profiles, { new: 3, fixed: 1 });

export const typical: Report = aReport(profiles, {
  summary,
  fixed: [
    {
      key: 'website/info.phone',
      profile: 'website',
      check: 'info.phone',
      last: {
        at: EARLIER,
        code: 'phone.former',
        args: { former: '+31 20 765 43 21' },
        status: 'deviating',
        severity: 'error',
        expected: PHONE,
        found: '020-765 43 21',
      },
    },
  ],
  presence: [
    { network: 'linkedin', networkName: 'LinkedIn', status: 'present', important: true },
    {
      network: 'threads',
      networkName: 'Threads',
      status: 'missing',
      important: true,
      severity: 'warning',
      action: 'create',
    },
    { network: 'facebook', networkName: 'Facebook', status: 'present', important: true },
  ],
  networks: [
    {
      network: 'linkedin',
      sources: [{ source: 'http', asked: 2, outcomes: { profile: 1, 'login-wall': 1 }, blind: false, reader: 'fits' }],
    },
    {
      network: 'facebook',
      sources: [
        { source: 'http', asked: 1, outcomes: { 'login-wall': 1 }, blind: false, reader: 'fits' },
        { source: 'browser', asked: 1, outcomes: { profile: 1 }, blind: false, reader: 'fits' },
      ],
    },
  ],
  notices: [
    { code: 'https-errors-ignored', severity: 'warning', network: null, args: {} },
    { code: 'sandbox-off', severity: 'warning', network: null, args: {} },
  ],
  history: [
    { at: '2026-11-22T02:03:00.000Z', summary: { ...summary, sincePrevious: null } },
    { at: FINISHED, summary },
  ],
  run: { ...aReport([]).run, startedAt: STARTED, exitReasons: ['findings'] },
});

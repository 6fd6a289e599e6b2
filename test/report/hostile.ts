/** A night on which every foreign text is an attack. The page must show it all as text. */

import type { Report } from '../../src/model/report.ts';
import { aFinding, aProfile, aReport, aSource } from './building.ts';

export const SCRIPT = '<script>alert(1)</script>';
export const BREAKOUT = "\"><img src=x onerror=alert(2)>' onmouseover='alert(3)";
export const CLOSING = '</style></title></textarea></script><svg onload=alert(4)>';
export const BIDI = 'Voorbeeld \u202Egpj.exe\u202C \u2066links\u2069 \u200Bspook';
export const CONTROL = 'bel\u0007 nul\u0000 wis\u007F half\uD800paar';
export const FORMULA = '=HYPERLINK("https://kwaad.example","klik")';
export const UNSAFE_LINKS = [
  'javascript:alert(5)',
  ' JaVaScRiPt:alert(6)',
  'data:text/html,<script>alert(7)</script>',
  'vbscript:msgbox(8)',
  'file:///etc/passwd',
  'https://gebruiker:geheim@kwaad.example/',
  '//kwaad.example/x',
];
export const LONG = `${SCRIPT} ${'kwaad '.repeat(17_000)}einde`;
const UNBROKEN = 'W'.repeat(5_000);

const [link = ''] = UNSAFE_LINKS;

export const hostile: Report = aReport(
  [
    aProfile(
      'hostile-1',
      ['linkedin', `LinkedIn${SCRIPT}`, link],
      'inconsistent',
      [
        aFinding(
          'info.bio',
          'deviating',
          'bio.differs',
          { similarity: 0.1 },
          {
            expected: BREAKOUT,
            found: LONG,
            items: [{ kind: 'text', field: 'bio', expected: BREAKOUT, found: LONG, locator: CLOSING, source: 'http' }],
            remedy: { value: CLOSING, url: 'javascript:alert(9)', text: SCRIPT, file: '../../etc/passwd' },
            isNew: true,
          },
        ),
        aFinding(
          'info.name',
          'deviating',
          'name.former',
          { former: BREAKOUT },
          {
            expected: BIDI,
            found: CONTROL,
            items: [{ kind: 'text', field: 'name', expected: BIDI, found: CONTROL, truncated: true }],
          },
        ),
        aFinding(
          'info.website',
          'deviating',
          'website.former',
          { former: 'javascript:alert(10)' },
          {
            expected: FORMULA,
            found: UNSAFE_LINKS.join(' '),
            items: [
              {
                kind: 'value',
                field: 'websites',
                expected: [FORMULA],
                found: UNSAFE_LINKS,
                normalised: [SCRIPT, BIDI],
              },
            ],
          },
        ),
        aFinding(
          'look.logo',
          'deviating',
          'logo.variant',
          { reason: CLOSING },
          {
            items: [
              {
                kind: 'image',
                field: 'logo',
                expectedAsset: '../../../etc/passwd',
                foundAsset: 'svg.svg',
                differenceAsset: 'javascript:alert(11)',
                expectedFile: BREAKOUT,
                foundUrl: 'javascript:alert(12)',
                score: null,
                pixelHash: null,
              },
            ],
          },
        ),
        aFinding('info.email', 'deviating', 'email.differs', {}, { expected: UNBROKEN, found: FORMULA }),
        aFinding(
          'info.phone',
          'waived',
          'phone.differs',
          {},
          {
            waiver: { check: 'info.phone', accepts: SCRIPT, reason: BREAKOUT, owner: BIDI, until: SCRIPT },
          },
        ),
        aFinding('info.address', 'ok', 'address.same', {}, { expected: SCRIPT, found: CONTROL }),
        aFinding(
          'activity.dormant',
          'unverifiable',
          'activity.perhaps-dormant',
          { to: SCRIPT, limit: BREAKOUT },
          {
            items: [
              {
                kind: 'date',
                field: 'lastActivity',
                activity: { from: BREAKOUT, to: SCRIPT, completeness: 'at-least' },
                limit: CLOSING,
                threshold: BREAKOUT,
              },
            ],
          },
        ),
      ],
      {
        owner: BREAKOUT,
        location: SCRIPT,
        pin: CLOSING,
        editUrl: 'javascript:alert(13)',
        removeUrl: 'data:text/html,x',
        seen: { fields: 3, of: 9, unseen: [SCRIPT, 'constructor', 'bio'] },
        sources: [
          aSource(SCRIPT, {
            because: CLOSING,
            finalUrl: 'javascript:alert(14)',
            sha256: BREAKOUT,
            screenshot: 'javascript:alert(15)',
          }),
        ],
      },
    ),
    aProfile(
      '"><script>alert(16)</script>',
      [SCRIPT, BREAKOUT, 'https://kwaad.example/"onmouseover="alert(17)'],
      'unverifiable',
      [
        aFinding('info.bio', 'unverifiable', 'check.crashed', {
          message: SCRIPT,
        }),
        aFinding('info.name', 'unverifiable', 'field.not-seen', { field: SCRIPT, outcome: CLOSING, because: BREAKOUT }),
      ],
      {
        sources: [aSource('https://kwaad.example/', { outcome: 'login-wall', screenshot: '/etc/passwd' })],
        seen: { fields: 0, of: 6, unseen: [BREAKOUT] },
      },
    ),
  ],
  {
    brand: { name: `${CLOSING}${BIDI}` },
    presence: [{ network: BREAKOUT, status: 'missing', important: true, severity: 'error', action: 'create' }],
    networks: [
      {
        network: SCRIPT,
        sources: [{ source: 'http', asked: 1, outcomes: { 'login-wall': 1 }, blind: false, reader: 'fits' }],
      },
    ],
    notices: [{ code: 'replayed', severity: 'info', network: SCRIPT, args: {} }],
    run: {
      ...aReport([]).run,
      id: SCRIPT,
      complete: false,
      exitCode: 3,
      exitReasons: ['interrupted', CLOSING],
      browser: BREAKOUT,
      partial: { only: [SCRIPT] },
    },
  },
);

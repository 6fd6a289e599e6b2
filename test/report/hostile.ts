/** A night on which every foreign text is an attack. The page must show it all as text. */

import type { CheckId } from '../../src/model/finding.ts';
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
/** What ends a table, a fence or a line, and what GitHub and GitLab make of plain text. */
export const MARKDOWN = [
  '![plaatje](https://kwaad.example/p.png) [klik](javascript:alert(20)) <https://kwaad.example/a> <b>vet</b>',
  '@kwaad @kwaad/team #1 !2 $3 ~label %mijlpaal ^4 &5 kwaad/opslag#6 GH-7 [issue:8] :tada: 3fa94be6e6cf1e0a9b3b1f63c1d5c6a0',
  'https://kwaad.example www.kwaad.example post@kwaad.example mailto:post@kwaad.example',
  '| a | b |\n| --- | --- |\n| \\| c |',
  '# kop\n\n===\n---\n> citaat\n- [ ] taak\n1. een',
  '/close',
  '```\n</details>\n```` `` ` ~~~',
  '*schuin* _schuin_ **vet** ~~weg~~ $$x$$ `code` \\` {{ a }}',
  '&lt;script&gt; &#64;kwaad &commat;kwaad <!-- --> <details><summary>dicht</summary>',
  '[verwijzing]: https://kwaad.example "titel"',
];
/** What ends an element, or is no XML at all. */
export const XML =
  ']]><failure message="x"/></testsuites>&amp;&nietbekend;&#0; \uFFFE\uFFFF \u000B \uDC00 <!DOCTYPE a>';
/** What a spreadsheet reckons with, also after what it skips or takes for the end of a cell. */
export const FORMULAS = [
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '"=1', "'=1", '"";=1', 'a,=1', 'a;=1', 'a\t=1'],
  ...['＝1', ' \u00A0=1', 'a";=HYPERLINK("https://kwaad.example")', "a\n=cmd|' /C calc'!A0"],
];
/** What a build server takes for a command in its log. */
export const COMMANDS = [
  '::error::kwaad',
  '\n::stop-commands::kwaad',
  '%0A::add-mask::kwaad',
  '##[add-mask]kwaad',
  'tekst ##vso[task.setvariable variable=PATH]kwaad',
  'a,file=/etc/passwd,line=1::kwaad',
];
export const LONG = `${SCRIPT} ${'kwaad '.repeat(17_000)}einde`;
const UNBROKEN = 'W'.repeat(5_000);

const [link = ''] = UNSAFE_LINKS;

/** One deviation whose sentence, expectation and find are these. */
const breakers = (check: CheckId, [said = '', expected = '', found = '']: readonly (string | undefined)[]) => [
  aFinding(
    check,
    'deviating',
    'name.former',
    { former: said },
    { expected, found, isNew: true, remedy: { value: expected, file: found } },
  ),
];

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
    aProfile(
      'hostile-3',
      ['x', MARKDOWN.join(' '), 'https://kwaad.example/?a=|`)]>&copy;*_<b>\\'],
      'inconsistent',
      [
        ...breakers('info.name', [MARKDOWN[0], MARKDOWN[1], FORMULAS[0]]),
        ...breakers('info.bio', [MARKDOWN.join('\n'), XML, FORMULAS.join('\n')]),
        ...breakers('info.email', [MARKDOWN[2], COMMANDS.join(' '), FORMULAS[4]]),
        ...breakers('info.phone', [MARKDOWN[5], FORMULAS[1], FORMULAS[16]]),
        ...breakers('info.address', [MARKDOWN[6], COMMANDS[1], FORMULAS[12]]),
        ...breakers('info.website', [COMMANDS[4], MARKDOWN[3], FORMULAS[3]]),
      ],
      { owner: MARKDOWN[1] ?? null, editUrl: 'https://kwaad.example/(a)?b=`c`|d' },
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

/** The mail: complete in itself, the same counts as the report, small enough, and foreign text as text. */

import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { type MailOptions, renderMail } from '../../src/report/mail/mail.ts';
import { mailPictures, picturesWanted } from '../../src/report/mail/pictures.ts';
import { newsOf } from '../../src/report/news.ts';
import { scopedTo } from '../../src/report/scope.ts';
import { catalogue } from '../../src/words/index.ts';
import { aFinding, aProfile, aReport, aSummary } from './building.ts';
import { BIDI, hostile, SCRIPT, UNSAFE_LINKS } from './hostile.ts';
import { typical } from './typical.ts';

const OPTIONS: MailOptions = {
  words: catalogue('nl'),
  reportUrl: 'https://ci.example/job/1',
  scope: 'all',
  attached: false,
  ownerName: (owner) => owner,
};
const mailOf = (report: Report, options: Partial<MailOptions> = {}) => renderMail(report, { ...OPTIONS, ...options });
const shownIn = (html: string) => load(html)('body').text().replace(/\s+/g, ' ');

const X = ['x', 'X', 'https://x.com/voorbeeld'] as const;
const PHONE = { expected: '+31 20 123 45 67', found: '020 - 765 43 21' };

/** Two things new, one of them back, one as before; two were put right. */
const second: Report = (() => {
  const profiles = [
    aProfile('x-main', X, 'inconsistent', [
      aFinding('info.phone', 'deviating', 'phone.former', { former: '020 765 43 21' }, { ...PHONE, isNew: true }),
      aFinding('info.name', 'deviating', 'name.differs', {}, { expected: 'Voorbeeld', found: 'Voorbeld' }),
      { ...aFinding('info.bio', 'deviating', 'bio.differs', { similarity: 0.1 }, { isNew: true }), isBack: true },
    ]),
    aProfile('x-goed', X, 'consistent', [aFinding('info.name', 'ok', 'name.same', {})]),
  ];
  return aReport(profiles, {
    summary: aSummary(profiles, { new: 2, fixed: 2 }),
    fixed: [
      { key: 'x-goed/info.email', profile: 'x-goed', check: 'info.email' },
      { key: 'weg/info.name', profile: 'weg', check: 'info.name' },
    ],
  });
})();

describe('a mail', () => {
  test('says in its subject the brand and the counts, and nothing else', () => {
    expect(mailOf(second).subject).toBe('Stichting Voorbeeld: 1 nieuw, 1 terug, 2 opgelost, 1 te doen');
    expect(mailOf(second, { words: catalogue('en') }).subject).toBe(
      'Stichting Voorbeeld: 1 new, 1 back, 2 solved, 1 to do',
    );
    expect(mailOf(aReport([])).subject).toBe('Stichting Voorbeeld: niets te doen');
  });

  test.each(['html', 'text'] as const)('is complete in itself: %s', (form) => {
    const mail = mailOf(second);
    const shown = form === 'html' ? shownIn(mail.html) : mail.text;
    for (const said of [
      '1 profiel vraagt iets van u; er is iets nieuws bij.',
      'Sinds de vorige controle: 2 nieuwe bevindingen (1 terug van eerder) en 2 opgelost.',
      'Hier staat nog het oude telefoonnummer: 020 765 43 21.',
      '+31 20 123 45 67',
      '020 - 765 43 21',
      'Weer terug',
      'E-mailadres op X (x-goed)',
      'Naam op weg',
    ])
      expect(shown).toContain(said);
    const order = ['Hier staat nog het oude', 'Voorbeld', 'E-mailadres op X'].map((text) => shown.indexOf(text));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(form === 'html' ? mail.html : mail.text).toContain('https://ci.example/job/1');
  });

  test('each finding stands in it once', () => {
    const { html } = mailOf(second);
    expect(html.split('Voorbeld').length - 1).toBe(1);
    expect(html.split('020 - 765 43 21').length - 1).toBe(1);
  });

  test('agrees with the report on every count', () => {
    for (const report of [second, typical]) {
      const { fresh, fixed } = newsOf(report);
      expect({ new: fresh, fixed }).toEqual(report.summary.sincePrevious);
    }
    const findings = typical.profiles.flatMap((profile) => profile.findings).filter(({ isNew }) => isNew);
    const tags = load(mailOf(typical).html)('h2:first-of-type ~ table strong ~ span:contains("Nieuw")');
    expect(tags.length).toBe(findings.length);
  });

  test('a first run has no news, only work', () => {
    const first = aReport([
      aProfile('x-main', X, 'inconsistent', [aFinding('info.name', 'deviating', 'name.differs', {})]),
    ]);
    const { text } = mailOf(first);
    expect(text).not.toContain('Sinds de vorige controle');
    expect(text).toContain('TE DOEN');
  });

  test('an account is let go by steps, never by a first line alone', () => {
    const { text } = mailOf(typical);
    expect(text).toContain('Overweeg te verwijderen of weer te gebruiken: Mastodon (mastodon-main)');
    expect(text).toContain('Bewaar eerst de inhoud.');
    expect(text).toContain('Dit profiel heeft 214 volgers.');
  });

  test('says that a run was cut short, a part, or saw too little', () => {
    const run = { ...second.run, complete: false, partial: { only: ['x'] }, exitCode: 3, exitReasons: ['coverage'] };
    const { text } = mailOf({ ...second, run });
    expect(text).toContain('! Deze controle is niet afgemaakt.');
    expect(text).toContain('! Dit is een deel van de controle.');
    expect(text).toContain('! We zagen te weinig');
  });

  test('of one owner says whose it is, and names no owner again', () => {
    const mine = mailOf(scopedTo(second, new Set(['x-main'])), { scope: 'owner', ownerName: () => null });
    expect(mine.text).toContain('Dit gaat over de profielen waarvan u eigenaar bent.');
    expect(mine.text).toContain('omdat u eigenaar bent');
    expect(mine.text).not.toContain('team-communicatie@voorbeeld.nl');
    expect(mine.subject).toBe('Stichting Voorbeeld: 1 nieuw, 1 terug, 1 te doen');
  });
});

describe('mail programs', () => {
  const { html } = mailOf(typical);
  const $ = load(html);

  test('get no script, no style sheet, no picture and nothing from elsewhere', () => {
    expect($('script, style, link, img, iframe, form, object, svg').length).toBe(0);
    expect(html).not.toMatch(/url\(|@import|position:|flex|grid/);
  });

  test('get tables that are not read aloud, a language and one main heading', () => {
    expect($('table:not([role="presentation"])').length).toBe(0);
    expect($('html').attr('lang')).toBe('nl');
    expect($('h1').length).toBe(1);
  });

  test('may be narrow: only Outlook, which cannot, gets a fixed width', () => {
    expect(
      $('[width]')
        .get()
        .map((element) => $(element).attr('width'))
        .filter((width) => width !== '100%'),
    ).toEqual([]);
    expect(html).not.toMatch(/style="[^"]*(?:^|[^-])width: \d{3}/);
  });

  test('get Outlook’s own table around it, once', () => {
    expect(html.match(/<!--\[if mso\]>/g)).toHaveLength(2);
    expect(html).not.toContain('<wbr');
  });

  test('get less than Gmail clips, however much there is', () => {
    const bio = 'é'.repeat(2_000);
    const profiles = Array.from({ length: 300 }, (_, index) =>
      aProfile(`x-${index}`, X, 'inconsistent', [
        aFinding('info.bio', 'deviating', 'bio.differs', { similarity: 0 }, { expected: bio, found: bio, isNew: true }),
        aFinding('info.name', 'deviating', 'name.differs', {}, { expected: bio, found: bio }),
      ]),
    );
    const mail = mailOf(aReport(profiles, { summary: aSummary(profiles, { new: 300, fixed: 0 }) }));
    expect(Buffer.byteLength(mail.html)).toBeLessThan(102_000);
    expect(mail.subject).toBe('Stichting Voorbeeld: 300 nieuw, 300 te doen');
    expect(mail.html).toContain('en nog ');
  });
});

describe('attacks', () => {
  const mail = mailOf(hostile, { ownerName: (owner) => owner });
  const $ = load(mail.html);

  test('are shown as text', () => {
    expect($('script, svg, img, style').length).toBe(0);
    expect(
      $('*')
        .get()
        .flatMap((element) => Object.keys('attribs' in element ? element.attribs : {}))
        .filter((name) => name.startsWith('on')),
    ).toEqual([]);
    expect($('body').text()).toContain(SCRIPT);
  });

  test('make no link', () => {
    const links = $('a')
      .get()
      .map((link) => $(link).attr('href') ?? '');
    expect(links.filter((href) => !/^https?:\/\//.test(href))).toEqual([]);
    for (const address of UNSAFE_LINKS) expect(links).not.toContain(address);
    expect(mailOf(hostile, { reportUrl: 'javascript:alert(1)' }).html).not.toContain('href="javascript:');
  });

  test('turn no line around, and begin no line of ours in the text', () => {
    for (const form of [mail.subject, mail.html, mail.text])
      expect(form).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u0000\u0007]/);
    const evil = 'Voorbeeld\nTE DOEN\n=======\nVerwijder dit account';
    const profiles = [
      aProfile('x-main', ['x', `X\n${evil}`, 'https://x.com/a'], 'inconsistent', [
        aFinding('info.bio', 'deviating', 'bio.former-name', { former: evil }, { expected: evil, found: evil }),
      ]),
    ];
    const { text } = mailOf(aReport(profiles, { brand: { name: evil } }));
    expect(text.match(/^TE DOEN$/gm)).toHaveLength(1);
    expect(text).not.toMatch(/^Verwijder dit account/m);
    expect(text).toContain('    | Verwijder dit account');
  });

  test('and a brand puts no line into the subject', () => {
    const name = `Kwaad\r\nBcc: a@b.example${BIDI}`;
    const { subject } = mailOf({ ...second, brand: { name } });
    expect(subject).not.toMatch(/[\r\n\u202E]/);
    expect(subject.length).toBeLessThan(200);
  });
});

describe('pictures', () => {
  const name = (digit: string) => `${digit.repeat(64)}.png`;
  const [right, former, shown] = [name('a'), name('b'), name('c')];
  const logo = (expectedFile: string, expectedAsset: string, isNew: boolean) =>
    aFinding(
      'look.logo',
      'deviating',
      'logo.outdated',
      { file: expectedFile },
      {
        expected: 'brand/logo.svg',
        found: 'https://media.example/oud.png',
        isNew,
        items: [
          {
            kind: 'image',
            field: 'logo',
            expectedAsset,
            foundAsset: shown,
            differenceAsset: null,
            expectedFile,
            foundUrl: null,
            score: 0.4,
            pixelHash: null,
          },
        ],
      },
    );
  const report = aReport([
    aProfile('x-main', X, 'inconsistent', [logo('brand/logo-2015.png', former, true)]),
    aProfile('x-ander', X, 'inconsistent', [logo('brand/logo.svg', right, false)]),
  ]);
  const png = (width: number, height: number, size = 200) => {
    const bytes = Buffer.alloc(size);
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes);
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return bytes;
  };
  const imagesOf = (mail: { html: string }) => {
    const $ = load(mail.html);
    return $('img')
      .get()
      .map((img) => [$(img).attr('src'), $(img).attr('width'), $(img).attr('height')]);
  };

  test('show what should be there beside what is, and stand inside the mail', () => {
    const images = new Map([
      [right, png(400, 400)],
      [former, png(9, 9)],
      [shown, png(1_200, 300)],
    ]);
    const part = scopedTo(report, new Set(['x-main']));
    const mail = mailOf(part, { pictures: mailPictures(part, report, images) });
    expect(imagesOf(mail)).toEqual([
      [`cid:${right}@bijwerken`, '96', '96'],
      [`cid:${shown}@bijwerken`, '240', '60'],
    ]);
    expect(mail.pictures).toEqual([right, shown]);
    expect(mail.html).not.toContain('media.example');
    expect(mail.text).toContain('media.example');
    expect(load(mail.html)('img').attr('alt')).toBe('Logo: Hoort te zijn');
  });

  test('that are missing, no picture, or too large are left out', () => {
    for (const bytes of [undefined, Buffer.from('<svg/>'), png(0, 5), png(9, 9, 200_000)]) {
      const images = new Map(bytes ? [[shown, bytes]] : []);
      expect(imagesOf(mailOf(report, { pictures: mailPictures(report, report, images) }))).toEqual([]);
    }
  });

  test('of names that are no asset’s are not asked for', () => {
    expect(picturesWanted(hostile)).toEqual([]);
    expect(picturesWanted(report)).toEqual([right, shown]);
  });
});

/** Files that people save, known by their content: the page, its address, its date and its images. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imageBeside } from '../../../src/capture/saved/beside.ts';
import { openSaved } from '../../../src/capture/saved/openSaved.ts';
import { MAX_FILE, type SavedFile } from '../../../src/capture/saved/savedFile.ts';
import { harOf, mhtmlOf, singleFileOf } from '../../support/saved.ts';

const PAGE = 'https://netwerk.example/voorbeeld';
const LOGO = 'https://cdn.example/logo.png?sig=1';
const AT = '2026-11-20T10:15:00.000Z';
const PIXELS = Buffer.from('89504e470d0a1a0a00ff10', 'hex');
const HTML = `<!DOCTYPE html><html lang="nl"><head><title>Café = “goed” …</title></head><body><img src="${LOGO}"><p>${'lange regel '.repeat(30)}</p></body></html>`;

const opened = (file: string | Uint8Array, address = PAGE): SavedFile => {
  const saved = openSaved(Buffer.from(file), { address });
  if ('fault' in saved) throw new Error(saved.fault);
  return saved;
};
const fault = (file: string | Uint8Array): string => {
  const saved = openSaved(Buffer.from(file), { address: PAGE });
  return 'fault' in saved ? saved.fault : `read as ${saved.kind}`;
};

describe('MHTML', () => {
  test.each(['quoted-printable', 'base64', '8bit'] as const)('as Chromium saves it, %s', (encoding) => {
    const saved = opened(
      mhtmlOf(PAGE, [
        { url: PAGE, type: 'text/html; charset=utf-8', body: HTML, encoding },
        { url: LOGO, type: 'image/png', body: PIXELS, encoding: 'base64' },
        { url: 'https://netwerk.example/frame', type: 'text/html', body: '<p>frame</p>' },
      ]),
    );
    expect(saved.kind).toBe('mhtml');
    expect(saved.answers).toEqual([
      {
        ...{ requestedUrl: PAGE, finalUrl: PAGE, redirects: [], status: null, contentType: 'text/html', at: AT },
        body: HTML,
      },
    ]);
    expect(saved.image(LOGO)).toEqual(PIXELS);
    expect(saved.image('https://cdn.example/logo.png?sig=2')).toEqual(PIXELS);
    expect(saved.image('https://cdn.example/ander.png')).toBeNull();
  });

  test('as Internet Explorer and Word did: parts in parts, Latin letters, images by name', () => {
    const file = Buffer.from(
      [
        'From: "Saved by Windows Internet Explorer 8"',
        'Subject: Voorbeeld',
        'Date: Fri, 20 Nov 2026 11:15:00 +0100',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related;',
        '\tboundary="A"',
        '',
        'This is a multi-part message in MIME format.',
        '',
        '--A',
        'Content-Type: multipart/alternative; boundary=B',
        '',
        '--B',
        'Content-Type: text/html; charset="windows-1252"',
        'Content-Transfer-Encoding: quoted-printable',
        `Content-Location: ${PAGE}`,
        '',
        '<html><title>Caf=E9 =80 2</title><img src=3D"cid:logo@deel">=',
        '</html>',
        '--B--',
        '--A',
        'Content-Type: image/png',
        'Content-ID: <logo@deel>',
        'Content-Transfer-Encoding: base64',
        '',
        PIXELS.toString('base64'),
        '--A--',
        '',
      ].join('\r\n'),
      'latin1',
    );
    const saved = opened(file);
    expect(saved.answers[0]).toMatchObject({ finalUrl: PAGE, at: AT });
    const name = `${PAGE}#saved-image-logo%40deel`;
    expect(saved.answers[0]?.body).toBe(`<html><title>Café € 2</title><img src="${name}"></html>`);
    expect(saved.image(name)).toEqual(PIXELS);
  });

  test('cut off: as far as it goes, or said', () => {
    const whole = mhtmlOf(PAGE, [{ url: PAGE, type: 'text/html', body: HTML }]);
    expect(opened(whole.subarray(0, whole.length - 400)).answers[0]?.body).toMatch(/^<!DOCTYPE html>/);
    expect(fault(whole.subarray(0, whole.indexOf('\r\n\r\n')))).toBe(
      'this MHTML holds no page: it may have been cut off.',
    );
  });

  test('a page that was saved from a disk has no address', () => {
    const saved = opened(
      mhtmlOf('file:///C:/pagina.htm', [{ url: 'file:///C:/p.htm', type: 'text/html', body: HTML }]),
    );
    expect(saved.answers[0]?.finalUrl).toBeNull();
  });
});

describe('HTML', () => {
  test('SingleFile says where and when, and its pictures get an address', () => {
    const picture = Buffer.alloc(400, 7);
    const html = HTML.replace(LOGO, `data:image/png;base64,${picture.toString('base64')}`).replace(
      '</body>',
      '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></body>',
    );
    const saved = opened(singleFileOf(PAGE, html));
    expect(saved).toMatchObject({ kind: 'single-file', answers: [{ finalUrl: PAGE, requestedUrl: PAGE, at: AT }] });
    const body = saved.answers[0]?.body ?? '';
    const [address = ''] = /https:\/\/netwerk\.example\/voorbeeld#saved-image-[0-9a-f]{16}/.exec(body) ?? [];
    expect(saved.image(address)).toEqual(picture);
    // The blank that stands for what was left out is no picture.
    expect(body).toContain('data:image/gif;base64,R0lGOD');
  });

  test.each([
    ['Chrome', `<!-- saved from url=(0033)${PAGE} -->\n${HTML}`, PAGE],
    ['nothing said', HTML, null],
    ['words of the page itself', `${HTML}<p>saved from url=(0033)${PAGE} </p>`, null],
    ['a local file', `<!-- saved from url=(0014)about:internet -->${HTML}`, null],
    ['words in the page after another comment', `<!-- x -->Page saved with SingleFile url: ${PAGE} -->${HTML}`, null],
  ])('%s', (_, file, url) => {
    expect(opened(file)).toMatchObject({ kind: 'html', answers: [{ finalUrl: url, at: null, status: null }] });
  });

  test.each([
    ['a meta', '<meta charset="windows-1252"><p>Caf\xE9 \x80</p>', 'Café €'],
    ['an old meta', '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15"><p>\xA4</p>', '€'],
    ['nothing', '<p>Caf\xE9</p>', 'Café'],
  ])('its letters by %s', (_, file, word) => {
    expect(opened(Buffer.from(file, 'latin1')).answers[0]?.body).toContain(`<p>${word}</p>`);
  });
});

describe('HAR', () => {
  test('pages and answers, redirects followed, encodings undone, forms left out', () => {
    const saved = opened(
      harOf([
        { url: 'http://netwerk.example/voorbeeld', status: 301, redirectUrl: PAGE },
        { url: 'https://anders.example/', text: 'x', method: 'POST', postData: 'geheim' },
        { url: PAGE, bytes: Buffer.from(HTML), at: '2026-11-20T10:15:01.000Z' },
        { url: LOGO, type: 'image/png', bytes: PIXELS },
        { url: 'https://netwerk.example/api', type: 'application/json', text: '{"a":1}' },
      ]),
    );
    expect(saved.kind).toBe('har');
    expect(saved.answers.map(({ requestedUrl, finalUrl, status }) => [requestedUrl, finalUrl, status])).toEqual([
      ['http://netwerk.example/voorbeeld', PAGE, 200],
      [PAGE, PAGE, 200],
      ['https://netwerk.example/api', 'https://netwerk.example/api', 200],
    ]);
    expect(saved.answers[0]).toMatchObject({ body: HTML, redirects: ['http://netwerk.example/voorbeeld'] });
    expect(saved.answers[1]?.at).toBe('2026-11-20T10:15:01.000Z');
    expect(saved.image(LOGO)).toEqual(PIXELS);
  });

  test('redirects that go round end; thousands of them cost nothing', () => {
    const round = [...Array(20_000).keys()].map((at) => ({
      ...{ url: `https://n.example/${at % 2}`, status: 302, redirectUrl: `https://n.example/${(at + 1) % 2}` },
    }));
    expect(fault(harOf(round))).toBe('this HAR holds no page and no answer: save it "with content".');
  });

  test('entries that are none are passed over', () => {
    const entries = [
      null,
      1,
      {},
      { request: {}, response: {} },
      { request: { url: 'x:y' }, response: { status: 200 } },
    ];
    expect(fault(JSON.stringify({ log: { entries } }))).toMatch(/holds no page/);
  });
});

test.each([
  ['JSON', '{"username":"voorbeeld"}', 'json'],
  ['JSON that was cut off', '{"username":"voor', 'json'],
  ['a feed', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>', 'feed'],
  ['another feed', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>', 'feed'],
  ['nothing', '', 'html'],
])('%s', (_, file, kind) => {
  expect(opened(file).kind).toBe(kind);
});

test.each([
  ['a PDF', Buffer.from('%PDF-1.7')],
  ['a ZIP file', Buffer.from('PK\x03\x04')],
  ['a web archive of Safari', Buffer.from('bplist00')],
  ['a picture', PIXELS],
])('%s is said to be that', (name, bytes) => {
  expect(fault(bytes)).toBe(
    `this is ${name}; save the page as one file (MHTML or SingleFile), as "web page, complete", or as a HAR.`,
  );
});

test('what is too large is not opened', () => {
  expect(fault(Buffer.alloc(MAX_FILE + 1, 32))).toMatch(/^the file is \d+ bytes; at most \d+ are read\.$/);
});

describe('hostile files', () => {
  const seeds = [
    mhtmlOf(PAGE, [
      { url: PAGE, type: 'text/html', body: HTML },
      { url: LOGO, type: 'image/png', body: PIXELS, encoding: 'base64', id: 'x' },
    ]),
    Buffer.from(
      harOf([
        { url: PAGE, text: HTML },
        { url: LOGO, type: 'image/png', bytes: PIXELS },
      ]),
    ),
    Buffer.from(singleFileOf(PAGE, HTML.replace(LOGO, `data:image/png;base64,${'A'.repeat(600)}`))),
  ];

  test('opened or refused, never thrown, whatever is cut, doubled or flipped', () => {
    const damage = fc.record({
      seed: fc.constantFrom(...seeds),
      cuts: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.uint8Array({ maxLength: 12 })), {
        maxLength: 8,
      }),
      end: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(damage, ({ seed, cuts, end }) => {
        const bytes = Buffer.from(seed);
        for (const [place, put] of cuts) bytes.set(put, Math.floor(place * Math.max(0, bytes.length - put.length)));
        const saved = openSaved(bytes.subarray(0, Math.ceil(end * bytes.length)), { address: PAGE });
        if ('fault' in saved) return;
        expect(saved.answers.length).toBeGreaterThan(0);
        saved.image(LOGO);
        for (const { finalUrl } of saved.answers) expect(finalUrl === null || /^https?:/.test(finalUrl)).toBe(true);
      }),
    );
  });

  test.each([
    [
      'data addresses without end',
      `<html><!-- Page saved with SingleFile \n url: ${PAGE} \n-->${'data:image/'.repeat(400_000)}`,
    ],
    [
      'data addresses with a far comma',
      `<html><!-- Page saved with SingleFile \n-->${'data:image/png;base64 '.repeat(200_000)},`,
    ],
    [
      'boundaries without parts',
      `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n${'--x\n'.repeat(500_000)}`,
    ],
    ['parts in parts', `MIME-Version: 1.0\n${'Content-Type: multipart/related; boundary=x\n\n--x\n'.repeat(50_000)}`],
    ['headers without end', `MIME-Version: 1.0\nContent-Type: text/html\n${' x\n'.repeat(500_000)}`],
    [
      'equals signs',
      `MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n${'= '.repeat(1_000_000)}`,
    ],
    ['brackets', '['.repeat(1_000_000)],
  ])('%s take no time', (_, file) => {
    // A walk that goes back and forth would not end within the test's time.
    expect(() => openSaved(Buffer.from(file), { address: PAGE })).not.toThrow();
  });
});

test.each([
  ['the page’s own link into the folder', 'https://n.example/p/Pagina_files/logo.png', 'logo.png'],
  ['the last part of an address', 'https://cdn.example/a/logo.png?x=1', 'logo.png'],
  ['one without an extension', 'https://cdn.example/1519856', '1519856.jpg'],
  ['two that may be meant', 'https://cdn.example/foto.jpg', null],
  ['the second, by the page’s own link', 'https://n.example/Pagina_files/foto(1).jpg', 'foto(1).jpg'],
  ['none', 'https://cdn.example/anders.png', null],
  ['a way out', 'https://n.example/Pagina_files/..%2F..%2Fetc%2Fpasswd', null],
])('an image beside the page: %s', (_, url, name) => {
  const names = ['logo.png', '1519856.jpg', 'foto.jpg', 'foto(1).jpg', 'stijl.css'];
  expect(imageBeside(url, 'Pagina_files', names)).toBe(name);
});

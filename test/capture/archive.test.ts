import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openArchive, openStored, redactCapture } from '../../src/capture/archive.ts';
import { createRedactor } from '../../src/capture/redact.ts';
import type { CapturedDocument, ProfileCapture } from '../../src/model/capture.ts';
import { UserError } from '../../src/model/problem.ts';
import { aCapture, aDocument, aLink, anImage, aProfileCapture } from '../support/captured.ts';
import { aFolder, filesIn } from '../support/folders.ts';
import { hostile } from '../support/hostileText.ts';

const RUN = { version: 1, startedAt: '2026-11-23T02:00:00.000Z', tool: 'bijwerken 0.1.0' } as const;
const plain = (text: string) => text;

async function stored(capture: ProfileCapture, redact = plain): Promise<string> {
  const folder = path.join(await aFolder(), 'captures');
  const archive = await openArchive(folder, RUN, redact);
  await archive.save(capture);
  return folder;
}

const roundTrip = async (capture: ProfileCapture) =>
  await (await openStored(await stored(capture))).load(capture.profile);

/** Bytes compare as bytes, whatever class carries them. */
const comparable = (capture: ProfileCapture | null) =>
  capture && {
    ...capture,
    captures: capture.captures.map(({ screenshot, ...rest }) => ({
      ...rest,
      screenshot: screenshot && [...screenshot],
    })),
    images: capture.images.map((image) => ({ ...image, bytes: [...image.bytes] })),
  };

describe('what is stored is read back', () => {
  test.each<readonly [string, Partial<ProfileCapture>]>([
    ['a page', {}],
    ['nothing captured', { captures: [], images: [] }],
    ['a source that asked nothing', { captures: [aCapture({ documents: [] })] }],
    ['an empty body', { captures: [aCapture({ documents: [aDocument({ body: '' })] })] }],
    ['a page asked for twice', { captures: [aCapture(), aCapture({ look: 2 })] }],
    [
      'signs of every plane',
      { captures: [aCapture({ documents: [aDocument({ body: '\uFEFFé👍🏽\u0000\r\n\u2028' })] })] },
    ],
    [
      'a failure',
      {
        captures: [
          aCapture({
            documents: [
              aDocument({
                body: '',
                status: 0,
                contentType: null,
                failure: { kind: 'timeout', detail: 'The time was up.' },
              }),
            ],
          }),
        ],
      },
    ],
    [
      'redirects and a wait',
      {
        captures: [
          aCapture({
            documents: [aDocument({ redirects: ['https://a.nl/', 'https://b.nl/'], retryAfter: 120, status: 429 })],
          }),
        ],
      },
    ],
    ['a screenshot', { captures: [aCapture({ source: 'browser', screenshot: Uint8Array.of(0x89, 0x50, 0) })] }],
    [
      'images, one of them empty',
      { images: [anImage(), anImage({ bytes: new Uint8Array(), status: 404, contentType: null })] },
    ],
    [
      'an image that failed',
      { images: [anImage({ bytes: new Uint8Array(), failure: { kind: 'too-large', detail: 'x' } })] },
    ],
    ['links', { links: [aLink(), aLink({ url: 'https://a.nl/', status: 404, look: 2, body: '' })] }],
    [
      'a link with a broken certificate',
      {
        links: [
          aLink({
            status: 0,
            body: '',
            redirects: ['https://b.nl/'],
            failure: { kind: 'network-error', detail: 'x', certificate: 'expired' },
          }),
        ],
      },
    ],
    [
      'many documents',
      {
        captures: [
          aCapture({
            source: 'api',
            documents: [aDocument({ document: 'account' }), aDocument({ document: 'posts', body: '[]' })],
          }),
        ],
      },
    ],
  ])('%s', async (_, parts) => {
    const capture = aProfileCapture(parts);
    expect(comparable(await roundTrip(capture))).toEqual(comparable(capture));
  });

  test('a lone surrogate becomes the sign for it before it is hashed: once, and the same for all', async () => {
    const capture = aProfileCapture({ captures: [aCapture({ documents: [aDocument({ body: 'a\uD800b' })] })] });
    const kept = redactCapture(capture, plain);
    expect(kept.captures[0]?.documents[0]?.body).toBe('a\uFFFDb');
    expect(comparable(await roundTrip(capture))).toEqual(comparable(kept));
    expect(redactCapture(kept, plain)).toEqual(kept);
  });

  test('any text in any place', async () => {
    const document = fc.record({ body: hostile, detail: hostile, type: fc.option(hostile) });
    await fc.assert(
      fc.asyncProperty(fc.array(document, { maxLength: 3 }), async (all) => {
        const documents = all.map(({ body, detail, type }) =>
          aDocument({ body, contentType: type, failure: { kind: 'network-error', detail } }),
        );
        const capture = aProfileCapture({ captures: [aCapture({ documents })] });
        expect(comparable(await roundTrip(capture))).toEqual(comparable(redactCapture(capture, plain)));
      }),
      { numRuns: 60 },
    );
  });

  test('the run, and the names of the profiles', async () => {
    const folder = path.join(await aFolder(), 'captures');
    const archive = await openArchive(folder, RUN, plain);
    await archive.save(aProfileCapture({ profile: 'a' }));
    await archive.save(aProfileCapture({ profile: 'b' }));
    const found = await openStored(folder);
    expect(found.run).toEqual(RUN);
    expect([...found.profiles].sort()).toEqual(['a', 'b']);
    expect(await found.load('c')).toBeNull();
  });

  test('from the run’s own folder too', async () => {
    const folder = await stored(aProfileCapture());
    expect((await openStored(path.dirname(folder))).profiles).toEqual(['p']);
  });

  test('a second save replaces the first', async () => {
    const folder = path.join(await aFolder(), 'captures');
    const archive = await openArchive(folder, RUN, plain);
    await archive.save(aProfileCapture({ images: [anImage()] }));
    await archive.save(aProfileCapture());
    expect((await (await openStored(folder)).load('p'))?.images).toEqual([]);
  });
});

test('bodies are gzipped under their hash: no server runs them as pages', async () => {
  const files = await filesIn(await stored(aProfileCapture({ images: [anImage()] })));
  const bodies = [...files.keys()].filter((name) => name.endsWith('.bin.gz'));
  expect([...files.keys()].filter((name) => !bodies.includes(name))).toEqual(['p/capture.json', 'run.json']);
  expect(bodies).toHaveLength(2);
  expect(bodies.map((name) => gunzipSync(files.get(name) ?? '').toString('latin1'))).toContain('<p>page</p>');
});

describe('a secret of the environment is in no file', () => {
  const TOKEN = 'g3h3im/t0ken+x';
  const redact = createRedactor({ BIJWERKEN_LINKEDIN_TOKEN: TOKEN });
  const spellings = [
    TOKEN,
    encodeURIComponent(TOKEN),
    TOKEN.replaceAll('/', '\\/'),
    Buffer.from(TOKEN).toString('base64'),
  ];
  const address = `https://api.example/?token=${encodeURIComponent(TOKEN)}`;
  const document = aDocument({
    body: spellings.join('\n'),
    requestedUrl: address,
    finalUrl: `https://api.example/${encodeURIComponent(TOKEN)}`,
    redirects: [address],
    contentType: `text/html; echo="${TOKEN}"`,
    failure: { kind: 'network-error', detail: `refused: ${TOKEN}` },
  });
  const capture = aProfileCapture({
    url: address,
    captures: [aCapture({ documents: [document] })],
    images: [
      anImage({ url: address, contentType: `image/${TOKEN}`, failure: { kind: 'timeout', detail: `at ${address}` } }),
    ],
    links: [aLink({ url: address, finalUrl: address, redirects: [address], body: spellings.join(' ') })],
  });

  test('whatever place it stood in', async () => {
    const files = await filesIn(await stored(capture, redact));
    const texts = [...files].map(
      ([name, bytes]) => `${name}\n${(name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')}`,
    );
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) for (const spelling of spellings) expect(text).not.toContain(spelling);
    expect(texts.join('')).toContain('[secret]');
  });

  test('what was kept is what is read back', async () => {
    const found = await (await openStored(await stored(capture, redact))).load('p');
    expect(comparable(found)).toEqual(comparable(redactCapture(capture, redact)));
    expect(JSON.stringify(redactCapture(capture, redact))).not.toContain(TOKEN);
  });
});

describe('an archive that is not what it says', () => {
  type Index = {
    captures: { documents: Record<string, unknown>[]; [key: string]: unknown }[];
    images: Record<string, unknown>[];
    links: Record<string, unknown>[];
    [key: string]: unknown;
  };
  const capture = aProfileCapture({ images: [anImage()], links: [aLink()] });

  async function damaged(change: (folder: string) => Promise<void>): Promise<string> {
    const folder = await stored(capture);
    await change(path.join(folder, 'p'));
    const loading = openStored(folder).then(({ load }) => load('p'));
    const error = await loading.catch((reason: unknown) => reason);
    if (!(error instanceof UserError)) throw new Error('No UserError was thrown.', { cause: error });
    return error.message
      .replaceAll(folder, '')
      .replace(/[0-9a-f]{64}/g, '<hash>')
      .replaceAll('\\', '/');
  }

  const changeIndex = (change: (index: Index) => void) => async (folder: string) => {
    const file = path.join(folder, 'capture.json');
    const index = JSON.parse(await readFile(file, 'utf8')) as Index;
    change(index);
    await writeFile(file, JSON.stringify(index));
  };
  const changeDocument = (parts: Partial<Record<keyof CapturedDocument | 'stored', unknown>>) =>
    changeIndex(({ captures }) => Object.assign(captures[0]?.documents[0] ?? {}, parts));
  const bodyOf = async (folder: string) =>
    path.join(folder, (await readdir(folder)).find((name) => name.endsWith('.bin.gz')) ?? '');

  const NOT_RECORD =
    '/p/capture.json: is not the record of this profile. Make the captures again with `bijwerken capture`.';
  const HINT = 'Make the captures again with `bijwerken capture`.';

  test.each<readonly [string, (folder: string) => Promise<void>, string]>([
    ['no record', (folder) => rm(path.join(folder, 'capture.json')), `/p/capture.json: cannot be read. ${HINT}`],
    [
      'a record that is no JSON',
      (folder) => writeFile(path.join(folder, 'capture.json'), '{'),
      `/p/capture.json: is not JSON. ${HINT}`,
    ],
    ['another profile’s record', changeIndex((index) => Object.assign(index, { profile: 'q' })), NOT_RECORD],
    ['another version', changeIndex((index) => Object.assign(index, { version: 2 })), NOT_RECORD],
    ['a list', (folder) => writeFile(path.join(folder, 'capture.json'), '[]'), NOT_RECORD],
    [
      'an unknown source',
      changeIndex(({ captures }) => Object.assign(captures[0] ?? {}, { source: 'rumour' })),
      NOT_RECORD,
    ],
    ['a third look', changeIndex(({ captures }) => Object.assign(captures[0] ?? {}, { look: 3 })), NOT_RECORD],
    ['no documents', changeIndex(({ captures }) => Object.assign(captures[0] ?? {}, { documents: null })), NOT_RECORD],
    ['a status that is a text', changeDocument({ status: '200' }), NOT_RECORD],
    ['an address that is none', changeDocument({ finalUrl: 'x' }), NOT_RECORD],
    ['a time that is none', changeDocument({ at: 'yesterday' }), NOT_RECORD],
    ['a wait that is a text', changeDocument({ retryAfter: '1' }), NOT_RECORD],
    ['an unknown failure', changeDocument({ failure: { kind: 'x', detail: '' } }), NOT_RECORD],
    ['redirects that are numbers', changeDocument({ redirects: [1] }), NOT_RECORD],
    ['a body elsewhere', changeDocument({ stored: '../../run' }), NOT_RECORD],
    ['a body at the root', changeDocument({ stored: '/etc/passwd' }), NOT_RECORD],
    [
      'a screenshot elsewhere',
      changeIndex(({ captures }) => Object.assign(captures[0] ?? {}, { screenshot: '../x' })),
      NOT_RECORD,
    ],
    ['an image elsewhere', changeIndex(({ images }) => Object.assign(images[0] ?? {}, { stored: '..' })), NOT_RECORD],
    ['a link elsewhere', changeIndex(({ links }) => Object.assign(links[0] ?? {}, { stored: '../x' })), NOT_RECORD],
    ['a link that is no address', changeIndex(({ links }) => Object.assign(links[0] ?? {}, { url: 'x' })), NOT_RECORD],
    ['a link looked at thrice', changeIndex(({ links }) => Object.assign(links[0] ?? {}, { look: 3 })), NOT_RECORD],
    ['links that are no list', changeIndex((index) => Object.assign(index, { links: {} })), NOT_RECORD],
    [
      'an unknown fault of a certificate',
      changeDocument({ failure: { kind: 'network-error', detail: '', certificate: 'old' } }),
      NOT_RECORD,
    ],
    ['a hash that is not the body’s', changeDocument({ sha256: 'a'.repeat(64) }), NOT_RECORD],
    [
      'an image with the hash of another',
      changeIndex(({ images }) => Object.assign(images[0] ?? {}, { sha256: 'a'.repeat(64) })),
      NOT_RECORD,
    ],
    [
      'a body that is gone',
      async (folder) => rm(await bodyOf(folder)),
      `/p/<hash>.bin.gz: is missing or damaged. ${HINT}`,
    ],
    [
      'a body that is no gzip',
      async (folder) => writeFile(await bodyOf(folder), 'x'),
      `/p/<hash>.bin.gz: is missing or damaged. ${HINT}`,
    ],
    [
      'another body',
      async (folder) => writeFile(await bodyOf(folder), gzipSync('forged')),
      `/p/<hash>.bin.gz: does not hold what its name says. ${HINT}`,
    ],
    [
      'a body without end',
      async (folder) => writeFile(await bodyOf(folder), gzipSync(Buffer.alloc(65 * 1024 * 1024))),
      `/p/<hash>.bin.gz: is missing or damaged. ${HINT}`,
    ],
  ])('%s', async (_, change, message) => {
    expect(await damaged(change)).toBe(message);
  });

  test('names of profiles lead nowhere else', async () => {
    const folder = await stored(capture);
    const { load } = await openStored(folder);
    for (const name of ['../p', '..', '.', '/etc', 'p/../p', '__proto__', '']) expect(await load(name)).toBeNull();
  });

  test.each<readonly [string, string | null]>([
    ['no record of the run', null],
    ['one that is no JSON', '{'],
    ['one without a time', '{"version": 1, "tool": "x"}'],
    ['one of another version', '{"version": 2, "tool": "x", "startedAt": "2026-11-23T02:00:00.000Z"}'],
  ])('%s', async (_, text) => {
    const folder = await aFolder();
    if (text !== null) await writeFile(path.join(folder, 'run.json'), text);
    await expect(openStored(folder)).rejects.toThrow(UserError);
  });

  test('a folder in place of that record is no archive', async () => {
    const folder = await aFolder();
    await mkdir(path.join(folder, 'run.json'));
    await expect(openStored(folder)).rejects.toThrow('this folder holds no stored captures (no run.json).');
  });
});

import { describe, expect, test } from 'vitest';
import { bio } from '../../src/checks/bio.ts';
import { handle } from '../../src/checks/handle.ts';
import { judge } from '../../src/checks/judge.ts';
import { name } from '../../src/checks/name.ts';
import type { Expectation } from '../../src/model/expectation.ts';
import { aContext, type ContextOptions } from '../support/subject.ts';

const LONG =
  'Stichting Voorbeeld helpt jongeren in Utrecht aan een stage, een baan of een opleiding. Gratis en dichtbij.';
const SHORT = 'Stichting Voorbeeld helpt jongeren in Utrecht op weg.';

const EXPECTED: Partial<Expectation> = {
  name: { value: 'Stichting Voorbeeld', from: 'brand', aliases: ['Voorbeeld Utrecht'] },
  formerNames: ['Stichting Oud', 'Oud'],
  forbiddenPhrases: ['altijd op weg', 'Utrecht'],
  bio: { text: LONG, alternatives: [SHORT], limit: 2000, from: 'brand' },
};

const ask = async (check: typeof bio | typeof name | typeof handle, options: ContextOptions) => {
  const [finding] = await judge(
    aContext({ ...options, expectation: { ...EXPECTED, ...options.expectation } }),
    [check],
    [],
  );
  return finding;
};

describe('info.bio', () => {
  const of = (text: string | null, options: ContextOptions = {}, truncated = false) =>
    ask(bio, { ...options, values: { bio: text }, places: { bio: { truncated } } });

  test.each([
    ['itself', LONG, 'ok', 'bio.same', {}],
    ['the other text', SHORT, 'deviating', 'bio.alternative', {}],
    ['the other text with other quotes and spaces', ` ${SHORT}\u200B`, 'deviating', 'bio.alternative', {}],
    ['its start', `${LONG.slice(0, 60)}…`, 'ok', 'bio.same-as-far-as-shown', { shown: 60, of: LONG.length }],
    [
      'the start of the other',
      `${SHORT.slice(0, 50)}…`,
      'ok',
      'bio.same-as-far-as-shown',
      { shown: 50, of: SHORT.length },
    ],
    ['19 characters of it', `${LONG.slice(0, 19)}…`, 'unverifiable', 'bio.cut-too-short', { shown: 19 }],
    ['20 characters of it', `${LONG.slice(0, 21)}…`, 'ok', 'bio.same-as-far-as-shown', { shown: 21, of: LONG.length }],
    ['the start of something else, too short', 'Welkom bij…', 'unverifiable', 'bio.cut-too-short', { shown: 10 }],
    ['the start of something else', 'Welkom op de pagina van onze stichting…', 'deviating', 'bio.differs', {}],
    ['a comma less', LONG.replace(',', ''), 'deviating', 'bio.nearly-same', { similarity: 1 }],
    ['the former name', LONG.replace('Voorbeeld', 'Oud'), 'deviating', 'bio.former-name', { former: 'Stichting Oud' }],
    ['the former name, cut', 'Stichting Oud…', 'deviating', 'bio.former-name', { former: 'Stichting Oud' }],
    [
      'the former name in capitals',
      'WELKOM BIJ STICHTING OUD!',
      'deviating',
      'bio.former-name',
      { former: 'Stichting Oud' },
    ],
    ['the second former name', 'Wij zijn Oud.', 'deviating', 'bio.former-name', { former: 'Oud' }],
    ['a phrase', 'Voorbeeld: Altijd op weg', 'deviating', 'bio.forbidden-phrase', { phrase: 'altijd op weg' }],
    ['a phrase that our own text has', 'Wij zijn van Utrecht', 'deviating', 'bio.differs', {}],
    ['old as part of a word', 'Wij helpen ouderen', 'deviating', 'bio.differs', {}],
    ['another text', 'Welkom!', 'deviating', 'bio.differs', { similarity: 0 }],
  ])('%s: %s', async (_, text, status, code, args) => {
    const finding = await of(text);
    expect(finding).toMatchObject({ status, code, args, expected: LONG, found: text });
    expect(finding?.evidence).toMatchObject([
      { kind: 'text', field: 'bio', expected: LONG, found: text, source: 'http' },
    ]);
    expect(finding?.normalised).toBeTypeOf('string');
  });

  test('what differs comes with the text to paste and where', async () => {
    expect((await of('Welkom!'))?.remedy).toEqual({ value: LONG, url: 'https://netwerk.example/edit' });
    expect((await of(LONG))?.remedy).toBeUndefined();
    expect((await of(null))?.remedy).toMatchObject({ value: LONG });
  });

  test('a comma is a remark, a word is not', async () => {
    expect((await of(LONG.replace(',', '')))?.severity).toBe('info');
    expect((await of(LONG.replace('stage', 'plek')))?.severity).toBeUndefined();
  });

  test('the reader says that it is cut', async () => {
    expect(await of(LONG.slice(0, 60), {}, true)).toMatchObject({ code: 'bio.same-as-far-as-shown' });
    expect((await of(LONG.slice(0, 60), {}, true))?.evidence).toMatchObject([{ truncated: true }]);
    expect(await of(LONG.slice(0, 60))).toMatchObject({ code: 'bio.differs' });
  });

  test('the present name may hold the former', async () => {
    const expectation = { formerNames: ['Voorbeeld'] };
    expect(await of('Welkom bij Stichting Voorbeeld', { expectation })).toMatchObject({ code: 'bio.differs' });
    const plain = { ...expectation, bio: { text: 'Welkom.', alternatives: [], limit: null, from: 'brand' } } as const;
    expect(await of('Hier is Voorbeeld', { expectation: plain })).toMatchObject({ code: 'bio.former-name' });
    expect(await of('Hier is Stichting Voorbeeld', { expectation: plain })).toMatchObject({ code: 'bio.differs' });
  });

  describe('when no text fits', () => {
    const expectation = { bio: { text: null, alternatives: [], limit: 80, from: 'brand' } } as const;

    test.each([null, 'Iets van ons zelf'])('%j is not judged', async (text) => {
      expect(await of(text, { expectation })).toMatchObject({
        status: 'not-applicable',
        code: 'bio.none-fits',
        args: { limit: 80 },
      });
    });

    test('the past is still looked for', async () => {
      expect(await of('Stichting Oud', { expectation })).toMatchObject({
        status: 'deviating',
        code: 'bio.former-name',
        remedy: { value: null },
      });
      expect(await of('Voor Utrecht', { expectation })).toMatchObject({ code: 'bio.forbidden-phrase' });
    });
  });
});

describe('info.name', () => {
  test.each([
    ['Stichting Voorbeeld', 'ok', 'name.same', {}],
    ['stichting voorbeeld', 'ok', 'name.same', {}],
    ['Voorbeeld Utrecht', 'ok', 'name.alias', { alias: 'Voorbeeld Utrecht' }],
    ['Voorbeeld', 'ok', 'name.alias', { alias: 'Voorbeeld' }],
    ['Stichting Voorb…', 'ok', 'name.same-as-far-as-shown', {}],
    ['Voorbeeld Utr…', 'ok', 'name.same-as-far-as-shown', {}],
    ['S…', 'unverifiable', 'field.not-found', { field: 'name' }],
    ['Stichting Oud', 'deviating', 'name.former', { former: 'Stichting Oud' }],
    ['Vereniging Oud', 'deviating', 'name.former', { former: 'Oud' }],
    ['Stichting Oud…', 'deviating', 'name.former', { former: 'Stichting Oud' }],
    ['Stichting Voоrbeeld', 'deviating', 'name.differs', {}],
    ['Stichting Voor\u200Bbeeld', 'deviating', 'name.differs', {}],
    ['Stichting Anders', 'deviating', 'name.differs', {}],
  ])('%j: %s %s', async (found, status, code, args) => {
    const finding = await ask(name, { values: { name: found } });
    expect(finding).toMatchObject({ status, code, args, expected: 'Stichting Voorbeeld', found });
    expect(finding?.remedy?.value).toBe(status === 'deviating' ? 'Stichting Voorbeeld' : undefined);
  });

  test('a former name that is ours but for its form is former', async () => {
    const expectation = {
      formerNames: ['Stichting Voorbeeld'],
      name: { value: 'Voorbeeld', from: 'brand', aliases: [] },
    } as const;
    expect(await ask(name, { expectation, values: { name: 'Stichting Voorbeeld' } })).toMatchObject({
      code: 'name.former',
    });
    expect(await ask(name, { expectation, values: { name: 'Voorbeeld B.V.' } })).toMatchObject({ code: 'name.alias' });
  });

  test('the brand that leaves its name open is not asked', async () => {
    expect(await ask(name, { expectation: { name: undefined }, values: { name: 'Iets' } })).toBeUndefined();
  });
});

describe('info.handle', () => {
  test.each([
    ['voorbeeld', 'ok', 'handle.same'],
    ['@Voorbeeld', 'ok', 'handle.same'],
    ['voorbeeld@mastodon.nl', 'ok', 'handle.same'],
    ['voorbeeld2', 'deviating', 'handle.differs'],
    ['100064812345678', 'unverifiable', 'handle.not-comparable'],
  ])('%s: %s %s', async (found, status, code) => {
    expect(await ask(handle, { values: { handle: found } })).toMatchObject({
      status,
      code,
      expected: 'voorbeeld',
      found,
    });
  });

  test('an address by id, on a page that shows the name', async () => {
    const expectation = { handle: '100064812345678' };
    const values = { handle: 'voorbeeld', pin: '100064812345678' };
    expect(await ask(handle, { expectation, values })).toMatchObject({ status: 'ok' });
    expect(await ask(handle, { expectation, values: { ...values, pin: '7' } })).toMatchObject({
      status: 'unverifiable',
    });
  });
});

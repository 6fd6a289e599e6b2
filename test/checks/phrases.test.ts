import { describe, expect, test } from 'vitest';
import { bio } from '../../src/checks/bio.ts';
import { judge } from '../../src/checks/judge.ts';
import type { Expectation } from '../../src/model/expectation.ts';
import { aContext } from '../support/subject.ts';

const LONG = 'Wij meten met 1.400 vrijwilligers hoe het met het water gaat. Doe mee, ook bij u in de buurt.';
const OTHER = 'Met 1.400 vrijwilligers meten wij het water in Nederland. Doe mee!';
const SHORT = 'Wij meten het water.';

const ask = async (text: string | null, expectation: Partial<Expectation>, truncated = false) => {
  const context = aContext({ values: { bio: text }, places: { bio: { truncated } }, expectation });
  const [finding] = await judge(context, [bio], []);
  return finding;
};

describe('texts of which each is right', () => {
  const expectation: Partial<Expectation> = {
    bio: { text: LONG, equals: [OTHER], alternatives: [SHORT], limit: 500, from: 'brand' },
    requiredPhrases: ['ANBI'],
  };
  test.each([
    ['the one that is offered', LONG, 'ok', 'bio.same'],
    ['another of them', OTHER, 'ok', 'bio.same'],
    ['the start of another', `${OTHER.slice(0, 40)}…`, 'ok', 'bio.same-as-far-as-shown'],
    ['a shorter text of the brand', SHORT, 'deviating', 'bio.alternative'],
    ['a comma more than another', OTHER.replace('!', '.'), 'deviating', 'bio.nearly-same'],
    ['none of them', 'Welkom!', 'deviating', 'bio.differs'],
  ])('%s', async (_, text, status, code) => {
    expect(await ask(text, expectation)).toMatchObject({ status, code, expected: LONG });
  });

  test('what is wrong is put right with the first', async () => {
    expect((await ask('Welkom!', expectation))?.remedy?.value).toBe(LONG);
  });
});

describe('where the brand has no text, its phrases are looked for', () => {
  const cases: readonly [string, Partial<Expectation>, string | null, string, string, object?][] = [
    ['said', { requiredPhrases: ['ANBI'] }, 'Een anbi-stichting.', 'ok', 'bio.phrases-right'],
    ['said with an accent', { requiredPhrases: ['creme'] }, 'Verse CRÈME.', 'ok', 'bio.phrases-right'],
    ['said before a hyphen', { requiredPhrases: ['Utrecht'] }, 'In Utrecht-Oost.', 'ok', 'bio.phrases-right'],
    ['part of a word', { requiredPhrases: ['peil'] }, 'Peilers', 'deviating', 'bio.phrase-missing', { phrase: 'peil' }],
    [
      'the second is missing',
      { requiredPhrases: ['water', 'ANBI'] },
      'Wij meten water.',
      'deviating',
      'bio.phrase-missing',
      { phrase: 'ANBI' },
    ],
    ['a hashtag', { requiredPhrases: ['#meten'] }, 'Wij #Meten mee.', 'ok', 'bio.phrases-right'],
    ['a word for a hashtag', { requiredPhrases: ['#meten'] }, 'Wij meten.', 'deviating', 'bio.phrase-missing'],
    [
      'cut, and perhaps in the rest',
      { requiredPhrases: ['ANBI'] },
      'Wij meten…',
      'unverifiable',
      'bio.phrase-unseen',
      { phrase: 'ANBI' },
    ],
    ['cut, and said before', { requiredPhrases: ['meten'] }, 'Wij meten…', 'ok', 'bio.phrases-right-as-far-as-shown'],
    ['empty', { requiredPhrases: ['ANBI'] }, null, 'absent', 'bio.phrase-missing', { phrase: 'ANBI' }],
    ['nothing unwanted', { forbiddenPhrases: ['gratis'] }, 'Wij meten.', 'ok', 'bio.phrases-right'],
    ['nothing at all', { forbiddenPhrases: ['gratis'] }, null, 'ok', 'bio.phrases-right'],
    [
      'unwanted',
      { forbiddenPhrases: ['gratis'] },
      'GRATIS!',
      'deviating',
      'bio.forbidden-phrase',
      { phrase: 'gratis' },
    ],
    ['unwanted, though cut', { forbiddenPhrases: ['gratis'] }, 'Gratis en…', 'deviating', 'bio.forbidden-phrase'],
    [
      'a retired hashtag',
      { forbiddenPhrases: ['#samenwaken'] },
      'Mee? #SamenWaken',
      'deviating',
      'bio.forbidden-phrase',
    ],
    ['its plain word', { forbiddenPhrases: ['#samenwaken'] }, 'Wij samenwaken', 'ok', 'bio.phrases-right'],
    ['a former name', { formerNames: ['Kadewacht'] }, 'Kadewacht helpt.', 'deviating', 'bio.former-name'],
    [
      'a name that is told as past',
      { formerNames: ['Kadewacht'] },
      'Peil (voorheen Kadewacht)',
      'ok',
      'bio.phrases-right',
    ],
    ['known as', { formerNames: ['Kadewacht'] }, 'Formerly known as Kadewacht.', 'ok', 'bio.phrases-right'],
    [
      'told as past, and lived in',
      { formerNames: ['Kadewacht'] },
      'Voorheen Kadewacht. Kadewacht helpt.',
      'deviating',
      'bio.former-name',
    ],
  ];
  test.each(cases)('%s', async (_, expectation, text, status, code, args = {}) => {
    expect(await ask(text, expectation)).toMatchObject({ status, code, args, expected: null });
  });

  test('also where none of its texts fits', async () => {
    const none = { bio: { text: null, alternatives: [], limit: 80, from: 'brand' } } as const;
    const required = { ...none, requiredPhrases: ['ANBI'] };
    expect(await ask('Wij meten.', required)).toMatchObject({ status: 'deviating', code: 'bio.phrase-missing' });
    expect(await ask('Een ANBI.', required)).toMatchObject({ status: 'ok', code: 'bio.phrases-right' });
    expect(await ask(null, required)).toMatchObject({ status: 'absent', code: 'bio.phrase-missing' });
    expect(await ask('Wij meten.', none)).toMatchObject({ status: 'not-applicable', code: 'bio.none-fits' });
  });

  test('a brand that asks nothing of a bio is not asked', async () => {
    expect(await ask('Wat dan ook', {})).toBeUndefined();
  });
});

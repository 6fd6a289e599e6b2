/** Facebook's sentence around a page's intro, in the languages and shapes that it comes in. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameFromTitle, parseDescription } from '../../src/networks/facebookDescription.ts';

type Case = readonly [text: string, name: string | undefined, head: string, counts: readonly string[], rest: string];

const sentences: readonly Case[] = [
  ['Fonds. 2,419 likes. At Fonds, we plant.', 'Fonds', 'Fonds', ['2,419 likes'], 'At Fonds, we plant.'],
  ['Fonds. 3,783 likes · 65 were here. Plant.', undefined, 'Fonds', ['3,783 likes', '65 were here'], 'Plant.'],
  [
    'Fonds, Utrecht. 25,769 likes · 1,229 talking about this · 27 were here. Plant. And more.',
    'Fonds',
    'Fonds, Utrecht',
    ['25,769 likes', '1,229 talking about this', '27 were here'],
    'Plant. And more.',
  ],
  [
    'Fonds, Utrecht. 2.214 vind-ik-leuks · 12 personen praten hierover · 31 waren hier. Wij planten.',
    'Fonds',
    'Fonds, Utrecht',
    ['2.214 vind-ik-leuks', '12 personen praten hierover', '31 waren hier'],
    'Wij planten.',
  ],
  [
    'Fonds. 1,2 mln. vind-ik-leuks · 3 waren hier. Wij.',
    'Fonds',
    'Fonds',
    ['1,2 mln. vind-ik-leuks', '3 waren hier'],
    'Wij.',
  ],
  [
    'Fonds. 1,2 mln. vind-ik-leuks · 12 d. personen praten hierover. Wij.',
    'Fonds',
    'Fonds',
    ['1,2 mln. vind-ik-leuks', '12 d. personen praten hierover'],
    'Wij.',
  ],
  [
    'Fonds. 1.234 „Gefällt mir“-Angaben · 5 Personen sprechen darüber. Wir pflanzen.',
    undefined,
    'Fonds',
    ['1.234 „Gefällt mir“-Angaben', '5 Personen sprechen darüber'],
    'Wir pflanzen.',
  ],
  [
    'Fonds. 1 234 J’aime · 5 en parlent · 7 personnes étaient ici. Nous plantons.',
    undefined,
    'Fonds',
    ['1 234 J’aime', '5 en parlent', '7 personnes étaient ici'],
    'Nous plantons.',
  ],
  ['Fonds. 1234 Me gusta. Plantamos.', undefined, 'Fonds', ['1234 Me gusta'], 'Plantamos.'],
  [
    'Fonds. 88 seguidores · 3 hablan de esto. Plantamos.',
    undefined,
    'Fonds',
    ['88 seguidores', '3 hablan de esto'],
    'Plantamos.',
  ],
  [
    'フォンズ、東京都。「いいね！」1,234件 · 5人が話題にしています。植えます。',
    undefined,
    'フォンズ、東京都',
    ['「いいね！」1,234件', '5人が話題にしています'],
    '植えます。',
  ],
  ['\u200eFonds\u200e, Utrecht. 66 likes. Plant.', 'Fonds', 'Fonds, Utrecht', ['66 likes'], 'Plant.'],
  [
    'Fonds e. V., Berlin. 25 likes · 2 were here. Plant.',
    'Fonds e. V.',
    'Fonds e. V., Berlin',
    ['25 likes', '2 were here'],
    'Plant.',
  ],
  ['Fonds 24. 7 dagen. 66 likes. Plant.', 'Fonds 24. 7 dagen', 'Fonds 24. 7 dagen', ['66 likes'], 'Plant.'],
  [
    '216 followers · 13 talking about this. Plant.',
    undefined,
    '',
    ['216 followers', '13 talking about this'],
    'Plant.',
  ],
  ['Fonds. 66 likes · 3 were here.', 'Fonds', 'Fonds', ['66 likes', '3 were here'], ''],
  ['Fonds. 66 likes', 'Fonds', 'Fonds', ['66 likes'], ''],
  ['Fonds. We plant 3 tulips a day.', 'Fonds', 'Fonds', [], 'We plant 3 tulips a day.'],
  ['Fonds. 66 zzzz. Plant.', 'Fonds', 'Fonds', ['66 zzzz'], 'Plant.'],
  ['Fonds. 66 likes. Open · daily · 7 days. Come!', 'Fonds', 'Fonds', ['66 likes'], 'Open · daily · 7 days. Come!'],
];

describe('parseDescription', () => {
  it.each(sentences)('%j', (text, name, head, counts, rest) => {
    expect(parseDescription(text, name)).toEqual({ head, counts, rest });
  });

  it.each([
    ['Just a sentence about plants.', undefined],
    ['Anna Jansen is on Facebook. Join Facebook to connect with Anna Jansen and others.', undefined],
    ['Wij hebben 12 tuinen. 5 jaar lang. En meer.', undefined],
    ['', 'Fonds'],
  ])('%j is not built like that', (text, name) => {
    expect(parseDescription(text, name)).toBeNull();
  });

  it('never throws and gives only what stands in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('.', ' ', '·', '1', ',', 'a', '。', 'likes', '\n') }), (text) => {
        const found = parseDescription(text, 'a');
        return found === null || (text.includes(found.rest) && text.includes(found.head));
      }),
    );
  });

  it('is bounded on long texts without an end', () => {
    expect(parseDescription(`${'1 · '.repeat(100_000)}x`, undefined)?.counts.length).toBe(6);
    expect(parseDescription('a'.repeat(1_000_000), 'a')).toBeNull();
  });
});

describe('nameFromTitle', () => {
  it.each([
    ['Fonds', undefined, 'Fonds'],
    ['Fonds | Utrecht', 'Fonds, Utrecht', 'Fonds'],
    ['Fonds | Utrecht', 'Fonds', 'Fonds'],
    ['Fonds | Utrecht', 'Fonds | Utrecht', 'Fonds | Utrecht'],
    ['Fonds | Utrecht', undefined, 'Fonds | Utrecht'],
    ['Fonds | Utrecht', 'Iets anders', 'Fonds | Utrecht'],
    ['Fonds | Afdeling Noord | Utrecht', 'Fonds | Afdeling Noord, Utrecht', 'Fonds | Afdeling Noord'],
    ['Fonds - Non-profitorganisatie', 'Fonds', 'Fonds'],
    ['\u200eFonds\u200e', 'Fonds, Utrecht', 'Fonds'],
  ])('%j with %j is %j', (title, head, name) => {
    expect(nameFromTitle(title, head)).toBe(name);
  });
});

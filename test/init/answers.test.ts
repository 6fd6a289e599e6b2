/** The questions of `init`: what is asked, what is asked again, and what is not. */

import { expect, test } from 'vitest';
import { type Ask, askForTheRest, wrongAnswers } from '../../src/init/answers.ts';

/** Answers from a list; every question is kept. */
function typing(...lines: string[]): { ask: Ask; questions: string[] } {
  const questions: string[] = [];
  const ask: Ask = async (question) => {
    questions.push(question);
    const line = lines.shift();
    if (line === undefined) throw new Error(`asked too much: ${question}`);
    return line;
  };
  return { ask, questions };
}

test('everything is asked, and left out where Enter is pressed', async () => {
  const { ask, questions } = typing(' Stichting Voorbeeld ', 'voorbeeld.nl', '', '', '', '');
  expect(await askForTheRest({}, ask)).toEqual({
    name: 'Stichting Voorbeeld',
    website: 'https://voorbeeld.nl/',
    profiles: [],
  });
  expect(questions).toHaveLength(6);
});

test('what was given is not asked', async () => {
  const { ask, questions } = typing('https://x.com/voorbeeld', 'mastodon.nl/@voorbeeld', '');
  const given = { name: 'V', website: 'https://v.nl', email: 'a@v.nl', phone: '+31 20 123 45 67', logo: 'logo.svg' };
  expect(await askForTheRest(given, ask)).toEqual({
    ...given,
    website: 'https://v.nl/',
    profiles: ['https://x.com/voorbeeld', 'https://mastodon.nl/@voorbeeld'],
  });
  expect(questions.every((question) => /profile|Another/.test(question))).toBe(true);
});

test('a wrong answer is explained and asked again', async () => {
  const { ask, questions } = typing('', 'V', 'not a site', 'v.nl', 'nobody', 'a@v.nl', '020 123', '', '', '');
  expect(await askForTheRest({}, ask)).toMatchObject({ name: 'V', website: 'https://v.nl/', email: 'a@v.nl' });
  expect(questions[1]).toContain('a text was expected');
  expect(questions[3]).toContain('"not a site" is not a web address');
  expect(questions[5]).toContain('"nobody" is not an e-mail address');
  expect(questions[7]).toContain('"020 123" is not a number with its country code');
});

test.each([
  ['--name', { name: '  ' }],
  ['--website', { website: 'javascript:alert(1)' }],
  ['--website', { website: 'https://user:pass@v.nl' }],
  ['--website', { website: 'localhost' }],
  ['--email', { email: 'a@' }],
  ['--phone', { phone: '0612345678' }],
  ['--profile', { profiles: ['https://x.com/ok', 'ftp://x.com/no'] }],
])('%s is refused: %o', (option, given) => {
  expect(wrongAnswers(given).map((each) => each.option)).toEqual([option]);
});

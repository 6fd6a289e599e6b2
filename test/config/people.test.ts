/** Who can be reached, and what is said of whom no mail reaches. */

import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/model/problem.ts';
import { aConfig, loaded, mistakes } from './writing.ts';

const MAIL = { from: 'bijwerken@voorbeeld.nl' };
const withMail = (mail: object, owner?: string, people: object = {}) =>
  aConfig({ people, settings: { delivery: { mail: { ...MAIL, ...mail } } } }, owner === undefined ? {} : { owner });

const warningsOf = async (content: object) => {
  const { warnings } = await loaded(content);
  return warnings.map((warning) =>
    describeProblem({ ...warning, where: path.basename(warning.where) }).replace(/^\S+ /, ''),
  );
};

describe('people', () => {
  test('are an address, or an object with one; a remark stays a remark', async () => {
    const people = {
      jan: { name: 'Jan', email: 'jan@voorbeeld.nl' },
      an: 'an@voorbeeld.nl',
      piet: 'Piet, kamer 3',
      'x-team': 1,
    };
    const { config } = await loaded(aConfig({ people }));
    expect([...(config.people ?? [])]).toEqual([
      ['jan', { name: 'Jan', email: 'jan@voorbeeld.nl' }],
      ['an', { email: 'an@voorbeeld.nl' }],
    ]);
  });

  test('without an address, or with one that is none, are a mistake', async () => {
    expect(await mistakes(loaded(aConfig({ people: { jan: { name: 'Jan' } } })))).toEqual([
      expect.stringContaining('/people/jan: the key "email" is missing.'),
    ]);
    expect(await mistakes(loaded(aConfig({ people: { jan: { email: 'jan@voorbeeld.nl\nBcc: a@b.nl' } } })))).toEqual([
      expect.stringContaining('/people/jan/email: expected an e-mail address'),
    ]);
  });
});

describe('an owner', () => {
  test('may be any text where nobody is mailed', async () => {
    expect(await warningsOf(aConfig({}, { owner: 'Afdeling communicatie' }))).toEqual([]);
  });

  test.each(['jan', 'jan@voorbeeld.nl'])('%s is reached', async (owner) => {
    expect(await warningsOf(withMail({}, owner, { jan: 'jan@voorbeeld.nl' }))).toEqual([]);
  });

  test('whom no mail reaches is named', async () => {
    expect(await warningsOf(withMail({}, 'jam', { jan: 'jan@voorbeeld.nl' }))).toEqual([
      '/profiles/0/owner: "jam" is neither an e-mail address nor a key of people that has one: no mail goes there. Did you mean "jan"?',
    ]);
  });

  test('that is missing is told once, unless somebody is told of everything', async () => {
    expect(await warningsOf(withMail({}))).toEqual([
      '/settings/delivery/mail: nobody is mailed about 1 profile that has no owner. Give each an "owner", or name in "to" who is told of everything.',
    ]);
    expect(await warningsOf(withMail({ to: ['an@voorbeeld.nl'] }))).toEqual([]);
  });
});

describe('settings.delivery', () => {
  test('a reader who is nobody is a mistake', async () => {
    expect(await mistakes(loaded(withMail({ to: ['an'] }, 'jan', { jan: 'jan@voorbeeld.nl' })))).toEqual([
      expect.stringMatching(/\/settings\/delivery\/mail\/to\/0: "an" is neither .* Did you mean "jan"\?$/),
    ]);
  });

  test.each<readonly [string, object, string]>([
    ['a way that is none', { fax: true }, '/settings/delivery/fax: unknown key "fax".'],
    ['mail without a sender', { mail: {} }, '/settings/delivery/mail: the key "from" is missing.'],
    ['mail that is only on', { mail: true }, '/settings/delivery/mail'],
    [
      'another moment',
      { slack: { onlyWhen: 'soms' } },
      '/settings/delivery/slack/onlyWhen: expected one of "new-findings"',
    ],
    ['an address that is none', { reportUrl: 'intranet' }, '/settings/delivery/reportUrl'],
    ['a secret', { slack: { url: 'https://hooks.slack.com/x' } }, '/settings/delivery/slack/url: unknown key "url".'],
  ])('%s is a mistake', async (_, delivery, mistake) => {
    const [first] = await mistakes(loaded(aConfig({ settings: { delivery } })));
    expect(first).toContain(mistake);
  });

  test('takes all that it describes', async () => {
    const delivery = {
      mail: { ...MAIL, to: ['jan'], onlyWhen: 'failure', per: 'all', attach: true, 'x-own': 1 },
      slack: true,
      teams: { onlyWhen: 'always' },
      webhook: false,
      reportUrl: 'https://a.example/{run}/index.html',
    };
    const { config, warnings } = await loaded(
      aConfig({ people: { jan: 'jan@voorbeeld.nl' }, settings: { delivery, heartbeatUrl: 'https://hart.example/1' } }),
    );
    expect(warnings).toEqual([]);
    expect(config.settings.delivery).toEqual(delivery);
    expect(config.settings.heartbeatUrl).toBe('https://hart.example/1');
  });
});

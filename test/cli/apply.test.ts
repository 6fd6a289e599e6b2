/** A patch put into profiles.json: each kind of change, what is refused, and that files keep everything else. */

import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { expectedDigest } from '../../src/checks/byHand.ts';
import { fieldChecks } from '../../src/checks/index.ts';
import { runApply } from '../../src/cli/apply.ts';
import { directory } from '../../src/directory.ts';
import { loadProfiles } from '../../src/loadProfiles.ts';
import { CHECK_IDS } from '../../src/model/finding.ts';
import type { PatchChange } from '../../src/model/patch.ts';
import { UserError } from '../../src/model/problem.ts';
import { planVisits } from '../../src/plan/plan.ts';
import { aFolder } from '../support/folders.ts';

const FILE = `{
  "version": 1,
  "brand": { "name": "Voorbeeld", "bios": [{ "language": "nl", "text": "Wij helpen." }] },
  "profiles": [
    { "id": "li", "network": "linkedin", "url": "https://www.linkedin.com/company/voorbeeld" },
    {
      "id": "x",
      "network": "x",
      "url": "https://x.com/voorbeeld",

      "owner": "team",
      "expect": {
        "aliases": ["V"]
      }
    }
  ]
}
`;

const waive = (rest: object = {}) => ({
  ...{ kind: 'waive', profile: 'x', check: 'info.name', accepts: 'voorbeeld nl', reason: 'actie' },
  ...{ owner: 'noor', until: '2999-01-31', ...rest },
});
const change = (kind: string, rest: object) => ({ kind, profile: 'x', ...rest });

interface Applied {
  readonly code: number;
  readonly text: string;
  readonly told: { readonly written: boolean; readonly changes: readonly { state: string; because?: string }[] };
}

async function applied(changes: readonly object[], text = FILE, more: Record<string, string> = {}): Promise<Applied> {
  const patch = JSON.stringify({ version: 1, run: '2026-11-23T02-00-00Z', changes });
  const folder = await aFolder({ 'profiles.json': text, 'patch.json': patch, ...more });
  return await appliedIn(folder);
}

async function appliedIn(folder: string, dryRun = false): Promise<Applied> {
  const printed: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0);
  const config = path.join(folder, 'profiles.json');
  try {
    const code = await runApply(path.join(folder, 'patch.json'), { config, json: true, dryRun });
    return { code, text: await readFile(config, 'utf8'), told: JSON.parse(printed.join('')) };
  } finally {
    write.mockRestore();
  }
}

const problems = async (work: Promise<unknown>): Promise<string[]> => {
  const error = await work.catch((reason: unknown) => reason);
  if (!(error instanceof UserError)) throw new Error('No UserError was thrown.', { cause: error });
  return error.problems.map(({ path: at, message }) => `${at ?? ''} ${message}`.trim());
};

const END = `
      "expect": {
        "aliases": ["V"]
      }`;

test.each<readonly [string, object, string, string]>([
  [
    'a waiver, behind all else of the profile',
    waive(),
    END,
    `${END},
      "waivers": [
        {
          "check": "info.name",
          "accepts": "voorbeeld nl",
          "reason": "actie",
          "owner": "noor",
          "until": "2999-01-31"
        }
      ]`,
  ],
  [
    'an expected name, beside what is expected already',
    change('expect', { field: 'name', value: ' Voorbeeld NL ' }),
    '"aliases": ["V"]',
    '"aliases": ["V"],\n        "name": "Voorbeeld NL"',
  ],
  [
    'an expected bio, in the profile’s language',
    change('expect', { field: 'bio', value: 'Zeg "hallo".' }),
    '"aliases": ["V"]',
    `"aliases": ["V"],
        "bios": [
          {
            "language": "nl",
            "text": "Zeg \\"hallo\\"."
          }
        ]`,
  ],
  [
    'a website as the page shows it',
    change('expect', { field: 'website', value: 'voorbeeld.nl' }),
    '"aliases": ["V"]',
    '"aliases": ["V"],\n        "contact": {\n          "website": "https://voorbeeld.nl"\n        }',
  ],
  [
    'telephone numbers, all that the page shows',
    change('expect', { field: 'phone', value: '+31 20 794 12 34, +31 20 794 12 35' }),
    '"aliases": ["V"]',
    '"aliases": ["V"],\n        "contact": {\n          "phones": ["+31 20 794 12 34", "+31 20 794 12 35"]\n        }',
  ],
  [
    'a pin, behind the address',
    change('pin', { pin: '12', was: null }),
    'voorbeeld",\n\n',
    'voorbeeld",\n      "pin": "12",\n\n',
  ],
])('%s', async (_, one, old, now) => {
  const { code, text, told } = await applied([one]);
  expect(text).toBe(replacedLast(old, now));
  expect(told).toMatchObject({ written: true, changes: [{ state: 'new' }] });
  expect(code).toBe(0);
});

function replacedLast(old: string, now: string): string {
  const at = FILE.lastIndexOf(old);
  if (at < 0) throw new Error('the file has no such text');
  return FILE.slice(0, at) + now + FILE.slice(at + old.length);
}

test('a profile on one line stays on it', async () => {
  const { text } = await applied([waive({ profile: 'li' })]);
  const waiver =
    '{ "check": "info.name", "accepts": "voorbeeld nl", "reason": "actie", "owner": "noor", "until": "2999-01-31" }';
  expect(text).toBe(FILE.replace('company/voorbeeld" }', `company/voorbeeld", "waivers": [${waiver}] }`));
});

test('a look by hand is bound to what is expected today', async () => {
  const fields = { name: 'ok', bio: 'deviating', website: 'not-seen' };
  const { text } = await applied([change('seen', { at: '2026-11-20', by: 'Noor', fields, newestPost: '2026-11-01' })]);
  const folder = await aFolder({ 'profiles.json': FILE });
  const { config } = await loadProfiles(path.join(folder, 'profiles.json'));
  const [visit] = planVisits(config, directory, { only: ['x'] });
  const digest = (id: string) => {
    const check = fieldChecks.find((one) => one.id === id);
    return check && visit && expectedDigest(check, visit.expectation);
  };
  expect(JSON.parse(text).profiles[1].seen).toEqual([
    {
      ...{ at: '2026-11-20', by: 'Noor', fields, newestPost: '2026-11-01' },
      expected: { name: digest('info.name'), bio: digest('info.bio') },
    },
  ]);
});

test('applied twice, the second time says that it stands there; a later day takes the place of the earlier', async () => {
  const seen = change('seen', { at: '2026-11-20', by: 'Noor', fields: { name: 'ok' } });
  const pin = change('pin', { pin: '12', was: null });
  const expected = change('expect', { field: 'email', value: 'info@voorbeeld.nl' });
  const first = await applied([waive(), seen, pin, expected]);
  const second = await applied([waive(), seen, pin, expected], first.text);
  expect(second.told.changes.map(({ state }) => state)).toEqual(['there', 'there', 'there', 'there']);
  expect(second.text).toBe(first.text);
  const third = await applied([waive({ until: '2999-02-28' })], first.text);
  expect(third.told.changes).toMatchObject([{ state: 'replaced' }]);
  expect(third.text).toBe(first.text.replace('2999-01-31', '2999-02-28'));
});

test.each<readonly [string, object, string]>([
  ['unknown profile', waive({ profile: 'xx' }), 'there is no such profile in profiles.json. Did you mean "x"?'],
  [
    'what is gone',
    waive({ check: 'presence.exists' }),
    'presence.exists cannot be waived: gone and taken over stay visible.',
  ],
  ['a day that has passed', waive({ until: '2020-01-31' }), '2020-01-31 has passed already.'],
  [
    'another pin by now',
    change('pin', { pin: '12', was: '7' }),
    'when the page was made "7" stood there, and now none.',
  ],
  [
    'an account name',
    change('expect', { field: 'handle', value: 'nieuw' }),
    'the account name is expected as the address has it; change "url" of the profile instead.',
  ],
  [
    'a text that was cut',
    change('expect', { field: 'bio', value: 'Wij helpen wie…' }),
    'the network has perhaps cut this text; write the whole of it yourself.',
  ],
  ['two addresses', change('expect', { field: 'website', value: 'a.nl, b.nl' }), 'this is not one web address.'],
  ['a look at nothing', change('seen', { at: '2026-11-20', by: 'Noor' }), 'it says nothing of what was seen.'],
])('refused: %s; and nothing of the patch is written', async (_, one, because) => {
  const { code, text, told } = await applied([waive({ accepts: 'iets anders' }), one]);
  expect(told).toMatchObject({ written: false, changes: [{ state: 'new' }, { state: 'refused', because }] });
  expect([code, text]).toEqual([2, FILE]);
});

test.each<readonly [string, object, string]>([
  [
    'a look that is still to come',
    change('seen', { at: '2999-01-01', by: 'N', fields: { name: 'ok' } }),
    'still to come',
  ],
  ['no address at all', change('expect', { field: 'email', value: 'niemand' }), 'expected an e-mail address'],
])('with it the file would be wrong: %s', async (_, one, words) => {
  const [first, second] = await problems(applied([one]));
  expect(first).toBe('with these changes this would no longer be right; nothing was written.');
  expect(second).toContain(words);
});

test.each<readonly [string, object | string, string]>([
  ['no patch', '[]', '/ expected an object'],
  ['another version', { version: 2, run: 'r', changes: [waive()] }, '/version expected 1'],
  ['an unknown kind', { version: 1, run: 'r', changes: [change('burn', {})] }, '/changes/0/kind expected one of'],
  ['an unknown key', { version: 1, run: 'r', changes: [waive({ extra: 1 })] }, '/changes/0/extra unknown key "extra"'],
  ['no reason', { version: 1, run: 'r', changes: [waive({ reason: '' })] }, '/changes/0/reason expected a text'],
  ['no day', { version: 1, run: 'r', changes: [waive({ until: '31-01-2027' })] }, '/changes/0/until expected a date'],
  [
    'the same twice',
    { version: 1, run: 'r', changes: [waive(), waive({ until: '2998-01-01' })] },
    '/changes/1 this is about the same',
  ],
])('%s', async (_, patch, message) => {
  const text = typeof patch === 'string' ? patch : JSON.stringify(patch);
  const folder = await aFolder({ 'profiles.json': FILE, 'patch.json': text });
  const told = await problems(appliedIn(folder));
  expect(
    told.some((one) => one.startsWith(message)),
    told.join('\n'),
  ).toBe(true);
  expect(await readFile(path.join(folder, 'profiles.json'), 'utf8')).toBe(FILE);
});

test('each profile is changed in its own file, behind links and with its own rights', async () => {
  const more =
    '{\r\n\t"profiles": [{\r\n\t\t"id": "y",\r\n\t\t"network": "x",\r\n\t\t"url": "https://x.com/ander"\r\n\t}]\r\n}\r\n';
  const main = FILE.replace('"version": 1,', '"version": 1,\n  "extends": "./more.json",');
  const patch = { version: 1, run: 'r', changes: [waive({ profile: 'y' }), change('pin', { pin: '12', was: null })] };
  const folder = await aFolder({
    'profiles.json': main,
    'real.json': `\uFEFF${more}`,
    'patch.json': JSON.stringify(patch),
  });
  await symlink('real.json', path.join(folder, 'more.json'));
  await chmod(path.join(folder, 'real.json'), 0o640);
  const { told } = await appliedIn(folder);
  expect(told.changes.map((one) => 'file' in one && path.basename(String(one.file)))).toEqual([
    'more.json',
    'profiles.json',
  ]);
  const text = await readFile(path.join(folder, 'real.json'), 'utf8');
  expect(text).toBe(
    `\uFEFF${more.replace(
      'ander"\r\n\t}',
      'ander",\r\n\t\t"waivers": [\r\n\t\t\t{\r\n\t\t\t\t"check": "info.name",\r\n\t\t\t\t"accepts": "voorbeeld nl",\r\n\t\t\t\t"reason": "actie",\r\n\t\t\t\t"owner": "noor",\r\n\t\t\t\t"until": "2999-01-31"\r\n\t\t\t}\r\n\t\t]\r\n\t}',
    )}`,
  );
  expect((await stat(path.join(folder, 'real.json'))).mode & 0o777).toBe(0o640);
});

test('what two profiles share is not changed for one of them', async () => {
  const shared = { $ref: './shared.json#/expect' };
  const profile = (id: string) => ({ id, network: 'x', url: `https://x.com/${id}`, expect: shared });
  const text = JSON.stringify({ version: 1, brand: { name: 'V' }, profiles: [profile('x'), profile('y')] }, null, 2);
  const files = { 'shared.json': '{ "expect": { "name": "V" } }' };
  const [, message] = await problems(applied([change('expect', { field: 'name', value: 'W' })], text, files));
  expect(message).toBe('this would change the profile "y" otherwise than was asked.');
});

test('a dry run says the same and writes nothing', async () => {
  const patch = JSON.stringify({ version: 1, run: 'r', changes: [waive()] });
  const folder = await aFolder({ 'profiles.json': FILE, 'patch.json': patch });
  const { text, told } = await appliedIn(folder, true);
  expect(told).toMatchObject({ written: false, changes: [{ state: 'new' }] });
  expect(text).toBe(FILE);
});

test('schema/patch.schema.json knows the checks of src/model/finding.ts', async () => {
  const schema = JSON.parse(await readFile(new URL('../../schema/patch.schema.json', import.meta.url), 'utf8'));
  expect(schema.$defs.waive.properties.check.enum).toEqual(CHECK_IDS);
  const kinds: PatchChange['kind'][] = ['waive', 'expect', 'pin', 'seen'];
  expect(schema.$defs.change.properties.kind.enum).toEqual(kinds);
});

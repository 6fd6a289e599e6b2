import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder } from '../support/folders.ts';
import { aConfig, aWaiver, LINKEDIN, load, loaded, mistakes, SVG } from './writing.ts';

const TOP = '$schema, version, extends, brand, people, locations, profiles, settings';
const OWN = 'Keys of your own begin with "x-".';

describe('a file that cannot be read', () => {
  test('is missing', async () => {
    const folder = await aFolder();
    expect(await mistakes(load(path.join(folder, 'profiles.json')))).toEqual([
      'f: there is no such file. Run `bijwerken init` to make one, or name it with --config.',
    ]);
  });

  test('lies under a file', async () => {
    const folder = await aFolder({ 'a.txt': '' });
    expect(await mistakes(load(path.join(folder, 'a.txt', 'profiles.json')))).toEqual(['f: cannot be read (ENOTDIR).']);
  });

  test('is a folder', async () => {
    const folder = await aFolder();
    await mkdir(path.join(folder, 'profiles.json'));
    expect(await mistakes(load(path.join(folder, 'profiles.json')))).toEqual([
      'f: this is a folder; name the file inside it.',
    ]);
  });

  test.skipIf(process.platform === 'win32')('is no file but a device that never ends', async () => {
    expect(await mistakes(load('/dev/zero'))).toEqual(['f: this is not a file.']);
  });

  test('is larger than 5 MB, by one byte', async () => {
    const limit = 5 * 1024 * 1024;
    const text = JSON.stringify(aConfig());
    expect(await mistakes(loaded(text.padEnd(limit + 1)))).toEqual([
      'f: the file is 5242881 bytes; at most 5242880 are read.',
    ]);
    await expect(loaded(text.padEnd(limit))).resolves.toBeTruthy();
  });

  test.each([
    ['empty', ''],
    ['white space', ' \n\t\r\n'],
    ['a byte order mark alone', '\uFEFF'],
  ])('is %s', async (_, text) => {
    expect(await mistakes(loaded(text))).toEqual(['f: the file is empty; expected a JSON object.']);
  });

  test.each([
    ['broken UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d)],
    ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le')],
  ])('is %s', async (_, bytes) => {
    expect(await mistakes(loaded(bytes))).toEqual(['f: the file is not UTF-8 text. Save it as UTF-8.']);
  });
});

test('a byte order mark before the file is not counted in its columns', async () => {
  await expect(loaded(`\uFEFF${JSON.stringify(aConfig())}`)).resolves.toBeTruthy();
  const text = `\uFEFF${JSON.stringify({ brnd: 1, ...aConfig() })}`;
  expect(await mistakes(loaded(text))).toEqual(['f:1:2 /brnd: unknown key "brnd". Did you mean "brand"?']);
});

test('lines that end with CR LF are counted as lines', async () => {
  const text = JSON.stringify(aConfig({ brnd: 1 }), null, 2).replaceAll('\n', '\r\n');
  expect(await mistakes(loaded(text))).toEqual(['f:13:3 /brnd: unknown key "brnd". Did you mean "brand"?']);
});

describe('a file of another shape', () => {
  const missing = ['version', 'brand', 'profiles'].map((key) => `f:1:1 /: the key "${key}" is missing.`);
  test.each<readonly [string, readonly string[]]>([
    ['[]', ['f:1:1 /: expected an object, found [].']],
    ['null', ['f:1:1 /: expected an object, found null.']],
    ['12', ['f:1:1 /: expected an object, found 12.']],
    ['"x"', ['f:1:1 /: expected an object, found "x".']],
    ['{}', missing],
    ['{"version": 2, "brand": {"name": "V"}, "profiles": []}', ['f:1:13 /version: expected 1, found 2.']],
    [
      '{"version": 1, "brand": null, "profiles": {}}',
      ['f:1:25 /brand: expected an object, found null.', 'f:1:43 /profiles: expected an array, found {}.'],
    ],
    [
      '{"version": 1, "brand": {}, "profiles": [null, 1, "x"]}',
      [
        'f:1:25 /brand: the key "name" is missing.',
        'f:1:42 /profiles/0: expected an object, found null.',
        'f:1:48 /profiles/1: expected an object, found 1.',
        'f:1:51 /profiles/2: expected an object, found "x".',
      ],
    ],
    [
      '{"version": 1, "brand": {"name": ""}, "profiles": []}',
      ['f:1:34 /brand/name: expected a text, found an empty one.'],
    ],
    [
      '{"version": 1, "brand": {"name": "V"}, "profiles": [], "people": {"0": 1}}',
      ['f:1:72 /people/0: expected string or object, found 1.'],
    ],
  ])('%s', async (text, messages) => {
    expect(await mistakes(loaded(text))).toEqual(messages);
  });
});

describe('unknown keys', () => {
  test.each<readonly [string, object, readonly string[]]>([
    ['misspelt', aConfig({ brnd: 1 }), ['f:13:3 /brnd: unknown key "brnd". Did you mean "brand"?']],
    [
      'misspelt in a profile',
      aConfig({}, { netwerk: 'x' }),
      ['f:11:7 /profiles/0/netwerk: unknown key "netwerk". Did you mean "network"?'],
    ],
    [
      'misspelt in settings',
      aConfig({ settings: { faillOn: 'new' } }),
      ['f:14:5 /settings/faillOn: unknown key "faillOn". Did you mean "failOn"?'],
    ],
    [
      'like nothing',
      aConfig({ zzzzzzzzzz: 1 }),
      [`f:13:3 /zzzzzzzzzz: unknown key "zzzzzzzzzz". Known here: ${TOP}. ${OWN}`],
    ],
    ['empty', aConfig({ '': 1 }), [`f:13:3 /: unknown key "". Known here: ${TOP}. ${OWN}`]],
    ['with slashes', aConfig({ 'a/b~c': 1 }), [`f:13:3 /a/b~c: unknown key "a/b~c". Known here: ${TOP}. ${OWN}`]],
    ['x without a hyphen', aConfig({ xkey: 1 }), [`f:13:3 /xkey: unknown key "xkey". Known here: ${TOP}. ${OWN}`]],
    [
      'of every object',
      aConfig({ constructor: 1 }),
      [`f:13:3 /constructor: unknown key "constructor". Known here: ${TOP}. ${OWN}`],
    ],
    [
      'of every object, as a check',
      aConfig({ settings: { checks: { constructor: 'off', 'info.nme': 'off' } } }),
      [
        'f:15:7 /settings/checks/constructor: "constructor" is not known here.',
        'f:16:7 /settings/checks/info.nme: "info.nme" is not known here. Did you mean "info.name"?',
      ],
    ],
  ])('%s', async (_, content, messages) => {
    expect(await mistakes(loaded(content))).toEqual(messages);
  });

  test('__proto__ is a key like any other, and changes no object', async () => {
    const text =
      '{"__proto__": {"version": 1, "x-polluted": 1}, "version": 1, "brand": {"name": "V", "__proto__": {}}, "profiles": []}';
    const known =
      'name, aliases, formerNames, logos, banners, bios, requiredPhrases, forbiddenPhrases, former, contact, importantNetworks';
    expect(await mistakes(loaded(text))).toEqual([
      `f:1:2 /__proto__: unknown key "__proto__". Known here: ${TOP}. ${OWN}`,
      `f:1:85 /brand/__proto__: unknown key "__proto__". Known here: ${known}. ${OWN}`,
    ]);
    expect('x-polluted' in {}).toBe(false);
  });

  test('keys that begin with x- are the user’s own, wherever keys are named', async () => {
    const own = { 'x-own': { deep: [1, null] } };
    const content = {
      ...own,
      version: 1,
      brand: {
        ...own,
        name: 'V',
        logos: [{ ...own, file: 'logo.svg', role: 'primary' }],
        banners: [{ ...own, file: 'logo.svg' }],
        bios: [{ ...own, language: 'nl', text: 'x' }],
        former: own,
        contact: { ...own, address: own },
      },
      people: own,
      locations: [{ ...own, id: 'utrecht' }],
      profiles: [{ ...own, id: 'a', network: 'linkedin', url: LINKEDIN, expect: own, waivers: [aWaiver(own)] }],
      settings: { ...own, checks: own, networks: own, controls: own, delivery: own },
    };
    const { config } = await loaded(content, { 'logo.svg': SVG });
    expect(config.brand.name).toBe('V');
  });
});

describe('networks, addresses and locations', () => {
  test.each<readonly [string, object, readonly string[]]>([
    [
      'a misspelt network',
      aConfig({}, { network: 'linkedn' }),
      ['f:9:18 /profiles/0/network: unknown network "linkedn". Did you mean "linkedin"?'],
    ],
    [
      'a misspelt important network',
      aConfig({ brand: { name: 'V', importantNetworks: ['facebok'] } }),
      ['f:6:7 /brand/importantNetworks/0: unknown network "facebok". Did you mean "facebook"?'],
    ],
    [
      'another network’s address',
      aConfig({}, { url: 'https://x.com/voorbeeld' }),
      [
        'f:10:14 /profiles/0/url: "https://x.com/voorbeeld" is not the address of a profile on linkedin. It looks like https://www.linkedin.com/company/linkedin.',
      ],
    ],
    [
      'an address of no account',
      aConfig({}, { url: 'https://www.linkedin.com/feed' }),
      [
        'f:10:14 /profiles/0/url: "https://www.linkedin.com/feed" is not the address of a profile on linkedin. It looks like https://www.linkedin.com/company/linkedin.',
      ],
    ],
    [
      'a closed network with another address',
      aConfig({}, { network: 'hyves' }),
      [`f:10:14 /profiles/0/url: "${LINKEDIN}" is not the address of a profile on hyves.`],
    ],
    [
      'no scheme',
      aConfig({}, { url: 'linkedin.com/company/x' }),
      [
        'f:10:14 /profiles/0/url: expected an address that begins with https:// or http://, found "linkedin.com/company/x".',
      ],
    ],
    [
      'a scheme that runs',
      aConfig({}, { url: 'javascript:alert(1)' }),
      [
        'f:10:14 /profiles/0/url: expected an address that begins with https:// or http://, found "javascript:alert(1)".',
      ],
    ],
    ['no host', aConfig({}, { url: 'https://[::1' }), ['f:10:14 /profiles/0/url: "https://[::1" is not an address.']],
    [
      'credentials',
      aConfig({}, { url: 'https://user:geheim@www.linkedin.com/company/voorbeeld' }),
      ['f:10:14 /profiles/0/url: an address may not hold a user name or password.'],
    ],
    [
      'credentials where any host fits',
      aConfig({}, { network: 'website', url: 'https://geheim@voorbeeld.nl/' }),
      ['f:10:14 /profiles/0/url: an address may not hold a user name or password.'],
    ],
    [
      'a misspelt location',
      aConfig({ locations: [{ id: 'utrecht' }] }, { location: 'utrcht' }),
      ['f:11:19 /profiles/0/location: there is no location "utrcht". Did you mean "utrecht"?'],
    ],
    [
      'a location where there are none',
      aConfig({}, { location: 'utrecht' }),
      ['f:11:19 /profiles/0/location: there is no location "utrecht". Known: none.'],
    ],
    [
      'an id that is taken',
      aConfig({ locations: [{ id: 'u' }, { id: 'v' }, { id: 'u' }] }),
      ['f:21:13 /locations/2/id: the id "u" is taken by /locations/0; ids must be unique.'],
    ],
    [
      'an id that names another folder',
      aConfig({}, { id: '../x' }),
      [
        'f:8:13 /profiles/0/id: expected what the schema describes (A short lasting name: lower-case letters, digits and hyphens.), found "../x".',
      ],
    ],
    [
      'an id of 64 signs',
      aConfig({}, { id: 'a'.repeat(64) }),
      [
        `f:8:13 /profiles/0/id: expected what the schema describes (A short lasting name: lower-case letters, digits and hyphens.), found "${'a'.repeat(64)}".`,
      ],
    ],
  ])('%s', async (_, content, messages) => {
    expect(await mistakes(loaded(content))).toEqual(messages);
  });

  test('an unknown network that is like none: all that are known', async () => {
    const [message] = await mistakes(loaded(aConfig({}, { network: 'schoolbank' })));
    expect(message).toMatch(
      /^f:9:18 \/profiles\/0\/network: unknown network "schoolbank"\. Known: linkedin, facebook, /,
    );
  });

  test('banners name networks too', async () => {
    const banners = [{ file: 'logo.svg', networks: ['linkedin', 'linkedn'] }];
    const content = {
      ...aConfig({}, { expect: { banners } }),
      locations: [{ id: 'u', banners }],
      brand: { name: 'V', banners },
    };
    expect(await mistakes(loaded(content, { 'logo.svg': SVG }))).toEqual([
      'f:10:11 /brand/banners/0/networks/1: unknown network "linkedn". Did you mean "linkedin"?',
      'f:26:15 /profiles/0/expect/banners/0/networks/1: unknown network "linkedn". Did you mean "linkedin"?',
      'f:41:13 /locations/0/banners/0/networks/1: unknown network "linkedn". Did you mean "linkedin"?',
    ]);
  });

  test.each(['linkedin', 'instagram', 'hyves'])('%s can be important', async (network) => {
    const { config } = await loaded(aConfig({ brand: { name: 'V', importantNetworks: [network] } }));
    expect(config.brand.importantNetworks).toEqual([network]);
  });
});

describe('waivers, dates, durations and settings', () => {
  test.each(['check', 'accepts', 'reason', 'owner', 'until'])('a waiver without %s', async (key) => {
    const waiver = Object.fromEntries(Object.entries(aWaiver()).filter(([name]) => name !== key));
    expect(await mistakes(loaded(aConfig({}, { waivers: [waiver] })))).toEqual([
      `f:12:9 /profiles/0/waivers/0: the key "${key}" is missing.`,
    ]);
  });

  test.each<readonly [string, object, readonly string[]]>([
    [
      'presence is never waived',
      aConfig({}, { waivers: [aWaiver({ check: 'presence.exists' })] }),
      ['f:13:20 /profiles/0/waivers/0/check: presence.exists cannot be waived: gone and taken over stay visible.'],
    ],
    [
      'identity is never waived',
      aConfig({}, { waivers: [aWaiver({ check: 'presence.identity' })] }),
      ['f:13:20 /profiles/0/waivers/0/check: presence.identity cannot be waived: gone and taken over stay visible.'],
    ],
    [
      'a waiver of no check',
      aConfig({}, { ignore: ['info.nme'] }),
      ['f:12:9 /profiles/0/ignore/0: CHECKS Did you mean "info.name"?'],
    ],
    [
      'empty texts',
      aConfig({}, { waivers: [aWaiver({ reason: '', owner: '' })] }),
      [
        'f:15:21 /profiles/0/waivers/0/reason: expected a text, found an empty one.',
        'f:16:20 /profiles/0/waivers/0/owner: expected a text, found an empty one.',
      ],
    ],
    [
      'a date in Dutch order',
      aConfig({}, { waivers: [aWaiver({ until: '31-01-2027' })] }),
      ['f:17:20 /profiles/0/waivers/0/until: expected a date such as 2027-01-31, found "31-01-2027".'],
    ],
    [
      'a day that is none',
      aConfig({}, { intent: 'campaign', until: '2027-02-30' }),
      ['f:12:16 /profiles/0/until: expected a date such as 2027-01-31, found "2027-02-30".'],
    ],
    [
      'a campaign without an end',
      aConfig({}, { intent: 'campaign' }),
      ['f:11:17 /profiles/0/intent: a campaign needs "until": the last day of the campaign.'],
    ],
    [
      'a limit of a network that is none',
      aConfig({ settings: { networks: { linkedn: { dormantAfter: 'P3M' } } } }),
      ['f:15:18 /settings/networks/linkedn: unknown network "linkedn". Did you mean "linkedin"?'],
    ],
    [
      'a limit of a network that is no time',
      aConfig({ settings: { networks: { x: { dormantAfter: 'P0D' } } } }),
      ['f:16:25 /settings/networks/x/dormantAfter: expected a duration from one day to 100 years, found "P0D".'],
    ],
    [
      'a setting of a network that there is not',
      aConfig({ settings: { networks: { x: { dormantFor: 'P3M' }, 'x-own': 1 } } }),
      ['f:16:9 /settings/networks/x/dormantFor: unknown key "dormantFor". Did you mean "dormantAfter"?'],
    ],
    [
      'an audience of nobody',
      aConfig({ settings: { bigAudience: 0 } }),
      ['f:14:20 /settings/bigAudience: expected a number >= 1, found 0.'],
    ],
    [
      'seasons without a month',
      aConfig({}, { activeMonths: [] }),
      ['f:11:23 /profiles/0/activeMonths: expected at least one item, found an empty list.'],
    ],
    [
      'a month that is none',
      aConfig({}, { activeMonths: [13] }),
      ['f:12:9 /profiles/0/activeMonths/0: expected a number <= 12, found 13.'],
    ],
    [
      'P',
      aConfig({ settings: { dormantAfter: 'P' } }),
      ['f:14:21 /settings/dormantAfter: expected something like "P6M", found "P".'],
    ],
    [
      'PT',
      aConfig({ settings: { dormantAfter: 'PT' } }),
      ['f:14:21 /settings/dormantAfter: expected something like "P6M", found "PT".'],
    ],
    [
      '6 months',
      aConfig({}, { dormantAfter: '6 months' }),
      ['f:11:23 /profiles/0/dormantAfter: expected something like "P6M", found "6 months".'],
    ],
    [
      'no time at all',
      aConfig({ settings: { dormantAfter: 'P0D' } }),
      ['f:14:21 /settings/dormantAfter: expected a duration from one day to 100 years, found "P0D".'],
    ],
    [
      'less than a day',
      aConfig({ settings: { dormantAfter: 'PT23H59M59S' } }),
      ['f:14:21 /settings/dormantAfter: expected a duration from one day to 100 years, found "PT23H59M59S".'],
    ],
    [
      'more than a life',
      aConfig({}, { dormantAfter: 'P99999999999999999999Y' }),
      [
        'f:11:23 /profiles/0/dormantAfter: expected a duration from one day to 100 years, found "P99999999999999999999Y".',
      ],
    ],
    [
      'concurrency 0',
      aConfig({ settings: { concurrency: 0 } }),
      ['f:14:20 /settings/concurrency: expected a number >= 1, found 0.'],
    ],
    [
      'concurrency 33',
      aConfig({ settings: { concurrency: 33 } }),
      ['f:14:20 /settings/concurrency: expected a number <= 32, found 33.'],
    ],
    [
      'concurrency 2.5',
      aConfig({ settings: { concurrency: 2.5 } }),
      ['f:14:20 /settings/concurrency: expected an integer, found 2.5.'],
    ],
    [
      'a negative wait',
      aConfig({ settings: { perHostDelayMs: -1 } }),
      ['f:14:23 /settings/perHostDelayMs: expected a number >= 0, found -1.'],
    ],
    [
      'coverage over 1',
      aConfig({ settings: { minCoverage: 1.5 } }),
      ['f:14:20 /settings/minCoverage: expected a number <= 1, found 1.5.'],
    ],
    [
      'coverage as text',
      aConfig({ settings: { minCoverage: '0.5' } }),
      ['f:14:20 /settings/minCoverage: expected a number, found "0.5".'],
    ],
    [
      'a time too short',
      aConfig({ settings: { profileTimeoutMs: 999 } }),
      ['f:14:25 /settings/profileTimeoutMs: expected a number >= 1000, found 999.'],
    ],
    [
      'failOn',
      aConfig({ settings: { failOn: 'errors' } }),
      [
        'f:14:15 /settings/failOn: expected one of "error", "warning", "new", "never", found "errors". Did you mean "error"?',
      ],
    ],
    [
      'a severity',
      aConfig({ settings: { checks: { 'info.name': 'fatal' } } }),
      ['f:15:20 /settings/checks/info.name: expected one of "off", "info", "warning", "error", found "fatal".'],
    ],
    [
      'an e-mail address',
      aConfig({ brand: { name: 'V', contact: { emails: ['x'] } } }),
      ['f:7:9 /brand/contact/emails/0: expected an e-mail address, found "x".'],
    ],
    [
      'an RSIN for a KvK number',
      aConfig({ brand: { name: 'V', contact: { kvk: '123456782' } } }),
      [
        'f:6:14 /brand/contact/kvk: expected a KvK number of 8 digits, found "123456782". A number of 9 digits is an RSIN.',
      ],
    ],
    [
      'a former VAT number cut short',
      aConfig({ brand: { name: 'V', former: { vat: ['NL123456782B1'] } } }),
      [
        'f:7:9 /brand/former/vat/0: "NL123456782B1" does not have the form of a VAT number of NL. A Dutch one is NL, 9 digits, B and 2 digits.',
      ],
    ],
    [
      'a country by name',
      aConfig({ brand: { name: 'V', contact: { address: { country: 'Nederland' } } } }),
      [
        'f:7:20 /brand/contact/address/country: expected what the schema describes (Country as ISO 3166-1 alpha-2, such as `NL`.), found "Nederland".',
      ],
    ],
    [
      'a text beyond its own limit',
      aConfig({ brand: { name: 'V', bios: [{ language: 'nl', text: '👍👍👍', maxLength: 2 }] } }),
      ['f:8:17 /brand/bios/0/text: the text has 3 characters; its maxLength is 2.'],
    ],
    [
      'a bio without a text',
      aConfig({ brand: { name: 'V', bios: [{ language: 'nl' }] } }),
      ['f:6:7 /brand/bios/0: the key "text" is missing.'],
    ],
    [
      'a bio with one text and several',
      aConfig({ brand: { name: 'V', bios: [{ language: 'nl', text: 'a', anyOf: ['b'] }] } }),
      ['f:6:7 /brand/bios/0: `text` beside `anyOf` is not allowed, found {"language":"nl","text":"a","anyOf":["b"]}.'],
    ],
    [
      'one of several texts beyond their limit',
      aConfig({ brand: { name: 'V', bios: [{ language: 'nl', anyOf: ['a', 'abc'], maxLength: 2 }] } }),
      ['f:10:11 /brand/bios/0/anyOf/1: the text has 3 characters; its maxLength is 2.'],
    ],
    [
      'no texts at all',
      aConfig({ brand: { name: 'V', bios: [{ language: 'nl', anyOf: [] }] } }),
      ['f:8:18 /brand/bios/0/anyOf: expected at least one item, found an empty list.'],
    ],
    [
      'phrases of another shape, and for a network that is not there',
      aConfig({
        brand: {
          name: 'V',
          requiredPhrases: [3],
          forbiddenPhrases: [{ networks: ['x'] }, { phrase: 'a', networks: ['y'] }],
        },
      }),
      [
        'f:6:7 /brand/requiredPhrases/0: expected string or object, found 3.',
        'f:9:7 /brand/forbiddenPhrases/0: the key "phrase" is missing.',
        'f:17:11 /brand/forbiddenPhrases/1/networks/0: unknown network "y". Did you mean "x"?',
      ],
    ],
    [
      'a long value is cut',
      aConfig({}, { url: 'x'.repeat(500) }),
      [`f:10:14 /profiles/0/url: expected an address that begins with https:// or http://, found "${'x'.repeat(76)}….`],
    ],
  ])('%s', async (_, content, messages) => {
    const found = await mistakes(loaded(content));
    expect(found.map((message) => message.replace(/expected one of "presence\.exists".*"\./, 'CHECKS'))).toEqual(
      messages,
    );
  });

  test.each(['P1D', 'PT24H', 'P6M', 'P1Y2M3W4DT5H6M7S', 'P100Y'])('%s is a duration', async (dormantAfter) => {
    const { config } = await loaded(aConfig({ settings: { dormantAfter } }));
    expect(config.settings.dormantAfter).toBe(dormantAfter);
  });

  test('the empty text accepts an empty field', async () => {
    const { config } = await loaded(aConfig({}, { waivers: [aWaiver({ accepts: '' })] }));
    expect(config.profiles[0]?.waivers?.[0]?.accepts).toBe('');
  });
});

describe('all at once', () => {
  test('what the schema finds hides nothing of what the rules and the files say', async () => {
    const content = {
      version: 1,
      brand: { logos: [{ file: 'none.png', role: 'primary' }] },
      profiles: [
        { id: 'a', network: 'linkedn', url: 'no address' },
        { id: 'a', network: 'linkedin', url: LINKEDIN, waivers: [{}, aWaiver({ check: 'presence.exists' })] },
        7,
      ],
      oops: 1,
    };
    expect(await mistakes(loaded(content))).toEqual([
      'f:3:12 /brand: the key "name" is missing.',
      'f:6:17 /brand/logos/0/file: the image "none.png" does not exist (looked for <folder>/none.png).',
      'f:14:18 /profiles/0/network: unknown network "linkedn". Did you mean "linkedin"?',
      'f:15:14 /profiles/0/url: expected an address that begins with https:// or http://, found "no address".',
      'f:18:13 /profiles/1/id: the id "a" is taken by /profiles/0; ids must be unique.',
      ...['check', 'accepts', 'reason', 'owner', 'until'].map(
        (key) => `f:22:9 /profiles/1/waivers/0: the key "${key}" is missing.`,
      ),
      'f:24:20 /profiles/1/waivers/1/check: presence.exists cannot be waived: gone and taken over stay visible.',
      'f:32:5 /profiles/2: expected an object, found 7.',
      `f:34:3 /oops: unknown key "oops". Known here: ${TOP}. ${OWN}`,
    ]);
  });

  test('more than two hundred are cut, and that is said', async () => {
    const found = await mistakes(loaded(aConfig({ profiles: Array.from({ length: 1000 }, () => 1) })));
    expect(found).toHaveLength(201);
    expect(found.at(-1)).toBe('f: there are more mistakes than these; mend these first.');
  });
});

describe('a file that is right', () => {
  test('gets the defaults that the contract names', async () => {
    const { config, warnings } = await loaded(aConfig());
    expect(config.settings).toEqual({
      dormantAfter: 'P6M',
      bigAudience: 1000,
      networks: {},
      failOn: 'error',
      language: 'nl',
      concurrency: 4,
      perHostDelayMs: 2000,
      minCoverage: 0.25,
      profileTimeoutMs: 90_000,
      importMaxAge: 'P45D',
      robots: 'ignore',
      handSeenFor: 'P30D',
      keepRuns: 90,
      keepCaptures: 'P14D',
      controls: {},
      checks: {},
    });
    expect(config.locations).toEqual([]);
    expect(path.basename(config.path)).toBe('profiles.json');
    expect(warnings).toEqual([]);
  });

  test('keeps its settings', async () => {
    const settings = { failOn: 'new', concurrency: 1, checks: { 'info.name': 'off' } };
    const { config } = await loaded(aConfig({ settings }));
    expect(config.settings).toMatchObject({ ...settings, language: 'nl' });
  });

  test('what it does not say of keeping runs has its defaults', async () => {
    expect((await loaded(aConfig())).config.settings).toMatchObject({ keepRuns: 90, keepCaptures: 'P14D' });
    const settings = { keepRuns: 3, keepCaptures: 'P2D' };
    expect((await loaded(aConfig({ settings }))).config.settings).toMatchObject(settings);
  });

  test('runs and captures are kept for some time at least', async () => {
    const told = await mistakes(loaded(aConfig({ settings: { keepRuns: 0, keepCaptures: 'PT1H' } })));
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('/settings/keepRuns: expected a number >= 1, found 0.');
    expect(told[1]).toContain('/settings/keepCaptures: expected a duration from one day to 100 years, found "PT1H".');
  });
});

describe('what a person saw, and the lasting id', () => {
  const saw = (seen: object) => aConfig({}, { seen: [{ at: '2026-11-20', by: 'Noor', ...seen }] });

  test('are read as they stand', async () => {
    const seen = { at: '2026-11-20', by: 'Noor', fields: { name: 'ok', phone: 'deviating' }, newestPost: '2024-03-03' };
    const { config, warnings } = await loaded(
      aConfig({ settings: { handSeenFor: 'P14D' } }, { seen: [seen], pin: '12' }),
    );
    expect(config.profiles[0]).toMatchObject({ seen: [seen], pin: '12' });
    expect([config.settings.handSeenFor, warnings]).toEqual(['P14D', []]);
    expect((await loaded(aConfig())).config.settings.handSeenFor).toBe('P30D');
  });

  test.each<readonly [string, object, RegExp]>([
    ['an unknown field', saw({ fields: { nmae: 'ok' } }), /seen\/0\/fields.*"nmae"/],
    ['an unknown answer', saw({ fields: { name: 'right' } }), /seen\/0\/fields\/name/],
    [
      'a post after the look',
      saw({ newestPost: '2026-11-21' }),
      /newestPost: 2026-11-21 lies after the day of the look/,
    ],
    ['a digest that is none', saw({ expected: { name: 'Voorbeeld' } }), /seen\/0\/expected\/name/],
    ['an id of another network', aConfig({}, { pin: 'UC12' }), /pin: "UC12" is not a lasting account id of linkedin/],
    ['no time at all', aConfig({ settings: { handSeenFor: 'P0D' } }), /handSeenFor/],
  ])('%s is a mistake that says where', async (_, content, message) => {
    expect((await mistakes(loaded(content))).join('\n')).toMatch(message);
  });

  test('nobody looked on a day that is still to come', async () => {
    const content = aConfig({}, { seen: [{ at: '9999-01-01', by: 'Noor' }] });
    expect((await mistakes(loaded(content, {}, '2026-11-20'))).join('\n')).toMatch(
      /seen\/0\/at: 9999-01-01 is still to come/,
    );
  });
});

describe('controls', () => {
  const withControls = (controls: object) => loaded(aConfig({ settings: { controls } }));

  test('may be replaced for a network, or switched off', async () => {
    const controls = { linkedin: { known: 'https://www.linkedin.com/company/voorbeeld' }, x: false };
    expect((await withControls(controls)).config.settings.controls).toEqual(controls);
  });

  test.each([
    ['an unknown network', { linkedn: false }, /unknown network "linkedn"/],
    [
      'an address elsewhere',
      { x: { known: 'https://voorbeeld.nl/' } },
      /controls\/x\/known.*is not the address of a profile on x/,
    ],
    ['no address', { x: { impossible: 'voorbeeld' } }, /controls\/x\/impossible/],
    ['true', { x: true }, /controls\/x/],
    ['another key', { x: { knwon: 'https://x.com/voorbeeld' } }, /unknown key "knwon"/],
  ])('%s is a mistake that says where', async (_, controls, message) => {
    expect((await mistakes(withControls(controls))).join('\n')).toMatch(message);
  });
});

test('an e-mail address may have letters beyond ASCII', async () => {
  const withEmail = (email: string) => loaded(aConfig({ brand: { name: 'V', contact: { emails: [email] } } }));
  expect((await withEmail('post@straßenbau.de')).config.brand.contact?.emails).toEqual(['post@straßenbau.de']);
  for (const wrong of ['post@', '@voorbeeld.nl', 'post@voorbeeld', 'post @voorbeeld.nl', 'a@b@voorbeeld.nl']) {
    expect((await mistakes(withEmail(wrong))).join()).toContain('expected an e-mail address');
  }
});

/** `bijwerken explain` as its user sees it, on the organisation of the demonstration. */

import { expect, test } from 'vitest';
import { bijwerken, temporaryFolder } from './command.ts';
import { writeProfiles } from './site.ts';

test('a profile with a name of its own, word by word', async () => {
  const { code, stdout, stderr } = await bijwerken(['explain', 'mastodon-jong']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const [before = '', checks = ''] = stdout.split('\nChecks\n');
  expect(checks).toContain('  look.logo ');
  expect(checks).toMatch(/^ {2}info\.name +Name – asked: error$/m);
  expect(checks).toMatch(/^ {2}info\.address +Postal address – not asked: this network has no such field$/m);
  expect(before).toMatchInlineSnapshot(`
    "mastodon-jong: Mastodon, https://mastodon.example/@bijwerken-demo-jong
      Account   bijwerken-demo-jong
      Language  nl (of the profile)
      Owner     jongeren@bijwerken-demo.example
      Sources   api, http

    What is expected
      Logo            brand/logo.svg
                      from the brand
                      right too: brand/logo-white.svg
      Banner          brand/banner.png
                      from the brand
      Name            Peil & Oever Jong
                      from the profile (expect)
                      right too: Peil & Oever
                      this network allows 30 characters: these 17 fit
      Account name    bijwerken-demo-jong
                      from the profile’s address (url)
      Profile text    Stichting Peil & Oever meet met ruim 1.400 vrijwilligers hoe het met het water in Nederland gaat. In sloten, plassen en grachten meten wij elke maand het peil, de helderheid en het leven aan de oever. Onze cijfers staan open op de website. Meedoen kan overal: u krijgt een meetset, een korte training en een vaste begeleider in de buurt.
                      from the brand
                      room for 500 characters:
                        the text of 656 does not fit: Stichting Peil & Oever meet met ruim 1.400 vrijwi…
                        the text of 337 is used
                        the text of 206 is accepted; a longer one fits: Met ruim 1.400 vrijwilligers meten wij hoe het me…
                        the text of 144 is accepted; a longer one fits: Met ruim 1.400 vrijwilligers meten wij hoe het me…
                        the text of 91 is accepted; a longer one fits: Met ruim 1.400 vrijwilligers meten wij hoe het me…
                        the text of 365 is for another language: Peil & Oever measures the health of Dutch waters…
                        the text of 133 is for another language: More than 1,400 volunteers measuring the health o…
      Web address     https://www.bijwerken-demo.example/
                      from the brand
      E-mail address  info@bijwerken-demo.example
                      from the brand
      Phone number    +31 85 000 20 45
                      from the brand
      Postal address  Peilschaalkade 14, 3599 ZZ Utrecht, NL
                      from the brand
                      not asked: this network has no such field
      KvK number      – (left open)
      VAT number      – (left open)

    Phrases in the profile text
      May not hold  Samen waken over de kade

    What is remembered: a profile that still shows it is told which
      Name            Stichting Kadewacht
                      Kadewacht
      Web address     https://www.kadewacht.example
      E-mail address  post@kadewacht.example
      Phone number    +31 85 000 19 87
      Logo            brand/logo-2015.png

    Activity
      Intent  reserved name
    "
  `);
});

test('texts that do not fit are named, and a waiver with its last day', async () => {
  const { stdout } = await bijwerken(['explain', 'x-english', '--lang', 'nl']);
  expect(stdout).toContain('plaats voor 160 tekens:');
  expect(stdout).toContain('de tekst van 133 wordt gebruikt');
  expect(stdout).toContain('de tekst van 365 past niet: Peil & Oever measures');
  expect(stdout).toContain('is goed tot en met 31 december 2030');
});

test('as JSON: the same facts, and nothing else on standard output', async () => {
  const { stdout } = await bijwerken(['explain', 'linkedin-leeuwarden', '--json']);
  const { fields } = JSON.parse(stdout) as { fields: { field: string }[] };
  expect(fields.find(({ field }) => field === 'phones')).toEqual({
    field: 'phones',
    check: 'info.phone',
    expected: ['+31 88 000 58 58'],
    from: 'location',
    alternatives: [],
    limit: null,
    fits: null,
  });
});

test('what stands in the list does not steer the terminal', async () => {
  const folder = await temporaryFolder();
  try {
    const profiles = [{ id: 'a', url: 'https://a.example' }];
    const config = await writeProfiles(folder.path, { brand: { name: 'A\u001b[31mB\u202e\u0007' }, profiles });
    const { code, stdout } = await bijwerken(['explain', 'a', '--config', config]);
    expect(code).toBe(0);
    expect(stdout).toContain(String.raw`A\u001b[31mB\u202e\u0007`);
    expect(stdout).not.toMatch(/[\u0007\u001b\u202e]/u);
  } finally {
    await folder.remove();
  }
});

test('a closed network is said to be closed', async () => {
  const { code, stdout } = await bijwerken(['explain', 'hyves-kadewacht']);
  expect(code).toBe(0);
  expect(stdout).toContain('\nHyves is closed: nothing is asked there.\n');
});

test.each([
  ['x-english1', /^profiles\.json: there is no profile "x-english1"\. Did you mean "x-english"\?\n$/],
  ['zzzzzzzzzzzzzzz', /^profiles\.json: there is no profile "z+"\. It has: linkedin-hoofdpagina, .*\.\n$/],
])('%s is not known', async (id, says) => {
  const { code, stdout, stderr } = await bijwerken(['explain', id]);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(says);
});

test('a list that is not there', async () => {
  const folder = await temporaryFolder();
  try {
    const { code, stderr } = await bijwerken(['explain', 'x', '--config', `${folder.path}/none.json`]);
    expect(code).toBe(2);
    expect(stderr).toContain('there is no such file');
  } finally {
    await folder.remove();
  }
});

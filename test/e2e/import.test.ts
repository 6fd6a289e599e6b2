/** `import` and the source of that name, by the built command: what is filed, what never is, and what audit makes of it. */

import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Report, ReportProfile } from '../../src/model/report.ts';
import { loadFixture } from '../support/fixtures.ts';
import { filesIn } from '../support/folders.ts';
import { harOf, mhtmlOf, singleFileOf } from '../support/saved.ts';
import { closing, httpServer } from '../support/servers.ts';
import { bijwerken, type TemporaryFolder, temporaryFolder } from './command.ts';
import { logoPng, sitePage, writeProfiles } from './site.ts';

const PAGE = 'https://www.linkedin.com/company/stichting-voorbeeld-bijwerken';
const IMAGES = 'https://media.licdn.com/dms/image/v2';
const LOGO = `${IMAGES}/C4E0BVOORBEELD/company-logo_200_200/0/1700000000000/voorbeeld_logo?e=2147483647&v=beta&t=GEHEIM-beeld`;
const NOW = ['--now', '2026-11-23T02:00:00Z'];
const NORMAL = loadFixture('linkedin', 'normal').capture.documents[0]?.body ?? '';
const BIO = 'Stichting Voorbeeld helpt gemeenten & hun inwoners om diensten te maken die iedereen begrijpt.';

let folder: TemporaryFolder;
let png: Buffer;
beforeAll(async () => {
  png = await logoPng();
});
beforeEach(async () => {
  folder = await temporaryFolder();
  return () => folder.remove();
});

const linkedin = { id: 'linkedin', network: 'linkedin', url: PAGE };

async function writeConfig(settings: object = {}, entry: object = {}): Promise<void> {
  await writeFile(path.join(folder.path, 'logo.png'), png);
  await writeProfiles(folder.path, {
    brand: {
      ...{ bios: [{ language: 'nl', text: BIO }], contact: {}, logos: [{ file: 'logo.png', role: 'primary' }] },
    },
    profiles: [{ ...linkedin, sources: ['import'], ...entry }],
    settings: { ...settings },
  });
}

const put = async (name: string, content: string | Uint8Array): Promise<string> => {
  const file = path.join(folder.path, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return name;
};
const run = (...args: readonly string[]) => bijwerken([...args], { cwd: folder.path });

let runs = 0;
/** Each run in a folder of its own. */
const latest = (...parts: readonly string[]) => path.join(folder.path, `nacht-${runs}`, 'latest', ...parts);

async function audited(...args: readonly string[]): Promise<ReportProfile> {
  runs += 1;
  const out = ['--out', `nacht-${runs}`];
  const { code, stdout, stderr } = await run('audit', '--json', '--fail-on', 'never', ...out, ...NOW, ...args);
  expect([0, 3], stderr).toContain(code);
  const [profile] = (JSON.parse(stdout) as Report).profiles;
  if (!profile) throw new Error('no profile in the report');
  return profile;
}
const findingOf = (profile: ReportProfile, check: string) => profile.findings.find((each) => each.check === check);

/** Every secret begins alike, so that none can be overlooked. */
const secret = (name: string) => `GEHEIM-${name}`;

const SIGNED_IN = NORMAL.replace(
  '</body>',
  `<script>window.__data={"fb_dtsg":"${secret('dtsg')}","lsd":"${secret('lsd')}","viewer":{"email":"${secret('kijker')}@voorbeeld.example"}}</script>
<form><input type="hidden" name="csrf" value="${secret('csrf')}"><input name="bericht" value="${secret('concept')}"></form>
<!-- ${secret('opmerking')} --><div onclick="f('${secret('handler')}')">x</div>
<aside><p>${secret('reactie van een ander')}</p></aside></body>`,
);

const plantedHar = () =>
  harOf([
    {
      ...{ url: `https://bank.example/rekening?session=${secret('bank')}`, text: `<p>${secret('saldo')}</p>` },
      cookies: [{ name: 'sid', value: secret('bankcookie') }],
    },
    {
      url: 'https://www.linkedin.com/login-submit',
      method: 'POST',
      postData: `wachtwoord=${secret('wachtwoord')}`,
      text: 'x',
    },
    { url: 'https://www.linkedin.com/voyager/api/me', type: 'application/json', text: `{"email":"${secret('ik')}"}` },
    {
      ...{ url: `${PAGE}?trk=${secret('spoor')}`, text: SIGNED_IN },
      cookies: [{ name: 'li_at', value: secret('li_at') }],
      requestHeaders: [
        { name: 'Authorization', value: `Bearer ${secret('bearer')}` },
        { name: 'Cookie', value: `li_at=${secret('li_at')}` },
      ],
    },
    { url: LOGO, type: 'image/png', bytes: png },
    { url: `${IMAGES}/ANDER/foto?t=${secret('foto')}`, type: 'image/png', bytes: Buffer.from(secret('pixels')) },
  ]);

describe('a HAR full of secrets', () => {
  test('gives the profile, its date and its logo, and not one secret anywhere', async () => {
    await writeConfig();
    const har = await put('elders/opname.har', plantedHar());
    const filed = await run('import', 'linkedin', har, '--json');
    expect(filed.code, filed.stderr).toBe(0);
    expect(JSON.parse(filed.stdout)).toMatchObject({
      ...{ profile: 'linkedin', at: '2026-11-20T10:15:00.000Z', dated: 'page', pictures: ['logo'] },
      observation: { name: { value: 'Stichting Voorbeeld', origin: 'json-ld' } },
    });

    const profile = await audited();
    expect(profile).toMatchObject({
      capture: { outcome: 'profile', sources: [{ source: 'import', at: '2026-11-20T10:15:00.000Z', ageDays: 2 }] },
      observation: { name: { value: 'Stichting Voorbeeld' }, lastActivity: { completeness: 'at-least' } },
    });
    expect(findingOf(profile, 'info.name')).toMatchObject({ status: 'ok' });
    expect(findingOf(profile, 'look.logo')).toMatchObject({ status: 'ok', code: 'logo.same' });

    const told = await run('audit', '--json', '--fail-on', 'never', ...NOW);
    const written = [...(await filesIn(folder.path))].filter(([name]) => !name.startsWith('elders/'));
    expect(written.some(([name]) => name.startsWith('imports/linkedin/2026-11-20T10-15-00-000Z-'))).toBe(true);
    const { gunzipSync } = await import('node:zlib');
    for (const [name, bytes] of written) {
      const whole = name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
      expect(whole.includes('GEHEIM'), name).toBe(false);
    }
    for (const text of [filed.stdout, filed.stderr, told.stdout, told.stderr]) expect(text).not.toContain('GEHEIM');
  });

  test('and a stored night says the same of it without the file', async () => {
    await writeConfig();
    await run('import', 'linkedin', await put('opname.har', plantedHar()));
    const before = await audited();
    const [name = ''] = [...(await filesIn(folder.path)).keys()].filter((each) => /imports\/linkedin\//.test(each));
    await writeFile(path.join(folder.path, name), 'weg');
    const { code, stdout, stderr } = await run(
      'audit',
      '--captures',
      latest('captures'),
      '--json',
      '--fail-on',
      'never',
      '--out',
      'weer',
    );
    expect(code, stderr).toBe(0);
    const [after] = JSON.parse(stdout).profiles as ReportProfile[];
    expect(after).toEqual(before);
  });
});

test.each<readonly [string, () => Promise<string>]>([
  ['SingleFile', () => put('p.html', singleFileOf(PAGE, NORMAL))],
  [
    'MHTML',
    () =>
      put(
        'p.mhtml',
        mhtmlOf(PAGE, [
          { url: PAGE, type: 'text/html; charset=utf-8', body: NORMAL },
          { url: LOGO, type: 'image/png', body: png, encoding: 'base64' },
        ]),
      ),
  ],
  [
    'a web page, complete',
    async () => {
      await put('p_files/voorbeeld_logo', png);
      return await put('p.html', `<!-- saved from url=(0070)${PAGE} -->\n${NORMAL}`);
    },
  ],
])('%s is read by read, filed by import and judged by audit', async (form, make) => {
  await writeConfig();
  const file = await make();
  const read = await run('read', file, '--url', PAGE);
  expect(JSON.parse(read.stdout)).toMatchObject({ network: 'linkedin', outcome: 'profile' });
  const date = ['--at', '2026-11-20'];
  expect((await run('import', 'linkedin', file, ...date)).code).toBe(0);
  const profile = await audited();
  expect(findingOf(profile, 'info.bio')?.status).not.toBe('unverifiable');
  expect(findingOf(profile, 'look.logo')).toMatchObject(
    form === 'SingleFile' ? { status: 'unverifiable' } : { status: 'ok' },
  );
});

test('the newest counts; one that is too old is shown as that, and says nothing', async () => {
  await writeConfig();
  const file = await put('p.html', singleFileOf(PAGE, NORMAL));
  const old = await put('oud.html', singleFileOf(PAGE, NORMAL.replaceAll('Stichting Voorbeeld', 'Stichting Oud')));
  expect((await run('import', 'linkedin', old, '--at', '2026-10-01')).code).toBe(0);
  const aged = await audited();
  expect(aged.capture).toMatchObject({
    sources: [{ source: 'import', ageDays: 53, tooOld: true, because: expect.stringMatching(/importMaxAge is P45D/) }],
  });
  expect(aged).toMatchObject({ verdict: 'unverifiable', observation: null });
  const page = await readFile(latest('index.html'), 'utf8');
  expect(page).toContain('De opgeslagen pagina van 1 oktober 2026 is te oud (53 dagen).');

  expect((await run('import', 'linkedin', file, '--at', '2026-11-10')).code).toBe(0);
  const fresh = await audited();
  expect(fresh).toMatchObject({ observation: { name: { value: 'Stichting Voorbeeld' } } });
  expect(await readFile(latest('index.html'), 'utf8')).toContain('opgeslagen op 10 november 2026 (13 dagen oud)');

  await writeConfig({ importMaxAge: 'P7D' });
  expect((await audited()).capture.sources).toMatchObject([{ tooOld: true }]);
});

test('what is no page of that profile is refused, and nothing is written', async () => {
  await writeConfig();
  const refused = async (...args: readonly string[]) => {
    const { code, stderr, stdout } = await run('import', ...args);
    expect(code, stderr).toBe(2);
    expect(stdout).toBe('');
    return stderr;
  };
  const page = await put('p.html', NORMAL);
  const wall = await put(
    'muur.html',
    singleFileOf('https://www.linkedin.com/authwall', '<html><title>LinkedIn</title></html>'),
  );
  expect(await refused('linkedin', wall)).toMatch(/seen was "login-wall" at https:\/\/www\.linkedin\.com\/authwall/);
  expect(await refused('linkedin', await put('a.html', NORMAL.replaceAll('voorbeeld-bijwerken', 'x')))).toMatch(
    /the page is about/,
  );
  expect(await refused('linkedn', page)).toMatch(/there is no profile "linkedn"/);
  expect(await refused('linkedin', 'weg.html')).toMatch(/there is no such file/);
  expect(await refused('linkedin', '.')).toMatch(/this is no file/);
  expect(await refused('linkedin', page, '--at', 'gisteren')).toMatch(/--at: "gisteren" is not an ISO 8601 date/);
  expect(await refused('linkedin', page, '--at', '2999-01-01')).toMatch(/lies in the future/);
  await utimes(path.join(folder.path, page), new Date('2090-01-01'), new Date('2090-01-01'));
  expect(await refused('linkedin', page)).toMatch(/p\.html: 2090-.* lies in the future/);
  expect([...(await filesIn(folder.path)).keys()].filter((name) => name.startsWith('imports'))).toEqual([]);
});

test('a damaged file in imports/ is said, and nothing breaks', async () => {
  await writeConfig();
  await put('imports/linkedin/2026-11-20T10-15-00-000Z-0123456789ab.json', '{"bijwerkenImport":1,"observation":');
  await put('imports/linkedin/notitie.txt', 'van mij');
  const profile = await audited();
  expect(profile).toMatchObject({ verdict: 'unverifiable', observation: null });
  expect(profile.capture.sources).toMatchObject([{ source: 'import', because: expect.stringMatching(/damaged/) }]);
});

describe('beside a source that answers', () => {
  const { keep, closeAll } = closing();
  afterAll(closeAll);
  let status = 200;
  let shown = sitePage({ phone: '' });
  let url = '';
  beforeAll(async () => {
    const site = await keep(
      httpServer((_, response) => {
        response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(status === 200 ? shown : '');
      }),
    );
    url = `http://127.0.0.1:${site.port}/`;
  });

  const filedSite = async () => {
    const site = { id: 'site', network: 'website', url, sources: ['http', 'import'] };
    await writeProfiles(folder.path, { profiles: [site] });
    const page = await put('p.html', singleFileOf(url, sitePage({ bio: 'Een oude tekst.' })));
    const { code, stderr } = await run('import', 'site', page);
    expect(code, stderr).toBe(0);
  };
  const sourcesOf = ({ capture }: ReportProfile) => capture.sources.map(({ source }) => source);

  test('it is not asked where nothing is left to see', async () => {
    shown = sitePage();
    await filedSite();
    expect(sourcesOf(await audited('--allow-private'))).toEqual(['http']);
  });

  test('it fills what was not seen, and says nothing against what was', async () => {
    shown = sitePage().replace(/,"telephone":"[^"]*"/, '');
    await filedSite();
    const profile = await audited('--allow-private');
    expect(sourcesOf(profile)).toEqual(['http', 'import']);
    expect(findingOf(profile, 'info.phone')).toMatchObject({ status: 'ok' });
    expect(findingOf(profile, 'info.bio')).toMatchObject({ status: 'ok' });
  });

  test('where nothing answers tonight, it stands for the profile, on its own date', async () => {
    shown = sitePage();
    await filedSite();
    status = 503;
    const profile = await audited('--allow-private').finally(() => {
      status = 200;
    });
    expect(sourcesOf(profile)).toEqual(['http', 'import']);
    expect(profile.capture.outcome).toBe('profile');
    expect(findingOf(profile, 'info.bio')).toMatchObject({ status: 'deviating' });
  });

  test('--source chooses it alone, and profiles.json may leave it out', async () => {
    await filedSite();
    expect(sourcesOf(await audited('--source', 'import'))).toEqual(['import']);
    await writeProfiles(folder.path, { profiles: [{ id: 'site', network: 'website', url, sources: ['http'] }] });
    const again = await run('import', 'site', 'p.html');
    expect(again.stderr).toMatch(/"sources" of site in profiles.json does not name "import"/);
    shown = sitePage({ phone: '' });
    expect(sourcesOf(await audited('--allow-private'))).toEqual(['http']);
  });
});

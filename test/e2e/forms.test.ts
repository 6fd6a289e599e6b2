/** The other forms of the report by command: what an audit leaves, what `report` writes again, and two runs compared. */

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { junitFaults } from '../report/junitShape.ts';
import { csvRecords, parseXml } from '../report/reading.ts';
import { typical } from '../report/typical.ts';
import { aFolder, put } from '../support/folders.ts';
import { closing, httpServer } from '../support/servers.ts';
import { bijwerken, filesBelow } from './command.ts';
import { sitePage, writeProfiles } from './site.ts';

const { keep, closeAll } = closing();
afterAll(closeAll);

const stored = async (report: Report): Promise<string> => {
  const folder = await aFolder();
  await put(folder, { 'report.json': JSON.stringify(report) });
  return folder;
};

describe('audit', () => {
  let folder = '';
  let stderr = '';
  let code: number | null = null;

  beforeAll(async () => {
    folder = await aFolder();
    const site = await keep(
      httpServer((_, response) => {
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(sitePage({ phone: '+31 20 794 99 99' }));
      }),
    );
    await writeProfiles(folder, { profiles: [{ id: 'site', url: `http://127.0.0.1:${site.port}/` }] });
    const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder };
    const args = ['audit', '--allow-private', '--per-host-delay', '0', '--json'];
    const ended = await bijwerken(args, { cwd: folder, env });
    stderr = ended.stderr;
    code = ended.code;
    expect(JSON.parse(ended.stdout)).toMatchObject({ schemaVersion: 1 });
  });

  test('leaves JUnit and the job summary beside the page', async () => {
    const latest = path.join(folder, 'reports', 'latest');
    const files = (await filesBelow(latest)).filter((file) => !file.includes(path.sep)).sort();
    expect(files).toEqual(expect.arrayContaining(['index.html', 'junit.xml', 'report.json', 'summary.md']));
    const suites = parseXml(await readFile(path.join(latest, 'junit.xml'), 'utf8'));
    expect(junitFaults(suites)).toEqual([]);
    expect([code, suites.attributes.failures]).toEqual([1, '1']);
    expect(await readFile(path.join(latest, 'summary.md'), 'utf8')).toContain('1 profiel vraagt iets van u.');
  });

  test('tells GitHub’s runner, at the profile’s line, and leaves standard output to JSON', () => {
    expect(stderr).toMatch(/^::error file=profiles\.json,line=\d+,title=Website site%3A Telefoonnummer::/m);
  });
});

describe('report', () => {
  test('writes every form of a stored run, in the language asked for', async () => {
    const run = await stored(typical);
    const out = await aFolder();
    const formats = 'html,json,junit,markdown,csv,issues';
    const { code } = await bijwerken(['report', run, '--format', formats, '--out', out, '--lang', 'en']);
    expect(code).toBe(0);
    const files = (await filesBelow(out)).map((file) => file.split(path.sep).join('/')).sort();
    expect(files.filter((file) => !file.startsWith('issues/'))).toEqual(
      ['findings.csv', 'index.html', 'issues.json', 'junit.xml', 'report.json', 'summary.md'].sort(),
    );
    expect(files.filter((file) => file.startsWith('issues/'))).toHaveLength(2);
    expect(csvRecords(await readFile(path.join(out, 'findings.csv'), 'utf8'))[0]?.sentence).toContain(
      'We saw this profile',
    );
  });

  test('prints annotations, and writes none', async () => {
    const run = await stored(typical);
    await writeFile(path.join(run, 'lijst.json'), '{\n  "profiles": [\n    { "id": "x-support" }\n  ]\n}');
    const args = ['report', run, '--format', 'annotations', '--config', path.join(run, 'lijst.json')];
    const { code, stdout } = await bijwerken(args, { env: { GITHUB_WORKSPACE: run } });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^::error file=lijst\.json,line=3,title=X x-support%3A Aanwezigheid::/m);
    expect(stdout).toMatch(/^::error title=YouTube youtube-main/);
    expect((await filesBelow(run)).sort()).toEqual(['lijst.json', 'report.json']);
  });

  test('compares two runs', async () => {
    const fixed = { ...typical, run: { ...typical.run, id: 'eerder' }, profiles: typical.profiles.slice(1) };
    const [before, after] = [await stored(fixed), await stored(typical)];
    const text = await bijwerken(['report', '--compare', before, after, '--lang', 'en']);
    expect([text.code, text.stderr]).toEqual([0, '']);
    expect(text.stdout).toContain('Profiles added\n  - LinkedIn linkedin-utrecht');
    const json = await bijwerken(['report', '--format', 'json', '--compare', before, after]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      before: { id: 'eerder' },
      added: ['linkedin-utrecht'],
      removed: [],
    });
  });
});

/** The scripts of docs/formats.md, run word by word: issues are opened, updated, opened again and closed. `gh` and `glab` are played. */

import { spawnSync } from 'node:child_process';
import { chmod, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import type { IssueEntry } from '../../src/report/issues.ts';
import { renderReport } from '../../src/report/render.ts';
import { aFinding, aProfile, aReport } from '../report/building.ts';
import { MARKDOWN } from '../report/hostile.ts';
import { aFolder, put } from '../support/folders.ts';

const docs = await readFile(new URL('../../docs/formats.md', import.meta.url), 'utf8');
const scripts = [...docs.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, script = '']) => script);
const scriptWith = (what: string) => scripts.find((script) => script.includes(what)) ?? '';

const isThere = (command: string) => spawnSync(command, ['--version']).status === 0;
// A runner of GitHub or GitLab has both.
const canRun = process.platform !== 'win32' && isThere('bash') && isThere('jq');

const night = (run: Partial<Report['run']> = {}): Report => {
  const finding = aFinding(
    'info.phone',
    'deviating',
    'phone.former',
    { former: '020 1' },
    { expected: MARKDOWN.join('\n') },
  );
  const right = aFinding('info.phone', 'ok', 'phone.same', {});
  const of = (id: string, owner: string, isWrong: boolean) =>
    aProfile(id, ['x', 'X', 'https://x.com/a'], isWrong ? 'inconsistent' : 'consistent', [isWrong ? finding : right], {
      owner,
    });
  const report = aReport(
    [of('a', 'nieuw', true), of('b', 'bekend', true), of('c', 'klaar', false), of('d', 'nooit', false)],
    {
      brand: { name: '$(touch kwaad) `touch kwaad` "; touch kwaad; "' },
    },
  );
  return { ...report, run: { ...report.run, ...run } };
};

/** Answers with the issues that there are, and writes down what else it was asked. */
const fake = (issues: string) => `#!/bin/bash
cat > /dev/null # as a tool that reads its input would
case "$*" in
  *"issue list"*|*--paginate*) echo '${issues}' ;;
  *) printf '%s\\n' "$*" | head -n 1 >> "$CALLS" ;;
esac`;

async function ran(script: string, tool: string, key: 'body' | 'description', report: Report) {
  const files = renderReport(report, { formats: ['issues'] });
  const index = files.find(({ path: name }) => name === 'issues.json');
  const { issues } = JSON.parse(String(index?.content)) as { issues: readonly IssueEntry[] };
  const known = issues
    .filter(({ owner }) => owner === 'bekend' || owner === 'klaar')
    .map(({ marker }, at) => ({ number: at + 7, iid: at + 7, [key]: `<!-- ${marker} -->` }));
  const folder = await aFolder({
    ...Object.fromEntries(files.map((file) => [`reports/latest/${file.path}`, file.content])),
    [`bin/${tool}`]: fake(JSON.stringify([{ number: 1, iid: 1, [key]: null }, ...known]).replaceAll('null', '""')),
    'bin/bijwerken': '#!/bin/sh\n',
  });
  await Promise.all([tool, 'bijwerken'].map((name) => chmod(path.join(folder, 'bin', name), 0o755)));
  const calls = path.join(folder, 'calls');
  await put(folder, { calls: '' });
  const env = { ...process.env, PATH: `${folder}/bin:${process.env.PATH}`, CALLS: calls };
  const { status, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(await readdir(folder)).not.toContain('kwaad');
  return (await readFile(calls, 'utf8')).trimEnd().split('\n').filter(Boolean);
}

describe.skipIf(!canRun)('the scripts for issues', () => {
  test('GitHub', async () => {
    const calls = await ran(scriptWith('gh issue create'), 'gh', 'body', night());
    expect(calls.map((call) => call.replace(/ --title.*/, ''))).toEqual([
      'label create bijwerken --force',
      'issue edit 7',
      'issue reopen 7',
      'issue edit 8',
      'issue close 8',
      'issue create --label bijwerken',
    ]);
    expect(calls.at(-1)).toMatch(/--body-file reports\/latest\/issues\/nieuw-[0-9a-f]{8}\.md$/);
  });

  test('GitLab', async () => {
    const calls = await ran(scriptWith('glab api'), 'glab', 'description', night());
    expect(calls.map((call) => call.replace(/ --raw-field (?:labels|title).*/, ''))).toEqual([
      'api -X PUT projects/:id/issues/7 --raw-field state_event=reopen',
      'api -X PUT projects/:id/issues/8 --raw-field state_event=close',
      'api -X POST projects/:id/issues',
    ]);
  });

  test.each([
    ['gh issue create', 'gh', 'body', ['label create bijwerken --force']],
    ['glab api', 'glab', 'description', []],
  ] as const)('a part of a night touches none (%s)', async (what, tool, key, expected) => {
    expect(await ran(scriptWith(what), tool, key, night({ partial: { only: ['a'] } }))).toEqual(expected);
  });
});

/** The demo organisation, audited by the built command through the demo world: every seeded fault found, none invented. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { expected, expectedExitCode, missingNetwork } from '../world/expected.ts';
import { type DemoWorld, startWorld } from '../world/world.ts';
import {
  bijwerken,
  type Ended,
  filesBelow,
  readReport,
  root,
  type TemporaryFolder,
  temporaryFolder,
} from './command.ts';

const TOKEN = 'tok-3f9a61c7e2b84d50';

let world: DemoWorld;
let out: TemporaryFolder;
let ended: Ended;
let report: Report;

beforeAll(async () => {
  world = await startWorld({ now: Date.now() });
  out = await temporaryFolder();
  const args = [
    'audit',
    '--proxy',
    world.proxyUrl,
    '--ignore-https-errors',
    '--per-host-delay',
    '0',
    '--out',
    out.path,
  ];
  ended = await bijwerken([...args, '--verbose'], { env: { BIJWERKEN_LINKEDIN_TOKEN: TOKEN } });
  report = await readReport(path.join(out.path, 'latest'));
}, 120_000);

afterAll(async () => {
  await world.close();
  await out.remove();
});

const profile = (id: string) => report.profiles.find((each) => each.id === id);

test('the audit ends with the expected code and says where the report is', () => {
  expect(ended.code, ended.stderr).toBe(expectedExitCode);
  expect(report.run).toMatchObject({ complete: true, exitCode: expectedExitCode, exitReasons: ['findings'] });
  expect(ended.stderr).toContain('index.html');
});

test('every profile of the file is in the report, in its order', () => {
  expect(report.profiles.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
});

describe.each(expected)('$id shows $shows', ({ id, verdict, action, outcome, findings }) => {
  test('verdict and action', () => {
    expect(profile(id)).toMatchObject({ verdict, action });
    if (outcome) expect(profile(id)?.capture.outcome).toBe(outcome);
  });

  test('the findings that were seeded', () => {
    const found = Object.fromEntries(
      (profile(id)?.findings ?? []).map(({ check, status, code }) => [check, { status, code }]),
    );
    expect(found).toMatchObject(findings);
  });

  test('no fault is invented', () => {
    const wrong = (profile(id)?.findings ?? [])
      .filter(({ status }) => status === 'deviating' || status === 'absent')
      .filter(({ check }) => !(check in findings))
      .map(({ check, code, found }) => `${check}: ${code}, found ${found}`);
    expect(wrong).toEqual([]);
  });
});

test('a picture of the page stands beside what deviates and beside walls', () => {
  const pictured = (id: string) => profile(id)?.capture.sources.some(({ screenshot }) => screenshot !== undefined);
  for (const id of [
    'linkedin-jong',
    'linkedin-leeuwarden',
    'facebook-hoofdpagina',
    'linkedin-werken-bij',
    'linkedin-kadewacht',
  ]) {
    expect(pictured(id), id).toBe(true);
  }
  expect(pictured('linkedin-hoofdpagina')).toBe(false);
});

test('the important network without a profile is missing, and no other one is', () => {
  const missing = report.presence.filter(({ status }) => status === 'missing');
  expect(missing).toMatchObject([{ network: missingNetwork, important: true, action: 'create' }]);
});

test('the closed network was not asked', () => {
  expect(world.requests.filter(({ host }) => host.includes('hyves'))).toEqual([]);
});

test('nothing outside the demo world was asked', () => {
  // The world answers CONNECT with 502 for hosts that it does not play; the trackers on the pages are blocked before.
  expect(world.requests.filter(({ method }) => method === 'CONNECT').map(({ host }) => host)).toEqual([]);
});

test('the written report.json follows its schema', async () => {
  const schema: unknown = JSON.parse(await readFile(path.join(root, 'schema', 'report.schema.json'), 'utf8'));
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema as object);
  validate(report);
  expect(validate.errors ?? []).toEqual([]);
});

test('the counts agree with the profiles', () => {
  const wrong = report.profiles
    .flatMap(({ findings }) => findings)
    .filter(({ status }) => status === 'deviating' || status === 'absent');
  const count = (severity: string) => wrong.filter((finding) => finding.severity === severity).length;
  expect(report.summary.findings).toEqual({ error: count('error'), warning: count('warning'), info: count('info') });
  const unverifiable = report.profiles.filter(({ verdict }) => verdict === 'unverifiable').length;
  expect(report.summary.coverage.profiles).toBeCloseTo(
    (report.profiles.length - unverifiable) / report.profiles.length,
    3,
  );
});

test('every file that the report names is there', async () => {
  const files = await filesBelow(path.join(out.path, 'latest'));
  const named = [...JSON.stringify(report).matchAll(/"(assets\/[0-9a-f]+\.png)"/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !files.includes(name))).toEqual([]);
  const assets = report.profiles.flatMap(({ findings }) => findings).flatMap(({ evidence }) => evidence.items);
  const pictures = assets.flatMap((item) =>
    item.kind === 'image' ? [item.expectedAsset, item.foundAsset, item.differenceAsset] : [],
  );
  expect(pictures.filter((name) => name !== null && !files.includes(`assets/${name}`))).toEqual([]);
});

test('a token of the environment is in no file that was written, nor in the log', async () => {
  const folder = out.path;
  const files = await filesBelow(folder);
  expect(files.length).toBeGreaterThan(50);
  const spellings = [TOKEN, Buffer.from(TOKEN).toString('base64').replace(/=+$/, '')];
  for (const file of files) {
    const bytes = await readFile(path.join(folder, file));
    const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
    expect(
      spellings.filter((spelling) => text.includes(spelling)),
      file,
    ).toEqual([]);
  }
  expect(ended.stderr).not.toContain(TOKEN);
});

describe('the stored captures, audited again without any network', () => {
  const replay = async (folder: string) => {
    const before = world.requests.length;
    const captures = path.join(out.path, 'latest', 'captures');
    const { code, stderr } = await bijwerken(['audit', '--captures', captures, '--out', folder]);
    expect(code, stderr).toBe(expectedExitCode);
    expect(world.requests.length).toBe(before);
    return await readReport(path.join(folder, 'latest'));
  };

  test('twice: the same report but for times, and the same findings as on the web', async () => {
    const [one, two] = [await temporaryFolder(), await temporaryFolder()];
    try {
      const first = await replay(one.path);
      const second = await replay(two.path);
      expect(timeless(second)).toEqual(timeless(first));
      expect(timeless(first).profiles).toEqual(timeless(report).profiles);
    } finally {
      await one.remove();
      await two.remove();
    }
  }, 120_000);
});

/** Without the times of the run itself; those of the captures stay. */
function timeless(from: Report) {
  const { startedAt: _, finishedAt: _2, id: _3, ...run } = from.run;
  const profiles = from.profiles.map((each) => ({
    ...each,
    findings: each.findings.map(({ since: _4, isNew: _5, ...finding }) => finding),
  }));
  return { ...from, run, profiles };
}

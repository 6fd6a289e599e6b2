import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../src/capture/archive.ts';
import { audit } from '../src/index.ts';
import { aConfig } from './config/writing.ts';
import { aCapture, aDocument, aProfileCapture } from './support/captured.ts';
import { aFolder, filesIn, textsIn } from './support/folders.ts';

const URL_OF_A = 'https://www.linkedin.com/company/voorbeeld';
const document = aDocument({ requestedUrl: URL_OF_A, finalUrl: `${URL_OF_A}/authwall` });

/** A stored night in which nothing could be seen. */
async function aNight() {
  const bios = [{ language: 'nl', text: 'Wij maken voorbeelden.' }];
  const config = JSON.stringify(aConfig({ brand: { name: 'Voorbeeld', bios } }));
  const folder = await aFolder({ 'profiles.json': config });
  const captures = path.join(folder, 'captures');
  const run = { version: 1, startedAt: '2026-11-23T02:00:00.000Z', tool: 'bijwerken 0.1.0' } as const;
  const archive = await openArchive(captures, run, (text) => text);
  const capture = aProfileCapture({ profile: 'a', network: 'linkedin', url: URL_OF_A });
  await archive.save({ ...capture, captures: [aCapture({ documents: [document] })] });
  return { config: path.join(folder, 'profiles.json'), captures, out: path.join(folder, 'reports'), env: {} };
}

describe('a stored night, judged again', () => {
  test('the language of the report changes nothing of what is expected', async () => {
    const night = await aNight();
    const findings = async (language: 'nl' | 'en') => {
      const { report } = await audit({ ...night, language });
      expect(report.run.language).toBe(language);
      return report.profiles[0]?.findings.map(({ key, status, expected }) => [key, status, expected]);
    };
    const dutch = await findings('nl');
    expect(dutch).toContainEqual(['a/info.bio', 'unverifiable', 'Wij maken voorbeelden.']);
    expect(await findings('en')).toEqual(dutch);
  });

  test('what was not seen carries its age from run to run, and latest is the last of them', async () => {
    const night = await aNight();
    const first = await audit(night);
    const second = await audit({ ...night, now: '2026-11-24T02:00:00.000Z' });
    const bio = ({ report }: typeof first) => report.profiles[0]?.findings.find(({ check }) => check === 'info.bio');
    expect(bio(second)?.since).toBe(bio(first)?.since);
    expect(second.report.summary.sincePrevious).toEqual({ new: 0, fixed: 0 });
    const latest = await textsIn(path.join(night.out, 'latest'));
    expect(JSON.parse(latest['report.json'] ?? '')).toEqual(JSON.parse(JSON.stringify(second.report)));
  });

  test('too little was seen: 3, and a run of a part never becomes latest', async () => {
    const night = await aNight();
    const { report, exitCode } = await audit({ ...night, only: ['a'] });
    expect([exitCode, report.run.exitCode, report.run.exitReasons]).toEqual([3, 3, ['coverage']]);
    expect([...(await filesIn(night.out)).keys()].some((name) => name.startsWith('latest'))).toBe(false);
  });
});

/** `npm run demo`: audits the demo organisation through the built command, and says whether it found what it should. */

import { spawn } from 'node:child_process';
import path from 'node:path';
import { expected, expectedExitCode } from '../test/world/expected.ts';
import { startWorld } from '../test/world/world.ts';
import { ladderLine, ladderOf } from './ladder.ts';

const root = path.resolve(import.meta.dirname, '..');
const main = path.join(root, 'dist', 'cli', 'main.js');
const started = performance.now();

const world = await startWorld({ now: Date.now() });
console.log('The demo: a proxy on this machine plays the networks; nothing outside it is asked.\n');
const { code, output } = await audit(world.proxyUrl);
await world.close();

const seconds = ((performance.now() - started) / 1000).toFixed(0);
if (code !== expectedExitCode) {
  console.error(`\nThe audit ended with exit code ${code}; ${expectedExitCode} was expected.`);
  process.exitCode = 1;
} else {
  const report: unknown = JSON.parse(output);
  const wrong = differences(report);
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) process.exitCode = 1;
  else
    console.log(
      `\nThe audit found what it should: ${expected.length} of ${expected.length} verdicts, exit code ${code}, ${seconds} s.`,
    );
  console.log(ladderLine(ladderOf(report)));
}
console.log(`The report: ${path.join('reports', 'latest', 'index.html')}`);

function audit(proxyUrl: string): Promise<{ code: number; output: string }> {
  const { HTTPS_PROXY: _1, https_proxy: _2, NO_PROXY: _3, no_proxy: _4, ...env } = process.env;
  const options = ['--proxy', proxyUrl, '--ignore-https-errors', '--per-host-delay', '0', '--json'];
  const child = spawn(process.execPath, [main, 'audit', ...options], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 70, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

function differences(report: unknown): string[] {
  const profiles = isObject(report) && Array.isArray(report.profiles) ? report.profiles.filter(isObject) : [];
  return expected.flatMap(({ id, verdict }) => {
    const found = profiles.find((profile) => profile.id === id)?.verdict ?? 'nothing';
    return found === verdict ? [] : [`${id}: ${verdict} was expected, ${String(found)} was found.`];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

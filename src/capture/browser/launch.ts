/** Starts the first browser that works, with its sandbox wherever that can run, and everything through the guard. */

import { type Browser, chromium, type LaunchOptions } from 'playwright';
import type { Log } from '../../model/world.ts';
import type { Guard } from '../guard.ts';
import { type BrowserKind, browserCandidates, type Candidate } from './candidates.ts';

export interface BrowserOptions {
  readonly guard: Guard;
  /** An executable that the user named. */
  readonly path?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
}

export interface RunningBrowser {
  readonly browser: Browser;
  readonly kind: BrowserKind;
  readonly version: string;
  readonly executablePath: string | null;
  readonly sandbox: boolean;
}

// The first two keep WebRTC's UDP from going past the proxy (measured: without them it does); the rest keeps quiet.
const ARGS = [
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** What stood in the way of every browser that was tried, one line each. */
export class NoBrowser extends Error {
  readonly attempts: readonly string[];

  constructor(attempts: readonly string[]) {
    super(attempts.length > 0 ? attempts.join(' ') : 'No browser was found on this machine.');
    this.name = 'NoBrowser';
    this.attempts = attempts;
  }
}

/** Throws NoBrowser when none starts, and a UserError when the named one does not exist. */
export async function launchBrowser(options: BrowserOptions): Promise<RunningBrowser> {
  const attempts: string[] = [];
  for await (const candidate of browserCandidates(options.path, options.env, process.platform)) {
    try {
      const running = await launchCandidate(candidate, options);
      options.log.debug(`browser: ${running.kind} ${running.version}${running.sandbox ? '' : ', sandbox off'}`);
      return running;
    } catch (error) {
      attempts.push(`${candidate.executablePath ?? candidate.kind}: ${firstLine(error)}.`);
      options.log.debug(`browser: ${attempts.at(-1)}`);
    }
  }
  throw new NoBrowser(attempts);
}

async function launchCandidate(candidate: Candidate, { guard, env }: BrowserOptions): Promise<RunningBrowser> {
  const { url: server, username, password } = guard.credentials;
  const launch = async (sandbox: boolean): Promise<RunningBrowser> => {
    const launchOptions: LaunchOptions = {
      ...(candidate.executablePath ? { executablePath: candidate.executablePath } : {}),
      args: ARGS,
      chromiumSandbox: sandbox,
      proxy: { server, username, password },
      env: { ...withoutSecrets(env), ...candidate.env },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: 30_000,
    };
    const browser = await chromium.launch(launchOptions);
    const executablePath = candidate.executablePath ?? null;
    return { browser, kind: candidate.kind, version: browser.version(), executablePath, sandbox };
  };
  if (!canSandbox()) return await launch(false);
  try {
    return await launch(true);
  } catch (error) {
    // Only the sandbox's own failure is worth a start without it.
    if (!/sandbox|namespace|setuid|zygote/i.test(String(error))) throw error;
    return await launch(false);
  }
}

/** Chromium refuses to sandbox for root. */
const canSandbox = () => process.platform !== 'linux' || process.getuid?.() !== 0;

/** A page that breaks out of the renderer shall find no token in the browser's environment. */
function withoutSecrets(env: BrowserOptions['env']): Record<string, string> {
  const kept = Object.entries(env).filter(([key]) => !/^BIJWERKEN_|_PROXY$|TOKEN|SECRET|PASSWORD|_KEY$/i.test(key));
  return Object.fromEntries(kept.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

const firstLine = (error: unknown) =>
  (error instanceof Error ? error.message : String(error))
    .split('\n')[0]
    ?.replace(/^browserType\.launch: /, '')
    .replace(/\.$/, '') ?? '';

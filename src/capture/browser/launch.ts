/** Starts the first browser that works, with its sandbox wherever that can run, and everything through the guard. */

import type { Browser, LaunchOptions } from 'playwright';
import { UserError } from '../../model/problem.ts';
import type { Log, World } from '../../model/world.ts';
import { withDeadline } from '../deadline.ts';
import type { Guard } from '../guard.ts';
import { type BrowserKind, browserCandidates, type Candidate } from './candidates.ts';
import { browserEnvironment } from './environment.ts';
import { NoBrowser } from './failures.ts';

export { NoBrowser } from './failures.ts';

export interface BrowserOptions {
  readonly guard: Guard;
  readonly world: World;
  /** An executable that the user named. */
  readonly path?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** True: with a window, for a person. */
  readonly headed?: boolean;
}

export interface RunningBrowser {
  readonly browser: Browser;
  readonly kind: BrowserKind;
  readonly version: string;
  readonly executablePath: string | null;
  readonly sandbox: boolean;
  /** Null when the browser does not tell. */
  readonly processId: number | null;
  /** Ends the browser, by force when it does not end by itself, and removes what was unpacked for it alone. */
  close(): Promise<void>;
}

const ARGS = [
  // These two keep WebRTC's UDP from going past the proxy (measured: without them it does).
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  // Names are the guard's care: what would go past it, dns-prefetch included, finds no address.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** Throws NoBrowser when none starts, and a UserError when the named one does not exist. */
export async function launchBrowser(options: BrowserOptions): Promise<RunningBrowser> {
  const attempts: string[] = [];
  const disposals = new Set<() => Promise<void>>();
  const note = (what: string, error: unknown) => {
    attempts.push(`${what}: ${firstLine(error)}.`);
    options.log.debug(`browser: ${attempts.at(-1)}`);
  };
  try {
    for await (const candidate of browserCandidates(options.path, options.env, process.platform)) {
      if (candidate.dispose) disposals.add(candidate.dispose);
      // What comes with us has no windows.
      if (options.headed && candidate.kind === 'bundled') continue;
      try {
        const running = await launchCandidate(candidate, options);
        options.log.debug(`browser: ${running.kind} ${running.version}${running.sandbox ? '' : ', sandbox off'}`);
        return running;
      } catch (error) {
        note(candidate.executablePath ?? candidate.kind, error);
      }
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    // A full disk, say: no place to unpack to.
    note('bundled', error);
  }
  for (const dispose of disposals) await dispose();
  throw new NoBrowser(attempts);
}

async function launchCandidate(candidate: Candidate, options: BrowserOptions): Promise<RunningBrowser> {
  const { url: server, username, password } = options.guard.credentials;
  const launch = async (sandbox: boolean): Promise<RunningBrowser> => {
    const launchOptions: LaunchOptions = {
      ...(candidate.executablePath ? { executablePath: candidate.executablePath } : {}),
      args: ARGS,
      headless: !options.headed,
      chromiumSandbox: sandbox,
      proxy: { server, username, password },
      env: { ...browserEnvironment(options.env, options.headed), ...candidate.env },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: 30_000,
    };
    // Loaded when it is needed: most commands, and most profiles, need no browser.
    const { chromium } = await import('playwright');
    const browser = await chromium.launch(launchOptions);
    const executablePath = candidate.executablePath ?? null;
    const processId = await processIdOf(browser);
    const close = closer(browser, processId, candidate.dispose, options.world);
    return { browser, kind: candidate.kind, version: browser.version(), executablePath, sandbox, processId, close };
  };
  if (!canSandbox()) return await launch(false);
  try {
    return await launch(true);
  } catch (error) {
    if (!isSandboxFailure(String(error))) throw error;
    return await launch(false);
  }
}

/** Chromium refuses to sandbox for root. */
const canSandbox = () => process.platform !== 'linux' || process.getuid?.() !== 0;

/** Only the sandbox's own failure is worth a start without it; the command line that is quoted too says nothing. */
export const isSandboxFailure = (text: string): boolean =>
  text
    .split('\n')
    .filter((line) => !line.includes('<launching>'))
    .some((line) =>
      /no usable sandbox|sandboxing failed|suid sandbox|new namespace|zygote_host|sandbox\/linux/i.test(line),
    );

const CLOSE_MS = 5000;

function closer(browser: Browser, pid: number | null, dispose: Candidate['dispose'], world: World) {
  let closing: Promise<void> | undefined;
  const close = async () => {
    const ended = browser.close().catch(() => {});
    const inTime = () => withDeadline(world, CLOSE_MS, undefined, () => ended);
    // A browser that hangs does not end by being asked; what follows its end is still waited for.
    await inTime().catch(() => {
      kill(browser, pid);
      return inTime().catch(() => {});
    });
    // What cannot be removed now is removed when this process ends.
    await dispose?.().catch(() => {});
  };
  return () => {
    closing ??= close();
    return closing;
  };
}

/** Playwright does not tell; the browser itself does. */
async function processIdOf(browser: Browser): Promise<number | null> {
  try {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    return processInfo.find(({ type }) => type === 'browser')?.id ?? null;
  } catch {
    return null;
  }
}

function kill(browser: Browser, pid: number | null): void {
  // While it is connected, the number is still its own.
  if (pid === null || !browser.isConnected()) return;
  for (const target of process.platform === 'win32' ? [pid] : [-pid, pid]) {
    try {
      process.kill(target, 'SIGKILL');
      return;
    } catch {
      // No group of that number: then the process alone.
    }
  }
}

const firstLine = (error: unknown) =>
  (error instanceof Error ? error.message : String(error))
    .split('\n')[0]
    ?.replace(/^browserType\.launch: /, '')
    .replace(/\.$/, '') ?? '';

/** A real browser window for a person to sign in at a network. Types nothing, clicks nothing, and keeps no password. */

import { UserError } from '../../model/problem.ts';
import type { BrowserState } from '../../model/session.ts';
import { type BrowserOptions, launchBrowser, NoBrowser } from '../browser/launch.ts';

export interface LoginWindow {
  /** Where the person is. */
  address(): string;
  /** All that the browser holds; what of it is kept is not decided here. */
  state(): Promise<BrowserState>;
  /** Fulfilled when the person closed the window. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

export type OpenWindow = (url: string) => Promise<LoginWindow>;

const MAX_BYTES = 1024 * 1024 * 1024;

/** Throws a UserError where no window can be opened. */
export const windowOpener =
  (options: BrowserOptions): OpenWindow =>
  async (url) => {
    const running = await launchBrowser({ ...options, headed: true }).catch((error: unknown) => {
      throw error instanceof NoBrowser ? noWindow(error) : error;
    });
    const { url: server, username, password } = options.guard.newCredentials(MAX_BYTES);
    const context = await running.browser.newContext({ proxy: { server, username, password }, viewport: null });
    const page = await context.newPage();
    const closed = new Promise<void>((resolve) => {
      context.on('close', () => resolve());
      context.on('page', (other) => other.on('close', () => closeLast()));
      page.on('close', () => closeLast());
      const closeLast = () => (context.pages().length === 0 ? resolve() : undefined);
    });
    // A page that does not come is there for the person to see.
    await page.goto(url, { waitUntil: 'commit' }).catch(() => {});
    return {
      address: () => (page.isClosed() ? (context.pages()[0]?.url() ?? '') : page.url()),
      state: () => context.storageState(),
      closed,
      close: running.close,
    };
  };

function noWindow({ attempts }: NoBrowser): UserError {
  const message = `no browser window could be opened. ${attempts[0] ?? 'No browser was found on this machine.'}`;
  const hint = 'Install Chrome, Chromium or Edge, or name one with --browser.';
  return new UserError([{ where: 'login', message, hint }]);
}

/** Throws a UserError on a machine that has no screen to open a window on. */
export function refuseWithoutDisplay(
  { DISPLAY, WAYLAND_DISPLAY }: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  network: string,
): void {
  if (platform === 'win32' || platform === 'darwin' || DISPLAY || WAYLAND_DISPLAY) return;
  const message =
    'this machine has no screen (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened.';
  const hint = `Run "bijwerken login ${network} --print" on your own computer, and put what it prints into the secret that this machine is given.`;
  throw new UserError([{ where: 'login', message, hint }]);
}

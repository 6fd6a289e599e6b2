/** Everything that reaches the web, opened together and closed together: guard, HTTP client, browser, pace. */

import { createPageBrowser, type PageBrowser } from './capture/browser/browser.ts';
import { type Guard, startGuard } from './capture/guard.ts';
import { createHttp, type Http } from './capture/http.ts';
import { createPace, type Pace } from './capture/pace.ts';
import { createRedactor, type Redactor } from './capture/redact.ts';
import { isUrl } from './model/isUrl.ts';
import { UserError } from './model/problem.ts';
import type { Log, World } from './model/world.ts';
import { VERSION } from './version.ts';

/** How the web is reached; the same for the HTTP client and the browser. */
export interface ConnectionOptions {
  /** A forward proxy, `http://user:pass@host:port`; `HTTPS_PROXY` of the environment when left out. */
  readonly proxy?: string;
  /** For intercepting proxies. With it no secret is sent. */
  readonly ignoreHttpsErrors?: boolean;
  readonly allowPrivate?: boolean;
  /** A browser's executable; `BIJWERKEN_BROWSER` of the environment when left out. */
  readonly browser?: string;
}

export interface Connections {
  readonly guard: Guard;
  readonly http: Http;
  readonly browser: PageBrowser;
  readonly pace: Pace;
  close(): Promise<void>;
}

export interface ConnectionSettings extends ConnectionOptions {
  readonly world: World;
  readonly log: Log;
  readonly redactor: Redactor;
  readonly userAgent?: string;
  readonly perHostDelayMs: number;
}

const CONNECT_TIMEOUT_MS = 10_000;
const MAX_BYTES_PER_TUNNEL = 100 * 1024 * 1024;

/** The proxy that is used, from the option or the environment; null for none. Throws a UserError when it is no address. */
export function proxyOf({ proxy }: ConnectionOptions, env: World['env']): string | null {
  const names = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'HTTP_PROXY', 'http_proxy'];
  const name = names.find((each) => env[each]);
  const value = proxy ?? (name === undefined ? undefined : env[name]);
  if (!value) return null;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const isHttp = isUrl(address) && /^https?:$/.test(new URL(address).protocol);
  if (isHttp) return address;
  const where = proxy === undefined ? (name ?? 'HTTPS_PROXY') : '--proxy';
  throw new UserError([
    { where, message: 'this is not the address of a proxy.', hint: 'It looks like http://host:8080.' },
  ]);
}

/** Takes the secrets of the environment and of the proxy out of every text. */
export const redactorOf = (options: ConnectionOptions, env: World['env']): Redactor =>
  createRedactor({ ...env, ...(options.proxy ? { HTTPS_PROXY: options.proxy } : {}) });

export async function openConnections(settings: ConnectionSettings): Promise<Connections> {
  const { world, log, redactor } = settings;
  const upstream = proxyOf(settings, world.env);
  const noProxy = world.env.NO_PROXY ?? world.env.no_proxy;
  const ignoreHttpsErrors = settings.ignoreHttpsErrors ?? false;
  const guard = await startGuard({
    world,
    ...(upstream ? { upstream: { url: upstream } } : {}),
    ...(noProxy ? { noProxy } : {}),
    allowPrivate: settings.allowPrivate ?? false,
    connectTimeoutMs: CONNECT_TIMEOUT_MS,
    maxBytesPerTunnel: MAX_BYTES_PER_TUNNEL,
    log,
  });
  const userAgent =
    settings.userAgent ?? `Mozilla/5.0 (compatible; Bijwerken/${VERSION}; audit of an organisation's own profiles)`;
  const http = createHttp({ guard, world, userAgent, ignoreHttpsErrors, redactor, log });
  const browser = createPageBrowser({
    guard,
    world,
    ignoreHttpsErrors,
    env: world.env,
    log,
    ...(settings.browser ? { path: settings.browser } : {}),
  });
  const pace = createPace({ world, perHostDelayMs: settings.perHostDelayMs });
  const close = async () => {
    http.close();
    await browser.close();
    await guard.close();
  };
  return { guard, http, browser, pace, close };
}

/** A real browser behind the real guard, for tests: the pages stand behind a proxy, as with `--proxy`. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Browser, chromium } from 'playwright';
import { vi } from 'vitest';
import { createPageBrowser, type PageBrowser, type VisitOptions } from '../../../src/capture/browser/browser.ts';
import { type Guard, type GuardOptions, startGuard } from '../../../src/capture/guard.ts';
import type { PageRequest } from '../../../src/model/capture.ts';
import type { World } from '../../../src/model/world.ts';
import { realWorld } from '../../../src/world.ts';
import {
  type Certificate,
  httpServer,
  proxyServer,
  silentLog,
  type TestServer,
  tlsServer,
} from '../../support/servers.ts';

export type Site = Readonly<Record<string, (answer: ServerResponse, incoming: IncomingMessage) => void>>;

export interface Visiting {
  readonly guard: Guard;
  readonly browser: PageBrowser;
  /** Every request that went through the guard to the proxy beyond it. */
  readonly upstream: TestServer;
  /** What the pages' own server was asked. */
  readonly site: TestServer;
  visit(url: string, options?: Partial<VisitOptions>): ReturnType<PageBrowser['visit']>;
  /** How many contexts the newest browser says it has, and how many renderers. */
  left(): Promise<{ contexts: number; renderers: number }>;
  /** Sends a signal to the browser's process. */
  kill(signal: NodeJS.Signals): void;
  isAlive(): boolean;
  close(): Promise<void>;
}

export interface VisitingOptions {
  /** `host/path` or `*` to its answer. */
  readonly site: Site;
  readonly certificate?: Certificate;
  readonly world?: Partial<World>;
  readonly guard?: Partial<GuardOptions>;
}

/** Hosts of these pages; every other name leads nowhere beyond the proxy. */
const HOSTS = [
  'page.example',
  'consent.page.example',
  'other.example',
  'tracker.example',
  'www.google-analytics.com',
  'cdn.example',
];

const launches = vi.spyOn(chromium, 'launch');

export const pageRequest = (url: string): PageRequest => ({ document: 'page', url, accept: 'html' });

export async function startVisiting({ site: routes, certificate, ...options }: VisitingOptions): Promise<Visiting> {
  const listener = (incoming: IncomingMessage, answer: ServerResponse) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://page.example');
    const route = routes[`${incoming.headers.host}${pathname}`] ?? routes[pathname];
    if (route) route(answer, incoming);
    else answer.writeHead(404, { 'content-type': 'text/html' }).end('nothing here');
  };
  const site = await httpServer(listener);
  const secure = certificate && (await tlsServer(certificate, listener));
  const upstream = await proxyServer((host, port) =>
    HOSTS.includes(host) ? (port === 443 ? secure?.port : site.port) : undefined,
  );
  const world = { ...realWorld({ env: process.env }), ...options.world };
  const guard = await startGuard({
    world,
    upstream: { url: `http://127.0.0.1:${upstream.port}` },
    allowPrivate: false,
    connectTimeoutMs: 5000,
    maxBytesPerTunnel: 100_000_000,
    log: silentLog,
    ...options.guard,
  });
  const browser = createPageBrowser({ guard, world, env: process.env, log: silentLog, ignoreHttpsErrors: true });
  const close = async () => {
    await browser.close();
    await guard.close();
    for (const server of [upstream, site, ...(secure ? [secure] : [])]) await server.close();
  };
  const visit: Visiting['visit'] = (url, visiting) =>
    browser.visit(pageRequest(url), {
      language: 'nl',
      signal: new AbortController().signal,
      timeoutMs: 20_000,
      isEnough: ({ body }) => body.includes('id="done"'),
      ...visiting,
    });
  const left = async () => {
    const newest: Browser | undefined = await launches.mock.results.at(-1)?.value;
    if (!newest) throw new Error('No browser was started.');
    const session = await newest.newBrowserCDPSession();
    const { browserContextIds } = await session.send('Target.getBrowserContexts');
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    return {
      contexts: browserContextIds.length,
      renderers: processInfo.filter(({ type }) => type === 'renderer').length,
    };
  };
  const processId = () => browser.running()?.processId ?? Number.NaN;
  const kill = (signal: NodeJS.Signals) => void process.kill(processId(), signal);
  const isAlive = () => {
    try {
      return process.kill(processId(), 0);
    } catch {
      return false;
    }
  };
  return { guard, browser, upstream, site, visit, left, kill, isAlive, close };
}

export const html =
  (body: string | Buffer, headers: Record<string, string> = {}) =>
  (answer: ServerResponse): void =>
    void answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);

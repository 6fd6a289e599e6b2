/** What the browser does not load: the audit reads text and addresses, and measures nobody. */

import type { BrowserContext, Route } from 'playwright';
import { isUrl } from '../../model/isUrl.ts';

const TYPES: readonly string[] = ['image', 'font', 'media'];

/** Hosts that only measure or advertise; subdomains included. */
const TRACKERS = [
  'google-analytics.com',
  'googletagmanager.com',
  'doubleclick.net',
  'googlesyndication.com',
  'googleadservices.com',
  'connect.facebook.net',
  'px.ads.linkedin.com',
  'snap.licdn.com',
  'ads-twitter.com',
  'analytics.twitter.com',
  'analytics.tiktok.com',
  'hotjar.com',
  'clarity.ms',
  'scorecardresearch.com',
  'criteo.com',
  'taboola.com',
  'segment.io',
  'newrelic.com',
  'nr-data.net',
  'sentry.io',
];

export const isTracker = (host: string): boolean =>
  TRACKERS.some((tracker) => host === tracker || host.endsWith(`.${tracker}`));

export async function blockWhatIsNotRead(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route: Route) => {
    const request = route.request();
    const host = isUrl(request.url()) ? new URL(request.url()).hostname : '';
    const isBlocked = TYPES.includes(request.resourceType()) || isTracker(host);
    // The context may be gone by now: then there is nothing left to answer.
    await (isBlocked ? route.abort('blockedbyclient') : route.continue()).catch(() => {});
  });
}

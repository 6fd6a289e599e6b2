/** Hosts that only measure or advertise: nothing of them is ever asked, by the browser's own guesses either. */

/** Subdomains included. */
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

/** What a browser asks for itself, whatever page it shows: help with forms, hints, updates. Seen in Chromium 156. */
const BROWSER_SERVICES: readonly string[] = [
  'content-autofill.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'safebrowsing.googleapis.com',
  'update.googleapis.com',
  'clientservices.googleapis.com',
  'clients2.google.com',
  'redirector.gvt1.com',
  'edgedl.me.gvt1.com',
];

/** Why nothing of a host is asked; undefined where it may be. */
export function unwanted(host: string): string | undefined {
  if (isTracker(host)) return 'it measures visitors';
  return BROWSER_SERVICES.includes(host) ? 'it serves the browser, and no page' : undefined;
}

export const isTracker = (host: string): boolean =>
  TRACKERS.some((tracker) => host === tracker || host.endsWith(`.${tracker}`));

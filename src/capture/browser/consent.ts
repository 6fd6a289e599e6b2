/** Tells a page that asks for cookies no: once, by its own button that refuses, and never on the way to another site. */

import type { Page, Route } from 'playwright';
import { getDomain } from 'tldts';
import { isUrl } from '../../model/isUrl.ts';
import type { World } from '../../model/world.ts';
import { withDeadline } from '../deadline.ts';
import { REFUSE } from './consentScript.ts';
import { REFUSALS, SUBJECT, VENDORS, YES } from './consentTable.ts';
import { framesOf } from './frames.ts';
import type { Eye } from './look.ts';

export interface Asking {
  readonly page: Page;
  readonly eye: Eye;
  /** The address that was asked for. */
  readonly requested: string;
  readonly world: World;
  readonly signal: AbortSignal;
  /** The instant at which what is there must do. */
  readonly until: number;
}

export interface Answered {
  /** The vendor's name, or the text of the button. */
  readonly refused: string;
  /** Whether an address is still of the site that asked, or of the one that was visited. */
  readonly isOurs: (url: string) => boolean;
}

/** A frame may hang where its page does not: all of them together get this long. */
const FRAMES_MS = 2000;

/** Null when the page asks nothing, or has no button that refuses. Dialogs in frames are those of other hosts, mostly. */
export async function refuseConsent(asking: Asking): Promise<Answered | null> {
  const { page, eye, requested } = asking;
  const site = siteOf(page.url());
  if (site === null) return null;
  const ours = [site, siteOf(requested)];
  const isOurs = (url: string) => ours.includes(siteOf(url));
  await keepOnSite(page, isOurs);
  const refused = (await eye.run(refusalAt(site, false))) ?? (await refuseInFrames(asking, site));
  return typeof refused === 'string' ? { refused, isOurs } : null;
}

const refuseInFrames = ({ page, world, signal, until }: Asking, site: string): Promise<unknown> =>
  withDeadline(world, Math.min(FRAMES_MS, until - world.now()), signal, async (ending) => {
    for (const frame of await framesOf(page)) {
      if (ending.aborted) return null;
      // A frame without an address of its own was written by the page.
      const refused = await frame.run(refusalAt(siteOf(frame.address) ?? site, true));
      if (typeof refused === 'string') return refused;
    }
    return null;
  }).catch(() => null);

const refusalAt = (site: string, isFrame: boolean): string =>
  `${REFUSE}(${[VENDORS, REFUSALS, YES, SUBJECT, site, isFrame].map((each) => JSON.stringify(each)).join(', ')})`;

/** From here on the page goes nowhere else: whatever the button did, it was not asked to leave. */
const keepOnSite = (page: Page, isOurs: (url: string) => boolean): Promise<unknown> =>
  page.route('**/*', async (route: Route) => {
    const request = route.request();
    const leaves = request.isNavigationRequest() && request.frame() === page.mainFrame() && !isOurs(request.url());
    await (leaves ? route.abort('aborted') : route.fallback()).catch(() => {});
  });

/** The domain that somebody registered; of an address without one the host itself. */
const siteOf = (url: string): string | null =>
  isUrl(url) ? (getDomain(url, { allowPrivateDomains: true }) ?? new URL(url).hostname) || null : null;

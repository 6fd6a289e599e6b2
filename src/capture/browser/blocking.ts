/** What the browser does not load: the audit reads text and addresses, and measures nobody. */

import type { BrowserContext, Route } from 'playwright';
import { isUrl } from '../../model/isUrl.ts';
import { isTracker } from '../trackers.ts';

const TYPES: readonly string[] = ['image', 'font', 'media'];

export async function blockWhatIsNotRead(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route: Route) => {
    const request = route.request();
    const host = isUrl(request.url()) ? new URL(request.url()).hostname : '';
    const isBlocked = TYPES.includes(request.resourceType()) || isTracker(host);
    // The context may be gone by now: then there is nothing left to answer.
    await (isBlocked ? route.abort('blockedbyclient') : route.continue()).catch(() => {});
  });
}

/** The frames within a page, those of other sites too, each from a world that no page's scripts reach into. */

import type { CDPSession, Frame, Page } from 'playwright';
import { runIn } from './look.ts';

export interface FrameEye {
  readonly address: string;
  /** Runs a script of ours there; null when it fails. */
  run(expression: string): Promise<unknown>;
}

/** Pages of news sites have dozens for advertising. */
const MOST = 30;

export async function framesOf(page: Page): Promise<readonly FrameEye[]> {
  const own = await page.context().newCDPSession(page);
  const inner = page.frames().filter((frame) => frame !== page.mainFrame());
  const others = await Promise.all(inner.slice(0, MOST).map((frame) => sessionOf(page, frame)));
  const sessions = [own, ...others.filter((session) => session !== null)];
  const found = await Promise.all(sessions.map((session) => framesIn(session)));
  // The first of all is the page itself.
  return found.flat().slice(1, MOST + 1);
}

/** A frame that shares its page's process has none of its own: it is found through its page. */
const sessionOf = (page: Page, frame: Frame): Promise<CDPSession | null> =>
  page
    .context()
    .newCDPSession(frame)
    .catch(() => null);

interface Tree {
  readonly frame: { readonly id: string; readonly url: string };
  readonly childFrames?: readonly Tree[];
}

async function framesIn(session: CDPSession): Promise<readonly FrameEye[]> {
  const tree = await session.send('Page.getFrameTree').then(
    ({ frameTree }): Tree | null => frameTree,
    () => null,
  );
  return tree === null ? [] : below(tree).map(({ frame }) => eyeAt(session, frame));
}

const below = (tree: Tree): readonly Tree[] => [tree, ...(tree.childFrames ?? []).flatMap(below)];

const eyeAt = (session: CDPSession, { id, url }: Tree['frame']): FrameEye => ({
  address: url,
  run: (expression) => runIn(session, id, expression).catch(() => null),
});

/** Looks at a page's DOM from a world that the page's own scripts cannot reach into, and never takes more than is read. */

import type { CDPSession, Page } from 'playwright';

export interface Look {
  /** Of the very document that was looked at. */
  readonly address: string;
  readonly length: number;
  readonly complete: boolean;
  /** Null when the DOM has the length that was known already, or is longer than is read. */
  readonly body: string | null;
  /** The browser shows something of its own, an error or a warning: the site never made it. */
  readonly isBrowsers: boolean;
}

export interface Eye {
  /** Null while the page is on its way to another. */
  look(known: number): Promise<Look | null>;
  /** Runs a script of ours in the same world; null while the page is on its way to another, and when it fails. */
  run(expression: string): Promise<unknown>;
}

// Getters of the prototypes: an element that is named `documentElement` or `outerHTML` must not answer for the page.
const LOOK = `((known, most) => {
  const read = (type, name, from) => Object.getOwnPropertyDescriptor(type.prototype, name).get.call(from);
  const complete = read(Document, 'readyState', document) === 'complete';
  const root = read(Document, 'documentElement', document);
  const doctype = read(Document, 'doctype', document);
  const body = (doctype ? '<!DOCTYPE ' + doctype.name + '>' : '') + (root ? read(Element, 'outerHTML', root) : '');
  const address = read(Document, 'URL', document);
  return { address, complete, length: body.length, body: body.length === known || body.length > most ? null : body };
})`;

/** By the browser's own protocol, since Playwright evaluates in the page's world. */
export async function openEye(page: Page, maxLength: number): Promise<Eye> {
  const session = await page.context().newCDPSession(page);
  const evaluate = async (expression: string) => {
    try {
      const { frameTree } = await session.send('Page.getFrameTree');
      const { id, unreachableUrl } = frameTree.frame;
      return { value: await runIn(session, id, expression), isUnreached: unreachableUrl !== undefined };
    } catch (error) {
      if (page.isClosed()) throw error;
      return { value: null, isUnreached: false };
    }
  };
  return {
    run: async (expression) => (await evaluate(expression)).value,
    look: async (known) => {
      const { value, isUnreached } = await evaluate(`${LOOK}(${known}, ${maxLength})`);
      return lookOf(value, isUnreached);
    },
  };
}

/** In a world of ours beside that of the frame's own scripts. */
export async function runIn(session: CDPSession, frameId: string, expression: string): Promise<unknown> {
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId,
    worldName: 'bijwerken',
  });
  const { result } = await session.send('Runtime.evaluate', { expression, contextId, returnByValue: true });
  return result.value;
}

/** The addresses of what the browser makes itself: `chrome-error://chromewebdata/`. */
const OWN = /^(?:chrome|edge)[\w-]{0,20}:/i;

function lookOf(value: unknown, isUnreached: boolean): Look | null {
  if (typeof value !== 'object' || value === null) return null;
  const { address, length, complete, body }: { [key in keyof Look]?: unknown } = value;
  if (typeof address !== 'string' || typeof length !== 'number' || typeof complete !== 'boolean') return null;
  const isBrowsers = isUnreached || OWN.test(address);
  return { address, length, complete, body: typeof body === 'string' ? body : null, isBrowsers };
}

/** Links to the world: http and https only. Anything else is shown as the text that it is. */

import type { ComponentChildren } from 'preact';
import { safeAddress } from '../address.ts';
import { cut, Value, visible } from './text.tsx';

export { safeAddress } from '../address.ts';

const ASSET = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** A path inside the run's folder, or null. */
export const safePath = (path: string): string | null =>
  path.length <= 300 && ASSET.test(path) && !path.includes('..') ? path : null;

interface LinkProps {
  readonly address: string;
  /** What the link says; the address itself when left out. */
  readonly children?: ComponentChildren;
}

export function Link({ address, children }: LinkProps) {
  const href = safeAddress(address);
  if (href === null) return <Value text={address} />;
  return (
    <a href={href} rel="noopener noreferrer nofollow">
      {children ?? <bdi>{visible(cut(address, 300))}</bdi>}
    </a>
  );
}

interface FileLinkProps {
  readonly path: string;
  /** The name under which it is saved, where it is there to be saved. */
  readonly download?: string;
  readonly children: ComponentChildren;
}

/** A link to a file of the same run. */
export function FileLink({ path, download, children }: FileLinkProps) {
  const href = safePath(path);
  if (href === null) return <Value text={path} />;
  return (
    <a href={href} rel="noopener noreferrer nofollow" {...(download ? { download } : {})}>
      {children}
    </a>
  );
}

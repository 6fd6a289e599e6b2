/** Logo beside logo: small pictures stand in the page itself, larger ones are a link to `assets/`. */

import type { ComponentChildren } from 'preact';
import type { ImageEvidence } from '../../model/finding.ts';
import { FileLink, Link, safePath } from './link.tsx';
import { visible } from './text.tsx';
import type { View } from './view.ts';

const MAX_EMBEDDED = 40 * 1024;
const SIGNATURES: readonly { readonly type: string; readonly bytes: readonly number[] }[] = [
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
];

/** A data: address, or null for what is too large or is no PNG or JPEG. */
export function embedded(bytes: Uint8Array | undefined): string | null {
  if (!bytes || bytes.length > MAX_EMBEDDED) return null;
  const kind = SIGNATURES.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte));
  return kind ? `data:${kind.type};base64,${Buffer.from(bytes).toString('base64')}` : null;
}

export function Images({ view, item }: { readonly view: View; readonly item: ImageEvidence }) {
  const { finding, image } = view.words.page;
  const field = view.words.fields[item.field].label;
  return (
    <div class="images">
      <Picture
        view={view}
        asset={item.expectedAsset}
        caption={finding.expected}
        alt={image.expected(field, item.expectedFile)}
      >
        {item.expectedFile && <code>{visible(item.expectedFile)}</code>}
      </Picture>
      <Picture view={view} asset={item.foundAsset} caption={finding.found} alt={image.found(field)}>
        {item.foundUrl && <Link address={item.foundUrl}>{image.source}</Link>}
      </Picture>
      {item.differenceAsset && (
        <Picture view={view} asset={item.differenceAsset} caption={finding.difference} alt={image.difference(field)} />
      )}
    </div>
  );
}

interface PictureProps {
  readonly view: View;
  readonly asset: string | null;
  readonly caption: string;
  readonly alt: string;
  readonly children?: ComponentChildren;
}

function Picture({ view, asset, caption, alt, children }: PictureProps) {
  const { image } = view.words.page;
  const source = asset === null ? null : embedded(view.images.get(asset));
  const path = asset === null ? null : safePath(`assets/${asset}`);
  return (
    <figure class="picture">
      <figcaption class="side-label">{caption}</figcaption>
      <div class="frame">
        {source ? (
          <img src={source} alt={visible(alt)} />
        ) : path ? (
          <FileLink path={path}>
            {image.open}
            <span class="hidden">: {visible(alt)}</span>
          </FileLink>
        ) : (
          <span class="quiet">{image.none}</span>
        )}
      </div>
      {children && <p class="quiet">{children}</p>}
    </figure>
  );
}

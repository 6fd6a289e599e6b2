/** Logo beside logo, with the difference; a picture that has no room in the page is a link to `assets/`. */

import type { ComponentChildren } from 'preact';
import type { ImageEvidence } from '../../model/finding.ts';
import { FileLink, Link, safePath } from './link.tsx';
import { visible } from './text.tsx';
import { expectedLabel, type View } from './view.ts';

interface ImagesProps {
  readonly view: View;
  readonly item: ImageEvidence;
  /** The brand's file that should be there; null where the brand names none. */
  readonly wanted: string | null;
}

export function Images({ view, item, wanted }: ImagesProps) {
  const { finding, image } = view.words.page;
  const field = view.words.fields[item.field].label;
  // The picture beside may be the former logo that was recognised: then it is not the one that should be there.
  const isWanted = item.expectedFile === null || wanted === null || item.expectedFile === wanted;
  return (
    <div class="images">
      {item.foundAsset && (isWanted ? item.expectedAsset : wanted) && <Ways view={view} />}
      <Picture
        view={view}
        asset={isWanted ? item.expectedAsset : (view.brandPictures.get(wanted) ?? null)}
        caption={expectedLabel(view, item)}
        alt={
          item.elsewhere ? `${field}: ${expectedLabel(view, item)}` : image.expected(field, wanted ?? item.expectedFile)
        }
      >
        {(wanted ?? item.expectedFile) && <code>{visible(wanted ?? item.expectedFile ?? '')}</code>}
      </Picture>
      {!isWanted && (
        <Picture
          view={view}
          asset={item.expectedAsset}
          caption={image.recognised}
          alt={`${field}: ${image.recognised} ${item.expectedFile}`}
        >
          {item.expectedFile && <code>{visible(item.expectedFile)}</code>}
        </Picture>
      )}
      <Picture view={view} asset={item.foundAsset} caption={finding.found} alt={image.found(field)}>
        {item.foundUrl && <Link address={item.foundUrl}>{image.source}</Link>}
      </Picture>
      {item.differenceAsset && (
        <Picture view={view} asset={item.differenceAsset} caption={finding.difference} alt={image.difference(field)} />
      )}
    </div>
  );
}

/** Beside each other, one sliding over the other, or one shining through it. For the script only. */
function Ways({ view }: { readonly view: View }) {
  const { compare } = view.words.tools;
  return (
    <div class="ways" data-position={compare.position} data-strength={compare.strength} hidden>
      <fieldset class="ways-buttons">
        <legend class="hidden">{compare.ways}</legend>
        {(['beside', 'slider', 'overlay'] as const).map((way) => (
          <button type="button" class="plain" data-way={way} aria-pressed={way === 'beside' ? 'true' : 'false'}>
            {compare[way]}
          </button>
        ))}
      </fieldset>
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
  const source = asset === null ? undefined : view.pictures.get(asset);
  const path = asset === null ? null : safePath(`assets/${asset}`);
  return (
    <figure class="picture">
      <figcaption class="side-label">{caption}</figcaption>
      <div class="frame">
        {source ? (
          <img {...(view.isCopy ? {} : { src: source })} data-picture={asset} alt={visible(alt)} />
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

/** What is ready to be uploaded: the picture as the network wants it, seen as the network shows it, and the file. */

import { isKitPath, type KitPicture } from '../../model/kit.ts';
import { FileLink } from './link.tsx';
import { visible } from './text.tsx';
import type { FindingProps } from './view.ts';

export function Kit({ view, profile, finding }: FindingProps) {
  const { words } = view;
  const { kit = [], noKit } = finding.remedy;
  const pictures = kit.filter(({ file }) => isKitPath(file));
  if (noKit) {
    return (
      <p class="no-kit">
        {words.kit.none(words.kit.size(noKit.width, noKit.height))} {words.kit.problems[noKit.reason]}
      </p>
    );
  }
  if (pictures.length === 0) return null;
  const alt = words.kit.alt(words.checks[finding.check], profile.networkName);
  return (
    <ul class="kit">
      {pictures.map((picture) => (
        <Picture view={view} picture={picture} alt={alt} />
      ))}
    </ul>
  );
}

interface PictureProps {
  readonly view: FindingProps['view'];
  readonly picture: KitPicture;
  readonly alt: string;
}

function Picture({ view, picture, alt }: PictureProps) {
  const { kit, format } = view.words;
  const { file, width, height, round, kept } = picture;
  const source = view.pictures.get(file);
  const name = file.slice(file.lastIndexOf('/') + 1);
  return (
    <li>
      {source && (
        <span class={round ? 'kit-shot is-round' : 'kit-shot'}>
          <img {...(view.isCopy ? {} : { src: source })} data-picture={file} alt={visible(alt)} />
        </span>
      )}
      <div class="kit-text">
        <p>
          <FileLink path={file} download={name}>
            {kit.download}
            <span class="hidden">: {visible(alt)}</span>
          </FileLink>
        </p>
        <p class="quiet">
          <code>{name}</code>, {kit.size(width, height)}
        </p>
        {round && source && <p class="quiet">{kit.round}</p>}
        {kept !== undefined && <p>{kit.kept(format.percent(kept))}</p>}
      </div>
    </li>
  );
}

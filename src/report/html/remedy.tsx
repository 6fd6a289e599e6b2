/** What to do: the sentence, the thing to paste or upload, and probably the page where. */

import { isKitPath } from '../../model/kit.ts';
import { checkLabel, lookup } from '../../words/index.ts';
import { Kit } from './kit.tsx';
import { FileLink, Link, safeAddress, safePath } from './link.tsx';
import { LongText, Sentence, visible } from './text.tsx';
import { anchorOf, type FindingProps, isThere } from './view.ts';

export function Remedy({ view, profile, finding }: FindingProps) {
  const { page, remedy: sentences } = view.words;
  const { text, value, url, file, kit } = finding.remedy;
  const sentence = lookup(sentences, finding.code) ?? text;
  if (finding.status === 'ok' || finding.status === 'not-applicable' || (!sentence && !value && !file)) return null;
  const address = finding.status === 'unverifiable' ? profile.url : isThere(profile) ? (url ?? profile.editUrl) : null;
  const copyId = `copy-${anchorOf(finding.key)}`;
  return (
    <div class="remedy">
      <p>
        <strong>{page.finding.remedy}.</strong> {sentence && <Sentence text={sentence} />}{' '}
        {file && (
          <Sentence
            text={(kit?.some((one) => isKitPath(one.file)) ? view.words.kit.ready : page.finding.upload)(file)}
          />
        )}
      </p>
      <Kit view={view} profile={profile} finding={finding} />
      {value && (
        <div class="copy">
          <div class="copy-text" id={copyId}>
            <LongText view={view} text={value} />
          </div>
          <button type="button" data-copy={copyId} data-done={page.finding.copied} hidden>
            {page.finding.copy}
            <span class="hidden">: {checkLabel(view.words, finding.check)}</span>
          </button>
        </div>
      )}
      {address && <Where address={address} isProfile={finding.status === 'unverifiable'} label={page} />}
    </div>
  );
}

interface WhereProps {
  readonly address: string;
  readonly isProfile: boolean;
  readonly label: FindingProps['view']['words']['page'];
}

function Where({ address, isProfile, label }: WhereProps) {
  if (safeAddress(address) === null && safePath(address) !== null)
    return <FileLink path={address}>{visible(address)}</FileLink>;
  return (
    <p class="where">
      {isProfile ? label.profile.address : `${label.profile.edit} (${label.profile.probably})`}:{' '}
      <Link address={address} />
    </p>
  );
}

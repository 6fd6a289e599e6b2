/** Two texts, word by word: what must go is struck out in the found text, what is missing is underlined in the right one. */

import { type ChangeObject, diffWordsWithSpace } from 'diff';
import { LongText, visible } from './text.tsx';
import { expectedLabel, type View } from './view.ts';

/** Beyond this the comparison costs more than it tells. */
const MAX_LENGTH = 6_000;
const MAX_EDITS = 800;

type Parts = readonly ChangeObject<string>[];

/** Null when the texts are too long or too different. */
export function wordChanges(found: string, expected: string): Parts | null {
  if (found.length > MAX_LENGTH || expected.length > MAX_LENGTH) return null;
  return diffWordsWithSpace(found, expected, { maxEditLength: MAX_EDITS }) ?? null;
}

interface DiffProps {
  readonly view: View;
  readonly expected: string;
  readonly found: string;
  /** The network cut the found text: what follows in the right one was not compared. */
  readonly truncated: boolean;
  /** The profiles that show what the found text stands beside, where the brand says nothing of it. */
  readonly elsewhere?: readonly string[];
}

export function TextDiff({ view, expected, found, truncated, ...item }: DiffProps) {
  const { finding } = view.words.page;
  const changes = wordChanges(found, expected);
  return (
    <div class="pair">
      <div class="side side-expected">
        <p class="side-label">{expectedLabel(view, item)}</p>
        {changes ? <Right parts={changes} truncated={truncated} /> : <LongText view={view} text={expected} />}
      </div>
      <div class="side side-found">
        <p class="side-label">{finding.found}</p>
        {changes ? <Found parts={changes} /> : <LongText view={view} text={found} />}
      </div>
      {changes && item.elsewhere ? null : changes ? (
        <p class="legend">
          <del>{finding.found}</del> {finding.toRemove} · <ins>{finding.expected}</ins> {finding.toAdd}
        </p>
      ) : (
        <p class="legend">{finding.tooDifferent}</p>
      )}
    </div>
  );
}

function Right({ parts, truncated }: { readonly parts: Parts; readonly truncated: boolean }) {
  const kept = parts.filter(({ removed }) => !removed);
  return (
    <bdi class="text">
      {joined(kept).map(({ isChanged, value }, index, all) => {
        if (!isChanged || (truncated && index === all.length - 1)) return visible(value);
        return <ins>{visible(value)}</ins>;
      })}
    </bdi>
  );
}

const Found = ({ parts }: { readonly parts: Parts }) => (
  <bdi class="text">
    {joined(parts.filter(({ added }) => !added)).map(({ isChanged, value }) =>
      isChanged ? <del>{visible(value)}</del> : visible(value),
    )}
  </bdi>
);

interface Piece {
  readonly isChanged: boolean;
  readonly value: string;
}

/** One side's pieces; changed words with only a space between them read as one change. */
function joined(parts: Parts): readonly Piece[] {
  const isChange = (part: Parts[number] | undefined) => part !== undefined && (part.added || part.removed);
  const pieces: Piece[] = [];
  parts.forEach((part, index) => {
    const isGap = part.value.trim() === '' && isChange(parts[index - 1]) && isChange(parts[index + 1]);
    const isChanged = isGap || isChange(part);
    const last = pieces.at(-1);
    if (last?.isChanged === isChanged) pieces[pieces.length - 1] = { isChanged, value: last.value + part.value };
    else pieces.push({ isChanged, value: part.value });
  });
  return pieces;
}

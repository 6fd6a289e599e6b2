/** Puts profiles.json together with the files that it builds on, and those with theirs. Pure. */

import type { Problem } from '../model/problem.ts';
import { laidUnder } from './layers.ts';
import { extendsOf, type Library, MAX_LEVELS } from './library.ts';
import { type Document, type Located, problemAt } from './located.ts';
import { namedByExtends } from './naming.ts';
import { type Resolving, resolveReferences, startResolving } from './references.ts';

export interface Composed {
  readonly whole: Located;
  /** Every file by itself, its references resolved; profiles.json first. */
  readonly parts: readonly Located[];
  /** Files, references and contradictions; with these it makes no sense to look further. */
  readonly problems: readonly Problem[];
}

interface Composing extends Resolving {
  readonly parts: Located[];
  /** A file that two others build on is laid under once. */
  readonly done: Set<string>;
}

export function compose(library: Library): Composed {
  const composing: Composing = { ...startResolving(library, []), parts: [], done: new Set() };
  const located = composeFile(library.main, [], composing);
  // The mistakes of a file that is named twice are told once.
  return { whole: located, parts: composing.parts, problems: [...new Set(composing.problems)] };
}

function composeFile(document: Document, above: readonly Document[], composing: Composing): Located {
  composing.done.add(document.file);
  const own = resolveReferences(document, composing);
  composing.parts.push(own);
  const chain = [...above, document];
  const under = extendsOf(own).flatMap((name) => {
    const next = opened(name, chain, composing);
    return next ? [composeFile(next, chain, composing)] : [];
  });
  return under.length > 0 ? laidUnder(own, under, composing.problems) : own;
}

/** The document that a name after `extends` stands for, if it is to be laid under. */
function opened(name: Located, chain: readonly Document[], composing: Composing): Document | undefined {
  const tell = (message: string, hint?: string) => {
    composing.problems.push(problemAt(name.place, message, hint));
    return undefined;
  };
  if (typeof name.value !== 'string') return undefined;
  const named = namedByExtends(name.value, name.place.document);
  if (typeof named === 'string') return tell(named);
  const { main, files } = composing.library;
  const circle = chain.findIndex(({ file }) => file === named.file);
  if (circle >= 0) {
    const names = [...chain.slice(circle), chain[circle] ?? main].map(({ where }) => where);
    return tell(`"extends" goes round in a circle: ${names.join(' → ')}.`);
  }
  if (composing.done.has(named.file)) return undefined;
  if (chain.length > MAX_LEVELS) return tell(`files build on each other more than ${MAX_LEVELS} deep here.`);
  const found = files.get(named.file);
  if (found && 'document' in found) return found.document;
  composing.done.add(named.file);
  if (found && 'unread' in found) return tell(`${JSON.stringify(name.value)}: ${found.unread}`, found.hint);
  if (found) composing.problems.push(...found.problems);
  return undefined;
}

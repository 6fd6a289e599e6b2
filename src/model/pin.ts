/** Lasting ids of accounts: whether two of them, as a list and a page write them, are one, two, or not to be compared. */

/** One kind of lasting id on a network, with every spelling of it. */
export interface PinKind {
  readonly kind: string;
  /** The whole text; its first group is the id that all spellings share, its second, if any, the server that gave it. */
  readonly shape: RegExp;
  readonly example: string;
  /** The network may give the same account another id of this kind: a difference proves nothing. */
  readonly mayChange?: true;
}

export interface Pin {
  readonly kind: PinKind;
  readonly id: string;
  /** Where ids are given out by many servers: by which; null where the text does not say. */
  readonly server: string | null;
}

/** The first kind that the text fits; null when it is none of this network's. */
export function pinIn(kinds: readonly PinKind[], text: string): Pin | null {
  for (const kind of kinds) {
    const [, id, server] = kind.shape.exec(text.trim()) ?? [];
    if (id !== undefined) return { kind, id, server: server?.toLowerCase() ?? null };
  }
  return null;
}

/** `unclear`: ids of two kinds or servers, or of a kind that is not known; an account may have one of each. */
export function comparePins(kinds: readonly PinKind[], a: string, b: string): 'same' | 'other' | 'unclear' {
  // Whatever its kind; ids that differ in case alone are not given out.
  if (a.trim().toLowerCase() === b.trim().toLowerCase()) return 'same';
  const [one, other] = [pinIn(kinds, a), pinIn(kinds, b)];
  if (one === null || other === null || one.kind.kind !== other.kind.kind) return 'unclear';
  // The number of one server says nothing of another's; one that was noted down without its server is taken for this one's.
  if (one.server !== null && other.server !== null && one.server !== other.server) return 'unclear';
  if (one.id === other.id) return 'same';
  return one.kind.mayChange ? 'unclear' : 'other';
}

/** Looks a name up that comes from a stored report, without trusting it to be one of ours. */

export const lookup = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

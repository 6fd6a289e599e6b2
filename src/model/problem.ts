/** Mistakes of the user: messages that say where, what was expected and what to do. Never a stack trace. */

export interface Problem {
  /** The file or option that is wrong. */
  readonly where: string;
  /** JSON path such as `/profiles/2/network`, when the place is inside a file. */
  readonly path?: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly hint?: string;
}

/** Thrown for wrong usage or configuration; holds all problems at once. Exit code 2. */
export class UserError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'UserError';
    this.problems = problems;
  }
}

export function describeProblem({ where, path, line, column, message, hint }: Problem): string {
  const place = [where, line === undefined ? '' : `:${line}:${column ?? 1}`, path ? ` ${path}` : ''].join('');
  return `${place}: ${message}${hint ? ` ${hint}` : ''}`;
}

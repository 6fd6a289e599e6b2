/** GitHub's expressions, evaluated by GitHub's own reader of them. Knows no job and no runner. */

import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

export type Context = { readonly [name: string]: string | Context };

/** The status functions say what holds at a step: `always()` is true, `success()` says whether all went well so far. */
export function evaluate(expression: string, context: Context, isWell: boolean): data.ExpressionData {
  const status = (name: string, value: boolean) =>
    [name, { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) }] as const;
  const functions = new Map([status('always', true), status('success', isWell), status('failure', !isWell)]);
  const parsed = new Parser(new Lexer(expression).lex().tokens, Object.keys(context), [...functions.values()]).parse();
  return new Evaluator(parsed, dictionary(context), functions).evaluate();
}

/** Text with `${{ … }}` in it. */
export const filledIn = (text: string, context: Context): string =>
  text.replace(/\$\{\{([^}]*)\}\}/g, (_, expression: string) => evaluate(expression, context, true).coerceString());

/** A step without a status function runs only when all went well. */
export function holds(condition: string | undefined, context: Context, isWell: boolean): boolean {
  if (condition === undefined) return isWell;
  const isTold = /\b(?:always|success|failure|cancelled)\(/.test(condition);
  return (isTold || isWell) && truth(evaluate(condition, context, isWell));
}

const truth = (value: data.ExpressionData): boolean => !['', '0', 'false', 'NaN'].includes(value.coerceString());

const dictionary = (context: Context): data.Dictionary =>
  new data.Dictionary(
    ...Object.entries(context).map(([key, value]) => ({
      key,
      value: typeof value === 'string' ? new data.StringData(value) : dictionary(value),
    })),
  );

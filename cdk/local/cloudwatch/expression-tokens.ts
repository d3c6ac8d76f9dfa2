/** A word, a number or a sign of a metric-math expression. */
export type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name' | 'sign'; readonly text: string };

const DOUBLE_SIGNS: ReadonlySet<string> = new Set(['>=', '<=', '==', '!=', '&&', '||']);
const SIGNS = '+-*/()[],<>';
const NAME = /^[A-Za-z_]\w*/;
const NUMBER = /^\d+(?:\.\d+)?/;

/** @throws for a character that the language does not have here */
export function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  let rest = expression.trimStart();
  while (rest !== '') {
    const token = firstToken(rest, expression);
    tokens.push(token.token);
    rest = rest.slice(token.length).trimStart();
  }
  return tokens;
}

function firstToken(rest: string, whole: string): { token: Token; length: number } {
  const number = NUMBER.exec(rest)?.[0];
  if (number !== undefined) {
    return { token: { kind: 'number', value: Number(number) }, length: number.length };
  }
  const name = NAME.exec(rest)?.[0];
  if (name !== undefined) return { token: { kind: 'name', text: name }, length: name.length };
  const double = rest.slice(0, 2);
  if (DOUBLE_SIGNS.has(double)) return { token: { kind: 'sign', text: double }, length: 2 };
  const single = rest.slice(0, 1);
  if (SIGNS.includes(single)) return { token: { kind: 'sign', text: single }, length: 1 };
  throw new Error(`Unknown sign ${single} in ${whole}`);
}

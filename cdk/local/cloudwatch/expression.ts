import { type Token, tokensOf } from './expression-tokens.ts';

/** The value of a metric in one period; undefined where nothing was measured. */
export type ValueOf = (name: string) => number | undefined;

/** A metric-math expression that was understood. */
export interface Expression {
  /** The metrics it uses, by their ids. */
  readonly names: ReadonlySet<string>;
  /** Of one period. Undefined where a metric that decides it is missing, or for what is no number. */
  evaluate(read: ValueOf): number | undefined;
}

type Node = Expression['evaluate'];
type Operator = (left: number, right: number) => number;

/** From what binds least to what binds most. */
const OPERATORS: readonly Readonly<Record<string, Operator>>[] = [
  { '||': (left, right) => Number(left !== 0 || right !== 0) },
  { '&&': (left, right) => Number(left !== 0 && right !== 0) },
  {
    '>': (left, right) => Number(left > right),
    '<': (left, right) => Number(left < right),
    '>=': (left, right) => Number(left >= right),
    '<=': (left, right) => Number(left <= right),
    '==': (left, right) => Number(left === right),
    '!=': (left, right) => Number(left !== right),
  },
  { '+': (left, right) => left + right, '-': (left, right) => left - right },
  { '*': (left, right) => left * right, '/': (left, right) => left / right },
];

/**
 * Metric math as the template's own expressions use it: numbers, metrics, operators, `IF(condition, a, b)`
 * and `SUM([a, b])`.
 * @throws for anything else: an alarm that is not understood must not look like one that is quiet
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export function readExpression(text: string): Expression {
  const tokens = tokensOf(text);
  const names = new Set<string>();
  let at = 0;

  const fail = (): never => {
    const token = tokens[at];
    const found = token === undefined ? 'its end' : textOf(token);
    throw new Error(`The expression ${text} is not understood at ${found}`);
  };
  const isNext = (sign: string) => {
    const token = tokens[at];
    return token?.kind === 'sign' && token.text === sign;
  };
  const take = (sign: string) => {
    if (!isNext(sign)) fail();
    at += 1;
  };

  function operation(level: number): Node {
    const operators = OPERATORS[level];
    if (operators === undefined) return operand();
    let left = operation(level + 1);
    for (;;) {
      const token = tokens[at];
      const operator = token?.kind === 'sign' ? operators[token.text] : undefined;
      if (operator === undefined) return left;
      at += 1;
      left = both(left, operation(level + 1), operator);
    }
  }

  function operand(): Node {
    const token = tokens[at];
    if (isNext('(')) {
      at += 1;
      const inner = operation(0);
      take(')');
      return inner;
    }
    if (token === undefined || token.kind === 'sign') return fail();
    at += 1;
    if (token.kind === 'number') return () => token.value;
    if (token.text === 'IF') return choice();
    if (token.text === 'SUM') return sum();
    // Ids of metrics begin with a small letter; what does not is a function.
    if (isNext('(') || token.text !== lowerFirst(token.text)) {
      at -= 1;
      return fail();
    }
    names.add(token.text);
    return (read) => read(token.text);
  }

  function choice(): Node {
    const [condition, yes, no] = [listItem('('), listItem(','), listItem(',')];
    take(')');
    return (read) => {
      const decided = condition(read);
      if (decided === undefined) return undefined;
      return decided === 0 ? no(read) : yes(read);
    };
  }

  /** Of several series: a period has the sum of those that have a value in it. */
  function sum(): Node {
    take('(');
    const series = [listItem('[')];
    while (isNext(',')) series.push(listItem(','));
    take(']');
    take(')');
    return (read) => {
      const values = series.flatMap((one) => one(read) ?? []);
      return values.length === 0 ? undefined : values.reduce((total, value) => total + value, 0);
    };
  }

  function listItem(sign: string): Node {
    take(sign);
    return operation(0);
  }

  const root = operation(0);
  if (at < tokens.length) fail();
  return { names, evaluate: root };
}

/** Nothing where either is missing, and where the result is no number, as after a division by zero. */
function both(left: Node, right: Node, operator: Operator): Node {
  return (read) => {
    const [one, other] = [left(read), right(read)];
    if (one === undefined || other === undefined) return undefined;
    const result = operator(one, other);
    return Number.isFinite(result) ? result : undefined;
  };
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

function textOf(token: Token): string {
  return token.kind === 'number' ? String(token.value) : token.text;
}

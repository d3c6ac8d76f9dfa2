/** What intrinsics may ask for. Each throws for a name it does not know. */
export interface Scope {
  ref(name: string): string;
  attribute(logicalId: string, name: string): string;
  condition(name: string): boolean;
  mapping(map: string, first: string, second: string): unknown;
}

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

/**
 * Answers every intrinsic function in a value of the template. `AWS::NoValue` takes its property
 * along.
 * @throws Error naming an intrinsic that is not known here
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export function resolveValue(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value.map((one) => resolveValue(one, scope)).filter((one) => one !== NO_VALUE);
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first !== undefined && /^(Ref$|Condition$|Fn::)/.test(first[0])) {
    const [name, argument] = first;
    const intrinsic = INTRINSICS[name];
    if (intrinsic === undefined) throw new Error(`Unknown intrinsic ${name}`);
    return intrinsic(argument, scope);
  }
  return Object.fromEntries(
    entries
      .map(([name, inner]) => [name, resolveValue(inner, scope)])
      .filter(([, inner]) => inner !== NO_VALUE),
  );
}

const NO_VALUE = Symbol('AWS::NoValue');

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope) => (name === 'AWS::NoValue' ? NO_VALUE : scope.ref(text(name))),
  Condition: (name, scope) => scope.condition(text(name)),
  'Fn::GetAtt': (argument, scope) => {
    const [logicalId, ...name] =
      typeof argument === 'string' ? argument.split('.') : list(argument);
    return scope.attribute(text(logicalId), name.map(text).join('.'));
  },
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(argument);
    return list(resolveValue(parts, scope)).map(text).join(text(separator));
  },
  'Fn::Sub': (argument, scope) => {
    const [template, variables] = typeof argument === 'string' ? [argument, {}] : list(argument);
    const given = Object(resolveValue(variables, scope));
    return text(template).replace(/\$\{(!?)([^${}]+)\}/g, (_whole, literal, name) => {
      if (literal === '!') return `\${${name}}`;
      if (name in given) return text(given[name]);
      const dot = name.indexOf('.');
      return dot < 0 ? scope.ref(name) : scope.attribute(name.slice(0, dot), name.slice(dot + 1));
    });
  },
  'Fn::Select': (argument, scope) => {
    const [index, values] = list(resolveValue(argument, scope));
    const chosen = list(values)[Number(index)];
    if (chosen === undefined) throw new Error(`Fn::Select: there is no value ${String(index)}`);
    return chosen;
  },
  'Fn::Split': (argument, scope) => {
    const [separator, whole] = list(resolveValue(argument, scope));
    return text(whole).split(text(separator));
  },
  'Fn::If': (argument, scope) => {
    const [condition, yes, no] = list(argument);
    return resolveValue(scope.condition(text(condition)) ? yes : no, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [one, other] = list(resolveValue(argument, scope));
    return one === other;
  },
  'Fn::And': (argument, scope) => list(resolveValue(argument, scope)).every(Boolean),
  'Fn::Or': (argument, scope) => list(resolveValue(argument, scope)).some(Boolean),
  'Fn::Not': (argument, scope) => !list(resolveValue(argument, scope))[0],
  'Fn::FindInMap': (argument, scope) => {
    const [map, first, second] = list(resolveValue(argument, scope)).map(text);
    return scope.mapping(map ?? '', first ?? '', second ?? '');
  },
  'Fn::GetAZs': (_region, scope) => ['a', 'b', 'c'].map((zone) => scope.ref('AWS::Region') + zone),
  'Fn::Base64': (argument, scope) =>
    Buffer.from(text(resolveValue(argument, scope))).toString('base64'),
};

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`An intrinsic wants text, not ${JSON.stringify(value)}`);
}

function list(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`An intrinsic wants a list, not ${JSON.stringify(value)}`);
}

import type * as z from 'zod/mini';
import type { ResourceType } from './resource-type.ts';

/**
 * Checks the properties of a resource against what its type declares.
 * @returns one phrase for each refused property, beginning with its path; none when all is honoured
 */
export function refusedProperties(type: ResourceType, properties: unknown): string[] {
  const rest = withoutIgnored(type, properties);
  const parsed = type.honoured.safeParse(rest);
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => phrases(type, rest, issue));
}

/** The properties that count. */
export function withoutIgnored(type: ResourceType, properties: unknown): unknown {
  const paths = Object.keys(type.ignored).map((path) => path.split('.'));
  return paths.reduce<unknown>(without, properties) ?? {};
}

/** A value without what lies at a path, `*` for any name; what is empty then is left out itself. */
function without(value: unknown, [head = '', ...rest]: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const left = value.map((one) => without(one, [head, ...rest]));
    const empty = value.length > 0 && left.every((one) => one === undefined);
    // Elements keep their places, which are part of the names in messages.
    return empty ? undefined : left.map((one) => one ?? {});
  }
  if (typeof value !== 'object' || value === null) return value;
  if (head === '*') {
    const left = Object.entries(value).map(([name, one]) => [name, without(one, rest)]);
    return Object.fromEntries(left.map(([name, one]) => [name, one ?? {}]));
  }
  if (!(head in value)) return value;
  const { [head]: inner, ...others }: Record<string, unknown> = { ...value };
  const left = rest.length === 0 ? undefined : without(inner, rest);
  if (left !== undefined) return { ...others, [head]: left };
  return Object.keys(others).length === 0 ? undefined : others;
}

function phrases(type: ResourceType, properties: unknown, issue: z.core.$ZodIssue): string[] {
  const value = valueAt(properties, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.flatMap((key) => {
      const path = [...issue.path, key];
      const names = hasIgnoredParts(type, path)
        ? leaves(valueAt(value, [key]), path)
        : [textOf(path)];
      return names.map((name) => `${name} is not honoured here`);
    });
  }
  if (value === undefined) return [`${textOf(issue.path)} is missing`];
  return [`${textOf(issue.path)} ${JSON.stringify(value)} is not honoured here`];
}

type Path = readonly PropertyKey[];

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
}

/** Only a part of such a property is refused, so the part is what must be named. */
function hasIgnoredParts({ ignored }: ResourceType, path: Path): boolean {
  const name = path.filter((key) => typeof key === 'string').join('.');
  return Object.keys(ignored).some((one) => one.startsWith(`${name}.`));
}

function leaves(value: unknown, path: Path): string[] {
  if (typeof value !== 'object' || value === null) return [textOf(path)];
  const keys = Array.isArray(value) ? value.map((_one, at) => at) : Object.keys(value);
  return keys.flatMap((key) => leaves(Reflect.get(value, key), [...path, key]));
}

/** `Targets[0].Arn` */
function textOf(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

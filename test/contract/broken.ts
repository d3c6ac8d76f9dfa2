import * as fc from 'fast-check';

/** What a careless or hostile client puts where something else belongs. */
const WRONG = [
  null,
  true,
  -1,
  0.5,
  1e15,
  '',
  ' ',
  '\u200b',
  'a\u0000b',
  '\ud800',
  '1999-12-31',
  '0x2',
  'a'.repeat(5000),
  [],
  [null],
  {},
  { nobodyKnowsThis: 1 },
] as const;
const REMOVED = Symbol('removed');

type Path = readonly (string | number)[];

/**
 * A value with one thing in it changed: replaced, left out or added. It may still be right by chance, which
 * only its schema can tell.
 */
export function brokenFrom(value: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(value, []);
  const how = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<unknown>(...WRONG) },
    { weight: 1, arbitrary: fc.constant<unknown>(REMOVED) },
  );
  return fc
    .tuple(fc.constantFrom(...places), how, fc.boolean())
    .map(([place, wrong, add]) =>
      add ? replaced(value, [...place, 'nobodyKnowsThis'], 1) : replaced(value, place, wrong),
    );
}

function placesIn(value: unknown, at: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by === REMOVED ? null : by;
  if (Array.isArray(value)) {
    return value.map((inner, index) => (index === Number(key) ? replaced(inner, rest, by) : inner));
  }
  if (typeof value !== 'object' || value === null) return value;
  const inner: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  const { [key]: _, ...others } = { ...value, [key]: inner };
  if (rest.length === 0 && by === REMOVED) return others;
  return { ...others, [key]: replaced(inner, rest, by) };
}

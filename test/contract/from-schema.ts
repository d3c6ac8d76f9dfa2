import * as fc from 'fast-check';
import * as z from 'zod/mini';

/** What of JSON Schema the API document uses. */
export const JsonSchema = z.looseObject({
  $ref: z.optional(z.string()),
  type: z.optional(z.union([z.string(), z.array(z.string())])),
  enum: z.optional(z.array(z.unknown())),
  const: z.optional(z.unknown()),
  anyOf: z.optional(z.array(z.unknown())),
  oneOf: z.optional(z.array(z.unknown())),
  properties: z.optional(z.record(z.string(), z.unknown())),
  required: z.optional(z.array(z.string())),
  additionalProperties: z.optional(z.unknown()),
  items: z.optional(z.unknown()),
  minItems: z.optional(z.number()),
  maxItems: z.optional(z.number()),
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
  minLength: z.optional(z.number()),
  maxLength: z.optional(z.number()),
  pattern: z.optional(z.string()),
  format: z.optional(z.string()),
});
type JsonSchema = z.output<typeof JsonSchema>;

/** Lists longer than this only repeat what shorter ones say. */
const MAX_ITEMS = 3;
const MAX_TEXT = 300;

/** Values that a schema allows. @param schemas those that the document names */
export function valuesOf(
  schema: unknown,
  schemas: Readonly<Record<string, unknown>>,
): fc.Arbitrary<unknown> {
  const { $ref, ...rest } = JsonSchema.parse(schema);
  if ($ref !== undefined) return valuesOf(schemas[$ref.split('/').at(-1) ?? ''], schemas);
  if (rest.const !== undefined) return fc.constant(rest.const);
  if (rest.enum !== undefined) return fc.constantFrom(...rest.enum);
  const either = rest.anyOf ?? rest.oneOf;
  if (either !== undefined) return fc.oneof(...either.map((one) => valuesOf(one, schemas)));
  if (Array.isArray(rest.type)) {
    return fc.oneof(...rest.type.map((type) => valuesOf({ ...rest, type }, schemas)));
  }
  switch (rest.type) {
    case 'object':
      return objects(rest, schemas);
    case 'array':
      return fc.array(valuesOf(rest.items, schemas), {
        minLength: rest.minItems ?? 0,
        maxLength: Math.min(rest.maxItems ?? MAX_ITEMS, Math.max(rest.minItems ?? 0, MAX_ITEMS)),
      });
    case 'string':
      return texts(rest);
    case 'integer':
      return fc.integer({ min: rest.minimum ?? -1e6, max: Math.min(rest.maximum ?? 1e6, 1e9) });
    case 'number':
      return fc.double({ min: rest.minimum ?? -1e6, max: rest.maximum ?? 1e6, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objects(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  schemas: Readonly<Record<string, unknown>>,
): fc.Arbitrary<unknown> {
  const members = Object.entries(properties).map(
    ([name, schema]) => [name, valuesOf(schema, schemas)] as const,
  );
  const known = fc.record(Object.fromEntries(members), {
    requiredKeys: required.filter((name) => name in properties),
  });
  if (additionalProperties === false || members.length > 0) return known;
  return fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 });
}

function texts({ format, pattern, minLength = 0, maxLength = MAX_TEXT }: JsonSchema) {
  if (format === 'uuid') return fc.uuid();
  if (format === 'iana-time-zone') return fc.constantFrom('Europe/Warsaw', 'UTC', 'Asia/Kolkata');
  if (format === 'date') {
    const days = { min: new Date('2000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true };
    return fc.date(days).map((day) => day.toISOString().slice(0, 10));
  }
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((at) => at.toISOString());
  const any = fc.oneof(
    { weight: 4, arbitrary: fc.string({ minLength, maxLength: Math.min(maxLength, 20) }) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.constant('ż'.repeat(maxLength)) },
  );
  if (pattern === undefined) return any;
  const allowed = new RegExp(pattern, 'u');
  const fits = (text: string) => allowed.test(text) && [...text].length <= maxLength;
  // A class of Unicode, or of all but a few: any text with something of it, rather than one of nothing else.
  if (/\\p\{|^\^\[\^/.test(pattern)) return any.filter(fits);
  // fast-check builds no lookahead; the filter holds what it says.
  const built = new RegExp(pattern.replaceAll(/\(\?![^()]*(?:\([^()]*\)[^()]*)*\)/g, ''));
  return fc.stringMatching(built, { maxLength: Math.min(maxLength, 60) }).filter(fits);
}

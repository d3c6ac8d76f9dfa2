import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { NAMED_SCHEMAS } from './named-schemas.ts';

export type Json = Readonly<Record<string, unknown>>;
/** What comes in is described as it is accepted, what goes out as it is sent: a default is optional in one only. */
export type Direction = 'input' | 'output';

const names = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(NAMED_SCHEMAS)) names.add(schema, { id });

/** The schemas that the document names, gathered while its operations are described. */
export class Components {
  readonly #schemas = new Map<string, Json>();

  /** All of them, in the order of the alphabet. */
  get schemas(): Readonly<Record<string, Json>> {
    return Object.fromEntries([...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /**
   * A schema as JSON Schema 2020-12, which OpenAPI 3.1 takes unchanged; what has a name is a reference.
   * @throws Error when a name stands for two schemas
   */
  describe(schema: Schema, io: Direction): Json {
    const described = z.toJSONSchema(schema, {
      io,
      metadata: names,
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => complete(zodSchema, jsonSchema, io),
    });
    const { $schema: _, $defs: named = {}, id: __, ...rest } = withReferences(described);
    for (const [name, { id: ___, ...one }] of Object.entries(z.parse(Definitions, named))) {
      this.add(name, one);
    }
    return rest;
  }

  /** The same for a whole body or reply, which gets the name when it has none: of a page that of its items. */
  describeWhole(schema: Schema, io: Direction, name: string): Json {
    const whole = this.describe(schema, io);
    if (whole.$ref !== undefined || whole.type === 'string') return whole;
    const item = PageOfNamed.safeParse(whole).data?.properties.items.items.$ref.split('/').at(-1);
    return this.add(item === undefined ? name : `${item}Page`, whole);
  }

  add(name: string, schema: Json): Json {
    const known = this.#schemas.get(name);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) {
      throw new Error(`Two schemas are called ${name}`);
    }
    this.#schemas.set(name, schema);
    return { $ref: `#/components/schemas/${name}` };
  }
}

const PageOfNamed = z.object({
  properties: z.strictObject({
    items: z.object({ items: z.object({ $ref: z.string() }) }),
    next: z.unknown(),
  }),
});
const Definitions = z.record(z.string(), z.record(z.string(), z.unknown()));

function withReferences(described: Json): Json {
  return JSON.parse(JSON.stringify(described).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

/** What schemas say of themselves with `z.meta`, and what the entry demands of every text. */
function complete(schema: Schema, json: Record<string, unknown>, io: Direction): void {
  if (json.$ref !== undefined) return;
  Object.assign(json, z.globalRegistry.get(schema));
  // Left out by zod where a text of the query is read as something else; the default is what it is read as.
  if (schema instanceof z.ZodMiniDefault) json.default ??= schema._zod.def.defaultValue;
  delete json.contentEncoding; // `binary` says nothing that the format does not
  if (io === 'output') {
    if (json.format !== undefined) delete json.pattern; // it repeats the format
  } else if (json.type === 'string' && !('pattern' in json || 'enum' in json || 'format' in json)) {
    json.pattern = WITHOUT_NUL;
  }
}

/** @see shared/schemas/accepted-text.ts */
const WITHOUT_NUL = '^[^\\u0000]*$';

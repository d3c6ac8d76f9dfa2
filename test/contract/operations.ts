import * as z from 'zod/mini';

const Parameter = z.looseObject({
  name: z.string(),
  in: z.string(),
  required: z.optional(z.boolean()),
  schema: z.optional(z.unknown()),
  content: z.optional(z.record(z.string(), z.looseObject({ schema: z.unknown() }))),
});
export type Parameter = z.output<typeof Parameter>;

const Operation = z.looseObject({
  operationId: z.string(),
  parameters: z.array(z.union([Parameter, z.looseObject({ $ref: z.string() })])),
  requestBody: z.optional(
    z.looseObject({
      content: z.record(z.string(), z.looseObject({ schema: z.unknown() })),
    }),
  ),
  security: z.array(z.unknown()),
});
const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

/** One operation of an API document, as far as requests are drawn from it. */
export interface DocumentedOperation {
  readonly operationId: string;
  /** In capitals. */
  readonly method: string;
  /** With braces. */
  readonly path: string;
  readonly isOpen: boolean;
  readonly parameters: readonly Parameter[];
  /** Schemas by media type; none without a body. */
  readonly bodies: Readonly<Record<string, unknown>>;
}

export function operationsOf(document: unknown): {
  readonly operations: readonly DocumentedOperation[];
  readonly schemas: Readonly<Record<string, unknown>>;
} {
  const { paths, components } = Document.parse(document);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      operationId: operation.operationId,
      method: method.toUpperCase(),
      path,
      isOpen: operation.security.length === 0,
      // Those that are references are headers, which every request is given anyway.
      parameters: operation.parameters.flatMap((one) => Parameter.safeParse(one).data ?? []),
      bodies: Object.fromEntries(
        Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => [
          type,
          schema,
        ]),
      ),
    })),
  );
  return { operations, schemas: components.schemas };
}

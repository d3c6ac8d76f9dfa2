import type { Schema } from '#shared/context/schema.ts';
import type { Content } from '#shared/entry/content.ts';
import type { Components, Direction, Json } from './components.ts';

/** Media types with their schemas; the example is one of the first. None for an empty reply. */
export function media(
  spec: Schema | Content,
  io: Direction,
  components: Components,
  name: string,
  example: unknown,
): Record<string, Json> {
  const schemas = 'media' in spec ? spec.media : { 'application/json': spec };
  return Object.fromEntries(
    Object.entries(schemas).map(([type, schema], index) => [
      type,
      {
        schema: components.describeWhole(schema, io, name),
        ...(index === 0 && example !== undefined && { example }),
      },
    ]),
  );
}

/** `listLots`, `Reply` → `ListLotsReply`. */
export function nameOf(operationId: string, what: string): string {
  return `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}${what}`;
}

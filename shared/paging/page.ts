import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { acceptedText } from '#shared/schemas/accepted-text.ts';
import { wholeNumber } from '#shared/schemas/whole-number.ts';

/** `?limit=&cursor=` of every list; spread its `shape` into a list's own query schema. */
export const PageQuery = z.strictObject({
  limit: z._default(wholeNumber(1, 100), 50),
  cursor: z.optional(z.string().check(z.maxLength(500))),
});

export type PageQuery = z.infer<typeof PageQuery>;

/** The cursor's content in lists ordered by id alone. */
export const AfterId = z.uuid();

/** Schema of a page: `{"items": […], "next": "<cursor>"|null}`. */
export function pageSchema<Item extends Schema>(item: Item) {
  return z.object({ items: z.array(item), next: z.nullable(z.string()) });
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Encodes the position after which the next page starts, opaque to callers. */
export function writeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * The position that a cursor encodes. It is untrusted input, so the schema validates it.
 * @throws UserError `invalid-cursor`
 */
export function readCursor<Place extends Schema>(
  schema: Place,
  cursor: string | undefined,
): z.output<Place> | undefined {
  if (cursor === undefined) return undefined;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString(), (_key, value) =>
      typeof value === 'string' ? acceptedText(value) : value,
    );
    return z.parse(schema, place);
  } catch (cause) {
    const text = { pl: 'Nieznany kursor.', en: 'This cursor is not one of ours.' };
    const fields = [{ pointer: '?cursor', detail: text }];
    throw new UserError('bad-input', 'invalid-cursor', text, { cause, fields });
  }
}

/**
 * One page of rows that were selected with `limit + 1`: the surplus row only shows that there is a
 * next page.
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  placeOf: (row: Row) => unknown,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? writeCursor(placeOf(last)) : null;
  return { items: shown.map(toItem), next };
}

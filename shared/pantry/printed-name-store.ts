import type { ClientBase } from 'pg';

/** What the till printed for these lots, by lot; a part of a lot has the name of the whole. */
export async function printedNames(
  client: ClientBase,
  lotIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; printed: string }>(
    `select l.id, coalesce(i.printed_name, i.name) as printed
     from lots l
       left join lots origin on origin.id = l.origin_lot_id
       join receipt_items i on i.id = coalesce(l.receipt_item_id, origin.receipt_item_id)
     where l.id = any ($1)`,
    [lotIds],
  );
  return new Map(rows.map(({ id, printed }) => [id, printed]));
}

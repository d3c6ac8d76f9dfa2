import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { AfterId, type Page, type PageQuery, page, readCursor } from '#shared/paging/page.ts';
import type { BookingKind, LotState } from './book.ts';
import { plain } from './stock-amount.ts';

interface BookingRow {
  readonly id: string;
  readonly lot_id: string;
  readonly group_id: string | null;
  readonly kind: BookingKind;
  readonly change: string;
  readonly unit: LotState['unit'];
  readonly product_name: string;
  readonly reason: string | null;
  readonly undone_by: string | null;
  readonly created_at: Date;
}

/** Every change, newest first. */
export async function pageOfBookings(
  who: HouseholdContext,
  { limit, cursor }: PageQuery,
): Promise<Page<ReturnType<typeof showBooking>>> {
  const before = readCursor(AfterId, cursor);
  return await withHousehold(who, async (client) => {
    const { rows } = await client.query<BookingRow>(
      `select b.*, l.product_name from bookings b join lots l on l.id = b.lot_id
       where $2::uuid is null or b.id < $2 order by b.id desc limit $1`,
      [limit + 1, before ?? null],
    );
    return page(rows, limit, showBooking, ({ id }) => id);
  });
}

function showBooking(row: BookingRow) {
  return {
    id: row.id,
    lotId: row.lot_id,
    groupId: row.group_id,
    product: row.product_name,
    kind: row.kind,
    change: { value: plain(row.change), unit: row.unit },
    reason: row.reason,
    undone: row.undone_by !== null,
    createdAt: row.created_at.toISOString(),
  };
}

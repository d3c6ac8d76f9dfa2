import { readObject } from '#shared/clients/s3.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import type { Place } from '#shared/reading/model/place.ts';
import { cutOut } from '#shared/reading/pages/cut-out.ts';
import { uploadKey } from '#shared/uploads/upload.ts';

/** The strip of the original on which a line stands, as JPEG. @throws UserError 404 */
export async function itemImage(
  who: HouseholdContext,
  receiptId: string,
  itemId: string,
): Promise<Buffer> {
  const found = await withHousehold(who, async (client) => {
    const { rows } = await client.query<{ upload_id: string; place: Place | null }>(
      `select r.upload_id, i.place from receipt_items i join receipts r on r.id = i.receipt_id
       where i.id = $1 and r.id = $2`,
      [itemId, receiptId],
    );
    return rows[0];
  });
  if (found === undefined || found.place === null) throw notFound(UNKNOWN_PLACE);
  const original = await readObject(uploadKey(who.householdId, found.upload_id));
  return await cutOut(original, found.place);
}

const UNKNOWN_PLACE = {
  pl: 'Nie wiadomo, gdzie na zdjęciu stoi ta pozycja.',
  en: 'It is not known where this line stands in the photograph.',
};

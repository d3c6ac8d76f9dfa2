import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import type { Place } from '#shared/reading/model/place.ts';
import { uploadKey } from '#shared/uploads/upload.ts';
import { findItemPlace } from './item-store.ts';

/** The part of a file on which something stands, as JPEG. */
export type CutOut = (bytes: Buffer, place: Place) => Promise<Buffer>;

/**
 * The strip of the original on which a line stands, as JPEG.
 * @param readObject reads the original from storage, or says `NoSuchKey`
 * @throws UserError 404: unknown, of an unknown place, or its original is gone from storage
 */
export async function itemImage(
  household: HouseholdContext,
  { receiptId, itemId }: { readonly receiptId: string; readonly itemId: string },
  readObject: (key: string) => Promise<Buffer>,
  cutOut: CutOut,
): Promise<Buffer> {
  const found = await withHousehold(household, (client) =>
    findItemPlace(client, receiptId, itemId),
  );
  if (found === undefined || found.place === null) throw notFound(UNKNOWN_PLACE);
  const key = uploadKey(household.householdId, found.upload_id);
  const original = await readObject(key).catch((cause: unknown) => {
    if (cause instanceof Error && cause.name === 'NoSuchKey') throw notFound(ORIGINAL_GONE, cause);
    throw cause;
  });
  return await cutOut(original, found.place);
}

const ORIGINAL_GONE = {
  pl: 'Zdjęcia tego paragonu już nie ma.',
  en: 'The photograph of this receipt is gone.',
};
const UNKNOWN_PLACE = {
  pl: 'Nie wiadomo, gdzie na zdjęciu stoi ta pozycja.',
  en: 'It is not known where this line stands in the photograph.',
};

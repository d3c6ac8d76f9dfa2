import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import type { TimeLimit } from '#shared/entry/time-limit.ts';
import { limitStream } from '#shared/limits/stream-limit.ts';
import { followUpload, STREAM_RESERVE_MS, STREAM_SECONDS } from '#shared/uploads/follow-upload.ts';
import type { StoredUpload } from '#shared/uploads/upload-store.ts';

/** The events of an upload, as one of the streams that a person may have open. @throws UserError 429 */
export async function openStream(
  household: HouseholdContext,
  upload: StoredUpload,
  locale: Locale,
  limit: TimeLimit,
) {
  const following = followUpload(household, upload, locale, limit.nears(STREAM_RESERVE_MS));
  return await limitStream(household, STREAM_SECONDS, following);
}

import { setTimeout as pause } from 'node:timers/promises';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { showUpload } from './show-upload.ts';
import type { Upload } from './upload.ts';
import { isFinal } from './upload-state.ts';
import { readUpload, type StoredUpload } from './upload-store.ts';

const POLL_MS = 250;
/** Kept of the function's time to end a stream of events, on a busy machine. */
export const STREAM_RESERVE_MS = 20_000;

/** One server-sent event. */
export interface StatusEvent {
  readonly event: 'status';
  readonly data: Upload;
}

/**
 * An event for each status that the upload passes, until it has ended.
 * @param limit aborted when the function's time is nearly over: then the stream ends well, and a
 *   client that still wants to know opens another
 */
export async function* followUpload(
  household: HouseholdContext,
  first: StoredUpload,
  locale: Locale,
  limit: AbortSignal,
  wait: () => Promise<unknown> = () => pause(POLL_MS),
): AsyncGenerator<StatusEvent> {
  let last = first;
  yield statusEvent(last, locale);
  while (!isFinal(last.status) && !limit.aborted) {
    await wait();
    const next = await readUpload(household, last.id);
    if (next.status !== last.status) yield statusEvent(next, locale);
    last = next;
  }
}

function statusEvent(upload: StoredUpload, locale: Locale): StatusEvent {
  return { event: 'status', data: showUpload(upload, locale) };
}

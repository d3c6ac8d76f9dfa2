import { setTimeout as pause } from 'node:timers/promises';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { showUpload } from './show-upload.ts';
import type { Upload } from './upload.ts';
import { isFinal } from './upload-state.ts';
import { readUpload, type StoredUpload } from './upload-store.ts';

/** Steps of the workflow are short, and an upload may stand in line for minutes. */
const FIRST_POLL_MS = 300;
const LONGEST_POLL_MS = 3_000;
/** Kept of the function's time to end a stream of events, on a busy machine. */
export const STREAM_RESERVE_MS = 20_000;
/** A client that is gone is not always noticed: after this time those that are there come again. */
export const STREAM_SECONDS = 60;

/** One server-sent event. */
export interface StatusEvent {
  readonly event: 'status';
  readonly data: Upload;
}

/**
 * An event for each status that the upload passes, and each page that is read, until it has ended.
 * @param limit aborted when the function's time is nearly over: then, as after a minute, the stream ends
 *   well, and a client that still wants to know opens another
 * @param wait for the next look at it, after so many that found nothing new
 */
export async function* followUpload(
  household: HouseholdContext,
  first: StoredUpload,
  locale: Locale,
  limit: AbortSignal,
  wait: (unchanged: number) => Promise<unknown> = longerAndLonger,
): AsyncGenerator<StatusEvent> {
  const end = AbortSignal.any([limit, AbortSignal.timeout(STREAM_SECONDS * 1_000)]);
  let last = first;
  let unchanged = 0;
  yield statusEvent(last, locale);
  while (!isFinal(last.status) && !end.aborted) {
    await wait(unchanged);
    const next = await readUpload(household, last.id);
    if (next.status === last.status && next.pages_read === last.pages_read) unchanged += 1;
    else {
      unchanged = 0;
      yield statusEvent(next, locale);
    }
    last = next;
  }
}

function longerAndLonger(unchanged: number): Promise<unknown> {
  return pause(Math.min(LONGEST_POLL_MS, FIRST_POLL_MS * 1.3 ** unchanged));
}

function statusEvent(upload: StoredUpload, locale: Locale): StatusEvent {
  return { event: 'status', data: showUpload(upload, locale) };
}

import { setTimeout as pause } from 'node:timers/promises';
import type { ServerEvent } from '#shared/entry/reply.ts';
import type { HouseholdContext, Locale } from '#shared/entry/request.ts';
import { showUpload } from './show-upload.ts';
import { isFinal } from './upload-status.ts';
import { readUpload, type StoredUpload } from './upload-store.ts';

const POLL_MS = 250;

/**
 * Says `status` whenever it changes, until the upload has ended.
 * @param limit aborted when the function's time is nearly over: then the stream ends well, and whoever
 *   still wants to know opens another
 */
export async function* followUpload(
  who: HouseholdContext,
  first: StoredUpload,
  locale: Locale,
  limit: AbortSignal,
  wait: () => Promise<unknown> = () => pause(POLL_MS),
): AsyncGenerator<ServerEvent> {
  let last = first;
  yield statusEvent(last, locale);
  while (!isFinal(last.status) && !limit.aborted) {
    await wait();
    const next = await readUpload(who, last.id);
    if (next.status !== last.status) yield statusEvent(next, locale);
    last = next;
  }
}

function statusEvent(upload: StoredUpload, locale: Locale): ServerEvent {
  return { event: 'status', data: showUpload(upload, locale) };
}

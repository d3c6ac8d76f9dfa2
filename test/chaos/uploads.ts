import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { UNFINISHED } from '#shared/uploads/upload-state.ts';
import type { Random } from '#test/synthetic/random.ts';
import type { Entry, Found } from './log.ts';
import type { RestartingSystem } from './restarting-system.ts';
import { note } from './writes.ts';

const KIND = 'receipt uploaded';
const Accepted = z.object({ uploadId: z.uuid() });
const Upload = z.object({ status: z.string(), receiptId: z.optional(z.uuid()) });
/** Ten minutes, for a queue of uploads that all wait for the same two cores. */
const ENDS_WITHIN_MS = 600_000;

/** Which upload the system named for which file. */
export type UploadIds = Map<string, string>;

/** Somebody who uploads receipts until the end; what was not answered is sent again, at once or at the end. */
export async function upload(
  chaos: RestartingSystem,
  sub: string,
  receipts: readonly Uint8Array<ArrayBuffer>[],
  log: Entry[],
  random: Random,
  end: AbortSignal,
): Promise<UploadIds> {
  const ids: UploadIds = new Map();
  const later: (() => Promise<void>)[] = [];
  for (const [at, bytes] of receipts.entries()) {
    if (end.aborted) break;
    const entry: Entry = {
      kind: KIND,
      mark: `${sub}-receipt-${at}`,
      outcome: 'unknown',
      wasUnknown: false,
      wasReplayed: false,
    };
    log.push(entry);
    await send(chaos, sub, bytes, entry, ids);
    const untilTaken = async () => {
      while (entry.outcome === 'unknown') {
        await pause(500);
        await send(chaos, sub, bytes, entry, ids);
      }
    };
    if (random.chance(0.5)) await untilTaken();
    else later.push(untilTaken);
    await pause(random.whole(1000, 6000));
  }
  for (const untilTaken of later) await untilTaken();
  return ids;
}

/** The same bytes are the same upload, so no key is needed. */
async function send(
  chaos: RestartingSystem,
  sub: string,
  body: Uint8Array<ArrayBuffer>,
  entry: Entry,
  ids: UploadIds,
): Promise<void> {
  const headers = { 'content-type': 'application/pdf' };
  const reply = await chaos.request(sub, '/api/v2/upload', { method: 'POST', headers, body });
  note(entry, reply);
  if (entry.outcome !== 'acknowledged') return;
  const { uploadId } = Accepted.parse(reply.body);
  const other = ids.get(uploadId) ?? entry.mark;
  if (other !== entry.mark) throw new Error(`${other} and ${entry.mark} are one upload`);
  ids.set(uploadId, entry.mark);
}

/** Waits until the uploads have ended. @returns those that did not end well, with their status */
export async function untilEnded(
  chaos: RestartingSystem,
  sub: string,
  ids: UploadIds,
): Promise<string[]> {
  const bad: string[] = [];
  const deadline = Date.now() + ENDS_WITHIN_MS;
  for (const [uploadId, mark] of ids) {
    let { status } = Upload.parse(await chaos.read(sub, `/api/v2/upload/${uploadId}`));
    while (UNFINISHED.some((one) => one === status) && Date.now() < deadline) {
      await pause(1000);
      ({ status } = Upload.parse(await chaos.read(sub, `/api/v2/upload/${uploadId}`)));
    }
    if (status !== 'done' && status !== 'needs-review') bad.push(`${mark}: ${status}`);
  }
  return bad;
}

/** The receipts of the final state by the files they came from. */
export function receiptsFound(uploadIds: readonly string[], ids: UploadIds): Found[] {
  return uploadIds.map((id) => ({ kind: KIND, mark: ids.get(id) ?? `upload ${id}` }));
}

import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { findOriginal, lockHash } from './same-bytes-store.ts';
import { setHash, transition } from './upload-store.ts';

/**
 * Notes the bytes of an upload, or, when the household sent them before, that it is done as a
 * duplicate of that one.
 */
export async function claimBytes(
  client: ClientBase,
  uploadId: string,
  bytes: Buffer,
): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest();
  await lockHash(client, sha256);
  const duplicateOf = await findOriginal(client, uploadId, sha256);
  if (duplicateOf === undefined) await setHash(client, uploadId, sha256);
  else await transition(client, { uploadId }, 'duplicateFound', { duplicateOf });
}

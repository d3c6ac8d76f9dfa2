import { canBeStuck, type UploadStatus } from './upload-state.ts';

/**
 * What stands still longer is stuck. Each try of a step touches the upload, so this is three times what
 * the longest try may take (ten minutes). One that waits in line for its turn is not stuck.
 */
export const STUCK_AFTER_MS = 30 * 60_000;
const MAX_ATTEMPTS = 3;

export type SweepDecision =
  | { readonly kind: 'leave' }
  | { readonly kind: 'again' }
  | { readonly kind: 'fail'; readonly code: 'file-never-came' | 'gave-up' };

/** What becomes of an upload that has not changed for a while. */
export function decideSweep(
  upload: {
    readonly status: UploadStatus;
    readonly attempt: number;
    readonly updatedAt: Date;
    readonly expiresAt: Date | null;
    /** Whether it waits in its household's line to be read. */
    readonly isWaiting: boolean;
  },
  now: Date,
): SweepDecision {
  const late = (since: Date, after: number) => now.getTime() - since.getTime() > after;
  if (upload.status === 'awaiting-file') {
    // A file that came a moment before its link expired still has the way through the queue.
    const over = upload.expiresAt !== null && late(upload.expiresAt, 60_000);
    return over ? { kind: 'fail', code: 'file-never-came' } : { kind: 'leave' };
  }
  if (upload.isWaiting || !canBeStuck(upload.status) || !late(upload.updatedAt, STUCK_AFTER_MS)) {
    return { kind: 'leave' };
  }
  return upload.attempt < MAX_ATTEMPTS ? { kind: 'again' } : { kind: 'fail', code: 'gave-up' };
}

import * as z from 'zod/mini';

/** The way of an upload, in its order; it ends in one of the last three. */
const STATUSES = [
  'awaiting-file',
  'queued',
  'reading',
  'parsing',
  'matching',
  'saving',
  'done',
  'needs-review',
  'failed',
] as const;

export const UploadStatus = z.enum(STATUSES);
export type UploadStatus = z.infer<typeof UploadStatus>;

const FINAL: readonly UploadStatus[] = ['done', 'needs-review', 'failed'];

/** What workflow steps, in their order, set; the progress a person sees counts them. */
const STEPS: readonly UploadStatus[] = ['queued', 'reading', 'parsing', 'matching', 'saving'];

export function isFinal(status: UploadStatus): boolean {
  return FINAL.includes(status);
}

/** `{step: 2, of: 6}` while `reading`; the last step is the end. */
export function progressOf(status: UploadStatus): { step: number; of: number } {
  const of = STEPS.length + 1;
  return { step: isFinal(status) ? of : STEPS.indexOf(status) + 1, of };
}

/**
 * The statuses that may become `next` within one attempt: any that is not final. A step that runs a
 * second time may set an earlier status again; nothing ever leaves an end but a retry.
 */
export const UNFINISHED: readonly UploadStatus[] = STATUSES.filter((status) => !isFinal(status));

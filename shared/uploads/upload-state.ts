import * as z from 'zod/mini';

/** The statuses of an upload, in the order in which it passes them; the last three are final. */
export const STATUSES = [
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

export const UploadKind = z.enum(['receipt', 'document']);
export type UploadKind = z.infer<typeof UploadKind>;

export const UploadStatus = z.enum(STATUSES);
export type UploadStatus = z.infer<typeof UploadStatus>;

/** The workflow is done with the upload. The partial index `uploads_unfinished` leaves these out. */
export const FINAL: readonly UploadStatus[] = ['done', 'needs-review', 'failed'];

export const UNFINISHED: readonly UploadStatus[] = STATUSES.filter((status) => !isFinal(status));

/** The workflow has the file. An upload that stands still in one of them is stuck. */
const IN_WORKFLOW: readonly UploadStatus[] = UNFINISHED.filter(
  (status) => status !== 'awaiting-file',
);

interface Transition {
  readonly from: readonly UploadStatus[];
  readonly to: UploadStatus;
  /** Begins another attempt: what the one before still reports is refused from then on. */
  readonly newAttempt?: true;
}

/**
 * The state machine of an upload: what may happen to it, in which statuses, and what it is then.
 * Anything else is refused by `transition` of upload-store.ts, which makes all of them.
 *
 * Events come at least once and late, so within an attempt the steps only move forward: a step may
 * start again, but not after a later one has. Of a final status only a person leaves `needs-review`,
 * and only another attempt leaves `failed`.
 */
export const TRANSITIONS = {
  /** Its bytes are in storage. The first step of the workflow may be quicker to report. */
  fileStored: { from: ['awaiting-file'], to: 'queued' },
  /** The household has sent these bytes before. */
  duplicateFound: { from: ['awaiting-file', 'queued'], to: 'done' },
  readingStarted: { from: upTo('reading'), to: 'reading' },
  parsingStarted: { from: upTo('parsing'), to: 'parsing' },
  matchingStarted: { from: upTo('matching'), to: 'matching' },
  savingStarted: { from: upTo('saving'), to: 'saving' },
  receiptSaved: { from: UNFINISHED, to: 'done' },
  documentSaved: { from: UNFINISHED, to: 'done' },
  reviewNeeded: { from: UNFINISHED, to: 'needs-review' },
  /** Also after another attempt at a reading that was cut off has failed. */
  reviewConfirmed: { from: ['needs-review', 'failed'], to: 'done' },
  /** A step failed for good, the file never came, or it was stuck too often. */
  failed: { from: UNFINISHED, to: 'failed' },
  /** It was stuck: the sweep begins again. */
  restarted: { from: IN_WORKFLOW, to: 'queued', newAttempt: true },
  /** A person asks for another attempt. */
  retryRequested: { from: ['failed'], to: 'queued', newAttempt: true },
  /** The same for a reading that the time limit cut off. */
  rereadRequested: { from: ['needs-review'], to: 'queued', newAttempt: true },
} as const satisfies Record<string, Transition>;

export type UploadEvent = keyof typeof TRANSITIONS;

export function transitionOf(event: UploadEvent): Transition {
  return TRANSITIONS[event];
}

/** An upload in one of these is the original of later uploads of the same bytes; one that failed is not. */
export const ORIGINALS: readonly UploadStatus[] = STATUSES.filter((status) => status !== 'failed');

export function isFinal(status: UploadStatus): boolean {
  return FINAL.includes(status);
}

export function canBeStuck(status: UploadStatus): boolean {
  return IN_WORKFLOW.includes(status);
}

/** The statuses that each kind of upload passes in its workflow. */
const STEPS: Readonly<Record<UploadKind, readonly UploadStatus[]>> = {
  receipt: IN_WORKFLOW,
  document: ['queued', 'reading', 'parsing'],
};

/** `{step: 2, of: 6}` while a receipt is `reading`; the last step is the end. */
export function progressOf(status: UploadStatus, kind: UploadKind): { step: number; of: number } {
  const of = STEPS[kind].length + 1;
  return { step: isFinal(status) ? of : STEPS[kind].indexOf(status) + 1, of };
}

function upTo(status: UploadStatus): readonly UploadStatus[] {
  return STATUSES.slice(0, STATUSES.indexOf(status) + 1);
}

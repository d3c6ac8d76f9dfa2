import type { UploadKind } from './upload-state.ts';
import type { TracedRun } from './workflow.ts';

/** An attempt that waits to be read, and which workflow reads it. */
export type WaitingRun = TracedRun & { readonly kind: UploadKind };

/** What one household has waiting to be read. */
export interface Line {
  readonly householdId: string;
  /** The one that arrived first of those that wait. */
  readonly first: WaitingRun;
  /** When it arrived, in milliseconds. */
  readonly since: number;
  /** How many of the household's are being read. */
  readonly beingRead: number;
  /** When a turn of the household last came, in milliseconds; null when it never had one. */
  readonly lastTurn: number | null;
}

/**
 * Whose upload is read next: of the household that has the fewest being read; of several the one whose
 * last turn is longest ago; of several without one the first that came. So thirty photographs of one
 * household keep one of another waiting for one turn, and each household's own are read in their order.
 */
export function nextTurn(lines: readonly Line[]): WaitingRun | undefined {
  return lines.toSorted(
    (a, b) =>
      a.beingRead - b.beingRead ||
      // A household without a turn comes before all that had one.
      (a.lastTurn ?? Number.NEGATIVE_INFINITY) - (b.lastTurn ?? Number.NEGATIVE_INFINITY) ||
      a.since - b.since,
  )[0]?.first;
}

/** What a program may take of the machine before it is ended, whatever it was doing. */
export interface Limits {
  /** Resident memory of its process: heap, native libraries and WebAssembly together. */
  readonly memoryBytes: number;
  /**
   * Processor time for opening one file, of all threads. Time on a clock would make the answer depend on
   * what else the machine does.
   */
  readonly openingMs: number;
}

/** Why a program was ended: a limit, or a fault of the libraries it runs (or of what it was given). */
export const BROKEN_LIMITS = ['memory', 'work', 'crash'] as const;
export type BrokenLimit = (typeof BROKEN_LIMITS)[number];

/** What is known about a dependency, by all who share the store. */
export interface BreakerRecord {
  /** Failures in a row. */
  readonly failures: number;
  /** Epoch milliseconds since when it is left alone; `undefined` while it works. */
  readonly openedAt: number | undefined;
  /** Epoch milliseconds of its first opening: probes that failed since have opened it again. */
  readonly failingSince: number | undefined;
}

/** Where the state of breakers is kept: in Redis for all instances, in a process for itself. */
export interface BreakerStore {
  /** @returns a record for each name, in their order */
  read(names: readonly string[]): Promise<readonly BreakerRecord[]>;
  /** @returns failures in a row, this one included */
  addFailure(name: string): Promise<number>;
  forgetFailures(name: string): Promise<void>;
  /** @returns false when another call opened it first */
  open(name: string, at: number): Promise<boolean>;
  /** The probe failed: it stays open, from now on, and has been failing since when it was. */
  reopen(name: string, at: number, failingSince: number): Promise<void>;
  close(name: string): Promise<void>;
  /** @returns whether the caller is the one that may try; the right lapses after `ms` */
  takeProbe(name: string, ms: number): Promise<boolean>;
  dropProbe(name: string): Promise<void>;
}

/**
 * What a client knows of a write: it was answered, or nobody can tell (the connection was cut, or the
 * system answered that it failed), or it was refused.
 */
export type Outcome = 'acknowledged' | 'unknown' | 'refused';

/** One write of a client, with the mark by which the final state shows it. */
export interface Entry {
  readonly kind: string;
  readonly mark: string;
  outcome: Outcome;
  /** Whether the client had to try again, or give up, without knowing. */
  wasUnknown: boolean;
  /** Whether a try was answered with the stored reply of an earlier one. */
  wasReplayed: boolean;
  /** Status and code of the refusal. */
  refusal?: string;
}

/** A write that the final state shows. */
export interface Found {
  readonly kind: string;
  readonly mark: string;
}

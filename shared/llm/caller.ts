/** For whom a model is asked. */
export interface Caller {
  readonly household: { readonly householdId: string };
  /** `background`: nobody waits for it, so it may use a part of the day's budget only. */
  readonly work: 'interactive' | 'background';
  /** Aborted when the caller is gone, or has no time left: the connection to the model is closed. */
  readonly signal?: AbortSignal;
}

/** A dependency that failed is left alone, and was not asked. */
export class CircuitOpen extends Error {
  override readonly name = 'CircuitOpen';
  readonly breaker: string;
  readonly retryAfterMs: number;

  constructor(breaker: string, retryAfterMs: number) {
    super(`${breaker} failed and is left alone for ${Math.ceil(retryAfterMs / 1000)} s`);
    this.breaker = breaker;
    this.retryAfterMs = retryAfterMs;
  }
}

export function isCircuitOpen(error: unknown): error is CircuitOpen {
  return error instanceof Error && error.name === 'CircuitOpen' && 'retryAfterMs' in error;
}

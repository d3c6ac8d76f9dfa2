/** The error name a workflow matches. */
export const PERMANENT_ERROR = 'PermanentError';

/**
 * A failure that a retry cannot fix. In a workflow its `name` is what Retry excludes and Catch
 * matches; in a queue consumer it goes to the dead-letter path.
 */
export class PermanentError extends Error {
  override readonly name = PERMANENT_ERROR;
  /** Stable: `unreadable-file`. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export function isPermanentError(error: unknown): error is PermanentError {
  return error instanceof Error && error.name === PERMANENT_ERROR;
}

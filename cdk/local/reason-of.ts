/** Why a connection failed: the message of the error, or its code. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Both addresses of `localhost` refused are one error around two that name the reason.
  const [first] = error instanceof AggregateError ? error.errors : [];
  if (first !== undefined) return reasonOf(first);
  return error.message || ('code' in error ? String(error.code) : error.name);
}

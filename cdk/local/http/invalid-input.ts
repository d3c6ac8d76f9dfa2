import * as z from 'zod/mini';

/** What is wrong with a request, by the names of its fields; nothing when the error is not about a request. */
export function invalidInput(error: unknown): string | undefined {
  if (error instanceof SyntaxError) return error.message;
  if (!(error instanceof z.core.$ZodError)) return undefined;
  return error.issues
    .map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `${[...issue.path, issue.keys.join(', ')].join('.')} is not known here`
        : `Value for parameter ${issue.path.join('.')} is invalid`,
    )
    .join('; ');
}

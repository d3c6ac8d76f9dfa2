import * as z from 'zod/mini';

/** A boolean in a query: `true` or `false`, and no other word for them. */
export function yesOrNo() {
  return z.pipe(
    z.transform((text: unknown) => (text === 'true' ? true : text === 'false' ? false : text)),
    z.boolean(),
  );
}

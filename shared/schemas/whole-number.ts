import * as z from 'zod/mini';

/** A whole number in a query, in digits only: `Number` also takes the empty text, `0x2` and `1e0`. */
export function wholeNumber(minimum: number, maximum: number) {
  return z.pipe(
    z.transform((text: unknown) =>
      typeof text === 'string' && /^-?\d{1,15}$/.test(text) ? Number(text) : text,
    ),
    z.int().check(z.minimum(minimum), z.maximum(maximum)),
  );
}

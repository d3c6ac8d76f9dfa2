import * as z from 'zod/mini';

/** A number in a query, as JSON writes it: `Number` also takes the empty text and `0x2`. */
export function decimal(minimum: number, maximum: number) {
  return z.pipe(
    z.transform((text: unknown) =>
      typeof text === 'string' && /^-?\d{1,15}(\.\d{1,20})?(e[+-]?\d{1,3})?$/i.test(text)
        ? Number(text)
        : text,
    ),
    z.number().check(z.minimum(minimum), z.maximum(maximum)),
  );
}

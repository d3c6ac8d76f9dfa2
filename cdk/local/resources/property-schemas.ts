import * as z from 'zod/mini';

/** A whole number; CloudFormation also takes it as text. */
export function whole(min: number, max: number) {
  return z.coerce.number().check(z.int(), z.minimum(min), z.maximum(max));
}

export const seconds = (min: number, max: number) => z.optional(whole(min, max));

import * as z from 'zod/mini';

/** A whole number; CloudFormation also takes it as text. */
export function whole(least: number, most: number) {
  return z.coerce.number().check(z.int(), z.minimum(least), z.maximum(most));
}

export const seconds = (least: number, most: number) => z.optional(whole(least, most));

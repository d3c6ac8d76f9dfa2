import * as z from 'zod/mini';

/** A body without anything in it. */
export const Nothing = z.strictObject({});

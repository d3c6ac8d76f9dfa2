import type * as z from 'zod/mini';

/** Any schema; its output type is inferred with `z.output<S>`. */
export type Schema = z.core.$ZodType;

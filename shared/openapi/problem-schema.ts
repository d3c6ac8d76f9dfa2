import * as z from 'zod/mini';

/** One fault of a body or a query. */
export const FieldProblem = z.looseObject({
  pointer: z
    .string()
    .check(z.describe('A JSON pointer into the body, or ?name for a query parameter.')),
  detail: z.string(),
});

/** Schema of every failure (RFC 9457). */
export const Problem = z.looseObject({
  type: z.string().check(z.meta({ format: 'uri' })),
  title: z.string().check(z.describe('In the language of Accept-Language.')),
  status: z.int(),
  detail: z.string().check(z.describe('In the language of Accept-Language.')),
  instance: z.string().check(z.describe('The path of the request.')),
  code: z.string().check(z.describe('Stable, never translated.')),
  requestId: z.string(),
  errors: z.optional(z.array(FieldProblem)),
});

import * as z from 'zod/mini';

const Ids = z.array(z.uuid()).check(z.minLength(1), z.maxLength(100));

/**
 * What the function is invoked with: by its schedule, or by a person who deals with parked messages.
 * Anything else is refused, so that a misspelled request is not taken for a scheduled run.
 */
export const RelayRequest = z.union([
  z.strictObject({ list: z.literal('parked') }),
  z.strictObject({ resend: z.union([z.literal('all'), Ids]) }),
  z.strictObject({ discard: Ids }),
  z.object({ source: z.literal('aws.events') }),
  z.strictObject({}),
]);

export type RelayRequest = z.infer<typeof RelayRequest>;

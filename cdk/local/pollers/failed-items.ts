import * as z from 'zod/mini';

const Reply = z.nullish(
  z.object({
    batchItemFailures: z.nullish(
      z.array(z.object({ itemIdentifier: z.string().check(z.minLength(1)) })),
    ),
  }),
);

/**
 * The messages that a function reports as failed. A reply of another shape, or one that names a
 * message that was not in the batch, counts as a failure of all, as Lambda does.
 */
export function failedItems(payload: unknown, all: ReadonlySet<string>): ReadonlySet<string> {
  const reply = Reply.safeParse(payload);
  if (!reply.success) return all;
  const failed = (reply.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return failed.every((id) => all.has(id)) ? new Set(failed) : all;
}

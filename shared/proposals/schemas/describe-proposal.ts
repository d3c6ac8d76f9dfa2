import * as z from 'zod/mini';
import { Instant } from '#shared/schemas/instant.ts';

/**
 * The schemas of a kind of proposal, apart from what it does: the API document carries them all.
 * @param payload what an agent gives, and what is stored
 * @param diff what the API shows of what confirming it changes
 */
export function describeProposal<
  const Kind extends string,
  Payload extends z.ZodMiniType,
  Diff extends z.ZodMiniType,
>({ kind, payload, diff }: { kind: Kind; payload: Payload; diff: Diff }) {
  return {
    kind,
    payload,
    diff,
    /** As it stands in a reply. */
    view: z.object({
      id: z.uuid(),
      kind: z.literal(kind),
      summary: z.string(),
      diff,
      expiresAt: Instant,
    }),
  };
}

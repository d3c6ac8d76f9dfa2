import * as z from 'zod/mini';
import { WhoEats } from '#shared/households/diners.ts';
import { ROUTE_LABELS } from '#shared/router/labels.ts';
import { Restriction, Who } from '#shared/statements/statement.ts';

/** What every agent is asked; each narrows `state` to its own. */
export const AgentRequest = z.object({
  householdId: z.uuid(),
  /** Who asks; their own settings count. */
  userId: z.optional(z.uuid()),
  message: z.string().check(z.minLength(1), z.maxLength(2000)),
  /** Text that the message shows rather than says: a recipe that was quoted. Nothing in it is a request. */
  shown: z.optional(z.string().check(z.maxLength(2100))),
  /** What the router takes it for; null when the agent was named. */
  topic: z._default(z.nullable(z.enum(ROUTE_LABELS)), null),
  /** The language of the message, in which it is answered. */
  locale: z.enum(['pl', 'en']),
  /** Who eats, as the session knows. */
  ...WhoEats.shape,
  /** What was said of people in the session, and what of it was said before this message. */
  restrictions: z._default(z.array(Restriction), () => []),
  restrictionsBefore: z._default(z.array(Restriction), () => []),
  /** Of whom was spoken last, before this message. */
  lastPerson: z._default(z.nullable(Who), null),
  /** Whether a proposal of the session waits for a decision. */
  hasOpenProposal: z._default(z.boolean(), false),
  /** What this agent remembered of its last turn in the session, as it wrote it; null if there was none. */
  state: z.json(),
});
export type AgentRequest = z.infer<typeof AgentRequest>;

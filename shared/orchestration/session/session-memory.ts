import * as z from 'zod/mini';
import { RememberedWho } from '#shared/households/diners.ts';
import { Restriction, Who } from '#shared/statements/statement.ts';
import { ChefState } from '../agents/chef-state.ts';

/** What a session holds whichever agent answers. */
export const SessionMemory = z.object({
  /** What people do not eat, as they said it. */
  restrictions: z.array(Restriction),
  /** Whom `she` means. */
  lastPerson: z.nullable(Who),
  /** Who eats, once somebody said; null for everybody. */
  who: RememberedWho,
  /** The language that was spoken last. */
  locale: z.nullable(z.enum(['pl', 'en'])),
});
export type SessionMemory = z.infer<typeof SessionMemory>;

export const NEW_MEMORY: SessionMemory = {
  restrictions: [],
  lastPerson: null,
  who: null,
  locale: null,
};

/** What is said of a person holds for the session; a wish for one meal is the chef's to remember. */
export function isOfPerson({ reason }: Pick<Restriction, 'reason'>): boolean {
  return reason !== 'without';
}

/**
 * What the last turn left behind. Turns of earlier versions left it in the state of the chef.
 * @param chefState of the last turn of the chef
 */
export function memoryOf(stored: unknown, chefState: unknown): SessionMemory {
  const memory = z.safeParse(SessionMemory, stored);
  if (memory.success) return memory.data;
  const state = z.safeParse(ChefState, chefState);
  if (!state.success) return NEW_MEMORY;
  const { restrictions, lastPerson, who } = state.data;
  return { restrictions: restrictions.filter(isOfPerson), lastPerson, who, locale: null };
}

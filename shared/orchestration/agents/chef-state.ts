import * as z from 'zod/mini';
import { Criteria } from '#shared/cooking-requests/criteria.ts';
import { RememberedWho } from '#shared/households/diners.ts';
import { NamedFood } from '#shared/statements/named-food.ts';
import { Restriction, Who } from '#shared/statements/statement.ts';

/** What the chef remembers of a session from one turn to the next. */
export const ChefState = z.object({
  /** Stored in `chat_turns.state` under this name. */
  wish: Criteria,
  /** Ids of the recipes that were offered last, best first. */
  offered: z.array(z.string()).check(z.maxLength(3)),
  /** The one the session is about. */
  picked: z.nullable(z.string()),
  people: z.nullable(z.number()),
  /** What is left out of it, and what stands in for what. */
  without: z.array(NamedFood),
  replaced: z.array(z.object({ from: z.string(), to: z.string() })),
  /** Who eats, once somebody said. Sessions of earlier versions have none. */
  who: z._default(RememberedWho, null),
  /** What people do not eat, as they said it. Sessions of earlier versions have none. */
  restrictions: z._default(z.array(Restriction), () => []),
  /** Foods of which was asked whether they are at hand or to be left out. */
  asked: z._default(z.array(NamedFood), () => []),
  /** Whether the turn before said what can stand in for a food. Sessions of earlier versions have none. */
  standIn: z._default(z.boolean(), false),
  /** Whether it said how long a plain food takes, and the plain food that was talked of last. */
  cookingTime: z._default(z.boolean(), false),
  plainFood: z._default(z.nullable(z.string()), null),
  /** Whom `she` means. */
  lastPerson: z._default(z.nullable(Who), null),
});
export type ChefState = z.infer<typeof ChefState>;

/** The state of a session that nothing is known of. */
export const NEW_SESSION: ChefState = {
  wish: {
    have: [],
    without: [],
    minutes: null,
    people: null,
    diet: null,
    meal: null,
    withoutEquipment: [],
    useExpiring: false,
    dish: null,
  },
  offered: [],
  picked: null,
  people: null,
  without: [],
  replaced: [],
  restrictions: [],
  asked: [],
  standIn: false,
  cookingTime: false,
  plainFood: null,
  lastPerson: null,
  who: null,
};

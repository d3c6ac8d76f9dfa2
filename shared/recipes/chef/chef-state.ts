import * as z from 'zod/mini';
import { Thing, Wish } from './wish.ts';

/** What the chef remembers of a talk from one turn to the next. */
export const ChefState = z.object({
  wish: Wish,
  /** Ids of the recipes that were offered last, best first. */
  offered: z.array(z.string()).check(z.maxLength(3)),
  /** The one the talk is about. */
  picked: z.nullable(z.string()),
  people: z.nullable(z.number()),
  /** What is left out of it, and what stands in for what. */
  without: z.array(Thing),
  replaced: z.array(z.object({ from: z.string(), to: z.string() })),
});
export type ChefState = z.infer<typeof ChefState>;

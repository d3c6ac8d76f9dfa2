import * as z from 'zod/mini';
import { stemPattern } from '#shared/language/stem-pattern.ts';
import rows from './data/cooking-times.json' with { type: 'json' };

const Text = z.object({ pl: z.string(), en: z.string() });

export const WAYS = ['boil', 'bake', 'fry', 'steep'] as const;
export type Way = (typeof WAYS)[number];

const Time = z.object({
  way: z.enum(WAYS),
  /** From and to. */
  minutes: z.tuple([z.int(), z.int()]),
  name: Text,
  /** Of the oven. */
  celsius: z.optional(z.int()),
  /** Stems of words that mean this one of the times of a food. */
  words: z.optional(z.array(z.string())),
  note: z.optional(Text),
});

/** How long a plain food takes in one way of cooking it. */
export interface CookingTime extends z.infer<typeof Time> {
  readonly meant: RegExp | null;
}

/** A plain food with its times; the first one that is named counts: `sweet potato` before `potato`. */
export interface CookingFood {
  readonly id: string;
  readonly named: RegExp;
  readonly times: readonly CookingTime[];
}

export const COOKING_FOODS: readonly CookingFood[] = rows.map(({ id, words, times }) => ({
  id,
  named: stemPattern(words),
  times: z
    .array(Time)
    .parse(times)
    .map((time) => {
      return { ...time, meant: time.words === undefined ? null : stemPattern(time.words) };
    }),
}));

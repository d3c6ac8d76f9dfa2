import * as z from 'zod/mini';
import { Change, PantryRequest, Period, Spending } from './request.ts';

/** A question of ours that the next message may answer. */
export const Pending = z.object({
  change: Change,
  /** Of which of its items. */
  item: z.int(),
  /** Names to choose from; none when it was asked how much. */
  choices: z.array(z.string()),
});
export type Pending = z.infer<typeof Pending>;

/** What a session talked about last, as far as the pantry goes. */
export const TalkSoFar = z.object({
  last: z.nullable(PantryRequest),
  /** What was proposed last, with its things by their names in the house. */
  change: z.nullable(Change),
  /** Names of the things that were spoken of, the last first, and of those that were not chosen. */
  products: z.array(z.string()),
  others: z.array(z.string()),
  pending: z.nullable(Pending),
  /** Of which days spending was asked, the last ones last: `both months`. Older sessions have none. */
  periods: z._default(z.array(Period), () => []),
  /** What spending was asked of, the last one last: `both together`. */
  spendings: z._default(z.array(Spending), () => []),
});
export type TalkSoFar = z.infer<typeof TalkSoFar>;

export const NOTHING_SAID: TalkSoFar = {
  last: null,
  change: null,
  products: [],
  others: [],
  pending: null,
  periods: [],
  spendings: [],
};

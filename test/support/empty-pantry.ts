import type { PantryDeps } from '#functions/agents/conversation/pantry/pantry-turn.ts';

const unasked = (what: string) => async (): Promise<never> => {
  throw new Error(`Nobody was to ask for ${what}`);
};

/** A house with nothing in it, in which nothing is booked or counted. */
export const EMPTY_PANTRY: PantryDeps = {
  pantry: async () => ({ lots: [], day: '2026-11-28' }),
  completed: unasked('lots to be added'),
  moved: unasked('lots to be moved'),
  spent: unasked('what was spent'),
  unconfirmed: unasked('receipts'),
  wasted: unasked('what was thrown away'),
};

import { withHousehold } from '#shared/database/with-household.ts';
import { isServiceAway } from '#shared/errors/service-away.ts';
import { log } from '#shared/telemetry/log.ts';
import {
  insertReservation,
  lockToday,
  type Reserved,
  reservedTokens,
  settleReservation,
} from './budget-store.ts';
import type { Caller } from './caller.ts';
import type { Tokens } from './providers/provider.ts';

/** Tokens a household may use in a day where the installation says nothing. */
export const DEFAULT_TOKENS_PER_DAY = 200_000;
/** What nobody waits for leaves the rest of the day to people. */
const BACKGROUND_SHARE = 0.5;
/** Longer than any function runs: a reservation that is older belongs to a process that died. */
const RESERVATION_SECONDS = 900;

export interface Reservation {
  readonly ok: true;
  /** Never throws; the second call of it does nothing. */
  settle(used: Tokens, failed: boolean): Promise<void>;
}

export type Reserving =
  | Reservation
  | { readonly ok: false; readonly unavailable: 'budget-used-up' | 'budget-away' };

/** Tokens of a household's day: reserved before each call, settled after it. */
export interface Budget {
  /** @param tokens the most that the call can take */
  reserve(caller: Caller, tokens: number): Promise<Reserving>;
}

/**
 * The budget in Postgres. Both sides are transactions of their own: never reserve inside one that stays
 * open while the model writes, for it would hold the household's day. Without the database nothing is
 * spent.
 */
export function householdBudget(tokensPerDay = DEFAULT_TOKENS_PER_DAY): Budget {
  return {
    async reserve({ household, work }, tokens) {
      const isBackground = work === 'background';
      const { householdId } = household;
      try {
        const reserved = await withHousehold(household, async (client) => {
          const today = await lockToday(client, householdId);
          const held = await reservedTokens(client, today.day);
          if (!fits(tokens, isBackground, tokensPerDay, [today, held])) return undefined;
          const { day } = today;
          const seconds = RESERVATION_SECONDS;
          const row = { householdId, day, tokens, isBackground, seconds };
          return { day, id: await insertReservation(client, row) };
        });
        if (reserved === undefined) return { ok: false, unavailable: 'budget-used-up' };
        return reservation({ householdId, isBackground, ...reserved });
      } catch (error) {
        if (!isServiceAway(error)) throw error;
        log.warn('No tokens can be reserved', { error });
        return { ok: false, unavailable: 'budget-away' };
      }
    },
  };
}

function fits(
  tokens: number,
  isBackground: boolean,
  tokensPerDay: number,
  taken: readonly Reserved[],
): boolean {
  const sum = (of: (one: Reserved) => number) => taken.reduce((all, one) => all + of(one), tokens);
  if (sum((one) => one.tokens) > tokensPerDay) return false;
  return !isBackground || sum((one) => one.backgroundTokens) <= tokensPerDay * BACKGROUND_SHARE;
}

function reservation(row: {
  readonly householdId: string;
  readonly isBackground: boolean;
  readonly day: string;
  readonly id: string;
}): Reservation {
  let isSettled = false;
  return {
    ok: true,
    async settle(used, failed) {
      if (isSettled) return;
      isSettled = true;
      const settled = { ...row, used, failed };
      await withHousehold(row, (client) => settleReservation(client, settled)).catch(
        // It holds what it reserved until its time is over.
        (error: unknown) => log.warn('Used tokens were not written down', { error, ...used }),
      );
    },
  };
}

import type { ClientBase } from 'pg';
import * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import type { AvoidedLot } from '#shared/recipes/model/recipe-schema.ts';
import type { WrittenRecipe } from '#shared/recipes/readings/recipe-reading.ts';

/** What doing it came to. */
export interface Applied {
  readonly bookingIds: readonly string[];
  /** Lots left alone for the sake of who eats. */
  readonly avoided?: readonly AvoidedLot[];
  /** What taking it back needs besides its bookings; stored with the proposal. */
  readonly kept?: unknown;
}

/** In the transaction that also notes that it was done. */
export interface Applying {
  readonly client: ClientBase;
  readonly household: HouseholdContext;
  readonly locale: Locale;
}

/** What a kind of proposal does, given what an agent proposed. */
interface KindSpec<Payload, Diff> {
  show(payload: Payload): Diff;
  /** What is proposed, worded here: an agent's own words could offer what the gate forbids. */
  summary(payload: Payload, locale: Locale): string;
  /** Whether the summary stands in the text of the answer, for an agent that gives facts and no words. */
  readonly isSaid?: boolean;
  /** Said when it was done. */
  done(payload: Payload, locale: Locale): string;
  /** What would be eaten, which the gate reads; left out where nothing is. */
  dish?(payload: Payload): WrittenRecipe;
  apply(payload: Payload, applying: Applying): Promise<Applied>;
  /** Whether its bookings can be taken back together; `false` for what books nothing. */
  readonly undoable: boolean;
  /** Takes back what books nothing, by what `apply` kept. */
  undo?(kept: unknown, applying: Applying): Promise<void>;
}

/** One proposal with what can be done with it. */
export interface ReadProposal {
  readonly kind: string;
  readonly payload: unknown;
  readonly undoable: boolean;
  readonly isSaid: boolean;
  readonly dish: WrittenRecipe | null;
  summary(locale: Locale): string;
  done(locale: Locale): string;
  diff(): unknown;
  apply(applying: Applying): Promise<Applied>;
  readonly undo?: ((kept: unknown, applying: Applying) => Promise<void>) | undefined;
}

/** A kind of change that an agent may propose; it stands in `proposal-kinds.ts`. */
export function defineProposal<Payload extends z.ZodMiniType, Diff extends z.ZodMiniType>(
  schema: { readonly kind: string; readonly payload: Payload; readonly diff: Diff },
  spec: KindSpec<z.output<Payload>, z.output<Diff>>,
) {
  return {
    summary: spec.summary,
    read(given: unknown): ReadProposal {
      const payload = z.parse(schema.payload, given);
      return {
        kind: schema.kind,
        payload,
        undoable: spec.undoable,
        isSaid: spec.isSaid ?? false,
        dish: spec.dish?.(payload) ?? null,
        summary: (locale) => spec.summary(payload, locale),
        done: (locale) => spec.done(payload, locale),
        diff: () => spec.show(payload),
        apply: (applying) => spec.apply(payload, applying),
        undo: spec.undo,
      };
    },
  };
}

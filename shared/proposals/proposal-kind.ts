import type { ClientBase } from 'pg';
import * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import type { AvoidedLot } from '#shared/recipes/model/recipe-schema.ts';
import type { WrittenRecipe } from '#shared/recipes/readings/recipe-reading.ts';
import { Instant } from '#shared/schemas/instant.ts';

/** What doing it came to. */
export interface Applied {
  readonly bookingIds: readonly string[];
  /** Lots left alone for the sake of who eats. */
  readonly avoided?: readonly AvoidedLot[];
}

/** In the transaction that also notes that it was done. */
export interface Applying {
  readonly client: ClientBase;
  readonly household: HouseholdContext;
  readonly locale: Locale;
}

/** What a kind of proposal consists of; `Payload` is what an agent gives, and what is stored. */
interface KindSpec<Kind extends string, Payload extends z.ZodMiniType, Diff extends z.ZodMiniType> {
  readonly kind: Kind;
  readonly payload: Payload;
  /** What the API shows of what confirming it changes. */
  readonly diff: Diff;
  show(payload: z.output<Payload>): z.output<Diff>;
  /** What is proposed, worded here: an agent's own words could offer what the gate forbids. */
  summary(payload: z.output<Payload>, locale: Locale): string;
  /** Said when it was done. */
  done(payload: z.output<Payload>, locale: Locale): string;
  /** What would be eaten, which the gate reads; left out where nothing is. */
  dish?(payload: z.output<Payload>): WrittenRecipe;
  apply(payload: z.output<Payload>, applying: Applying): Promise<Applied>;
  /**
   * Whether its bookings can be taken back together; `false` for what books nothing.
   */
  readonly undoable: boolean;
}

/** One proposal with what can be done with it. */
export interface ReadProposal {
  readonly kind: string;
  readonly payload: unknown;
  readonly undoable: boolean;
  readonly dish: WrittenRecipe | null;
  summary(locale: Locale): string;
  done(locale: Locale): string;
  diff(): unknown;
  apply(applying: Applying): Promise<Applied>;
}

/** A kind of change that an agent may propose: one file, and one entry in `proposal-kinds.ts`. */
export function defineProposal<
  const Kind extends string,
  Payload extends z.ZodMiniType,
  Diff extends z.ZodMiniType,
>(spec: KindSpec<Kind, Payload, Diff>) {
  return {
    kind: spec.kind,
    payload: spec.payload,
    /** As it stands in a reply. */
    view: z.object({
      id: z.uuid(),
      kind: z.literal(spec.kind),
      summary: z.string(),
      /** What confirming it changes. */
      diff: spec.diff,
      expiresAt: Instant,
    }),
    summary: spec.summary,
    read(given: unknown): ReadProposal {
      const payload = z.parse(spec.payload, given);
      return {
        kind: spec.kind,
        payload,
        undoable: spec.undoable,
        dish: spec.dish?.(payload) ?? null,
        summary: (locale) => spec.summary(payload, locale),
        done: (locale) => spec.done(payload, locale),
        diff: () => spec.show(payload),
        apply: (applying) => spec.apply(payload, applying),
      };
    },
  };
}

import * as z from 'zod/mini';
import { NewLot } from '#shared/pantry/lot.ts';
import { words } from '#shared/schemas/words.ts';
import { describeProposal } from './describe-proposal.ts';
import { LotsDiff, LotView } from './lot-view.ts';

/** A lot that something is to be done to, as it was when that was proposed. */
export const SeenLot = z.object({
  lotId: z.uuid(),
  product: z.string(),
  /** How much of it, in its unit. */
  quantity: z.string(),
  /** Whether it is all that there was. */
  whole: z.boolean(),
  seen: LotView,
  /** As it will be: what is left of it, or the part that is moved or opened. */
  after: LotView,
});
export type SeenLot = z.infer<typeof SeenLot>;

/** As many as one message can name. */
const MAX_LOTS = 50;
const SeenLots = z.array(SeenLot).check(z.minLength(1), z.maxLength(MAX_LOTS));

/** Lots that somebody says are new in the house. */
export const AddPayload = z.object({
  kind: z.literal('add'),
  lots: z
    .array(
      z.object({
        lot: NewLot,
        /** With the place and the date that the tables give where nothing was said. */
        after: LotView,
      }),
    )
    .check(z.minLength(1), z.maxLength(MAX_LOTS)),
});
export type AddPayload = z.infer<typeof AddPayload>;

export const addSchema = describeProposal({ kind: 'add', payload: AddPayload, diff: LotsDiff });
export const consumeSchema = takingSchema('consume');
export const wasteSchema = takingSchema('waste');
export const openSchema = movingSchema('open');
export const moveSchema = movingSchema('move');
export const freezeSchema = movingSchema('freeze');

/** Taking of lots, to be eaten or thrown away. */
function takingSchema<const Kind extends 'consume' | 'waste'>(kind: Kind) {
  const payload = z.object({
    kind: z.literal(kind),
    reason: z.optional(words(200)),
    lots: SeenLots,
  });
  return describeProposal({ kind, payload, diff: LotsDiff });
}

/** Opening, moving or freezing lots or parts of them. */
function movingSchema<const Kind extends 'open' | 'move' | 'freeze'>(kind: Kind) {
  const payload = z.object({ kind: z.literal(kind), lots: SeenLots });
  return describeProposal({ kind, payload, diff: LotsDiff });
}

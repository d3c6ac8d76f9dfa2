import * as z from 'zod/mini';

/** What a line of a receipt is. Only food goes to the pantry. */
export const ITEM_KINDS = ['food', 'non-food', 'bag', 'service'] as const;
export const ItemKind = z.enum(ITEM_KINDS);
export type ItemKind = z.infer<typeof ItemKind>;

/** What a line of a receipt is. Only food goes to the pantry. */
export const ITEM_KINDS = ['food', 'non-food', 'bag', 'service'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

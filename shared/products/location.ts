import * as z from 'zod/mini';

/** Where food is kept. */
export const LOCATIONS = ['pantry', 'fridge', 'freezer'] as const;
export const Location = z.enum(LOCATIONS);
export type Location = z.infer<typeof Location>;

import * as z from 'zod/mini';
import { words } from '#shared/schemas/words.ts';

/** The fourteen allergens of EU law. @see Regulation (EU) No 1169/2011, Annex II */
export const ALLERGENS = [
  'gluten',
  'crustaceans',
  'eggs',
  'fish',
  'peanuts',
  'soybeans',
  'milk',
  'nuts',
  'celery',
  'mustard',
  'sesame',
  'sulphites',
  'lupin',
  'molluscs',
] as const;
export const Allergen = z.enum(ALLERGENS);
export type Allergen = z.infer<typeof Allergen>;

/** What happens when it is found: an allergy blocks, an intolerance warns, a dislike ranks lower. */
export const Severity = z.enum(['allergy', 'intolerance', 'dislike']);
export type Severity = z.infer<typeof Severity>;
export const ShortText = words(100);

/** One of the fourteen by code, or any other as free text. */
export const ListedAllergy = z.strictObject({ code: Allergen, severity: Severity });
export const OtherAllergy = z.strictObject({ term: ShortText, severity: Severity });
export const Allergy = z.union([ListedAllergy, OtherAllergy]);
export type Allergy = z.infer<typeof Allergy>;

export const DIETS = [
  'omnivore',
  'pescatarian',
  'vegetarian',
  'vegan',
  'lactose-free',
  'gluten-free',
  'pork-free',
  'halal',
] as const;
export const Diet = z.enum(DIETS);
export type Diet = z.infer<typeof Diet>;

export const NewPerson = z.strictObject({
  name: ShortText,
  diet: z._default(z.nullable(Diet), null),
  allergies: z._default(z.array(Allergy).check(z.maxLength(50)), () => []),
  dislikes: z._default(z.array(ShortText).check(z.maxLength(100)), () => []),
});
export type NewPerson = z.infer<typeof NewPerson>;

/** Omitted fields stay unchanged: no defaults here, they would erase allergies. */
export const PersonChange = z.strictObject({
  name: z.optional(ShortText),
  diet: z.optional(z.nullable(Diet)),
  allergies: z.optional(z.array(Allergy).check(z.maxLength(50))),
  dislikes: z.optional(z.array(ShortText).check(z.maxLength(100))),
});
export type PersonChange = z.infer<typeof PersonChange>;

export const Person = z.object({
  id: z.uuid(),
  name: z.string(),
  diet: z.nullable(Diet),
  allergies: z.array(Allergy),
  dislikes: z.array(z.string()),
});
export type Person = z.infer<typeof Person>;

/** A person as clients see them, with what should be known about their own words for allergies. */
export const PersonView = z.extend(Person, { warnings: z.array(z.string()) });

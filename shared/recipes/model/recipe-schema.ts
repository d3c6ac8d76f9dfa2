import * as z from 'zod/mini';
import { WhoEats } from '#shared/households/diners.ts';
import { Allergen } from '#shared/households/person.ts';
import { Money } from '#shared/money/money.ts';
import { ProductRef } from '#shared/products/product-ref.ts';
import { VERDICTS } from '#shared/safety/report.ts';
import { words } from '#shared/schemas/words.ts';
import { EQUIPMENT, MEALS, SEASONS } from './recipe.ts';

/** A week. */
const MAX_MINUTES = 10_080;
const Minutes = z.nullable(z.int().check(z.minimum(0), z.maximum(MAX_MINUTES)));
const Servings = z.nullable(z.int().check(z.minimum(1), z.maximum(100)));
export const Meal = z.enum(MEALS);
export const Season = z.enum(SEASONS);
export const Equipment = z.enum(EQUIPMENT);
const Meals = z.array(Meal);
const Seasons = z.array(Season);
const Things = z.array(Equipment);
/** ISO 639-1. Lines of other languages than `pl` and `en` are kept, and their products not matched. */
const Language = z.string().check(z.regex(/^[a-z]{2}$/));

export const MAX_INGREDIENTS = 200;
export const MAX_STEPS = 200;
/** A line as a person writes it: `2 łyżki masła`. */
const Line = words(300);
const Step = words(4000);

const settable = {
  title: words(200),
  servings: Servings,
  makes: z.nullable(words(100)),
  prepMinutes: Minutes,
  cookMinutes: Minutes,
  totalMinutes: Minutes,
  meals: Meals,
  seasons: Seasons,
  equipment: Things,
  tags: z.array(words(50)).check(z.maxLength(30)),
  ingredients: z.array(Line).check(z.minLength(1), z.maxLength(MAX_INGREDIENTS)),
  steps: z.array(Step).check(z.minLength(1), z.maxLength(MAX_STEPS)),
};

const none = () => [];

/** A recipe as it is given; the lines of ingredients are read by the server. */
export const NewRecipe = z.strictObject({
  ...settable,
  language: z._default(Language, 'pl'),
  servings: z._default(Servings, null),
  prepMinutes: z._default(Minutes, null),
  cookMinutes: z._default(Minutes, null),
  totalMinutes: z._default(Minutes, null),
  makes: z._default(settable.makes, null),
  meals: z._default(Meals, none),
  seasons: z._default(Seasons, none),
  equipment: z._default(Things, none),
  tags: z._default(settable.tags, none),
});
export type NewRecipe = z.infer<typeof NewRecipe>;

/** What is not named stays as it is. */
export const RecipeChange = z.partial(z.strictObject({ ...settable, language: Language }));
export type RecipeChange = z.infer<typeof RecipeChange>;

export const RecipeQuantity = z.object({
  value: z.string(),
  unit: z.enum(['g', 'ml', 'szt', 'opak']),
});

export const IngredientView = z.object({
  text: z.string(),
  amount: z.nullable(
    z.object({ value: z.string(), upTo: z.nullable(z.string()), measure: z.string() }),
  ),
  quantity: z.nullable(RecipeQuantity),
  item: z.string(),
  note: z.nullable(z.string()),
  product: z.nullable(ProductRef),
  optional: z.boolean(),
});

export const Verdict = z.enum(VERDICTS);

export const SafetyView = z.object({
  verdict: Verdict,
  allergens: z.array(
    z.object({
      code: z.string(),
      person: z.string(),
      evidence: z.string(),
      level: Verdict,
    }),
  ),
  /** Made from something they are allergic to, and no allergen by Annex II; `verdict` does not count it. */
  exempt: z.array(
    z.object({
      code: Allergen,
      person: z.string(),
      evidence: z.string(),
      why: z.object({ pl: z.string(), en: z.string() }),
    }),
  ),
});

export const Nutrition = z.object({
  kcal: z.number(),
  protein: z.number(),
  fat: z.number(),
  carbohydrates: z.number(),
  /** How much of the mass of the recipe is known to the table, in per cent. */
  knownPercent: z.number(),
  source: z.string(),
});

export const SectionView = z.object({ title: z.string(), from: z.int().check(z.minimum(0)) });

export const RecipeView = z.object({
  id: z.string(),
  title: z.string(),
  language: Language,
  /** Whether the household may change it. */
  own: z.boolean(),
  servings: Servings,
  /** What it makes where that is no number of servings, as its author wrote it. */
  makes: z.nullable(z.string()),
  prepMinutes: Minutes,
  cookMinutes: Minutes,
  /** From the first step to the last, with the time it rests, where its author says so. */
  totalMinutes: Minutes,
  meals: Meals,
  seasons: Seasons,
  equipment: Things,
  tags: z.array(z.string()),
  ingredients: z.array(IngredientView),
  /** Titles of parts of the ingredients, and the index of the first line below each. */
  ingredientSections: z.array(SectionView),
  steps: z.array(z.string()),
  stepSections: z.array(SectionView),
  source: z.object({
    name: z.string(),
    url: z.nullable(z.string()),
    author: z.nullable(z.string()),
  }),
  /** Per serving; null where too little is known. */
  nutrition: z.nullable(Nutrition),
  safety: SafetyView,
});
export type RecipeView = z.infer<typeof RecipeView>;

/** Allergens that somebody gets, or no longer gets, who eats the one food for the other. */
const difference = {
  gains: z.array(Allergen),
  mayGain: z.array(Allergen),
  loses: z.array(Allergen),
};

/** What a lot stands in for: an ingredient that is another food. */
export const StandIn = z.object({ item: z.string(), ...difference });

const Part = z.object({ points: z.number(), why: z.string() });

/** Who must not eat something, because of which allergens (or diet, or words of their own). */
const refusal = {
  person: z.string(),
  allergens: z.array(z.string()),
  /** The words it was read from. */
  evidence: z.array(z.string()),
};

/** A lot that is of an ingredient and was not taken, for somebody who eats must not have it. */
export const AvoidedLot = z.object({ lotId: z.uuid(), name: z.string(), ...refusal });
export type AvoidedLot = z.infer<typeof AvoidedLot>;

/** A recipe that was asked for and is not offered; one entry for each person it would harm. */
export const RefusedRecipe = z.object({ id: z.string(), title: z.string(), ...refusal });
export type RefusedRecipe = z.infer<typeof RefusedRecipe>;

export const RankedView = z.object({
  id: z.string(),
  title: z.string(),
  language: Language,
  servings: Servings,
  /** Of preparing and cooking together. */
  minutes: z.nullable(z.int().check(z.minimum(0), z.maximum(2 * MAX_MINUTES))),
  missing: z.array(
    z.object({
      item: z.string(),
      productId: z.nullable(z.string()),
      quantity: z.nullable(RecipeQuantity),
      /** From the household's own receipts. */
      price: z.nullable(Money),
      /** What in stock could take its place if somebody chooses so. */
      substitute: z.nullable(
        z.object({
          item: z.string(),
          ratio: z.number(),
          note: z.nullable(z.string()),
          ...difference,
        }),
      ),
    }),
  ),
  /** Salt, pepper, water: what is taken to be in every home. */
  assumed: z.array(z.string()),
  uses: z.array(
    z.object({
      lotId: z.uuid(),
      product: z.string(),
      quantity: z.nullable(RecipeQuantity),
      daysLeft: z.nullable(z.int()),
      /** Empty for what the recipe asks for, and for kinds of it. */
      standsInFor: z.array(StandIn),
    }),
  ),
  /** Lots left alone for the sake of who eats; what they would have covered may be in `missing`. */
  avoided: z.array(AvoidedLot),
  expiringUsed: z.array(z.object({ lotId: z.uuid(), product: z.string(), daysLeft: z.int() })),
  score: z.object({ total: z.number(), parts: z.record(z.string(), Part) }),
  safety: SafetyView,
});
export type RankedView = z.infer<typeof RankedView>;

export const Cooking = z.strictObject({
  ...WhoEats.shape,
  /** Lots to be taken before others; one that somebody who eats must not have is refused. */
  lots: z.optional(z.array(z.uuid()).check(z.maxLength(50))),
  servings: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
});

export const Cooked = z.object({
  id: z.uuid(),
  recipeId: z.string(),
  servings: z.int(),
  bookingIds: z.array(z.uuid()),
  /** What the recipe asks for and the pantry did not have; food past its use-by date is none. */
  missing: z.array(
    z.object({ item: z.string(), quantity: z.nullable(RecipeQuantity), pastUseBy: z.boolean() }),
  ),
  /** What was taken in place of what the recipe asks for. */
  standIns: z.array(z.object({ lotId: z.uuid(), product: z.string(), standsInFor: StandIn })),
  /** What was taken although its best-before date has passed: to be looked at, smelt and tasted. */
  pastBestBefore: z.array(
    z.object({ lotId: z.uuid(), product: z.string(), expiresOn: z.iso.date() }),
  ),
  avoided: z.array(AvoidedLot),
});

export type Language = 'pl' | 'en';

/** Whether lines of a language are read: their products are matched, and their allergens looked for. */
export function isRead(language: string): language is Language {
  return language === 'pl' || language === 'en';
}

/** In which its lines are read; those of other languages as English, for their amounts alone. */
export function readAs(language: string): Language {
  return isRead(language) ? language : 'en';
}

/** How much is written: `2-3 łyżki` is `{value: '2', upTo: '3', measure: 'tbsp'}`. */
export interface Amount {
  /** Decimal, more than 0. */
  readonly value: string;
  /** The upper end of a range. */
  readonly upTo: string | null;
  /** A key of `units`: `g`, `tbsp`, `clove`; `szt` are whole pieces. */
  readonly measure: string;
}

/** How much that is in units of the pantry, as far as it can be known. */
export interface Need {
  /** Decimal. */
  readonly value: string;
  readonly unit: 'g' | 'ml' | 'szt' | 'opak';
}

export interface Ingredient {
  /** The line as its author wrote it. */
  readonly text: string;
  /** Null for "salt to taste". */
  readonly amount: Amount | null;
  readonly quantity: Need | null;
  /** What it is, without amount and notes. */
  readonly item: string;
  readonly note: string | null;
  /** Of the shipped products (`mleko`); null when it is none of them. */
  readonly productId: string | null;
  readonly optional: boolean;
}

export const MEALS = ['breakfast', 'lunch', 'dinner', 'dessert', 'snack', 'side'] as const;
export type Meal = (typeof MEALS)[number];

export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof SEASONS)[number];

/** What a home may not have. */
export const EQUIPMENT = ['oven', 'blender', 'mixer', 'grill', 'pressure-cooker'] as const;
export type Equipment = (typeof EQUIPMENT)[number];

/** A title among lines, and the index of the first line below it. */
export interface Section {
  readonly title: string;
  readonly from: number;
}

export interface Recipe {
  readonly id: string;
  readonly title: string;
  /** ISO 639-1; @see readAs for what is neither Polish nor English. */
  readonly language: string;
  /** Null when the author does not say. */
  readonly servings: number | null;
  /** What it makes where that is no number of servings, as written: `36 ciasteczek`. */
  readonly makes: string | null;
  /** Minutes. */
  readonly prepMinutes: number | null;
  readonly cookMinutes: number | null;
  /** From the first step to the last, with the time it rests; null when the author does not say. */
  readonly totalMinutes: number | null;
  readonly meals: readonly Meal[];
  /** Empty: all year. */
  readonly seasons: readonly Season[];
  readonly equipment: readonly Equipment[];
  readonly tags: readonly string[];
  readonly ingredients: readonly Ingredient[];
  /** Titles of parts of the ingredients: `Na ciasto`. */
  readonly ingredientSections: readonly Section[];
  readonly steps: readonly string[];
  readonly stepSections: readonly Section[];
  /** Where it comes from: `foodsave`, `public-domain-recipes`, the household or an address. */
  readonly source: {
    readonly name: string;
    readonly url: string | null;
    readonly author: string | null;
  };
}

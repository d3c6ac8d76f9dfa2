import type { Locale } from '#shared/context/locale.ts';
import { ENGLISH } from './phrases-en.ts';
import { POLISH } from './phrases-pl.ts';

/** What is said of plans without a model; titles of dishes and days stand in it as they are. */
export interface Phrases {
  readonly whichDays: string;
  readonly whichMeals: string;
  readonly tooManyDays: string;
  readonly pastDays: string;
  readonly noPlan: string;
  readonly nothingPlanned: (when: string) => string;
  readonly notInPlan: (when: string) => string;
  readonly whichMeal: (meals: readonly string[]) => string;
  readonly proposed: string;
  readonly planned: string;
  readonly changed: string;
  readonly unchanged: string;
  readonly hurry: string;
  readonly howManyGuests: string;
  readonly oneServing: string;
  readonly locked: string;
  readonly cooked: string;
  readonly leftovers: string;
  readonly minutes: (minutes: number) => string;
  readonly uses: (products: string) => string;
  readonly noReason: string;
  readonly alreadyCooked: string;
  readonly ofLeftovers: (source: string) => string;
  readonly cannotMove: string;
  readonly swappedPlaces: string;
  readonly cannotDropMeal: string;
  readonly saveFirst: string;
  readonly listAfterwards: string;
  readonly allAtHome: string;
  readonly noPlanForList: string;
  readonly noList: string;
  readonly whatItem: string;
  readonly waits: string;
  readonly unclear: string;
  readonly upTo: (minutes: number) => string;
  readonly servings: (count: number) => string;
  readonly guests: (count: number) => string;
  readonly budget: (sum: string) => string;
  readonly without: (what: string) => string;
  readonly forPeople: (names: string) => string;
  readonly nothingThen: string;
}

export const PHRASES: Readonly<Record<Locale, Phrases>> = { pl: POLISH, en: ENGLISH };

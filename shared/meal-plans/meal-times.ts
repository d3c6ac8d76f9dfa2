import type { PlannedMeal } from './problem/wishes.ts';

/** When meals are eaten, in minutes of the day: preparations and the calendar are reckoned from these. */
export const MEAL_TIMES: Readonly<Record<PlannedMeal, number>> = {
  breakfast: 8 * 60,
  lunch: 13 * 60,
  dinner: 19 * 60,
};

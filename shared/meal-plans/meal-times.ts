import type { PlannedMeal } from './problem/wishes.ts';

/** When meals are eaten, in minutes of the day: preparations and the calendar are reckoned from these. */
export const MEAL_TIMES: Readonly<Record<PlannedMeal, number>> = {
  breakfast: 8 * 60,
  lunch: 13 * 60,
  dinner: 19 * 60,
};

/** Minutes of the day as a clock shows them: `19:00`. */
export function clockOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

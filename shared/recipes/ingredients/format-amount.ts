import type { Language } from '#shared/recipes/model/recipe.ts';
import forms from './data/unit-forms.json' with { type: 'json' };

const FORMS: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>> = forms;
const PARTS: readonly (readonly [number, string])[] = [
  [1 / 8, '1/8'],
  [1 / 4, '1/4'],
  [1 / 3, '1/3'],
  [3 / 8, '3/8'],
  [1 / 2, '1/2'],
  [5 / 8, '5/8'],
  [2 / 3, '2/3'],
  [3 / 4, '3/4'],
  [7 / 8, '7/8'],
];

const PINCH_OF_TEASPOON = 0.1;

/** A number as a cook writes it: `1 1/2`, `0,8`, `350`. Reading it again gives it back, rounded. */
export function formatNumber(value: number, language: Language): string {
  if (value >= 20) return String(Math.round(value));
  const whole = Math.floor(value + 1e-6);
  const part = PARTS.find(([size]) => Math.abs(value - whole - size) < 0.01)?.[1];
  if (part !== undefined) return whole === 0 ? part : `${whole} ${part}`;
  const rounded = String(Math.round(value * 100) / 100);
  return language === 'pl' ? rounded.replace('.', ',') : rounded;
}

/** A number with its unit in the right form: `2 łyżki`, `5 łyżek`, `1/2 łyżki`, `3 cloves`. */
export function formatAmount(value: number, measure: string, language: Language): string {
  // No spoon measures less.
  if (measure === 'tsp' && value < PINCH_OF_TEASPOON) return FORMS.pinch?.[language][0] ?? '';
  const unit = FORMS[measure]?.[language];
  const number = formatNumber(value, language);
  if (unit === undefined) return `${number} ${measure}`;
  return `${number} ${unit[pluralForm(value, language)] ?? measure}`;
}

/** Place in the table of forms; Polish has four: łyżka, łyżki, łyżek, and łyżki for parts of one. */
export function pluralForm(value: number, language: Language): number {
  if (language === 'en') return value > 1 ? 1 : 0;
  if (Math.abs(value - Math.round(value)) > 0.01) return 3;
  const whole = Math.round(value);
  if (whole === 1) return 0;
  const [tens, ones] = [whole % 100, whole % 10];
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
}

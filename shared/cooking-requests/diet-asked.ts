import type { Diet } from '#shared/households/person.ts';
import type { ReadMessage } from '#shared/statements/read-message.ts';
import { dietWanted } from './left-out.ts';

const DIET: readonly (readonly [Diet, RegExp])[] = [
  ['vegan', /\b(?:wegans\w+|weganin\w*|weganie|wegank\w+|vegans?|roslinn\w+|plant[- ]based)\b/],
  [
    'vegetarian',
    /\b(?:wegetaria\w+|vegetarians?|veggie|wege|bezmiesn\w+|bez miesa|meat[- ]?(?:free|less)|(?:without|no) meat)\b/,
  ],
  ['pescatarian', /\b(?:peskata\w+|pescata\w+)\b/],
  ['halal', /\bhalal\w*\b/],
];

/** The diet that a request keeps, by what it leaves out (`bez glutenu`) or by its name (`wege`). */
export function dietAsked(heard: ReadMessage): Diet | null {
  return dietWanted(heard) ?? DIET.find(([, pattern]) => heard.scanner.has(pattern))?.[0] ?? null;
}

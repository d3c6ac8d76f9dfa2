import { dietAsked } from '#shared/cooking-requests/diet-asked.ts';
import { foodsLeftOut } from '#shared/cooking-requests/left-out.ts';
import { readMinutes, readPeople } from '#shared/cooking-requests/read-numbers.ts';
import type { Allergy } from '#shared/households/person.ts';
import { fold } from '#shared/language/fold.ts';
import type { PlannedMeal } from '#shared/meal-plans/problem/wishes.ts';
import { cueTokens } from '#shared/pantry-requests/cue-table.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { type ReadMessage, readMessage } from '#shared/statements/read-message.ts';
import { hasCue } from './cues.ts';
import type { MealAsk } from './plan-ask.ts';

const MEALS: readonly (readonly [PlannedMeal, RegExp])[] = [
  ['breakfast', /\b(?:sniada[nń]\w*|breakfasts?)\b/],
  ['lunch', /\b(?:obia\w{1,5}|lunch\w*)\b/],
  ['dinner', /\b(?:kolac\w{1,6}|dinners?|suppers?)\b/],
];
const ALL_MEALS =
  /\b(?:wszystkie (?:posilki|dania)|(?:3|trzy) posilki|calodzienn\w+|pelne wyzywienie|(?:all|every|three|3) meals|full board)\b/;

/** The meals that are named, in the order in which they are eaten; null where none is. */
export function readMeals(text: string): PlannedMeal[] | null {
  const folded = fold(text);
  const all = ALL_MEALS.test(folded);
  const named = MEALS.filter(([, pattern]) => all || pattern.test(folded)).map(([meal]) => meal);
  return named.length === 0 ? null : named;
}

/** What a part of a message wishes of a meal. @param people ids of those it names */
export function readMealAsk(text: string, language: Language, people: readonly string[]): MealAsk {
  const heard = readMessage(text, language);
  const { scanner } = heard;
  const avoid = avoidedIn(heard);
  const minutes = readMinutes(scanner);
  const hasGuests = hasCue('guests', cueTokens(text));
  const count = readPeople(scanner) ?? guestsCounted(scanner.whole);
  return {
    people: people.length === 0 ? null : [...people],
    servings: hasGuests ? null : count,
    // How many come is not guessed: 0 is that it was not said.
    guests: hasGuests ? (count ?? 0) : null,
    minutes,
    avoid,
  };
}

/** `4 gości`, `goście: 4` */
function guestsCounted(whole: string): number | null {
  const found = /(\d{1,2})\s(?:gosc\w*|znajom\w*|przyjaci\w*|guests?|friends|visitors?)/.exec(
    whole,
  );
  return found === null ? null : Number(found[1]);
}

/** What meals are to be without, in the words of whoever cooks: what people cannot eat is kept elsewhere. */
function avoidedIn(heard: ReadMessage): MealAsk['avoid'] {
  const diet = dietAsked(heard);
  const foods = foodsLeftOut(heard).map(({ name }): MealAsk['avoid'][number] => {
    const said = heard.forbidden.find(({ food }) => food.name === name);
    const codes = said?.codes ?? [];
    const allergies: Allergy[] =
      codes.length === 0
        ? [{ term: name, severity: 'allergy' }]
        : codes.map((code) => ({ code, severity: 'allergy' }));
    return { name, diet: null, allergies };
  });
  return [...(diet === null ? [] : [{ name: null, diet, allergies: [] }]), ...foods];
}

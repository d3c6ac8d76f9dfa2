import { ALLERGENS, type Diet, type Person } from '#shared/households/person.ts';
import { matchesSearch } from '#shared/language/search.ts';
import { reportOf } from '#shared/recipes/gate.ts';
import type { Language, Recipe } from '#shared/recipes/model/recipe.ts';
import { harmedDiners, keyOf, unwillingDiners } from '#shared/restrictions/session-diners.ts';
import { checkRecipe } from '#shared/safety/check.ts';
import { readFood } from '#shared/safety/read-food.ts';
import type { SafetyFinding, Verdict } from '#shared/safety/report.ts';
import { worstVerdict } from '#shared/safety/report.ts';
import type { FoodQuestion, Restriction, Who } from '#shared/statements/statement.ts';
import type { HouseholdSnapshot } from './household-snapshot.ts';

const MAX_RECIPES = 3;
/** What parts the ingredients of a text. */
const PIECES = /[\n,;:.!?()„”“"«»<>]+/;
/** Somebody who must avoid all fourteen: what is found for them is what the food has in it. */
const EVERYTHING: Person = {
  id: 'everything',
  name: '',
  diet: null,
  allergies: ALLERGENS.map((code) => ({ code, severity: 'allergy' })),
  dislikes: [],
};

/** What is known of a food for the people of a question. */
export interface FoodVerdict {
  readonly food: string;
  readonly verdict: Verdict;
  /** What speaks against it, from its name or from recipes of that name. */
  readonly against: readonly SafetyFinding[];
  /** The people asked about of whom it is known what they do not eat. */
  readonly people: readonly Person[];
  /** Allergens it has in it by its name, and those it may have, whoever asks. */
  readonly has: readonly string[];
  readonly mayHave: readonly string[];
  /** Recipes of that name that were read as well. */
  readonly recipes: readonly string[];
}

/** What a question means besides the food it names: a recipe that was offered, or text that it shows. */
export interface MeantFood {
  readonly recipe: Recipe | null;
  readonly shown: string;
}

/** What people do not eat, as was said; `onlyThese`: the question is about nobody else. */
export interface Conditions {
  readonly restrictions: readonly Restriction[];
  readonly onlyThese: boolean;
}

/**
 * Judges a food that somebody asks about: its name as the gate reads it, and every recipe of the book
 * with that name, for the people who are meant; the worst that is found counts.
 * Of a text that is shown every piece is read as an ingredient, whatever else stands in it.
 */
export function judgeFood(
  { who, food, diet }: FoodQuestion,
  { recipe, shown }: MeantFood,
  snapshot: HouseholdSnapshot,
  { restrictions, onlyThese }: Conditions,
  language: Language,
): FoodVerdict {
  const people = dinersFor(who, diet, onlyThese ? [] : snapshot.people, restrictions, language);
  const pieces = shown
    .split(PIECES)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const name = food ?? recipe?.title ?? pieces[0] ?? '';
  const recipes = recipe === null ? recipesNamed(name, snapshot, language) : [recipe];
  const named = [...(food === null ? [] : [name]), ...pieces];
  const reports = [checkRecipe(named, [], people), ...recipes.map((one) => reportOf(one, people))];
  const against = reports.flatMap(({ findings }) =>
    findings.filter(({ about }) => about !== 'unknown-food'),
  );
  const content = [
    checkRecipe(named, [], [EVERYTHING]),
    ...recipes.map((one) => reportOf(one, [EVERYTHING])),
  ];
  const found = content.flatMap(({ findings }) => findings);
  const has = codesAt(content[0]?.findings ?? [], 'contains');
  const mayHave = [...new Set([...codesAt(found, 'may-contain'), ...codesAt(found, 'contains')])];
  const isUnknown = found.some(
    ({ about, evidence }) => about === 'unknown-food' && named.includes(evidence.text),
  );
  const levels = against.map(({ level }) => level);
  return {
    food: name,
    // What one recipe of that name has, another may be without.
    verdict: worstVerdict([
      ...(isUnknown && recipes.length === 0 ? (['unknown'] as const) : []),
      ...levels.map((level, index) => {
        const inName = named.includes(against[index]?.evidence.text ?? '');
        return level === 'contains' && !inName && recipe === null ? 'may-contain' : level;
      }),
    ]),
    against,
    people: people.filter(({ diet: of, allergies, dislikes }) => {
      return (of ?? 'omnivore') !== 'omnivore' || allergies.length + dislikes.length > 0;
    }),
    has,
    mayHave: mayHave.filter((code) => !has.includes(code)),
    recipes: recipes.map(({ title }) => title),
  };
}

/** The person named, or everybody when nobody is; a diet that was asked about is one more. */
function dinersFor(
  who: Who,
  diet: Diet | null,
  household: readonly Person[],
  restrictions: readonly Restriction[],
  language: Language,
): Person[] {
  const asked: Person[] =
    diet === null ? [] : [{ id: diet, name: '', diet, allergies: [], dislikes: [] }];
  const everybody = who.role !== 'named' && who.role !== 'guest';
  const meant = restrictions.filter(
    (one) => everybody || keyOf(one.who) === keyOf(who) || one.who.role === 'somebody',
  );
  const said = [...harmedDiners(meant, language), ...unwillingDiners(meant, language)];
  if (diet !== null && everybody) return asked;
  const profiles = everybody ? household : household.filter(({ id }) => id === who.personId);
  return [...asked, ...profiles, ...said];
}

/** Recipes of a dish; of an ingredient the name says it all, and its recipes are other foods. */
function recipesNamed(name: string, { book }: HouseholdSnapshot, language: Language): Recipe[] {
  const { named } = readFood(name, { whole: true });
  if (named.length > 0 && named.every(({ match }) => match.entry.kind !== 'implied')) return [];
  return book
    .map(({ recipe }) => recipe)
    .filter((one) => one.language === language && matchesSearch(one.title, name))
    .slice(0, MAX_RECIPES);
}

function codesAt(findings: readonly SafetyFinding[], level: SafetyFinding['level']): string[] {
  const at = findings.filter((one) => one.level === level && one.about === 'allergen');
  return [...new Set(at.map(({ code }) => code))];
}

import { UserError } from '#shared/errors/user-error.ts';
import {
  compare,
  divide,
  exactly,
  multiply,
  ONE,
  type Rational,
  rational,
  toDecimal,
} from '#shared/quantities/rational.ts';
import {
  type Amount,
  type Ingredient,
  type Language,
  type Need,
  type Recipe,
  readAs,
} from '#shared/recipes/model/recipe.ts';
import { formatAmount, formatNumber } from './format-amount.ts';
import { parseIngredientLine } from './ingredient-line.ts';

/**
 * The recipe for another number of people: amounts, quantities and lines; the steps stay as they
 * were written. Always from the stored recipe, so that scaling never adds up rounding.
 * @throws UserError 422 when the recipe does not say for how many it is
 */
export function scaleRecipe(recipe: Recipe, servings: number): Recipe {
  if (recipe.servings === null) {
    throw new UserError('unprocessable', 'servings-unknown', {
      pl: 'Przepis nie mówi, dla ilu jest osób.',
      en: 'The recipe does not say for how many it is.',
    });
  }
  if (recipe.servings === servings) return recipe;
  return scaledBy(recipe, divide(rational(servings), rational(recipe.servings)));
}

/**
 * The recipe so many times, whether or not it says for how many it is. Servings that are no whole number
 * any more are unknown.
 * @param factor 0.01 to 100
 */
export function multiplyRecipe(recipe: Recipe, factor: number): Recipe {
  const times = exactly(factor.toFixed(6));
  if (compare(times, ONE) === 0) return recipe;
  const makes = recipe.makes && `${factor} × ${recipe.makes}`;
  return { ...scaledBy(recipe, times), makes };
}

function scaledBy(recipe: Recipe, factor: Rational): Recipe {
  const servings = multiply(rational(recipe.servings ?? 0), factor);
  return {
    ...recipe,
    servings: servings.d === 1n && servings.n > 0n ? Number(servings.n) : null,
    ingredients: recipe.ingredients.map((line) =>
      scaleIngredient(line, factor, readAs(recipe.language)),
    ),
  };
}

function scaleIngredient(line: Ingredient, factor: Rational, language: Language): Ingredient {
  if (line.amount === null) return line;
  const amount = scaleAmount(line.amount, factor);
  return {
    ...line,
    amount,
    quantity: line.quantity && scaleNeed(line.quantity, factor),
    text: formatLine(line, amount, language),
  };
}

function scaleAmount({ value, upTo, measure }: Amount, factor: Rational): Amount {
  const scaled = (text: string) => toDecimal(multiply(exactly(text), factor), 6);
  return { value: scaled(value), upTo: upTo === null ? null : scaled(upTo), measure };
}

function scaleNeed({ value, unit }: Need, factor: Rational): Need {
  return { value: toDecimal(multiply(exactly(value), factor), 6), unit };
}

/** The line with the new amount. Pieces are written behind the name: Polish nouns need no other form there. */
function formatLine(line: Ingredient, amount: Amount, language: Language): string {
  const [value, upTo] = [Number(amount.value), amount.upTo === null ? null : Number(amount.upTo)];
  const { item, note } = parseIngredientLine(line.text, language);
  const notes = note === null || language === 'en' ? '' : ` (${note})`;
  const range = upTo === null ? '' : `${formatNumber(value, language)}-`;
  if (amount.measure === 'szt') {
    const pieces = `${range}${formatNumber(upTo ?? value, language)}`;
    return language === 'pl' ? `${item} – ${pieces} szt.${notes}` : `${pieces} ${item}`;
  }
  return `${range}${formatAmount(upTo ?? value, amount.measure, language)} ${item}${notes}`;
}

import Table from 'cli-table3';
import type { Locale } from '#shared/context/locale.ts';
import type { MealPlanView, Violation } from '#shared/meal-plans/api/plan-schema.ts';
import { mealLabel, mealName, weekdayText } from '#shared/meal-plans/meal-text.ts';
import { moneyText } from '#shared/money/money-text.ts';
import { PREPARATION_NAMES } from '#shared/recipes/preparation/preparation-names.ts';
import { howMuch } from '#shared/shopping/list-text.ts';
import type { ShoppingItem, ShoppingListView } from '#shared/shopping/shopping-schema.ts';
import { PLAN_WORDS } from './plan-words.ts';

/** Characters of a dish, of reasons and of the dishes that something is bought for; more is wrapped. */
const WIDE = { dish: 36, why: 48, recipes: 48 };

/** The meals of a plan day by day with why, and what they save, leave and cost. */
export function planTable(plan: MealPlanView, locale: Locale): string {
  const words = PLAN_WORDS[locale];
  const table = new Table({
    ...STYLE,
    head: [...words.heads],
    colWidths: [null, null, WIDE.dish, null, null, null, WIDE.why],
    colAligns: ['left', 'left', 'left', 'right', 'right', 'right', 'left'],
  });
  let day = '';
  for (const { date, meal, recipe, servings, saves, why } of plan.slots) {
    table.push([
      date === day ? '' : weekdayText(date, locale),
      mealName(meal, locale),
      recipe.title,
      recipe.minutes ?? '',
      servings,
      Number(saves.amount) === 0 ? '' : moneyText(saves, locale),
      why.join('; '),
    ]);
    day = date;
  }
  const sums = [
    words.saved(moneyText(plan.wasteAvoided, locale)),
    words.spoils(moneyText(plan.waste, locale)),
    words.cost(moneyText(plan.cost, locale)),
  ];
  const gap = plan.gap === null ? '' : `\n${words.gap((plan.gap * 100).toFixed(1))}`;
  return `${table.toString()}\n${sums.join('; ')}${gap}`;
}

/** What is to be done before the meals, in order; nothing where there is none. */
export function preparationLines({ slots }: MealPlanView, locale: Locale): string {
  const { prepare } = PLAN_WORDS[locale];
  const all = slots.flatMap(({ recipe, prepare: steps }) =>
    steps.map((step) => ({ ...step, title: recipe.title })),
  );
  if (all.length === 0) return '';
  const at = ({ date, time }: (typeof all)[number]) => `${date} ${time}`;
  const lines = all
    .toSorted((a, b) => (at(a) < at(b) ? -1 : 1))
    .map(({ date, time, kind, title, detail }) => {
      return `  ${weekdayText(date, locale)} ${time}  ${PREPARATION_NAMES[locale][kind]} (${title}): ${detail}`;
    });
  return `${[prepare, ...lines].join('\n')}\n`;
}

/** What to put into the freezer before it spoils; nothing where there is none. */
export function freezingLines({ freeze }: MealPlanView, locale: Locale): string {
  const words = PLAN_WORDS[locale];
  if (freeze.length === 0) return '';
  const lines = freeze.map(({ product, quantity, by, until, saves }) => {
    const what = quantity === null ? product : `${product}, ${quantity.value} ${quantity.unit}`;
    const days = words.freezeBy(weekdayText(by, locale), until);
    return `  ${what}: ${days} (${moneyText(saves, locale)})`;
  });
  return `${[words.freeze, ...lines].join('\n')}\n`;
}

/** What is to be bought, aisle by aisle, with prices and the dishes that it is for. */
export function shoppingTable({ items, price }: ShoppingListView, locale: Locale): string {
  const words = PLAN_WORDS[locale];
  if (items.length === 0) return words.nothing;
  const table = new Table({
    ...STYLE,
    head: [...words.lists],
    colWidths: [null, null, null, null, WIDE.recipes],
    colAligns: ['left', 'left', 'right', 'right', 'left'],
  });
  let aisle = '';
  for (const item of items) {
    const isNew = item.aisle.key !== aisle;
    table.push([
      isNew ? item.aisle.name : '',
      item.name,
      howMuch(item, locale) ?? '',
      priceOf(item, locale),
      item.recipes.join('; '),
    ]);
    aisle = item.aisle.key;
  }
  return `${table.toString()}\n${words.total(moneyText(price, locale))}`;
}

/** The wishes that stand in the way of a plan, and what would do. */
export function violationLines(violations: readonly Violation[], locale: Locale): string {
  const words = PLAN_WORDS[locale];
  const lines = violations.map(({ slot, detail, relaxTo }) => {
    const where = slot === null ? '' : `${mealLabel(slot.date, slot.meal, locale)}: `;
    if (relaxTo === null) return `  ${where}${detail}`;
    const to = typeof relaxTo === 'number' ? `--minutes=${relaxTo}` : `--budget=${relaxTo.amount}`;
    return `  ${where}${detail} (${words.relax(to)})`;
  });
  return [words.infeasible, ...lines].join('\n');
}

const STYLE = { style: { head: [], border: [], compact: true }, wordWrap: true };

function priceOf({ price, priceSource }: ShoppingItem, locale: Locale): string {
  if (price === null) return '';
  return `${moneyText(price, locale)}${priceSource === 'typical' ? ' *' : ''}`;
}

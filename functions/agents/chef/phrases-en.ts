import { inDays } from '#shared/recipes/rank/explain.ts';
import { recipeText } from '#shared/recipes/recipe-text.ts';
import type { Change } from './adapt.ts';
import type { Phrases } from './phrases.ts';
import { introText, offerText, type SuggestionPhrases } from './suggestion-text.ts';

const SUGGESTION: SuggestionPhrases = {
  and: 'and',
  have: (foods) => `you have ${foods}`,
  without: (foods) => `without ${foods}`,
  within: (minutes) => `within ${minutes} min`,
  forPeople: (people) => `for ${people}`,
  diet: (diet) => diet,
  useExpiring: 'what spoils first',
  dropped: {
    dish: 'the name of the dish',
    have: 'the things you named',
    minutes: 'the time',
    meal: 'the time of day',
  },
  searchedWithout: (dropped) => `Nothing met it all, so I looked without ${dropped}.`,
  suggest: (heard) => `This is what I suggest${heard}.`,
  spoils: (product, daysLeft) => `${product} (${inDays(daysLeft, 'en')})`,
  costs: (zloty) => `about ${zloty} PLN`,
  willDo: (substitute) => `${substitute} will do`,
  inPlaceOf: (product, item) => `${product} for ${item}`,
  usesUp: (foods) => `uses up ${foods}`,
  missing: (foods) => `missing: ${foods}`,
  nothingMissing: 'nothing is missing',
  mind: (allergens) => `mind: ${allergens}`,
};

export const english: Phrases = {
  intro: (criteria, dropped) => introText(criteria, dropped, SUGGESTION),
  offer: (place, ranked) => offerText(place, ranked, SUGGESTION),
  closing:
    'Say “the second” to see a recipe, “for 6 people”, “without onions” or “I’ll cook the first”.',
  nothing: 'I have no recipe that meets all of that. Loosen one of the conditions.',
  onlyCooking:
    'So far I understand questions about cooking only: what to cook, from what, by when and for how many.',
  whatNext: 'What shall we cook? Tell me what you have or what you would like.',
  takeAnother: 'Choose another recipe, or tell me what you would like.',
  nothingOfferedYet: 'Ask what to cook first, then we come back to the details.',
  recipe(recipe, changes) {
    return recipeText(recipe, changes.map(changeLine), {
      serves: (servings) => `serves ${servings}`,
      ingredients: 'Ingredients:',
      method: 'Method:',
    });
  },
  changed(title, changes) {
    return [`${title}, changed:`, ...changes.map(changeLine)].join('\n');
  },
  duration: (title, minutes) =>
    minutes === null ? `${title}: the recipe does not say.` : `${title}: ${minutes} min.`,
  servings: (title, servings) =>
    servings === null
      ? `${title}: the recipe does not say how many it serves.`
      : `${title}: serves ${servings}. Write “for 6 people” and I work out the amounts.`,
  nutrition(title, nutrition) {
    if (nutrition === null)
      return `${title}: I do not know its calories and protein, as not every ingredient can be counted.`;
    const { kcal, protein, fat, carbohydrates } = nutrition;
    return `${title}: about ${kcal} kcal a serving, ${protein} g of protein, ${fat} g of fat, ${carbohydrates} g of carbohydrates. An estimate from typical values of the ingredients: the exact ones are not known.`;
  },
  keeping(title, { fridgeDays, freezerDays, freezesBadly }) {
    const badly =
      freezesBadly.length > 0 ? ` Freezing does no good to: ${freezesBadly.join(', ')}.` : '';
    return `${title}: cool it within 2 hours of cooking; it keeps ${fridgeDays} days in the fridge and about ${freezerDays} days frozen.${badly}`;
  },
  standIns(item, standIns, some) {
    const said = standIns.map(({ name, atHome, grams, note }) => {
      const amount = grams === 100 ? 'as much of it' : `${grams} g instead of 100 g`;
      return `– ${name}${atHome ? ' (at home)' : ''}: ${amount}; ${note}.`;
    });
    const left = some ? ['I leave aside what somebody who eats must not have.'] : [];
    if (said.length === 0) return [`I have nothing to replace ${item}.`, ...left].join(' ');
    return [`Instead of ${item}:`, ...said, ...left].join('\n');
  },
  failed({ why, item }, title) {
    if (why === 'not-in-it') return `“${title}” has no ${item} in it.`;
    if (why === 'main')
      return `The dish is made of ${item}. Without it, it is another one: shall I look for something else?`;
    return `I know nothing good to replace ${item}.`;
  },
};

function changeLine({ from, to, note }: Change): string {
  const why = note === null ? '' : ` (${note})`;
  return to === null ? `Left out: ${from}.` : `Instead of ${from}: ${to}${why}.`;
}

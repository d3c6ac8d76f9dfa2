import { inDays } from '../rank/explain.ts';
import type { Change } from './adapt.ts';
import { recipeText } from './recipe-text.ts';
import type { Words } from './words.ts';
import { listed } from './words.ts';

const LET_GO = {
  dish: 'the name of the dish',
  have: 'the things you named',
  minutes: 'the time',
  meal: 'the time of day',
} as const;

export const english: Words = {
  intro(wish, letGo) {
    const parts = [
      ...(wish.have.length > 0
        ? [
            `you have ${listed(
              wish.have.map(({ name }) => name),
              'and',
            )}`,
          ]
        : []),
      ...(wish.without.length > 0
        ? [
            `without ${listed(
              wish.without.map(({ name }) => name),
              'and',
            )}`,
          ]
        : []),
      ...(wish.minutes !== null ? [`within ${wish.minutes} min`] : []),
      ...(wish.people !== null ? [`for ${wish.people}`] : []),
      ...(wish.diet !== null ? [wish.diet] : []),
      ...(wish.useExpiring ? ['what spoils first'] : []),
    ];
    const heard = parts.length > 0 ? ` (${parts.join('; ')})` : '';
    const gone = letGo.map((one) => LET_GO[one]);
    const without =
      gone.length > 0 ? ` Nothing met it all, so I looked without ${listed(gone, 'and')}.` : '';
    return `This is what I suggest${heard}.${without}`;
  },
  offer(place, { title, minutes, missing, expiringUsed, score, safety }) {
    const time = minutes === null ? '' : ` (${minutes} min)`;
    const soon = expiringUsed.map(
      ({ product, daysLeft }) => `${product} (${inDays(daysLeft, 'en')})`,
    );
    const lacks = missing.map(({ item, price, substitute }) => {
      const cost = price === null ? '' : ` (about ${price.amount} PLN)`;
      return substitute === null ? `${item}${cost}` : `${item}${cost}, ${substitute.item} will do`;
    });
    const parts = [
      score.parts.stock?.why ?? '',
      soon.length > 0 ? `uses up ${listed([...new Set(soon)], 'and')}` : '',
      lacks.length > 0 ? `missing: ${listed(lacks, 'and')}` : 'nothing is missing',
      safety.allergens.length > 0
        ? `mind: ${listed(
            safety.allergens.map(({ person, evidence }) => `${person} – ${evidence}`),
            'and',
          )}`
        : '',
    ];
    return `${place}. ${title}${time}: ${parts.filter((part) => part !== '').join('; ')}.`;
  },
  closing:
    'Say “the second” to see a recipe, “for 6 people”, “without onions” or “I’ll cook the first”.',
  nothing: 'I have no recipe that meets all of that. Loosen one of the conditions.',
  onlyKitchen:
    'So far I understand questions about cooking only: what to cook, from what, by when and for how many.',
  noTalkYet: 'Ask what to cook first, then we come back to the details.',
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
  failed({ why, item }, title) {
    if (why === 'not-in-it') return `“${title}” has no ${item} in it.`;
    if (why === 'main')
      return `The dish is made of ${item}. Without it, it is another one: shall I look for something else?`;
    return `I know nothing good to replace ${item}.`;
  },
  cook(title, servings) {
    const portions = servings === null ? '' : ` for ${servings}`;
    return `Shall I note that you cook “${title}”${portions}? Once you confirm, I take the ingredients from the pantry, what ends first first.`;
  },
};

function changeLine({ from, to, note }: Change): string {
  const why = note === null ? '' : ` (${note})`;
  return to === null ? `Left out: ${from}.` : `Instead of ${from}: ${to}${why}.`;
}

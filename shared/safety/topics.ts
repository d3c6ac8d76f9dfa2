import colloquialNames from './data/colloquial-names.json' with { type: 'json' };
import counterAndPantry from './data/counter-and-pantry.json' with { type: 'json' };
import drinks from './data/drinks.json' with { type: 'json' };
import foodWithout from './data/food-without.json' with { type: 'json' };
import lookAlikeFoods from './data/look-alike-foods.json' with { type: 'json' };
import lookAlikeSayings from './data/look-alike-sayings.json' with { type: 'json' };
import lookAlikeThings from './data/look-alike-things.json' with { type: 'json' };
import lookAlikeVerbs from './data/look-alike-verbs-and-names.json' with { type: 'json' };
import regionalNames from './data/regional-and-brand-names.json' with { type: 'json' };
import regionalKitchens from './data/regional-kitchens.json' with { type: 'json' };
import saucesAndSpices from './data/sauces-and-spices.json' with { type: 'json' };
import sweetsAndSnacks from './data/sweets-and-snacks.json' with { type: 'json' };
import type { Section } from './lexicon-row.ts';

/** Foods by the shelf they stand on, and what is said or sold by the name of a food and is none. */
export const TOPICS: readonly { readonly sections: readonly Section[] }[] = [
  colloquialNames,
  counterAndPantry,
  drinks,
  regionalNames,
  regionalKitchens,
  saucesAndSpices,
  sweetsAndSnacks,
  foodWithout,
  lookAlikeSayings,
  lookAlikeThings,
  lookAlikeFoods,
  lookAlikeVerbs,
];

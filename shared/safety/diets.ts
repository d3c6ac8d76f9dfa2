import type { Diet } from '#shared/households/person.ts';
import type { Substance } from './lexicon-row.ts';

const FLESH = ['meat', 'pork', 'gelatine', 'insect'] as const;
const SEA = ['fish', 'seafood', 'crustaceans', 'molluscs'] as const;

/** What a diet does without. Substances only: which foods have them is the lexicon's matter. */
export const AVOIDED: Readonly<Record<Diet, readonly Substance[]>> = {
  omnivore: [],
  pescatarian: FLESH,
  vegetarian: [...FLESH, ...SEA, 'rennet'],
  vegan: [...FLESH, ...SEA, 'rennet', 'dairy', 'milk', 'egg', 'eggs', 'honey', 'animal'],
  'lactose-free': ['milk', 'dairy'],
  'gluten-free': ['gluten'],
  'pork-free': ['pork'],
  halal: ['pork', 'alcohol', 'gelatine'],
};

import { fold } from './fold.ts';

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['leaves', 'leaf'],
  ['loaves', 'loaf'],
  ['halves', 'half'],
  ['knives', 'knife'],
  ['calves', 'calf'],
  ['geese', 'goose'],
  ['feet', 'foot'],
  ['cookies', 'cookie'],
  ['brownies', 'brownie'],
  ['smoothies', 'smoothie'],
  ['pies', 'pie'],
  ['veggies', 'veggie'],
]);
/** Singular although they end in s. */
const SINGULAR = new Set([
  'asparagus',
  'hummus',
  'couscous',
  'molasses',
  'swiss',
  'citrus',
  'grits',
]);

/** The singular of an English food word: `tomatoes` → `tomato`, `berries` → `berry`. */
export function englishLemma(word: string): string {
  const folded = fold(word);
  const irregular = IRREGULAR.get(folded);
  if (irregular !== undefined) return irregular;
  if (SINGULAR.has(folded) || folded.length < 4 || /(?:ss|us|is)$/.test(folded)) return folded;
  if (folded.endsWith('ies')) return `${folded.slice(0, -3)}y`;
  if (/(?:oes|ches|shes|sses|xes|zes)$/.test(folded)) return folded.slice(0, -2);
  return folded.endsWith('s') ? folded.slice(0, -1) : folded;
}

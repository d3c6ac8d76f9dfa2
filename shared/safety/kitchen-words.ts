import kitchen from './data/kitchen-words.json' with { type: 'json' };
import words from './data/words.json' with { type: 'json' };
import { englishStems } from './inflect-english.ts';
import { polishStems, type Stem } from './inflect-polish.ts';
import { foldWord } from './tokens.ts';

const MAX_ENDING_LENGTH = 5;
const SMALL: ReadonlySet<string> = new Set(
  [...words.function, ...words.polish, ...words.english, ...words.fillers].map(foldWord),
);
const stems = new Map<string, ReadonlySet<string>[]>();

for (const word of kitchen.pl) add([[foldWord(word), new Set([''])], ...polishStems(word)]);
for (const word of [...kitchen.en, ...kitchen.amounts]) add(englishStems(word));

/** Words of recipes that name no food: sizes, shapes, tools, what is done. They are neither unknown nor misspelt. */
export function isKitchenWord(word: string): boolean {
  if (SMALL.has(word)) return true;
  for (let cut = word.length; cut >= Math.max(2, word.length - MAX_ENDING_LENGTH); cut -= 1) {
    const endings = stems.get(word.slice(0, cut)) ?? [];
    if (endings.some((known) => known.has(word.slice(cut)))) return true;
  }
  return false;
}

function add(of: readonly Stem[]): void {
  for (const [stem, endings] of of) {
    const same = stems.get(stem);
    if (same === undefined) stems.set(stem, [endings]);
    else same.push(endings);
  }
}

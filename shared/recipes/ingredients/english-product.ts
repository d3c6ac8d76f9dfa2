import names from './data/english-names.json' with { type: 'json' };

/** What turns the thing before it into another thing: garlic powder is no garlic, fish sauce no fish. */
const TURNING = new Set(
  'powder sauce juice oil chutney vinegar extract essence seed flour milk syrup bread soup dough relish salt jelly wine rub gravy granules liqueur whiskey mix dressing blend pod nut cake cookie crust'.split(
    ' ',
  ),
);
const MAX_WORDS = 4;

const byPhrase = new Map<string, string>();
for (const [phrase, id] of Object.entries(names)) byPhrase.set(englishKey(phrase), id);

/**
 * The shipped product an English ingredient names: `large free-range eggs` → `jaja`. The longest name
 * wins, of equal ones the last, where English has its noun; null when none is named.
 */
export function englishProduct(item: string): string | null {
  const words = englishKey(
    withSharedNoun(item).split(/\s(?:or|and\/or)\s|\s?\/\s?|\swith\s|\sfor\s|\sin\s/i)[0] ?? '',
  ).split(' ');
  for (let length = Math.min(MAX_WORDS, words.length); length > 0; length -= 1) {
    for (let start = words.length - length; start >= 0; start -= 1) {
      const id = byPhrase.get(words.slice(start, start + length).join(' '));
      if (id !== undefined && !TURNING.has(words[start + length] ?? '')) return id;
    }
  }
  return null;
}

/** `chicken or veggie stock` is stock of chicken, and no chicken: the noun that is said last belongs to both. */
function withSharedNoun(item: string): string {
  const words = englishKey(item).split(' ');
  const [or, noun = ''] = [words.indexOf('or'), words.at(-1)];
  const isShared = STOCKS.has(noun) && words.length - or > 2 && !STOCKS.has(words[or - 1] ?? '');
  return or > 0 && isShared ? [...words.slice(0, or), noun].join(' ') : item;
}
const STOCKS = new Set(['stock', 'broth', 'bouillon']);

/** The shipped product of which the words are an English name, all of them: `scallions` → `cebulka-dymka`. */
export function englishName(words: string): string | undefined {
  return byPhrase.get(englishKey(words));
}

/** Lower case, no punctuation, every word in the singular. */
function englishKey(text: string): string {
  return text
    .slice(0, 200)
    .toLowerCase()
    .replace(/'s\b/g, '')
    .replace(/[^a-z0-9é-]+/g, ' ')
    .trim()
    .split(' ')
    .map(singular)
    .join(' ');
}

function singular(word: string): string {
  if (word.length < 4 || word.endsWith('ss') || /^(?:couscous|hummus|asparagus|swiss)$/.test(word))
    return word;
  if (word === 'leaves') return 'leaf';
  if (word === 'loaves') return 'loaf';
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:oes|shes|ches|xes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

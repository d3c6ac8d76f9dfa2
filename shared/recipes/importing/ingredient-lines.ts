import { foldedWords } from '#shared/language/fold.ts';
import { headingLine, isHeading } from '#shared/recipes/ingredients/headings.ts';
import { isNode } from './node.ts';
import { plainLines } from './plain-text.ts';

const LONGEST = 300;
const MAX_TEXT = 60_000;
const DEEPEST = 4;
const PURPOSES: ReadonlySet<string> = new Set(['na', 'do', 'for']);
/** Folded. */
const PARTS_OF_DISHES: ReadonlySet<string> = new Set(
  'ciasto spod krem masa sos polewa farsz nadzienie kruszonka lukier dekoracja zalewa marynata panierka dodatkowo skladniki oraz i dough base crust batter filling cream sauce topping glaze frosting icing streusel dressing marinade garnish brine decoration ingredients and the'.split(
    ' ',
  ),
);

/** The lines of a text, a list, a list of lists, or nodes with a name; headings end with a colon. */
export function ingredientLines(value: unknown, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) {
    return value.slice(0, 1000).flatMap((one) => ingredientLines(one, depth + 1));
  }
  const text = isNode(value) ? (value.name ?? value['@value'] ?? value.text) : value;
  if (Array.isArray(text)) return ingredientLines(text, depth + 1);
  return plainLines(text, MAX_TEXT)
    .map((line) => line.replace(/^[\s•▢☐*·–-]+(?=\S)/, '').replace(/ ([,.;:)])/g, '$1'))
    .map((line) => asHeading(line).slice(0, LONGEST))
    .filter((line) => line !== '');
}

/**
 * A line in capitals that names a part of a dish is a heading: `CIASTO`, `FOR THE SAUCE`. Any other may be
 * an ingredient (`MASŁO`), which must not be lost.
 */
function asHeading(line: string): string {
  if (isHeading(line) || line !== line.toUpperCase() || line === line.toLowerCase()) return line;
  const words = foldedWords(line);
  const isPart = PURPOSES.has(words[0] ?? '') || words.every((word) => PARTS_OF_DISHES.has(word));
  return isPart && !/[\d,;]/.test(line) ? headingLine(line) : line;
}

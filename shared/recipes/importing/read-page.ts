import { isUserError } from '#shared/errors/user-error.ts';
import { describedPage } from './markup.ts';
import { type ReadRecipe, readDescription } from './read-recipe.ts';
import { readLines } from './read-text.ts';
import { tolerantJson } from './tolerant-json.ts';

/**
 * The recipe of a page: by its JSON-LD, microdata or RDFa, the fullest of several; where these tell none
 * that is whole, by the headings that a person reads.
 * @throws UserError `no-recipe`, `recipe-incomplete`, `recipe-too-big` (422)
 */
export function readPage(html: string): ReadRecipe {
  const { scripts, items, lines, language } = describedPage(html);
  // Scripts without the word hold other things, which need no repair.
  const values = scripts.filter((script) => /recipe/i.test(script)).map(tolerantJson);
  try {
    return readDescription([...values, ...items], language);
  } catch (error) {
    const mayBeShown = isUserError(error) && error.code !== 'recipe-too-big';
    const shown = mayBeShown ? readLines(lines, language) : undefined;
    if (shown === undefined) throw error;
    return shown;
  }
}

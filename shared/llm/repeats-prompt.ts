import { foldedWords } from '#shared/language/fold.ts';

/** So many words in a row are no chance: they were copied. */
const RUN = 6;

/** Whether a text repeats what the model was told about itself: people are shown no instructions. */
export function repeatsPrompt(text: string, system: string): boolean {
  const said = ` ${foldedWords(text).join(' ')} `;
  const told = foldedWords(system);
  return told.some((_, at) => {
    const run = told.slice(at, at + RUN);
    return run.length === RUN && said.includes(` ${run.join(' ')} `);
  });
}

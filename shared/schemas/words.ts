import * as z from 'zod/mini';

/** Anything but control and formatting characters, spaces, marks that need a letter, and letters of no
 * width that Unicode counts as letters or symbols: Hangul fillers, the empty braille cell. */
const VISIBLE = /[^\p{C}\p{Z}\p{M}\u115f\u1160\u3164\uffa0\u2800]/u;

/** Whether a person sees anything of this text. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/**
 * A name or sentence that somebody writes: something to see in it, at most so long with the spaces
 * around it, which are taken off. Counted in characters, not in halves of them.
 */
export function words(maxLength: number) {
  return z.string().check(
    z.refine(
      (text) => text.length <= maxLength || [...text].length <= maxLength,
      `Najwyżej ${maxLength} znaków. / At most ${maxLength} characters.`,
    ),
    z.trim(),
    z.refine(isVisible, 'Nic w tym nie widać. / There is nothing to see in it.'),
    z.meta({ minLength: 1, maxLength, pattern: `^[^\\u0000]*${VISIBLE.source}[^\\u0000]*$` }),
  );
}

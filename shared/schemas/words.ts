import * as z from 'zod/mini';

/** Letters of no width that Unicode counts as letters or symbols: Hangul fillers, the empty braille cell. */
const BLANK = /[\u115f\u1160\u3164\uffa0\u2800]/g;
/** Anything but control and formatting characters, spaces, and marks that need a letter. */
const VISIBLE = /[^\p{C}\p{Z}\p{M}]/u;

/** Whether a person sees anything of this text. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text.replace(BLANK, ''));
}

/** A name or sentence that somebody writes: trimmed, something to see in it, at most so long. */
export function words(maxLength: number) {
  return z
    .string()
    .check(
      z.trim(),
      z.minLength(1),
      z.maxLength(maxLength),
      z.refine(isVisible, 'Nic w tym nie widać. / There is nothing to see in it.'),
    );
}

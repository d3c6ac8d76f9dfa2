import { fold } from '#shared/language/fold.ts';

/** More is not read: what a message is about stands in its first lines. */
const MAX_CHARACTERS = 600;

/**
 * The words of a message as the router compares them: folded, every number `0`, of the signs only those
 * that tell something. `Zużyłam 2 jajka!` → `zuzylam 0 jajka !`
 */
export function messageWords(text: string): readonly string[] {
  return fold(text.slice(0, MAX_CHARACTERS))
    .replace(/\d+(?:[.,:]\d+)*/g, '0')
    .replace(/[^\p{L}\p{N}?!%€$£]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');
}

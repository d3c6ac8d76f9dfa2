import { fold } from '#shared/language/fold.ts';

/** `a ryż zostaw`, `zostaw mleko`, `leave the milk`, `but not the eggs` */
const REJECTS =
  /^(?:(?:a|i|ale|no|but|and|ok) )?(?:([a-z ]{2,40}?) (?:jednak )?(?:zostaw|odpusc|nie)|zostaw (?:ten |te |to )?([a-z ]{2,40})|(?:leave|forget|not|drop) (?:the )?([a-z ]{2,40}?)(?: alone| out)?)[.!]*$/;
const MAX_CHARACTERS = 60;
/** As much of a word as its other forms begin with: `ryżu`, `jajka`. */
const STEM = 4;

/**
 * The one waiting proposal that a message rejects by naming what it is about; null where it names none,
 * or more than one.
 */
export function namedRejection(
  message: string,
  waiting: readonly { readonly id: string; readonly summary: string }[],
): string | null {
  if (waiting.length === 0 || message.length > MAX_CHARACTERS) return null;
  const named = REJECTS.exec(fold(message).trim())
    ?.slice(1)
    .find((one) => one !== undefined);
  if (named === undefined) return null;
  const stems = named.split(' ').map(stemOf);
  const meant = waiting.filter(({ summary }) => {
    const words = fold(summary).match(/[a-z]+/g) ?? [];
    return stems.every((stem) => words.some((word) => word.startsWith(stem)));
  });
  const [only, ...others] = meant;
  return only === undefined || others.length > 0 ? null : only.id;
}

function stemOf(word: string): string {
  return word.slice(0, Math.max(3, Math.min(STEM, word.length - 1)));
}

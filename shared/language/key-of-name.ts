import { fold } from './fold.ts';
import { type Language, lemmaKeys } from './lemma.ts';

/**
 * Pictures, also those joined of several (families, flags, keycaps). The signs of trade marks count as
 * pictures in Unicode, not here: `Cola®` is `Cola`.
 */
const PICTURES =
  /[0-9#*]\u20e3|(?![©®™])[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}](?:\u200d?(?![©®™])[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|[\u{e0020}-\u{e007f}])*/gu;
/** Say only whether a sign is shown as text or in colours. */
const VARIATION = /[\ufe0e\ufe0f]/g;

/**
 * What two names of things are compared by: the base forms of their words in any order and the pictures
 * beside them; for `7%` or `1/2` the numbers. Null where nothing is left (`%`, `!`): such a name is equal
 * to none, itself included, or everything without letters would be one product.
 */
export function keyOfName(name: string, language: Language): string | null {
  const words = [...lemmaKeys(name, language), ...picturesOf(name)].sort();
  if (words.length > 0) return words.join(' ');
  const signs = fold(name).replace(/\s+/g, '');
  return /\p{N}/u.test(signs) ? signs : null;
}

/** The pictures of a name in their order, as they are written side by side: `🥚`, `👩‍🌾`, `1⃣`. */
export function picturesOf(name: string): string[] {
  // Nearly every name is of letters alone.
  if (/^[ -~]*$/.test(name)) return [];
  return name.replace(VARIATION, '').match(PICTURES) ?? [];
}

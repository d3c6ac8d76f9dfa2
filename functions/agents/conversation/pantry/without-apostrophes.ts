/** `what's`, `don’t` as they are also typed: `whats`, `dont`. */
export function withoutApostrophes(text: string): string {
  return text.replace(/(?<=\p{L})['’](?=\p{L})/gu, '');
}

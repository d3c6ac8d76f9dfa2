const WORDS = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
/** Letters of a piece that the tokenizer of sentence vectors makes of a word. */
const LETTERS = 3.5;

/** About how many tokens a text has, without loading a tokenizer: signs are one each, long words several. */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const [word] of text.matchAll(WORDS)) tokens += Math.ceil(word.length / LETTERS);
  return tokens;
}

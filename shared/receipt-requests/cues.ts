import { findPattern } from '#shared/pantry-requests/cue-patterns.ts';
import { type Token, tokens } from '#shared/quantities/tokens.ts';
import cues from './data/cues.json' with { type: 'json' };

export type CueName = keyof typeof cues;

/** A message as its cues are looked for: `what's` is one word. */
export function cueTokens(message: string): Token[] {
  return tokens(withoutApostrophes(message));
}

/** Whether a message has a cue, in either language: people mix them. */
export function hasCue(name: CueName, read: readonly Token[]): boolean {
  return cues[name].some((pattern) => findPattern(pattern, read) !== undefined);
}

export function withoutApostrophes(message: string): string {
  return message.replace(/['’]/g, '');
}

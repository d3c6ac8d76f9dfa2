import { type Token, tokens } from '#shared/quantities/tokens.ts';
import { findPattern } from './cue-patterns.ts';

/** Patterns by the name of what they say. */
type CueTable = Readonly<Record<string, readonly string[]>>;

/** A message as its cues are looked for: `what's` is one word. */
export function cueTokens(message: string): Token[] {
  return tokens(withoutApostrophes(message));
}

/** Whether a message has a cue of a table, in either language: people mix them. */
export function cueReader<Table extends CueTable>(table: Table) {
  return (name: keyof Table, read: readonly Token[]): boolean =>
    (table[name] ?? []).some((pattern) => findPattern(pattern, read) !== undefined);
}

export function withoutApostrophes(message: string): string {
  return message.replace(/['’]/g, '');
}

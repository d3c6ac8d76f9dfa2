import { parseAst } from 'vitest/node';
import type { SourceFile } from './source-files.ts';

/** A regular expression as it stands in the source. */
export interface RegexLiteral {
  readonly path: string;
  readonly pattern: string;
  readonly flags: string;
}

/** Every regex literal of a file, found by a real parser: `/` also divides and opens comments. */
export function regexLiterals({ path, text }: Pick<SourceFile, 'path' | 'text'>): RegexLiteral[] {
  const found: RegexLiteral[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node) {
      const { regex } = node;
      if (isRegex(regex)) found.push({ path, ...regex });
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(text, { lang: 'ts' }));
  return found;
}

function isRegex(value: unknown): value is { pattern: string; flags: string } {
  return typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;
}

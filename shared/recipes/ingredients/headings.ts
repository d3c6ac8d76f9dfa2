import type { Section } from '#shared/recipes/model/recipe.ts';

const LONGEST = 100;

/** `Na ciasto:`, `For the sauce:` name what comes below them, and nothing to buy or to do. */
export function isHeading(text: string): boolean {
  return text.length <= LONGEST && !/\d/.test(text) && /:[\s*_]*$/.test(text);
}

/** A title as a line that is read as a heading again. */
export function headingLine(title: string): string {
  return `${title.replace(/[\s:]{1,20}$/, '').slice(0, LONGEST - 1)}:`;
}

/** Lines without the headings among them, and where these stood. */
export function withoutHeadings<T>(
  lines: readonly T[],
  textOf: (line: T) => string,
): { readonly lines: readonly T[]; readonly sections: readonly Section[] } {
  const kept: T[] = [];
  const sections: Section[] = [];
  for (const line of lines) {
    const text = textOf(line);
    if (isHeading(text))
      sections.push({ title: text.replace(/[\s:*_]{1,20}$/, ''), from: kept.length });
    else kept.push(line);
  }
  // Nothing but headings: they are what the author wrote.
  return kept.length === 0 ? { lines, sections: [] } : { lines: kept, sections };
}

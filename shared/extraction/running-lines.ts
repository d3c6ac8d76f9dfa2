import { lineText, type TextLine } from './text-line.ts';

/** Lines at either end of a page that may be its header or footer; of two each, short pages keep nothing. */
const AT_ENDS = 1;
/** Fewer pages show nothing. */
const MIN_PAGES = 3;

/** Pages without the headers and footers that most of them have, whatever number stands in them. */
export function withoutRunningLines(pages: readonly (readonly TextLine[])[]): TextLine[][] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(page.filter((_, at) => isAtEnd(page, at)).map(keyOf));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(MIN_PAGES, pages.length / 2);
  return pages.map((page) =>
    page.filter((line, at) => !isAtEnd(page, at) || (counts.get(keyOf(line)) ?? 0) < most),
  );
}

function isAtEnd(page: readonly TextLine[], at: number): boolean {
  return at < AT_ENDS || at >= page.length - AT_ENDS;
}

function keyOf(line: TextLine): string {
  return lineText(line).replaceAll(/\d+/g, '#');
}

import { heightOf, lineText, type TextLine } from './text-line.ts';

/** Lines at either end of a page that may be its header or footer. With two, a short page would keep nothing. */
const AT_ENDS = 1;
/** Fewer pages show nothing. */
const MIN_PAGES = 3;

/** In heights of most text: `Rozdział 3` at the top of a page is its heading, not its header. */
const MAX_HEIGHT = 1.1;

/**
 * Pages without the headers and footers that most of them have, whatever number stands in them.
 * @param body height of most text
 */
export function withoutRunningLines(
  pages: readonly (readonly TextLine[])[],
  body: number,
): TextLine[][] {
  const mayRun = (page: readonly TextLine[], line: TextLine, at: number) =>
    (at < AT_ENDS || at >= page.length - AT_ENDS) && heightOf(line) <= body * MAX_HEIGHT;
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(page.filter((line, at) => mayRun(page, line, at)).map(keyOf));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(MIN_PAGES, pages.length / 2);
  return pages.map((page) =>
    page.filter((line, at) => !mayRun(page, line, at) || (counts.get(keyOf(line)) ?? 0) < most),
  );
}

function keyOf(line: TextLine): string {
  return lineText(line).replaceAll(/\d+/g, '#');
}

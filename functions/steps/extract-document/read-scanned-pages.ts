import { isPermanentError } from '#shared/errors/permanent-error.ts';
import { isUserError } from '#shared/errors/user-error.ts';
import type { Page } from '#shared/extraction/extracted.ts';
import { NO_TEXT_LAYER } from '#shared/extraction/pdf-text.ts';

/** A page full of print takes some fifteen seconds on a busy machine; the function has ten minutes. */
export const MAX_SCANNED_PAGES = 20;
const CUT_OFF = 'page-cut-off';

/**
 * Reads the pages that show their text as a picture, each by itself: one that cannot be read keeps the
 * reason and does not hold up the others.
 * @param read reads one page, from 0
 * @param onPage called before each page with how many are read
 * @param signal aborted when time is up: the pages that are left keep that as their reason
 */
export async function readScannedPages(
  pages: readonly Page[],
  read: (page: number) => Promise<Page>,
  onPage: (pagesRead: number) => Promise<void>,
  signal: AbortSignal,
): Promise<Page[]> {
  const result = [...pages];
  const scanned = pages.flatMap(({ problem }, at) => (problem === NO_TEXT_LAYER ? [at] : []));
  const pagesRead = pages.length - scanned.length;
  for (const [number, at] of scanned.entries()) {
    await onPage(pagesRead + number);
    const page = pages[at];
    if (page === undefined) continue;
    if (number >= MAX_SCANNED_PAGES) result[at] = { ...page, problem: 'too-many-scanned-pages' };
    else if (signal.aborted) result[at] = { ...page, problem: CUT_OFF };
    else result[at] = await readOne(page, () => read(at), signal);
  }
  await onPage(result.filter(({ problem }) => problem === undefined).length);
  return result;
}

async function readOne(
  { problem: _, ...page }: Page,
  read: () => Promise<Page>,
  signal: AbortSignal,
): Promise<Page> {
  try {
    const seen = await read();
    // What was read until then is the answer, and may be nothing.
    if (signal.aborted && seen.text === '') return { ...page, problem: CUT_OFF };
    // A blank page has nothing to read, and what its text layer holds is all of it.
    return seen.text.length > page.text.length ? seen : page;
  } catch (error) {
    if (isPermanentError(error) || isUserError(error)) return { ...page, problem: error.code };
    throw error;
  }
}

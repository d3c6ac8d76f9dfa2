import { isPermanentError, PermanentError } from '#shared/errors/permanent-error.ts';
import { openPdf, textOfPage, toPermanentError } from '#shared/reading/pages/pdf.ts';
import { checkPdf } from '#shared/reading/unpack/check-pdf.ts';
import type { ExtractedDocument, Page } from './extracted.ts';
import { addLines, bodyHeight } from './line-blocks.ts';
import { withoutRunningLines } from './running-lines.ts';
import { MAX_CHARACTERS, TextBudget, TextBuilder } from './text-builder.ts';
import { linesOf, type PlacedText, type TextLine } from './text-line.ts';

export const MAX_PAGES = 1_000;
/** Letters of a page whose text is a picture: a stamp or a number that a scanner adds. */
const MIN_LETTERS = 10;

/** A page is without text, or cannot be opened. */
type OpenedPage = { readonly lines: readonly TextLine[] } | { readonly problem: string };
/** Of a page that shows its text as a picture. */
export const NO_TEXT_LAYER = 'page-without-text';

/**
 * The text that a PDF holds, page by page. One without any has the problem `page-without-text` and can
 * still be read as a picture; one that is broken has `page-damaged`.
 * @throws PermanentError for the document: document-password, document-too-long, unpacks-too-large, file-truncated
 */
export async function extractPdf(bytes: Buffer): Promise<ExtractedDocument> {
  await checkPdf(bytes);
  const loading = await openPdf(bytes);
  try {
    const document = await loading.promise;
    const { numPages } = document;
    if (numPages > MAX_PAGES) throw tooLong(`The PDF has ${numPages} pages`);
    const opened: OpenedPage[] = [];
    let characters = 0;
    for (let number = 1; number <= numPages; number += 1) {
      const page = await openPage(() => document.getPage(number), MAX_CHARACTERS - characters);
      if ('characters' in page) characters += page.characters;
      opened.push(page);
    }
    return { title: await titleOf(document), isPaged: true, pages: toPages(opened) };
  } catch (error) {
    throw named(toPermanentError(error));
  } finally {
    await loading.destroy();
  }
}

type PdfDocument = Awaited<Awaited<ReturnType<typeof openPdf>>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

async function openPage(
  open: () => Promise<PdfPage>,
  maxCharacters: number,
): Promise<OpenedPage & { readonly characters?: number }> {
  try {
    const page = await open();
    const { height } = page.getViewport({ scale: 1 });
    const pieces: PlacedText[] = [];
    let characters = 0;
    for await (const item of textOfPage(page)) {
      if (!('str' in item)) continue;
      characters += item.str.length;
      if (characters > maxCharacters) throw tooLong(`More than ${MAX_CHARACTERS} characters`);
      const [left, bottom] = [Number(item.transform[4]), height - Number(item.transform[5])];
      const [right, top] = [left + item.width, bottom - item.height];
      pieces.push({ text: item.str, left, right, top, bottom });
    }
    page.cleanup();
    return { lines: linesOf(pieces), characters };
  } catch (error) {
    const cause = toPermanentError(error);
    // What the file as a whole may not do ends it; a page that is broken does not.
    if (!isPermanentError(cause) || cause.code !== 'file-truncated') throw cause;
    return { problem: 'page-damaged' };
  }
}

function toPages(opened: readonly OpenedPage[]): Page[] {
  const lines = withoutRunningLines(opened.map((page) => ('lines' in page ? page.lines : [])));
  const body = bodyHeight(lines);
  const budget = new TextBudget();
  return opened.map((page, at) => {
    if ('problem' in page) return { text: '', blocks: [], problem: page.problem };
    const text = new TextBuilder(budget);
    addLines(lines[at] ?? [], body, text);
    const made = text.page();
    const letters = made.text.match(/\p{L}/gu)?.length ?? 0;
    return letters < MIN_LETTERS ? { ...made, problem: NO_TEXT_LAYER } : made;
  });
}

async function titleOf(document: PdfDocument): Promise<string | null> {
  const { info } = await document.getMetadata();
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : '';
  // What programs write there by themselves: `Microsoft Word - ulotka.doc`, a path.
  return title === '' || /\.\w{2,4}$|^untitled|^microsoft word/i.test(title) ? null : title;
}

function tooLong(what: string): PermanentError {
  return new PermanentError('document-too-long', what);
}

/** For a document in words of its own. */
function named(error: unknown): unknown {
  if (!isPermanentError(error) || error.code !== 'pdf-password') return error;
  return new PermanentError('document-password', error.message, { cause: error });
}

import type { PDFPageProxy, TextContent } from 'pdfjs-dist/types/src/display/api.d.ts';
import { isPermanentError, PermanentError } from '#shared/errors/permanent-error.ts';
import { MAX_PIXELS } from '#shared/reading/files/check-pixels.ts';
import { linesFromWords } from '#shared/reading/layout/lines.ts';
import type { Reading, Word } from '#shared/reading/model/reading.ts';
import { refuseUnpacked } from '#shared/reading/unpack/unpacked.ts';

/** A receipt has one page, an e-receipt with terms a few; a thousand are no receipt. */
const MAX_PAGES = 20;
/** Points are too coarse a measure for lines of text. */
const SCALE = 2;
/** Pieces of text on all pages: on twenty pages of terms some ten thousand, on a receipt hundreds. */
const MAX_PIECES = 50_000;
/** Of a drawn page, against its points: 180 dots an inch. */
const RENDER = { scale: 2.5, mostPixels: 20_000_000 };

/**
 * The text a PDF holds, with its places; pages follow one another downwards.
 * @returns nothing when it holds no text (a scan)
 * @throws PermanentError pdf-password, pdf-too-long, unpacks-too-large, file-truncated
 */
export async function readPdfText(bytes: Buffer): Promise<Reading | undefined> {
  const started = performance.now();
  const loading = await openPdf(bytes);
  try {
    const document = await loading.promise;
    if (document.numPages > MAX_PAGES) {
      throw new PermanentError('pdf-too-long', `The PDF has ${document.numPages} pages`);
    }
    const words: Word[] = [];
    const bottoms: number[] = [];
    let [top, widest, pieces] = [0, 0, 0];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { height, width } = page.getViewport({ scale: SCALE });
      for await (const item of textOfPage(page)) {
        if (++pieces > MAX_PIECES)
          refuseUnpacked(`The PDF has more than ${MAX_PIECES} pieces of text`);
        if (!('str' in item) || item.str.trim() === '') continue;
        const [x, y] = [Number(item.transform[4]) * SCALE, Number(item.transform[5]) * SCALE];
        const y1 = top + height - y;
        const box = { x0: x, y0: y1 - item.height * SCALE, x1: x + item.width * SCALE, y1 };
        words.push({ text: item.str.trim(), confidence: 1, box });
      }
      top += height;
      bottoms.push(top);
      widest = Math.max(widest, width);
    }
    if (words.length < 5) return undefined;
    const milliseconds = Math.round(performance.now() - started);
    return {
      engine: 'pdf-text',
      variant: 'text',
      lines: linesFromWords(words),
      confidence: 1,
      milliseconds,
      sheet: { width: widest, bottoms, turns: 0 },
    };
  } catch (error) {
    throw toPermanentError(error);
  } finally {
    await loading.destroy();
  }
}

/** The text of a page bit by bit, so that too much of it is never held. */
export async function* textOfPage(page: PDFPageProxy) {
  // The types of pdf.js leave open what its stream gives.
  const reader: ReadableStreamDefaultReader<TextContent> = page.streamTextContent().getReader();
  let isWhole = false;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      yield* next.value.items;
    }
    isWhole = true;
  } finally {
    // Not waited for: it ends with the document. Without an error for a reason pdf.js never ends it.
    if (!isWhole) reader.cancel(new Error('no more text is wanted')).catch(() => undefined);
  }
}

/**
 * The pages as PNG images.
 * @throws PermanentError too-many-pages, and as {@link readPdfText}
 */
export async function renderPdf(bytes: Buffer, maxPages: number): Promise<Buffer[]> {
  const sizes = await pageSizes(bytes);
  if (sizes.length > maxPages) {
    throw new PermanentError('too-many-pages', `The PDF has ${sizes.length} pages without text`);
  }
  return await renderPageImages(bytes, sizes.keys(), renderScale(sizes));
}

/** One page, counted from 0, as PNG image, whatever else the PDF holds. @throws as {@link readPdfText} */
export async function renderPdfPage(bytes: Buffer, page: number): Promise<Buffer> {
  const size = (await pageSizes(bytes))[page];
  const [drawn] =
    size === undefined ? [] : await renderPageImages(bytes, [page], renderScale([size]));
  if (drawn === undefined) throw new Error(`The PDF has no page ${page}`);
  return drawn;
}

async function renderPageImages(
  bytes: Buffer,
  pages: Iterable<number>,
  scale: number,
): Promise<Buffer[]> {
  const { pdf } = await import('pdf-to-img');
  try {
    const document = await pdf(bytes, { scale, docInitParams: { maxImageSize: MAX_PIXELS } });
    try {
      const drawn: Buffer[] = [];
      for (const page of pages) drawn.push(await document.getPage(page + 1));
      return drawn;
    } finally {
      await document.destroy();
    }
  } catch (error) {
    throw toPermanentError(error);
  }
}

interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** In points. */
async function pageSizes(bytes: Buffer): Promise<PageSize[]> {
  const loading = await openPdf(bytes);
  try {
    const document = await loading.promise;
    const sizes: PageSize[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      sizes.push((await document.getPage(number)).getViewport({ scale: 1 }));
    }
    if (sizes.length === 0) throw new PermanentError('file-truncated', 'The PDF has no pages');
    return sizes;
  } catch (error) {
    throw toPermanentError(error);
  } finally {
    await loading.destroy();
  }
}

/** A page may declare an enormous size; drawn, it still fits into memory. */
function renderScale(sizes: readonly PageSize[]): number {
  const most = sizes.map(({ width, height }) => Math.sqrt(RENDER.mostPixels / (width * height)));
  return Math.min(RENDER.scale, ...most);
}

/** Begins to open a PDF; the caller ends it with `destroy()`. */
export async function openPdf(bytes: Buffer) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    verbosity: 0,
    maxImageSize: MAX_PIXELS,
  });
}

/** What goes wrong inside of pdf.js is the file's own doing; what the system refuses has a code of its own. */
export function toPermanentError(error: unknown): unknown {
  if (!(error instanceof Error) || isPermanentError(error)) return error;
  if (error.name === 'PasswordException') {
    return new PermanentError('pdf-password', 'The PDF is protected by a password', {
      cause: error,
    });
  }
  if ('code' in error && typeof error.code === 'string') return error;
  return new PermanentError('file-truncated', 'The PDF cannot be opened', { cause: error });
}

import { PermanentError } from '#shared/errors/permanent-error.ts';
import { linesFromWords } from '#shared/reading/layout/lines.ts';
import type { Reading, Word } from '#shared/reading/model/reading.ts';

/** A receipt has one page, an e-receipt with terms a few; a thousand are no receipt. */
const MAX_PAGES = 20;
/** Points are too coarse a measure for lines of text. */
const SCALE = 2;
/** Of a drawn page, against its points: 180 dots an inch. */
const RENDER = { scale: 2.5, mostPixels: 20_000_000 };

/**
 * The text a PDF holds, with its places; pages follow one another downwards.
 * @returns nothing when it holds no text (a scan)
 * @throws PermanentError pdf-password, pdf-too-long, file-truncated
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
    let [top, widest] = [0, 0];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { height, width } = page.getViewport({ scale: SCALE });
      const { items } = await page.getTextContent();
      for (const item of items) {
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
    const document = await pdf(bytes, { scale });
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
async function openPdf(bytes: Buffer) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
}

function toPermanentError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'PasswordException') {
    return new PermanentError('pdf-password', 'The PDF is protected by a password', {
      cause: error,
    });
  }
  if (/^(InvalidPDF|MissingPDF|Format|UnknownError)/.test(error.name)) {
    return new PermanentError('file-truncated', 'The PDF cannot be opened', { cause: error });
  }
  return error;
}

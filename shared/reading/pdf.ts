import { PermanentError } from '#shared/errors/permanent-error.ts';
import { linesFromWords } from './lines.ts';
import type { Reading, Word } from './reading.ts';

/** A receipt has one page, an e-receipt with terms a few; a thousand are no receipt. */
export const MAX_PAGES = 20;
/** Pages that are drawn and read as images, when there is no text in them. */
const MAX_DRAWN_PAGES = 5;
/** Points are too coarse a measure for lines of text. */
const SCALE = 2;
/** Of a drawn page, against its points: 180 dots an inch. */
const DRAWN = { scale: 2.5, mostPixels: 20_000_000 };

/**
 * The text a PDF holds, with its places; pages follow one another downwards.
 * @returns nothing when it holds no text (a scan)
 * @throws PermanentError pdf-password, pdf-too-long, file-truncated
 */
export async function readPdfText(bytes: Buffer): Promise<Reading | undefined> {
  const started = performance.now();
  const loading = await load(bytes);
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
    throw explained(error);
  } finally {
    await loading.destroy();
  }
}

/** The first pages as PNG images. @throws PermanentError as {@link readPdfText} */
export async function drawPdf(bytes: Buffer): Promise<Buffer[]> {
  const { pdf } = await import('pdf-to-img');
  try {
    const document = await pdf(bytes, { scale: await drawnScale(bytes) });
    const pages: Buffer[] = [];
    for await (const page of document) {
      pages.push(page);
      if (pages.length >= MAX_DRAWN_PAGES) break;
    }
    return pages;
  } catch (error) {
    throw explained(error);
  }
}

/** A page may say that it is as large as a house; drawn, it still fits into memory. */
async function drawnScale(bytes: Buffer): Promise<number> {
  const loading = await load(bytes);
  try {
    const document = await loading.promise;
    let { scale } = DRAWN;
    for (let number = 1; number <= Math.min(document.numPages, MAX_DRAWN_PAGES); number++) {
      const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
      scale = Math.min(scale, Math.sqrt(DRAWN.mostPixels / (width * height)));
    }
    return scale;
  } finally {
    await loading.destroy();
  }
}

/** Begins to open a PDF; who asked for it ends it with `destroy()`. */
async function load(bytes: Buffer) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
}

function explained(error: unknown): unknown {
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

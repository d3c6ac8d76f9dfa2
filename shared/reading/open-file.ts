import { MAX_PIXELS } from './files/check-pixels.ts';
import { checkSides } from './files/check-sides.ts';
import { throwDamaged } from './files/decodable.ts';
import { inspectFile } from './files/inspect-file.ts';
import type { Grey } from './geometry/line-crop.ts';
import type { Reading } from './model/reading.ts';
import { openPage } from './pages/page.ts';
import { MAX_IMAGE_PAGES, renderPages } from './pages/pages.ts';
import { readPdfText } from './pages/pdf.ts';
import { checkPdf } from './unpack/check-pdf.ts';

/** A file that is what it says it is. */
export interface OpenFile {
  /** What a PDF holds as text. */
  readonly text: Reading | undefined;
  /** Whether all of its pages may be read as pictures. */
  readonly isPicture: boolean;
  /** Its pages as one grey picture, and where each of them ends on it, as shares of its height. */
  draw(): Promise<{ readonly page: Grey; readonly ends: readonly number[] }>;
}

/**
 * Opens a file as far as its text; pages are drawn only when they are asked for.
 * @throws UserError for what the file is, PermanentError for what is inside it (`image-damaged`,
 *   `unpacks-too-large`, `too-many-pages`, `pdf-password`, `pdf-too-long`, `file-truncated`)
 */
export async function openFile(bytes: Buffer): Promise<OpenFile> {
  const { type } = inspectFile(bytes);
  if (type === 'pdf') await checkPdf(bytes);
  const text = type === 'pdf' ? await readPdfText(bytes) : undefined;
  const pages = text?.sheet?.bottoms.length ?? 1;
  return {
    text,
    isPicture: pages <= MAX_IMAGE_PAGES,
    async draw() {
      const { image, ends } = await renderPages(bytes, type);
      const page = await openPage(image, MAX_PIXELS).catch(throwDamaged);
      checkSides(page); // of a PDF's page the size is known only now
      return { page, ends };
    },
  };
}

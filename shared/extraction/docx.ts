import { isPermanentError, PermanentError } from '#shared/errors/permanent-error.ts';
import { checkZip } from './check-zip.ts';
import type { ExtractedDocument } from './extracted.ts';
import { pageOfMarkup } from './html.ts';

/**
 * Headings, lists, tables and paragraphs of a Word document; pictures are left out. Its pages are made by
 * whoever prints it, so it has none.
 * @throws PermanentError `unpacks-too-large`, `document-damaged`, `document-too-complex`, `document-too-long`
 */
export async function extractDocx(bytes: Buffer): Promise<ExtractedDocument> {
  checkZip(bytes);
  const html = await toHtml(bytes);
  return { title: null, isPaged: false, pages: [pageOfMarkup(html)] };
}

async function toHtml(buffer: Buffer): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        externalFileAccess: false,
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
      },
    );
    return value;
  } catch (cause) {
    if (isPermanentError(cause)) throw cause;
    // The converter goes into what lies in one another, and the stack ends somewhere.
    const code = cause instanceof RangeError ? 'document-too-complex' : 'document-damaged';
    throw new PermanentError(code, 'The Word document cannot be read', { cause });
  }
}

import type { DocumentFormat } from './document-format.ts';
import { extractDocx } from './docx.ts';
import type { ExtractedDocument } from './extracted.ts';
import { extractHtml } from './html.ts';
import { extractMarkdown } from './markdown.ts';
import { extractPdf } from './pdf-text.ts';
import { extractText } from './plain-text.ts';

const EXTRACTORS: Readonly<
  Record<DocumentFormat, (bytes: Buffer) => ExtractedDocument | Promise<ExtractedDocument>>
> = {
  pdf: extractPdf,
  docx: extractDocx,
  html: extractHtml,
  markdown: extractMarkdown,
  text: extractText,
};

/**
 * The text of a document with its structure. Files of strangers are given to it in a process with limits.
 * @throws PermanentError for what is inside of it: document-password, document-damaged, document-too-long,
 *   document-too-complex, unpacks-too-large, file-truncated
 */
export async function extractDocument(
  bytes: Buffer,
  format: DocumentFormat,
): Promise<ExtractedDocument> {
  return await EXTRACTORS[format](bytes);
}

import type { DocumentFormat } from '#shared/extraction/document-format.ts';
import type { ExtractedDocument, Page } from '#shared/extraction/extracted.ts';

/** Opens documents of strangers. */
export interface DocumentReader {
  /** @throws PermanentError for what is inside of the file */
  extract(bytes: Buffer, format: DocumentFormat): Promise<ExtractedDocument>;
  /**
   * A page of a PDF that shows its text as a picture.
   * @param page from 0
   * @throws UserError, PermanentError for what the page is
   */
  readPage(bytes: Buffer, page: number): Promise<Page>;
}

import * as z from 'zod/mini';

/** The formats a document may have. */
export const DocumentFormat = z.enum(['pdf', 'docx', 'html', 'markdown', 'text']);
export type DocumentFormat = z.infer<typeof DocumentFormat>;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The media type under which a document of each format is kept. */
export const MEDIA_TYPES: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: DOCX,
  html: 'text/html',
  markdown: 'text/markdown',
  text: 'text/plain',
};

const BY_MEDIA_TYPE: ReadonlyMap<string, DocumentFormat> = new Map([
  ...DocumentFormat.options.map((format) => [MEDIA_TYPES[format], format] as const),
  ['application/xhtml+xml', 'html'],
  ['text/x-markdown', 'markdown'],
]);

const BY_ENDING: ReadonlyMap<string, DocumentFormat> = new Map([
  ['pdf', 'pdf'],
  ['docx', 'docx'],
  ['html', 'html'],
  ['htm', 'html'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['txt', 'text'],
]);

/** What a file says it is, by its name first: browsers send many Markdown files as plain text. */
export function declaredFormat(
  contentType: string,
  fileName: string | null,
): DocumentFormat | undefined {
  const ending = /\.([^.]{1,10})$/.exec(fileName ?? '')?.[1]?.toLowerCase();
  return BY_ENDING.get(ending ?? '') ?? BY_MEDIA_TYPE.get(contentType.toLowerCase());
}

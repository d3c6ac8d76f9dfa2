import type { ExtractedDocument } from '#shared/extraction/extracted.ts';

const MAX_TITLE = 200;
/** Of a title that is taken from the text itself. */
const MAX_BEGINNING = 80;

/** What a document is called before it was read: its file without the ending. */
export function titleOfFile(fileName: string | null): string {
  const stem = (fileName ?? '').replace(/\.[^.]{1,10}$/, '').trim();
  return stem.slice(0, MAX_TITLE) || 'Dokument';
}

/** What it calls itself, its first heading, its file's name, or how it begins. */
export function titleOf(document: ExtractedDocument, fileName: string | null): string {
  const [first] = document.pages;
  const heading = first?.blocks.find(({ kind }) => kind === 'heading');
  const own = document.title ?? (heading && first?.text.slice(heading.start, heading.end));
  if (own) return own.slice(0, MAX_TITLE);
  if (fileName) return titleOfFile(fileName);
  const text = document.pages.find((page) => page.text !== '')?.text ?? '';
  return text.split('\n', 1).join('').slice(0, MAX_BEGINNING) || titleOfFile(null);
}

import { throwDamaged } from './files/decodable.ts';
import { inspectFile, MAX_PIXELS } from './files/inspect-file.ts';
import type { Reading } from './model/reading.ts';
import { openPage } from './pages/page.ts';
import { MAX_IMAGE_PAGES, renderPages } from './pages/pages.ts';
import { readPdfText } from './pages/pdf.ts';
import { readPage } from './read-page.ts';
import type { TextractReader } from './textract/textract.ts';

export interface ReadOptions {
  /** Whether the readings are so good that no other is needed (their arithmetic balances). */
  isGood(readings: readonly Reading[]): boolean;
  /** Asked first; one voter among the others when that is not enough. */
  readonly textract?: TextractReader;
  /** Ways to prepare the whole page that are tried at most; by default as many as its text allows. */
  readonly maxVariants?: number;
  /** Aborted when time is up: the readings made until then are the answer, perhaps none. */
  readonly signal?: AbortSignal;
  /** Called when the pages are there: what follows is bounded by their size. */
  readonly onOpened?: () => void;
}

/**
 * Reads a file in several ways until the readings are good enough, and answers with all of them.
 * @throws UserError for what the file is, PermanentError for what is inside it (`image-damaged`,
 *   `too-many-pages`, `pdf-password`, `pdf-too-long`, `file-truncated`)
 */
export async function readFile(bytes: Buffer, options: ReadOptions): Promise<Reading[]> {
  const { type } = inspectFile(bytes);
  const text = type === 'pdf' ? await readPdfText(bytes) : undefined;
  const before = text === undefined ? [] : [text];
  const pages = text?.sheet?.bottoms.length ?? 1;
  if (text !== undefined && (options.isGood(before) || pages > MAX_IMAGE_PAGES)) return before;
  const { image, ends } = await renderPages(bytes, type);
  return await readImage(image, before, options, ends);
}

async function readImage(
  image: Buffer,
  before: readonly Reading[],
  { isGood, textract, maxVariants, signal, onOpened }: ReadOptions,
  ends: readonly number[],
): Promise<Reading[]> {
  const page = await openPage(image, MAX_PIXELS).catch(throwDamaged);
  onOpened?.();
  return await readPage(page, { isGood, textract, before, ends, maxVariants, signal });
}

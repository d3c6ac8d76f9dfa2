import type { Reading } from './model/reading.ts';
import { openFile } from './open-file.ts';
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
 * @throws UserError, PermanentError as {@link openFile}
 */
export async function readFile(
  bytes: Buffer,
  { isGood, textract, maxVariants, signal, onOpened }: ReadOptions,
): Promise<Reading[]> {
  const { text, isPicture, draw } = await openFile(bytes);
  const before = text === undefined ? [] : [text];
  if (text !== undefined && (isGood(before) || !isPicture)) return before;
  const { page, ends } = await draw();
  onOpened?.();
  return await readPage(page, { isGood, textract, before, ends, maxVariants, signal });
}

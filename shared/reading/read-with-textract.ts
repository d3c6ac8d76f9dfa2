import type { Grey } from './geometry/line-crop.ts';
import type { Reading, Sheet } from './model/reading.ts';
import { placeWords } from './textract/place-words.ts';
import type { TextractLine, TextractReader } from './textract/textract.ts';
import { layWords } from './vote/lay-words.ts';
import { singleReading } from './vote/piece-reading.ts';

/** What Textract reads on a page, before the other readers. */
export interface TextractResult {
  readonly lines: readonly TextractLine[];
  /** Its lines put into rows as they stand. */
  readonly reading: Reading;
}

/** Has Textract read a page, which may still lie on its side. */
export async function readWithTextract(
  page: Grey,
  ask: TextractReader,
  sheet: Sheet,
  signal?: AbortSignal,
): Promise<TextractResult> {
  const started = performance.now();
  const lines = await ask(page, signal);
  const milliseconds = Math.round(performance.now() - started);
  const pieces = layWords([], placeWords(lines, page, 0));
  return { lines, reading: singleReading(pieces, 'textract', { sheet, milliseconds }) };
}

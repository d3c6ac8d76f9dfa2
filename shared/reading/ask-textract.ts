import type { Grey } from './geometry/line-crop.ts';
import type { Reading, Sheet } from './model/reading.ts';
import { placeWords } from './textract/place-words.ts';
import type { AskTextract, TextractLine } from './textract/textract.ts';
import { layWords } from './vote/lay-words.ts';
import { singleReading } from './vote/piece-reading.ts';

/** What Textract sees on a page, before anybody else looked at it. */
export interface SeenByTextract {
  readonly lines: readonly TextractLine[];
  /** Its lines put into rows as they stand. */
  readonly reading: Reading;
}

/** Has Textract read a page, which may still lie on its side. */
export async function askTextract(
  page: Grey,
  ask: AskTextract,
  sheet: Sheet,
  signal?: AbortSignal,
): Promise<SeenByTextract> {
  const started = performance.now();
  const lines = await ask(page, signal);
  const milliseconds = Math.round(performance.now() - started);
  const pieces = layWords([], placeWords(lines, page, 0));
  return { lines, reading: singleReading(pieces, 'textract', { sheet, milliseconds }) };
}

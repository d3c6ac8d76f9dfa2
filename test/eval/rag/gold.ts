import type { Candidate } from '#shared/cited-answers/evidence.ts';
import type { EvalChunk, EvalQuestion } from './corpus.ts';

/** Shorter ones are in many sentences. */
const MIN_LETTERS = 9;

/** Whether a passage has the sentence that answers, or one that answers as well. */
export function answers(question: EvalQuestion, chunk: EvalChunk): boolean {
  return quotesOf(question).some(
    ({ document, quote }) =>
      document === chunk.document && plain(chunk.text).includes(plain(quote)),
  );
}

/** Whether a sentence is, has or is part of what answers. */
export function gold(
  question: EvalQuestion,
  { text, chunkId }: Candidate,
  chunks: ReadonlyMap<string, EvalChunk>,
): boolean {
  const own = plain(text);
  const chunk = chunks.get(chunkId);
  if (chunk === undefined || own.length < MIN_LETTERS) return false;
  return quotesOf(question).some(({ document, quote }) => {
    if (document !== chunk.document) return false;
    return plain(quote).includes(own) || own.includes(plain(quote));
  });
}

function quotesOf({ answerable, document, quote, other = [] }: EvalQuestion) {
  return answerable && document !== null && quote !== null ? [{ document, quote }, ...other] : [];
}

/** Without what only lays it out. */
function plain(text: string): string {
  return text
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[-*|\s\d.)]+(?=\p{L})|^[-*|\s]+|[|\s]+$/gu, '');
}

import { createHash } from 'node:crypto';
import type { ExtractedDocument } from '#shared/extraction/extracted.ts';
import { messageLanguage } from '#shared/language/message-language.ts';
import type { Chunk } from './chunk.ts';
import { splitChunks } from './split-chunks.ts';

/** Of a document too short or too foreign to tell: the product's first language. */
const DEFAULT_LANGUAGE = 'pl';

/** The passages of a document, each with its language, and the language of most of its text. */
export function makeChunks(
  documentId: string,
  { pages, isPaged }: Pick<ExtractedDocument, 'pages' | 'isPaged'>,
): { readonly chunks: Chunk[]; readonly language: Chunk['language'] } {
  const passages = splitChunks(pages).map((passage) => {
    const text = pages[passage.page]?.text.slice(passage.start, passage.end) ?? '';
    return { ...passage, text, own: messageLanguage(text) };
  });
  const language = mostOf(passages);
  const chunks = passages.map(({ own, page: at, ...passage }, ordinal): Chunk => {
    const { text, start } = passage;
    const page = isPaged ? at + 1 : null;
    return {
      ...passage,
      id: uuidOf(`${documentId}/${page ?? ''}/${start}/${text}`),
      documentId,
      ordinal,
      page,
      language: own ?? language,
      contentHash: sha256(text).toString('hex'),
    };
  });
  return { chunks, language };
}

function mostOf(
  passages: readonly { readonly text: string; readonly own: Chunk['language'] | null }[],
): Chunk['language'] {
  const length = (wanted: string) =>
    passages.reduce((sum, { own, text }) => sum + (own === wanted ? text.length : 0), 0);
  const [polish, english] = [length('pl'), length('en')];
  return polish === english ? DEFAULT_LANGUAGE : polish > english ? 'pl' : 'en';
}

/** @see RFC 9562, version 8: an id of our own making, from a hash */
function uuidOf(name: string): string {
  const bytes = sha256(name).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

import type * as z from 'zod/mini';
import type { DocumentAnswer } from '#shared/cited-answers/knowledge-schema.ts';
import { type AskedWord, askedWords, isForm } from '#shared/cited-answers/word-match.ts';
import { foldedWords } from '#shared/language/fold.ts';
import { messageLanguage } from '#shared/language/message-language.ts';
import { sentencesOf } from '#shared/retrieval/sentences.ts';

/** Letters of a sentence that are shown where none answers. */
const SHOWN = 240;

const WORDS = {
  pl: {
    page: 's.',
    conflict: 'Dokumenty mówią o tym różne rzeczy:',
    degraded: 'Szukano tylko po słowach: znaczenie zdań dochodzi chwilę po wysłaniu dokumentu.',
    none: 'Wyślij dokument: npm run scan -- PLIK --document',
  },
  en: {
    page: 'p.',
    conflict: 'Your documents say different things about it:',
    degraded:
      'Only words were compared: what sentences mean follows a moment after a document came.',
    none: 'Send a document: npm run scan -- FILE --document',
  },
} as const;

/** An answer for the terminal: quotes with their sources, or the passages nearest to the question. */
export function answerText(
  { answered, answer, conflicting, citations, chunks, degraded }: z.infer<typeof DocumentAnswer>,
  { question, language }: { readonly question: string; readonly language: 'pl' | 'en' },
): string {
  const words = WORDS[language];
  const source = (title: string, page: number | null | undefined) =>
    `  – ${title}${page == null ? '' : `, ${words.page} ${page}`}`;
  const quoted = citations.map(({ quote, title, page }) => `“${quote}”\n${source(title, page)}`);
  const asked = askedWords(question, messageLanguage(question) ?? language);
  const nearest = chunks.map(
    ({ text, title, page }) => `${source(title, page)}: ${cut(nearestSentence(text, asked))}`,
  );
  return [
    ...(answered ? (conflicting ? [words.conflict] : []) : [answer]),
    ...(answered ? quoted : nearest),
    ...(!answered && chunks.length === 0 ? [words.none] : []),
    ...(degraded ? [words.degraded] : []),
  ].join('\n');
}

/** The sentence with most of the asked words; of a passage without any the first one. */
function nearestSentence(text: string, asked: readonly AskedWord[]): string {
  const sentences = sentencesOf(text).map((sentence) => {
    const words = foldedWords(sentence.text);
    const has = (one: AskedWord) =>
      words.some((word) => isForm(one, word, 'pl') || isForm(one, word, 'en'));
    return { text: sentence.text, found: asked.filter(has).length };
  });
  const most = Math.max(...sentences.map(({ found }) => found));
  return sentences.find(({ found }) => found === most)?.text ?? text;
}

/** On one line, and cut between two words. */
function cut(text: string): string {
  const line = text.split(/\s+/).join(' ');
  if (line.length <= SHOWN) return line;
  const space = line.lastIndexOf(' ', SHOWN);
  return `${line.slice(0, space > 0 ? space : SHOWN)} …`;
}

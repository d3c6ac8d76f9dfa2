import type { Locale } from '#shared/context/locale.ts';
import type { Household, IndexDeps } from '#shared/search-index/index-writer.ts';
import { type FoundPassages, searchDocuments } from '#shared/search-index/search-documents.ts';
import { answerFrom } from './answer-question.ts';
import type { CitedAnswer } from './cited-answer.ts';
import { questionLanguage } from './question-language.ts';

/** Passages that are looked through for an answer, whatever number is shown: the right one is among them. */
const READ = 6;

interface Asked {
  readonly question: string;
  readonly k: number;
  readonly documentIds?: readonly string[] | undefined;
}

/** The passages that fit best. */
export async function findPassages(
  household: Household,
  { question, k, documentIds }: Asked,
  locale: Locale,
  deps: IndexDeps,
): Promise<FoundPassages> {
  const language = questionLanguage(question, locale);
  return await searchDocuments(household, { question, language, k, documentIds }, deps);
}

/** An answer from the household's documents, and the passages that it was looked for in. */
export async function askDocuments(
  household: Household,
  asked: Asked,
  locale: Locale,
  deps: IndexDeps,
): Promise<{ readonly answer: CitedAnswer; readonly found: FoundPassages }> {
  const { question, k } = asked;
  const found = await findPassages(household, { ...asked, k: Math.max(k, READ) }, locale, deps);
  const language = questionLanguage(question, locale);
  const read = { ...found, passages: found.passages.slice(0, READ) };
  return { answer: await answerFrom({ question, language, locale: language }, read), found };
}

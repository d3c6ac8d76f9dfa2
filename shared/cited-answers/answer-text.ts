import type { Locale } from '#shared/context/locale.ts';
import type { CitedSentence } from './cited-answer.ts';

const TEXTS = {
  pl: {
    nothing: 'W Twoich dokumentach nie ma odpowiedzi na to pytanie.',
    near: 'Najbliższe temu fragmenty są poniżej.',
    conflict: 'Dokumenty mówią o tym różne rzeczy:',
    added: 'dodano',
    page: 's.',
  },
  en: {
    nothing: 'Your documents do not answer this question.',
    near: 'The passages nearest to it are below.',
    conflict: 'Your documents say different things about it:',
    added: 'added',
    page: 'p.',
  },
} as const;

/** Sentences with their sources, a line each; of those that contradict also when they were added. */
export function answerText(
  sentences: readonly CitedSentence[],
  { locale, conflicting }: { readonly locale: Locale; readonly conflicting: boolean },
): string {
  const lines = sentences.map((sentence) => lineOf(sentence, locale, conflicting));
  return [...(conflicting ? [TEXTS[locale].conflict] : []), ...lines].join('\n');
}

export function refusalText(locale: Locale, { hasPassages }: { hasPassages: boolean }): string {
  const { nothing, near } = TEXTS[locale];
  return hasPassages ? `${nothing} ${near}` : nothing;
}

function lineOf(
  { text, title, page, addedAt }: CitedSentence,
  locale: Locale,
  conflicting: boolean,
): string {
  const words = TEXTS[locale];
  const source = [
    title,
    ...(page === null ? [] : [`${words.page} ${page}`]),
    ...(conflicting ? [`${words.added} ${addedAt.toISOString().slice(0, 10)}`] : []),
  ];
  return `${readable(text)} (${source.join(', ')})`;
}

/** A row of a table or an item of a list, as one reads it. */
function readable(text: string): string {
  const cells = text.replace(/^[-*•]\s+/, '').split('|');
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' · ')
    .replaceAll('**', '');
}

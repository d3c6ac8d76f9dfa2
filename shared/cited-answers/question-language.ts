import type { Locale } from '#shared/context/locale.ts';
import type { Language } from '#shared/language/lemma.ts';
import { messageLanguage } from '#shared/language/message-language.ts';

/** The language of a question, in which it is answered; that of the caller where it does not tell. */
export function questionLanguage(question: string, locale: Locale): Language {
  return messageLanguage(question) ?? locale;
}

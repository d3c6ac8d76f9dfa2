/**
 * A text in which no words lead to another page, no picture is fetched and nothing is HTML, whatever a
 * program shows it as: titles, printed names and pages are strangers' texts. Markdown joins a word and its
 * address by `](`.
 */
export function withoutMarkup(text: string): string {
  return text.replaceAll('](', '] (').replace(/<(?=[a-z/!])/gi, '‹');
}

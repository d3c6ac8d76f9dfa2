/** `![words](address)` and `[words](address)` of Markdown. */
const LINKED = /!?\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)/g;

/**
 * A text in which no words lead to another page, no picture is fetched and nothing is HTML, whatever a
 * program shows it as: titles, printed names and pages are strangers' texts.
 */
export function withoutMarkup(text: string): string {
  return text.replace(LINKED, '$1').replace(/<(?=[a-z/!])/gi, '‹');
}

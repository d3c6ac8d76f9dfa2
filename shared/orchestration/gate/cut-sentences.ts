/** Behind a full stop, a question or exclamation mark, before what begins a sentence; or a line break. */
const END = /\n+|(?<=[.!?…]["”»)]?)[ \t]+(?=[\p{Lu}\d„“"«(–-])/gu;

/**
 * Sentences of a text that arrives in pieces, each with the space behind it. What may still go on is held
 * back until it ends, so nobody reads half a sentence whose other half is forbidden.
 */
export class SentenceCutter {
  #open = '';

  /** @returns the sentences that are whole by now */
  add(piece: string): string[] {
    this.#open += piece;
    const whole: string[] = [];
    let from = 0;
    for (const { index, 0: gap } of this.#open.matchAll(END)) {
      const to = index + gap.length;
      // A gap at the very end may be longer in the next piece.
      if (to === this.#open.length && !gap.endsWith('\n')) break;
      whole.push(this.#open.slice(from, to));
      from = to;
    }
    this.#open = this.#open.slice(from);
    return whole;
  }

  /** The last sentence, at the end of the text. */
  end(): string[] {
    const rest = this.#open;
    this.#open = '';
    return rest === '' ? [] : [rest];
  }
}

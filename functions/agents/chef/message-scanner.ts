import { fold } from '#shared/language/fold.ts';

/**
 * A message that is understood piece by piece: what was read is taken out, so that `w 30 minut` is
 * not read again as thirty people. Patterns see it folded, without diacritics and in lower case.
 */
export class MessageScanner {
  #written: string;
  #folded: string;

  constructor(message: string) {
    const plain = message.slice(0, 500).normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
    const folded = fold(plain);
    // Places must be the same in both; where a letter folds to two, the folded text stands for both.
    this.#written = folded.length === plain.length ? plain : folded;
    this.#folded = folded;
  }

  get folded(): string {
    return this.#folded;
  }

  /** What is left, as it was written. */
  get rest(): string {
    return this.#written;
  }

  /** Finds a pattern, takes it out and gives what it caught. */
  take(pattern: RegExp): { readonly match: RegExpExecArray; readonly written: string } | undefined {
    const match = pattern.exec(this.#folded);
    if (match === null) return undefined;
    const [from, to] = [match.index, match.index + match[0].length];
    const written = this.#written.slice(from, to);
    const gap = ` ;${' '.repeat(Math.max(0, to - from - 2))}`;
    this.#written = this.#written.slice(0, from) + gap + this.#written.slice(to);
    this.#folded = this.#folded.slice(0, from) + gap + this.#folded.slice(to);
    return { match, written };
  }

  /** Whether a pattern was there; it is taken out. */
  has(pattern: RegExp): boolean {
    return this.take(pattern) !== undefined;
  }
}

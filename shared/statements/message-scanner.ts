import { fold } from '#shared/language/fold.ts';

/** As long as a message may be: a limit of ours would leave an allergy at its end unread. */
const MAX_LENGTH = 2000;

/**
 * A message that is understood piece by piece: what was read is taken out, so that `w 30 minut` is
 * not read again as thirty people. Patterns see it folded, without diacritics and in lower case.
 */
export class MessageScanner {
  /** The message with its capitals, and folded; places are the same in both. Never changes. */
  readonly cased: string;
  readonly whole: string;
  #written: string;
  #folded: string;

  constructor(message: string) {
    const cased = message
      .slice(0, MAX_LENGTH)
      .normalize('NFC')
      .replace(/[’‘`´]/g, "'")
      .replace(/\s+/g, ' ')
      .trim();
    const plain = cased.toLowerCase();
    // `egg-free` is two words to the patterns, as `egg free` is.
    const folded = fold(plain).replace(/-(?=free\b|allerg|intoler|sensitiv)/g, ' ');
    // Places must be the same in all; where a letter folds to two, the folded text stands for both.
    this.#written = folded.length === plain.length ? plain : folded;
    this.#folded = folded;
    this.cased = folded.length === cased.length ? cased : folded;
    this.whole = folded;
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
    this.takeOut(from, to);
    return { match, written };
  }

  /** Whether a pattern was there; it is taken out. */
  has(pattern: RegExp): boolean {
    return this.take(pattern) !== undefined;
  }

  /** Takes out what was read by its place; what stood on both sides is not joined by that. */
  takeOut(from: number, to: number): void {
    if (to <= from) return;
    const gap = ' ;'.padEnd(to - from).slice(0, to - from);
    this.#written = this.#written.slice(0, from) + gap + this.#written.slice(to);
    this.#folded = this.#folded.slice(0, from) + gap + this.#folded.slice(to);
  }
}

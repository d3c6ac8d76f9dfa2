import type { MessageLanguage } from './labels.ts';
import { meaningOf } from './message-features.ts';

/** One failure may be a moment without memory; a platform without a binary fails each time. */
const MAX_FAILURES = 3;

/** Makes vectors of messages as long as that works on this platform. */
export class MessageVectors {
  readonly #make: typeof meaningOf;
  #failures = 0;
  #last: boolean | undefined;

  constructor(make: typeof meaningOf = meaningOf) {
    this.#make = make;
  }

  /** Whether the last vector could be made; undefined before the first. */
  get work(): boolean | undefined {
    return this.#last;
  }

  /** Undefined where none can be made. */
  async of(text: string, language: MessageLanguage): Promise<Float32Array | undefined> {
    if (this.#failures >= MAX_FAILURES) return undefined;
    try {
      const vector = await this.#make(text, language);
      this.#failures = 0;
      this.#last = true;
      return vector;
    } catch {
      this.#failures += 1;
      this.#last = false;
      return undefined;
    }
  }
}

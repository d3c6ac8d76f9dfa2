/** Takes what is printed piece by piece, and passes it on line by line. */
export class PrintedLines {
  readonly #onLine: (line: string) => void;
  #begun = '';

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  take(text: string): void {
    const lines = `${this.#begun}${text}`.split('\n');
    this.#begun = lines.pop() ?? '';
    for (const line of lines) this.#onLine(line);
  }

  /** Nothing more comes: what was begun is a line too. */
  end(): void {
    if (this.#begun !== '') this.#onLine(this.#begun);
    this.#begun = '';
  }
}

import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const PIECE = 1 << 20;

/** A log that is read while it is written, also while it starts over under the same name. */
export class LogTail {
  readonly #path: string;
  #file: number | undefined;
  #begun = '';
  #decoder = new StringDecoder('utf8');

  /** @param path need not be there yet; its predecessor, which is older, is `<path>.1` */
  constructor(path: string) {
    this.#path = path;
    this.#file = opened(path);
  }

  /** The lines of the predecessor, if there is one. */
  older(): string[] {
    const older = new LogTail(`${this.#path}.1`);
    // A log that started over a moment ago is read by its new name already.
    const lines = older.#isSameAs(this.#file) ? [] : older.newLines();
    older.close();
    return lines;
  }

  /** The lines that were ended since it was last asked, in their order. */
  newLines(): string[] {
    const lines = this.#read();
    if (!this.#hasStartedOver()) return lines;
    // What was written between the look at the file and its new beginning.
    lines.push(...this.#read());
    this.close();
    this.#file = opened(this.#path);
    return [...lines, ...this.#read()];
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    this.#begun = '';
    this.#decoder = new StringDecoder('utf8');
  }

  #read(): string[] {
    if (this.#file === undefined) return [];
    const lines: string[] = [];
    const piece = Buffer.allocUnsafe(PIECE);
    for (let read = -1; read !== 0; ) {
      read = readSync(this.#file, piece, 0, PIECE, null);
      const ended = (this.#begun + this.#decoder.write(piece.subarray(0, read))).split('\n');
      this.#begun = ended.pop() ?? '';
      lines.push(...ended);
    }
    return lines;
  }

  #hasStartedOver(): boolean {
    const now = statSync(this.#path, { throwIfNoEntry: false });
    if (now === undefined) return false; // between two names, or gone: what is open is still the log
    return this.#file === undefined || now.ino !== fstatSync(this.#file).ino;
  }

  #isSameAs(file: number | undefined): boolean {
    if (file === undefined || this.#file === undefined) return false;
    return fstatSync(file).ino === fstatSync(this.#file).ino;
  }
}

function opened(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

import { closeSync, existsSync, openSync, rmSync, statSync, writeSync } from 'node:fs';

/** A file of nothing: to remove it is the one way to make room that a full disk allows. */
export class DiskReserve {
  readonly #path: string;
  readonly #bytes: number;

  constructor(path: string, bytes: number) {
    this.#path = path;
    this.#bytes = bytes;
  }

  isHeld(): boolean {
    return existsSync(this.#path) && statSync(this.#path).size >= this.#bytes;
  }

  /** @returns whether there was room for it */
  take(): boolean {
    if (this.isHeld()) return true;
    try {
      const descriptor = openSync(this.#path, 'w', 0o600);
      // Written, not only named: a file with a hole would hold nothing.
      const zeros = Buffer.alloc(1024 * 1024);
      for (let size = 0; size < this.#bytes; size += zeros.length) writeSync(descriptor, zeros);
      closeSync(descriptor);
      return true;
    } catch {
      this.release();
      return false;
    }
  }

  release(): void {
    rmSync(this.#path, { force: true });
  }
}

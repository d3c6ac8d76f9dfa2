import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

const MAX_BYTES = 20 * 1024 * 1024;
const ERROR_LINE = /"level":"(ERROR|CRITICAL)"/;

/** Writes to an open file, and says how many bytes it took; tests let it fail. */
type Write = (descriptor: number, bytes: Buffer) => number;

/**
 * Keeps every line the functions print, in a file that starts over at 20 MB with one predecessor.
 * Lines about failures also go to the terminal. A file that cannot be written, as on a full disk, costs
 * the lines of that time and nothing else; the next one that can be written says how many.
 */
export function openLog(
  path: string,
  level: string,
  maxBytes = MAX_BYTES,
  write: Write = writeSync,
) {
  const file = new RotatedFile(path, maxBytes, write);
  const loud = level === 'DEBUG' || level === 'TRACE';
  let lost = 0;

  function keep(entry: string): void {
    const gap = lost === 0 ? '' : `${lineAbout(lost)}\n`;
    try {
      file.append(Buffer.from(`${gap}${entry}\n`));
      lost = 0;
    } catch (error) {
      if (lost === 0) console.error(`${path} cannot be written now: ${reason(error)}.`);
      lost += 1;
    }
  }

  return {
    line(service: string, invocationId: string, line: string): void {
      keep(
        line.startsWith('{')
          ? line
          : JSON.stringify({
              timestamp: new Date().toISOString(),
              service,
              invocationId,
              message: line,
            }),
      );
      if (loud || (level !== 'SILENT' && ERROR_LINE.test(line))) {
        console.error(`${service}: ${line}`);
      }
    },
    close: async () => file.close(),
  };
}

function lineAbout(lost: number): string {
  return JSON.stringify({ level: 'WARN', message: `${lost} lines could not be written` });
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    ? 'the disk is full'
    : String(error);
}

/** A file that is renamed to `<path>.1` when it would grow beyond its limit. */
class RotatedFile {
  readonly #path: string;
  readonly #maxBytes: number;
  readonly #write: Write;
  #open: { readonly descriptor: number; size: number } | undefined;
  /** Of a line of which only the beginning was written. */
  #isTorn = false;

  constructor(path: string, maxBytes: number, write: Write) {
    this.#path = path;
    this.#maxBytes = maxBytes;
    this.#write = write;
  }

  /** @throws when not all of it could be written */
  append(bytes: Buffer): void {
    let open = this.#opened();
    if (open.size > 0 && open.size + bytes.length > this.#maxBytes) {
      this.close();
      renameSync(this.#path, `${this.#path}.1`);
      open = this.#opened();
      this.#isTorn = false;
    }
    let left = this.#isTorn ? Buffer.concat([Buffer.from('\n'), bytes]) : bytes;
    while (left.length > 0) {
      const written = this.#write(open.descriptor, left);
      open.size += written;
      left = left.subarray(written);
      this.#isTorn = left.length > 0;
    }
  }

  close(): void {
    if (this.#open !== undefined) closeSync(this.#open.descriptor);
    this.#open = undefined;
  }

  #opened() {
    if (this.#open === undefined) {
      const descriptor = openSync(this.#path, 'a', 0o600);
      this.#open = { descriptor, size: fstatSync(descriptor).size };
    }
    return this.#open;
  }
}

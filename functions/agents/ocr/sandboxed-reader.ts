import * as z from 'zod/mini';
import { PermanentError } from '#shared/errors/permanent-error.ts';
import { isBrokenLimit } from '#shared/sandbox/exit-reason.ts';
import { programUrl } from '#shared/sandbox/program-url.ts';
import { Sandbox } from '#shared/sandbox/sandbox.ts';
import type { FileReader } from './file-reader.ts';
import {
  Page,
  READING_LIMITS,
  type ReadInput,
  Readings,
  type UprightPageInput,
} from './reading-tasks.ts';

/**
 * Reads each file in a process with limits, which is ended when one is broken.
 * @param end aborted when the function itself is about to end: then nothing is waited for any longer
 */
export function sandboxedReader(sandbox: Sandbox, end: AbortSignal): FileReader {
  return {
    async read(bytes, { textract, maxVariants, signal }) {
      const input: ReadInput = { bytes, maxVariants, asksTextract: textract !== undefined };
      return await refusing(end, () =>
        sandbox.run('read', input, {
          output: Readings,
          signal,
          end,
          answer: async (name, page) => {
            if (name !== 'textract' || textract === undefined) throw new Error(`no ${name}`);
            return await textract(z.parse(Page, page), signal);
          },
        }),
      );
    },
    async uprightPage(bytes, turns) {
      const input: UprightPageInput = { bytes, turns };
      return await refusing(end, () => sandbox.run('uprightPage', input, { output: Page, end }));
    },
  };
}

export function readingSandbox(): Sandbox {
  return new Sandbox(programUrl(import.meta.url, 'read-program'), READING_LIMITS);
}

/** @throws PermanentError `reading-over-limits` for a file that broke a limit: it would every time; `reading-cut-off` */
async function refusing<T>(end: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (end.aborted)
      throw new PermanentError('reading-cut-off', 'The reader did not answer in time');
    if (!isBrokenLimit(error)) throw error;
    throw new PermanentError('reading-over-limits', error.message, { cause: error });
  }
}

import { PermanentError } from '#shared/errors/permanent-error.ts';
import { ExtractedDocument, Page } from '#shared/extraction/extracted.ts';
import { isBrokenLimit } from '#shared/sandbox/exit-reason.ts';
import type { Sandbox } from '#shared/sandbox/sandbox.ts';
import type { DocumentReader } from './document-reader.ts';
import type { ExtractInput, PageInput } from './document-tasks.ts';

/**
 * Opens each document in a process with limits, which is ended when one is broken.
 * @param signal aborted when a page that is being read is to end with what it has
 * @param end aborted when the function itself is about to end: then nothing is waited for any longer
 */
export function sandboxedReader(
  sandbox: Sandbox,
  signal: AbortSignal,
  end: AbortSignal,
): DocumentReader {
  return {
    async extract(bytes, format) {
      const input: ExtractInput = { bytes, format };
      return await refusing(() =>
        sandbox.run('extract', input, { output: ExtractedDocument, end }),
      );
    },
    async readPage(bytes, page) {
      const input: PageInput = { bytes, page };
      return await refusing(() => sandbox.run('readPage', input, { output: Page, signal, end }));
    },
  };
}

/** @throws PermanentError `reading-over-limits` for what broke a limit: it would every time */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isBrokenLimit(error)) throw error;
    throw new PermanentError('reading-over-limits', error.message, { cause: error });
  }
}

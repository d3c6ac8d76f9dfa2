import * as z from 'zod/mini';
import { extractDocument } from '#shared/extraction/extract.ts';
import { readScannedPage } from '#shared/extraction/scanned-page.ts';
import type { Tasks } from '#shared/sandbox/serve.ts';
import { ExtractInput, PageInput } from './document-tasks.ts';

/** What the process does in which documents of strangers are opened and read. */
export const openingTasks: Tasks = {
  async extract(input) {
    const { bytes, format } = z.parse(ExtractInput, input);
    return await extractDocument(Buffer.from(bytes), format);
  },
  async readPage(input, { signal, onOpened }) {
    const { bytes, page } = z.parse(PageInput, input);
    return await readScannedPage(Buffer.from(bytes), page, onOpened, signal);
  },
};

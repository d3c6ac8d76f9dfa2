import * as z from 'zod/mini';
import { extractDocument } from '#shared/extraction/extract.ts';
import { readScannedPage } from '#shared/extraction/scanned-page.ts';
import { serve } from '#shared/sandbox/serve.ts';
import { DOCUMENT_LIMITS, ExtractInput, PageInput } from './document-tasks.ts';

// The process in which documents of strangers are opened and read.
serve(
  {
    async extract(input) {
      const { bytes, format } = z.parse(ExtractInput, input);
      return await extractDocument(Buffer.from(bytes), format);
    },
    async readPage(input, { signal, onOpened }) {
      const { bytes, page } = z.parse(PageInput, input);
      return await readScannedPage(Buffer.from(bytes), page, onOpened, signal);
    },
  },
  DOCUMENT_LIMITS,
);

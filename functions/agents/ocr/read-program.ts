import * as z from 'zod/mini';
import { serve } from '#shared/sandbox/serve.ts';
import { inProcessReader } from './in-process-reader.ts';
import { READING_LIMITS, ReadInput, TextractLines, UprightPageInput } from './reading-tasks.ts';

// The process in which files of strangers are opened and read.
serve(
  {
    async read(input, { signal, onOpened, ask }) {
      const { bytes, asksTextract, maxVariants } = z.parse(ReadInput, input);
      return await inProcessReader.read(Buffer.from(bytes), {
        signal,
        onOpened,
        ...(maxVariants !== undefined && { maxVariants }),
        ...(asksTextract && {
          textract: async (page) => [...z.parse(TextractLines, await ask('textract', page))],
        }),
      });
    },
    async uprightPage(input) {
      const { bytes, turns } = z.parse(UprightPageInput, input);
      return await inProcessReader.uprightPage(Buffer.from(bytes), turns);
    },
  },
  READING_LIMITS,
);

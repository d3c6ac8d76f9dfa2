import * as z from 'zod/mini';
import { READING_LIMITS } from '#functions/agents/ocr/reading-tasks.ts';
import { openFile } from '#shared/reading/open-file.ts';
import { serve } from '#shared/sandbox/serve.ts';

/** Opens files as the reading program does, and draws their pages too, but reads no picture. */
serve(
  {
    async open(input) {
      const bytes = z.parse(z.custom<Uint8Array>((it) => it instanceof Uint8Array), input);
      const { text, isPicture, draw } = await openFile(Buffer.from(bytes));
      if (!isPicture) return `text of ${text?.lines.length} lines`;
      const { page } = await draw();
      return `${page.width}x${page.height}`;
    },
  },
  READING_LIMITS,
);

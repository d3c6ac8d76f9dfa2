import * as z from 'zod/mini';
import { openFile } from '#shared/reading/open-file.ts';
import type { Tasks } from '#shared/sandbox/serve.ts';

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** Opens a file as the reading program does, and draws its pages too, but reads no picture. */
export const openingTasks: Tasks = {
  async open(input) {
    const { text, isPicture, draw } = await openFile(Buffer.from(z.parse(Bytes, input)));
    if (!isPicture) return `text of ${text?.lines.length} lines`;
    const { page } = await draw();
    return `${page.width} × ${page.height}`;
  },
};

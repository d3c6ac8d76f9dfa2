import * as z from 'zod/mini';
import { isBrokenLimit } from '#shared/sandbox/exit-reason.ts';
import type { Sandbox } from '#shared/sandbox/sandbox.ts';

const Refusal = z.object({ code: z.string() });

/** Opens a file in a sandbox of `open-program`. @returns `opened`, or the code it is refused with */
export async function openHostileFile(sandbox: Sandbox, bytes: Buffer): Promise<string> {
  try {
    await sandbox.run('open', bytes, { output: z.string() });
    return 'opened';
  } catch (error) {
    if (isBrokenLimit(error)) return `reading-over-limits (${error.limit})`;
    const refusal = z.safeParse(Refusal, error);
    if (refusal.success) return refusal.data.code;
    throw error;
  }
}

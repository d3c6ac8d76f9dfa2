import { UserError } from '#shared/errors/user-error.ts';
import type { CutOut } from '#shared/receipts/records/item-image.ts';
import { isBrokenLimit } from '#shared/sandbox/exit-reason.ts';
import { Bytes } from '#shared/sandbox/messages.ts';
import { programUrl } from '#shared/sandbox/program-url.ts';
import { Sandbox } from '#shared/sandbox/sandbox.ts';
import { CUTTING_LIMITS, type CutInput } from './cut-tasks.ts';

/** Cuts lines out of photographs in a process with limits. @throws UserError `reading-over-limits` */
export function sandboxedCutter(): CutOut {
  const sandbox = new Sandbox(programUrl(import.meta.url, 'cut-program'), CUTTING_LIMITS);
  return async (bytes, place) => {
    const input: CutInput = { bytes, place };
    try {
      return Buffer.from(await sandbox.run('cutOut', input, { output: Bytes }));
    } catch (cause) {
      if (!isBrokenLimit(cause)) throw cause;
      throw new UserError('unprocessable', 'reading-over-limits', TOO_COSTLY, { cause });
    }
  };
}

const TOO_COSTLY = {
  pl: 'Pokazanie tego pliku wymaga więcej pamięci lub obliczeń, niż wolno.',
  en: 'Showing this file takes more memory or computing than is allowed.',
};

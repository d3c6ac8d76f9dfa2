import { uprightPage } from '#shared/reading/pages/line-pictures.ts';
import { readFile } from '#shared/reading/read-file.ts';
import { needsNoReview } from '#shared/receipts/choose/needs-no-review.ts';
import type { FileReader } from './file-reader.ts';

/** Reads in this process, which should be the program of the sandboxed reader where strangers sent the files. */
export const inProcessReader: FileReader = {
  read: (bytes, options) => readFile(bytes, { ...options, isGood: needsNoReview }),
  uprightPage,
};

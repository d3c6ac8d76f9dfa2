import type { Grey } from '#shared/reading/geometry/line-crop.ts';
import type { Reading } from '#shared/reading/model/reading.ts';
import type { Turns } from '#shared/reading/model/turns.ts';
import type { ReadOptions } from '#shared/reading/read-file.ts';

/** Reads files; which readings are good enough is its own business. */
export interface FileReader {
  /** @throws UserError, PermanentError for what the file is and holds, as `readFile` */
  read(
    bytes: Buffer,
    options: Pick<ReadOptions, 'textract' | 'maxVariants' | 'signal' | 'onOpened'>,
  ): Promise<readonly Reading[]>;
  /** The one upright page that the readings of a file were made of. */
  uprightPage(bytes: Buffer, turns: Turns): Promise<Grey>;
}

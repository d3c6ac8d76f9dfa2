import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of an archive; its contents are asked for when their turn comes. */
export interface ArchiveEntry {
  readonly path: string;
  readonly contents: () => AsyncIterable<Buffer | string>;
  /** False for what is compressed already, as photographs are. */
  readonly compress: boolean;
}

/**
 * A zip of these files, as it is written: no more of it is in memory than what is on its way. Nothing is
 * read before somebody asks for the first bytes, who is then told of every error.
 */
export async function* zipArchive(
  entries: readonly ArchiveEntry[],
  mtime: Date,
): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const output = new PassThrough();
  zip.outputStream.pipe(output);
  // Of a file that cannot be read the library says nothing, and the archive would wait for its end.
  const fail = (error: Error) => output.destroy(error);
  for (const { path, contents, compress } of entries) {
    zip.addReadStreamLazy(path, { compress, mtime }, (begin) =>
      begin(null, Readable.from(contents(), { objectMode: false }).once('error', fail)),
    );
  }
  zip.on('error', fail);
  zip.end();
  yield* output;
}

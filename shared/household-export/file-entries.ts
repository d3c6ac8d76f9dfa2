import type { Locale } from './export-words.ts';
import { nameOfFile, uniqueNames } from './file-names.ts';
import type { UploadedFile } from './uploaded-files-store.ts';
import type { ArchiveEntry } from './zip-archive.ts';

/** A file with its name in the archives, which is the same whichever archive it is in. */
export interface NamedFile {
  readonly id: string;
  readonly path: string;
  readonly size: number;
}

/** Those of the files that are in storage, in the order of their ids. @param stored sizes by id */
export function namedFiles(
  files: readonly UploadedFile[],
  stored: ReadonlyMap<string, number>,
  locale: Locale,
): NamedFile[] {
  const nameOf = uniqueNames();
  return files.flatMap((file) => {
    const size = stored.get(file.id);
    const path = nameOf(...nameOfFile(file, locale));
    return size === undefined ? [] : [{ id: file.id, path, size }];
  });
}

/** The files behind `after` that fit into one archive; at least one, if there is one. */
export function nextFiles(
  files: readonly NamedFile[],
  after: string | null,
  mostBytes: number,
): NamedFile[] {
  const left = files.filter(({ id }) => after === null || id > after);
  let bytes = 0;
  const end = left.findIndex(({ size }, at) => {
    bytes += size;
    return at > 0 && bytes > mostBytes;
  });
  return end < 0 ? left : left.slice(0, end);
}

/** @param read the bytes of a file; undefined when it is gone meanwhile */
export function fileEntry(
  file: NamedFile,
  read: (id: string) => Promise<Buffer | undefined>,
): ArchiveEntry {
  return {
    path: file.path,
    compress: false,
    contents: async function* () {
      const body = await read(file.id);
      if (body !== undefined) yield body;
    },
  };
}

import { DeleteObjectsCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { type EnvName, requireEnv } from '#shared/env.ts';
import { askStorage, storageClient } from './s3.ts';

/**
 * Removes what lies below a prefix for good: every version of every object, and the marks of those that
 * were deleted, which a bucket with versions would keep for a month. A page at a time; a page is not listed
 * again once it is gone, so what was cut off goes on.
 * @returns how many versions were removed now, and whether nothing is left
 */
export function eraseFrom(env: EnvName) {
  return async (
    prefix: string,
    isTimeUp: () => boolean,
  ): Promise<{ readonly removed: number; readonly done: boolean }> => {
    const Bucket = requireEnv(env);
    let removed = 0;
    for (;;) {
      const list = new ListObjectVersionsCommand({ Bucket, Prefix: prefix });
      const page = await askStorage((abortSignal) => storageClient.send(list, { abortSignal }));
      const Objects = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(
        ({ Key, VersionId }) => ({ Key, VersionId }),
      );
      if (Objects.length === 0) return { removed, done: true };
      const remove = new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } });
      const { Errors = [] } = await askStorage((abortSignal) =>
        storageClient.send(remove, { abortSignal }),
      );
      const [refused] = Errors;
      if (refused) throw new Error(`${refused.Key} was not erased: ${refused.Message}`);
      removed += Objects.length;
      if (isTimeUp()) return { removed, done: false };
    }
  };
}

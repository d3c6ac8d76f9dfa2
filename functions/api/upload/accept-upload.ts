import { readJson } from '#shared/entry/read-request.ts';
import type { Request } from '#shared/entry/request.ts';
import { createPresignedUpload } from '#shared/uploads/create-presigned-upload.ts';
import { receiveFile } from '#shared/uploads/receive-upload.ts';
import { NewUpload } from '#shared/uploads/upload.ts';
import type { uploadRoutes } from '#shared/uploads/upload-routes.ts';
import type { UploadStorage } from '#shared/uploads/upload-storage.ts';
import { fileOf } from './multipart.ts';

/** Stores the file of a request, or makes a link for the one it describes. @throws UserError */
export async function acceptUpload(
  request: Request<typeof uploadRoutes.createUpload>,
  storage: Pick<UploadStorage, 'presignPut' | 'writeObject'>,
) {
  const { household, contentType, locale } = request;
  return contentType === 'application/json'
    ? await createPresignedUpload(household, readJson(request, NewUpload), storage)
    : await receiveFile(household, await fileOf(request), locale, storage);
}

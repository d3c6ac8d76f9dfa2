import { readJson } from '#shared/entry/read-request.ts';
import type { Request } from '#shared/entry/request.ts';
import { promiseUpload } from '#shared/uploads/promise-upload.ts';
import { receiveFile } from '#shared/uploads/receive-upload.ts';
import { NewUpload } from '#shared/uploads/upload.ts';
import type { uploadRoutes } from '#shared/uploads/upload-routes.ts';
import { fileOf } from './multipart.ts';

/** Takes the file a request carries, or promises a place for the one it describes. @throws UserError */
export async function takeUpload(request: Request<typeof uploadRoutes.createUpload>) {
  const { household, contentType, locale } = request;
  return contentType === 'application/json'
    ? await promiseUpload(household, readJson(request, NewUpload))
    : await receiveFile(household, await fileOf(request), locale);
}

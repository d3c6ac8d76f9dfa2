import { readJson } from '#shared/entry/read-request.ts';
import type { Request } from '#shared/entry/request.ts';
import { fileOf } from './multipart.ts';
import { promiseUpload } from './promise-upload.ts';
import { receiveFile } from './receive-upload.ts';
import { NewUpload } from './upload.ts';
import type { uploadRoutes } from './upload-routes.ts';

/** Takes the file a request carries, or promises a place for the one it describes. @throws UserError */
export async function takeUpload(request: Request<typeof uploadRoutes.createUpload>) {
  const { household, contentType, locale } = request;
  return contentType === 'application/json'
    ? await promiseUpload(household, readJson(request, NewUpload))
    : await receiveFile(household, await fileOf(request), locale);
}

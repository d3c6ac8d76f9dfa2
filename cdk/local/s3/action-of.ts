import { notImplemented } from './errors.ts';
import { type Exchange, replyXml } from './exchange.ts';
import { listBuckets, listObjects, listObjectVersions } from './list-actions.ts';
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  listParts,
  uploadPart,
} from './multipart-actions.ts';
import { deleteObject, deleteObjects, getObject, putObject } from './object-actions.ts';

type Action = (exchange: Exchange) => Promise<void>;

/** Sub-resources of S3 that this imitation does not know; asking for one must not read an object. */
const UNKNOWN =
  /^(acl|tagging|policy|lifecycle|cors|versioning|notification|encryption|website|replication|object-lock|retention|legal-hold|select|restore|torrent|attributes|versionId)$/;

/** Which S3 action a request asks for. @throws ServiceError 501 with its name when it is not one of ours. */
export function actionOf(exchange: Exchange): Action {
  const { request, bucket, key, query } = exchange;
  for (const name of query.keys()) {
    if (UNKNOWN.test(name)) throw notImplemented(`?${name}`);
  }
  const level = bucket === '' ? 'service' : key === '' ? 'bucket' : 'object';
  const part = query.has('uploadId') ? 'uploadId' : query.has('uploads') ? 'uploads' : '';
  const extra = part || (['delete', 'location', 'versions'].find((name) => query.has(name)) ?? '');
  const name = `${request.method} ${level}${extra === '' ? '' : `?${extra}`}`;
  return ACTIONS[name] ?? refuse(name);
}

const ACTIONS: Readonly<Record<string, Action>> = {
  'GET service': listBuckets,
  'GET bucket': listObjects,
  'GET bucket?location': async (exchange) => replyXml(exchange, 'LocationConstraint', {}),
  'GET bucket?versions': listObjectVersions,
  'HEAD bucket': async ({ response }) => void response.writeHead(200).end(),
  'POST bucket?delete': deleteObjects,
  'PUT object': putObject,
  'GET object': getObject,
  'HEAD object': getObject,
  'DELETE object': deleteObject,
  'POST object?uploads': createMultipartUpload,
  'PUT object?uploadId': uploadPart,
  'GET object?uploadId': listParts,
  'POST object?uploadId': completeMultipartUpload,
  'DELETE object?uploadId': abortMultipartUpload,
};

function refuse(name: string): never {
  throw notImplemented(name);
}

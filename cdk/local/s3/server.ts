import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Credentials } from '#cdk/local/credentials.ts';
import type { DiskSpace } from '#cdk/local/disk/disk-space.ts';
import { type Listener, listen } from '#cdk/local/http/listen.ts';
import { ServiceError } from '#cdk/local/http/service-error.ts';
import { verifySignature } from '#cdk/local/signature/verify.ts';
import type { State } from '#cdk/local/state/state.ts';
import { actionOf } from './action-of.ts';
import { removeStrays } from './body-file.ts';
import type { BucketConfig } from './bucket-config.ts';
import { allowOrigin } from './cors.ts';
import type { Exchange } from './exchange.ts';
import { keepLifecycle } from './lifecycle.ts';
import { MultipartStore } from './multipart-store.ts';
import { ObjectStore } from './object-store.ts';
import { xml } from './xml.ts';

/** Serves the template's buckets in path style, with bytes as files below `directory`. */
export async function startS3(options: {
  state: State;
  directory: string;
  port: number;
  region: string;
  credentials: Credentials;
  buckets: readonly BucketConfig[];
  /** Puts an event into a queue; called inside the transaction that changes the object. */
  deliver: (queueArn: string, body: string) => void;
  disk?: DiskSpace;
}): Promise<Listener> {
  const objects = new ObjectStore(options);
  const multipart = new MultipartStore(options.state, options.directory);
  if (options.state.repair.kind !== 'none') {
    mkdirSync(options.directory, { recursive: true, mode: 0o700 });
    console.log(`${objects.findLost()} files of the storage were found again.`);
  }
  const files = options.state.database.prepare(
    'SELECT file FROM object UNION SELECT file FROM part',
  );
  const named = new Set(files.all().map(({ file }) => file));
  removeStrays(options.directory, (file) => named.has(file));
  objects.labelAll();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    response.setHeader('x-amz-request-id', requestId);
    response.setHeader('server', 'FoodSave local S3');
    try {
      const { method = 'GET', url: target = '/', headers } = request;
      // Not through `URL`, which would resolve `..`: to S3 a key is only letters.
      const [path = '/', search = ''] = target.split(/\?(.*)/s);
      const [bucket = '', ...rest] = path.slice(1).split('/').map(decodeURIComponent);
      const key = rest.join('/');
      const rules = bucket === '' ? [] : objects.bucket(bucket).cors;
      const allowed = allowOrigin(request, response, rules);
      if (request.method === 'OPTIONS') {
        response.writeHead(allowed ? 200 : 403).end();
        return;
      }
      verifySignature({ method, target, headers }, options.credentials, Date.now());
      if (options.disk?.isFull() && (method === 'PUT' || method === 'POST')) throw diskFull();
      const query = new URLSearchParams(search);
      const exchange: Exchange = { request, response, objects, multipart, bucket, key, query };
      await actionOf(exchange)(exchange);
    } catch (error) {
      refuse(request, response, requestId, error);
    }
  }
  const endLifecycle = keepLifecycle(objects, multipart);
  const listener = await listen(options.port, answer);
  return {
    ...listener,
    async close() {
      endLifecycle();
      await listener.close();
    },
  };
}

/** SQLite's way to say it has no code of its own in Node. */
const SQLITE_FULL = /database or disk is full/;

function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === 'ENOSPC') || SQLITE_FULL.test(error.message);
}

function diskFull(): ServiceError {
  return new ServiceError(507, 'InsufficientStorage', 'The disk is full.');
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  error: unknown,
): void {
  const refusal =
    error instanceof URIError
      ? new ServiceError(400, 'InvalidURI', 'The path is not valid percent-encoding.')
      : isDiskFull(error)
        ? diskFull()
        : error;
  if (!(refusal instanceof ServiceError)) throw error;
  const { status, code, message } = refusal;
  // The unread body is discarded, so that a client that is still sending receives the refusal.
  request.resume();
  response.writeHead(status, { 'content-type': 'application/xml' });
  const silent = request.method === 'HEAD' || status === 304;
  response.end(
    silent ? undefined : xml('Error', { Code: code, Message: message, RequestId: requestId }),
  );
}

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Credentials } from '#cdk/local/credentials.ts';
import { ServiceError } from '#cdk/local/http/service-error.ts';
import { canonicalRequest } from './canonical-request.ts';

/** A request with AWS's Signature Version 4, in its header or in its query (a presigned URL). */
export interface SignedRequest {
  readonly method: string;
  /** Path and query exactly as sent. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

const SKEW_MS = 15 * 60_000;

/**
 * Checks who signed and what. The hash of the body is taken from `x-amz-content-sha256`, or from
 * `bodyHash` where a service does not send that header.
 * @throws ServiceError
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function verifySignature(
  request: SignedRequest,
  credentials: Credentials,
  now: number,
  bodyHash?: string,
): void {
  const url = new URL(request.target, 'http://127.0.0.1');
  const presigned = url.searchParams.has('X-Amz-Signature');
  const claim = presigned ? fromQuery(url) : fromHeader(request.headers);
  if (claim.accessKeyId !== credentials.accessKeyId) {
    throw new ServiceError(403, 'InvalidAccessKeyId', 'The access key is not one of this system.');
  }
  checkTime(claim, presigned, now);
  const hash = presigned
    ? 'UNSIGNED-PAYLOAD'
    : (single(request.headers['x-amz-content-sha256']) ?? bodyHash ?? 'UNSIGNED-PAYLOAD');
  const service = claim.scope.split('/')[2] ?? '';
  const text = canonicalRequest(request, service, url, claim.signedHeaders, hash);
  const expected = sign(credentials.secretAccessKey, claim, text);
  const given = Buffer.from(claim.signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new ServiceError(403, 'SignatureDoesNotMatch', 'The signature does not fit the request.');
  }
}

interface Claim {
  readonly accessKeyId: string;
  /** `20261124/eu-central-1/s3/aws4_request` */
  readonly scope: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** `20261124T021500Z` */
  readonly date: string;
  readonly expiresSeconds: number;
}

function fromHeader(headers: IncomingHttpHeaders): Claim {
  const fields =
    /^AWS4-HMAC-SHA256 +Credential=([^/,]+)\/([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]+)/;
  const match = fields.exec(headers.authorization ?? '');
  const [, accessKeyId, scope, signed, signature] = match ?? [];
  const date = single(headers['x-amz-date']);
  if (!accessKeyId || !scope || !signed || !signature || !date) {
    throw new ServiceError(403, 'AccessDenied', 'The request is not signed.');
  }
  return {
    accessKeyId,
    scope,
    signedHeaders: signed.split(';'),
    signature,
    date,
    expiresSeconds: 0,
  };
}

function fromQuery({ searchParams }: URL): Claim {
  const read = (name: string) => searchParams.get(`X-Amz-${name}`) ?? '';
  const [accessKeyId = '', ...scope] = read('Credential').split('/');
  return {
    accessKeyId,
    scope: scope.join('/'),
    signedHeaders: read('SignedHeaders').split(';'),
    signature: read('Signature'),
    date: read('Date'),
    expiresSeconds: Number(read('Expires')),
  };
}

function checkTime(claim: Claim, presigned: boolean, now: number): void {
  const text = claim.date.replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
    '$1-$2-$3T$4:$5:$6Z',
  );
  const signedAt = Date.parse(text);
  const late = presigned ? claim.expiresSeconds * 1000 : SKEW_MS;
  if (Number.isNaN(signedAt) || now < signedAt - SKEW_MS) {
    throw new ServiceError(403, 'AccessDenied', 'The request is dated in the future.');
  }
  if (now > signedAt + late) {
    throw presigned
      ? new ServiceError(403, 'AccessDenied', 'Request has expired')
      : new ServiceError(403, 'RequestTimeTooSkewed', 'The request is too old.');
  }
}

function sign(secret: string, claim: Claim, request: string): Buffer {
  const key = claim.scope
    .split('/')
    .reduce<Buffer | string>((last, part) => hmac(last, part), `AWS4${secret}`);
  const digest = createHash('sha256').update(request).digest('hex');
  return hmac(key, ['AWS4-HMAC-SHA256', claim.date, claim.scope, digest].join('\n'));
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

export function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}

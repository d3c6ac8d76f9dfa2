import { type Exchange, replyXml } from './exchange.ts';

export async function listBuckets(exchange: Exchange): Promise<void> {
  const Bucket = exchange.objects
    .bucketNames()
    .map((Name) => ({ Name, CreationDate: new Date(0).toISOString() }));
  replyXml(exchange, 'ListAllMyBucketsResult', {
    Owner: { ID: 'local' },
    Buckets: { Bucket },
  });
}

/** ListObjectsV2, and the first version's shape for clients that still ask for it. */
export async function listObjects(exchange: Exchange): Promise<void> {
  const { objects, bucket, query } = exchange;
  const second = query.get('list-type') === '2';
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const limit = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  const token = query.get('continuation-token');
  const from = token === null ? undefined : Buffer.from(token, 'base64url').toString();
  const after = from ?? query.get(second ? 'start-after' : 'marker') ?? '';

  const contents: { Key: string; Size: number; ETag: string; LastModified: string }[] = [];
  const prefixes: string[] = [];
  let last = after;
  let truncated = false;
  for (const object of objects.list(bucket, prefix, after)) {
    const group = groupOf(object.key, prefix, delimiter);
    // Keys below a prefix that is listed already, on this page or as the end of the one before.
    if (group !== undefined && (group === prefixes.at(-1) || after.startsWith(group))) continue;
    if (contents.length + prefixes.length >= limit) {
      truncated = true;
      break;
    }
    last = group ?? object.key;
    if (group !== undefined) prefixes.push(group);
    else {
      contents.push({
        Key: object.key,
        LastModified: new Date(object.modifiedAt).toISOString(),
        ETag: `"${object.etag}"`,
        Size: object.size,
      });
    }
  }
  replyXml(exchange, 'ListBucketResult', {
    Name: bucket,
    Prefix: prefix,
    Delimiter: delimiter === '' ? undefined : delimiter,
    MaxKeys: limit,
    KeyCount: second ? contents.length + prefixes.length : undefined,
    IsTruncated: truncated,
    NextContinuationToken:
      truncated && second ? Buffer.from(last).toString('base64url') : undefined,
    NextMarker: truncated && !second ? last : undefined,
    Contents: contents.map((one) => ({ ...one, StorageClass: 'STANDARD' })),
    CommonPrefixes: prefixes.map((Prefix) => ({ Prefix })),
  });
}

/** Only the newest version of an object is kept, and no mark of a deleted one: a page of these. */
export async function listObjectVersions(exchange: Exchange): Promise<void> {
  const { objects, bucket, query } = exchange;
  const prefix = query.get('prefix') ?? '';
  const limit = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  const found = [];
  for (const object of objects.list(bucket, prefix, query.get('key-marker') ?? '')) {
    if (found.length > limit) break;
    found.push(object);
  }
  const page = found.slice(0, limit);
  const truncated = found.length > limit;
  replyXml(exchange, 'ListVersionsResult', {
    Name: bucket,
    Prefix: prefix,
    MaxKeys: limit,
    IsTruncated: truncated,
    NextKeyMarker: truncated ? page.at(-1)?.key : undefined,
    NextVersionIdMarker: truncated ? 'null' : undefined,
    Version: page.map(({ key, size, etag, modifiedAt }) => ({
      Key: key,
      VersionId: 'null',
      IsLatest: true,
      LastModified: new Date(modifiedAt).toISOString(),
      ETag: `"${etag}"`,
      Size: size,
      StorageClass: 'STANDARD',
    })),
  });
}

function groupOf(key: string, prefix: string, delimiter: string): string | undefined {
  if (delimiter === '') return undefined;
  const end = key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
}

import type { NotificationRule } from './bucket-config.ts';
import type { StoredObject } from './object-store.ts';

export type ObjectEvent =
  | 'ObjectCreated:Put'
  | 'ObjectCreated:Copy'
  | 'ObjectCreated:CompleteMultipartUpload'
  | 'ObjectRemoved:Delete'
  | 'ObjectRemoved:DeleteMarkerCreated';

/** The events that notifications of a bucket can be configured for here. */
export const BUCKET_EVENTS = [
  's3:ObjectCreated:*',
  's3:ObjectCreated:Put',
  's3:ObjectCreated:Copy',
  's3:ObjectCreated:CompleteMultipartUpload',
  's3:ObjectRemoved:*',
  's3:ObjectRemoved:Delete',
  's3:ObjectRemoved:DeleteMarkerCreated',
] as const;

/** Whether a rule of the bucket asks for this event. */
export function ruleMatches(rule: NotificationRule, key: string, event: ObjectEvent): boolean {
  const name = `s3:${event}`;
  const asked = rule.event.endsWith('*')
    ? name.startsWith(rule.event.slice(0, -1))
    : name === rule.event;
  return asked && key.startsWith(rule.prefix) && key.endsWith(rule.suffix);
}

/** The event S3 sends. Keys are URL-encoded in it, a space as `+`. */
export function notification(
  object: Pick<StoredObject, 'bucket' | 'key' | 'size' | 'etag' | 'sequencer'>,
  event: ObjectEvent,
  region: string,
  now: number,
) {
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: region,
        eventTime: new Date(now).toISOString(),
        eventName: event,
        s3: {
          s3SchemaVersion: '1.0',
          bucket: { name: object.bucket, arn: `arn:aws:s3:::${object.bucket}` },
          object: {
            key: encodeURIComponent(object.key).replaceAll('%2F', '/').replaceAll('%20', '+'),
            size: object.size,
            eTag: object.etag,
            sequencer: object.sequencer,
          },
        },
      },
    ],
  };
}

import type { NotificationRule } from './bucket-config.ts';
import type { StoredObject } from './object-store.ts';

/** `Put`, `Copy`, `CompleteMultipartUpload`, `Delete`. */
export type Happening = 'Put' | 'Copy' | 'CompleteMultipartUpload' | 'Delete';

function eventName(happening: Happening): string {
  return happening === 'Delete' ? 'ObjectRemoved:Delete' : `ObjectCreated:${happening}`;
}

/** Whether a rule of the bucket wants to hear of this. */
export function concerns(rule: NotificationRule, key: string, happening: Happening): boolean {
  const name = `s3:${eventName(happening)}`;
  const wanted = rule.events.some((event) =>
    event.endsWith('*') ? name.startsWith(event.slice(0, -1)) : event === name,
  );
  return wanted && key.startsWith(rule.prefix) && key.endsWith(rule.suffix);
}

/** The event S3 sends. Keys are URL-encoded in it, a space as `+`. */
export function notification(
  object: Pick<StoredObject, 'bucket' | 'key' | 'size' | 'etag' | 'sequencer'>,
  happening: Happening,
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
        eventName: eventName(happening),
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

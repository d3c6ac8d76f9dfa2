import { describe, expect, test } from 'vitest';
import { Synthesized } from './synthesized.ts';

const STAGES = [
  { stage: 'household', logDays: 30, backupDays: 7 },
  { stage: 'production', logDays: 90, backupDays: 14 },
] as const;

describe.each(STAGES)('stage $stage', ({ stage, logDays, backupDays }) => {
  const template = new Synthesized(stage);

  test('keeps originals for ever, overwritten ones for 30 days, intermediate results for 90, exports for 7', () => {
    const [[, bucket] = []] = template
      .of('AWS::S3::Bucket')
      .filter(([id]) => id.startsWith('uploads'));
    expect(bucket?.Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
    const ABORT = { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } };
    const enabled = { Status: 'Enabled' };
    expect(bucket?.Properties.LifecycleConfiguration.Rules).toEqual([
      { ...enabled, ...ABORT },
      { ...enabled, NoncurrentVersionExpiration: { NoncurrentDays: 30 } },
      {
        ...enabled,
        Prefix: 'uploads/',
        Transitions: [{ StorageClass: 'INTELLIGENT_TIERING', TransitionInDays: 30 }],
      },
      ...['readings/', 'parsed/', 'matched/', 'extracted/'].map((prefix) => ({
        ...enabled,
        Prefix: prefix,
        ExpirationInDays: 90,
      })),
      {
        ...enabled,
        Prefix: 'exports/',
        ExpirationInDays: 7,
        NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      },
    ]);
  });

  test('keeps a deleted backup for 30 days, and drops unfinished uploads everywhere after one', () => {
    for (const [id, { Properties }] of template.of('AWS::S3::Bucket')) {
      const rules: Record<string, unknown>[] = Properties.LifecycleConfiguration.Rules;
      const aborts = rules.flatMap((rule) => rule.AbortIncompleteMultipartUpload ?? []);
      expect(aborts, id).toEqual([{ DaysAfterInitiation: 1 }]);
      if (!id.startsWith('backups')) continue;
      expect(Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
      expect(rules.slice(1)).toEqual([
        { Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 30 } },
      ]);
    }
  });

  test('keeps messages for 4 days, dead letters for 14, and logs for the days of the stage', () => {
    const DAY = 86_400;
    const queues = template.of('AWS::SQS::Queue').map(([, { Properties }]) => {
      const { MessageRetentionPeriod, RedrivePolicy } = Properties;
      return [MessageRetentionPeriod / DAY, RedrivePolicy?.maxReceiveCount];
    });
    const pair = [
      [14, undefined],
      [4, 5],
    ];
    // Receipts, the chat, the chat behind it, the index and notifications.
    expect(queues).toEqual([...pair, ...pair, ...pair, ...pair, ...pair]);
    for (const fn of template.functions().values()) {
      const log = template.resources.get(fn.Properties.LoggingConfig.LogGroup.Ref);
      expect(log?.Properties.RetentionInDays).toBe(logDays);
    }
  });

  test('keeps backups of the database for the days of the stage', () => {
    const kept = ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance']
      .flatMap((type) => template.of(type))
      .flatMap(([, { Properties }]) => Properties.BackupRetentionPeriod ?? []);
    expect(kept).toEqual([backupDays]);
  });
});

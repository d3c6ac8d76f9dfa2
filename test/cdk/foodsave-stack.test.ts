import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { functionTable } from '#cdk/functions.ts';
import { STAGES, Synthesized } from './synthesized.ts';

test('the stack reads as a table of contents', () => {
  const source = readFileSync('cdk/foodsave-stack.ts', 'utf8');
  expect(source.split('\n').length).toBeLessThanOrEqual(120);
});

describe.each(STAGES)('stage %s', (stage) => {
  const template = new Synthesized(stage);
  const functions = template.functions();

  test('has every function, each with a role, a log and a size of its own', () => {
    expect([...functions.keys()].sort()).toEqual([...functionTable.keys()].sort());
    for (const property of ['Role', 'LoggingConfig'] as const) {
      const each = [...functions.values()].map((fn) => JSON.stringify(fn.Properties[property]));
      expect(new Set(each).size).toBe(functions.size);
    }
    for (const fn of functions.values()) {
      expect(fn.Properties.MemorySize).toBeGreaterThanOrEqual(128);
      expect(fn.Properties.Timeout).toBeLessThanOrEqual(900);
      expect(fn.Properties.TracingConfig).toEqual({ Mode: 'Active' });
    }
    for (const [, log] of template.of('AWS::Logs::LogGroup')) {
      expect(log.Properties.RetentionInDays ?? 'for ever').toBeTypeOf('number');
    }
  });

  test('lets no role do everything', () => {
    expect(template.policies().length).toBeGreaterThan(functions.size);
    for (const [id, { Properties }] of template.policies()) {
      for (const { Effect, Action } of Properties.PolicyDocument.Statement) {
        const actions = [Action].flat();
        if (Effect === 'Allow') expect(actions.join(), id).not.toContain('*');
      }
    }
  });

  test('stays within the 500 resources that a stack may have, with those of an owner’s address', () => {
    // Production has some 290 since the API is one resource; with a method each it had no room for more.
    // An owner's address adds an account of Cognito, and the alarms by mail.
    expect(template.resources.size).toBeLessThanOrEqual(500 - 2);
  });

  test('stays well below the 1 MB that a template may have', () => {
    // As CDK writes the file: production takes 410 kB, of which the body of the API is 50.
    expect(Buffer.byteLength(JSON.stringify(template.json, null, 1))).toBeLessThan(800_000);
  });

  test('gives a queue six timeouts, partial failures, a dead-letter queue and an alarm', () => {
    const mappings = template.of('AWS::Lambda::EventSourceMapping');
    expect(mappings.length).toBeGreaterThan(0);
    for (const [, { Properties }] of mappings) {
      const queue = template.resources.get(Properties.EventSourceArn['Fn::GetAtt'][0]);
      const fn = template.resources.get(Properties.FunctionName.Ref);
      expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      expect(queue?.Properties.VisibilityTimeout).toBeGreaterThanOrEqual(
        6 * fn?.Properties.Timeout,
      );
      const { deadLetterTargetArn, maxReceiveCount } = queue?.Properties.RedrivePolicy ?? {};
      expect(maxReceiveCount).toBeGreaterThanOrEqual(5);
      const watched = JSON.stringify(template.of('AWS::CloudWatch::Alarm'));
      expect(watched).toContain(deadLetterTargetArn['Fn::GetAtt'][0]);
    }
  });

  test('encrypts queues and buckets, and takes them by TLS only', () => {
    for (const [id, queue] of template.of('AWS::SQS::Queue')) {
      expect(queue.Properties.SqsManagedSseEnabled, id).toBe(true);
    }
    const buckets = template.of('AWS::S3::Bucket');
    expect(buckets).toHaveLength(3);
    for (const [, bucket] of buckets) {
      expect(bucket.Properties.BucketEncryption).toBeDefined();
      expect(Object.values(bucket.Properties.PublicAccessBlockConfiguration)).toEqual(
        Array(4).fill(true),
      );
      expect(bucket.DeletionPolicy).toBe('Retain');
    }
    for (const type of ['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy']) {
      const policies = template.of(type);
      expect(policies.length).toBeGreaterThan(0);
      for (const [, { Properties }] of policies) {
        expect(Properties.PolicyDocument.Statement).toContainEqual(
          expect.objectContaining({
            Effect: 'Deny',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        );
      }
    }
  });

  test('notifies the receipts queue of every original, and of nothing else', () => {
    const notified = template
      .of('AWS::S3::Bucket')
      .flatMap(([, { Properties }]) => Properties.NotificationConfiguration ?? []);
    expect(notified).toHaveLength(1);
    expect(notified[0].QueueConfigurations).toEqual([
      {
        Event: 's3:ObjectCreated:*',
        Queue: { 'Fn::GetAtt': [expect.stringContaining('receipts'), 'Arn'] },
        Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'uploads/' }] } },
      },
    ]);
  });

  test('gives a function the layers its entry names, and the processor they are made for', () => {
    const layers = template.of('AWS::Lambda::LayerVersion');
    const idOf = new Map(layers.map(([id, { Properties }]) => [Properties.Description, id]));
    expect([...idOf.keys()].sort()).toEqual(['layers/imaging', 'layers/lancedb']);
    for (const [path, { Properties }] of functions) {
      const names = functionTable.get(path)?.layers ?? [];
      const carried = names.map((name) => ({ Ref: idOf.get(`layers/${name}`) }));
      expect(Properties.Layers ?? [], path).toEqual(carried);
      expect(Properties.Architectures, path).toEqual([names.length > 0 ? 'x86_64' : 'arm64']);
    }
  });

  test('logs no header, query or body at the gateway', () => {
    const [[, stageResource] = []] = template.of('AWS::ApiGateway::Stage');
    const format = JSON.parse(stageResource?.Properties.AccessLogSetting.Format);
    expect(Object.values(format).join()).not.toMatch(/header|querystring|input|\$context\.path/i);
    expect(stageResource?.Properties.MethodSettings[0].DataTraceEnabled).toBe(false);
  });

  test('migrates before any other function is updated', () => {
    const [[trigger] = []] = template.of('Custom::Trigger');
    for (const [path, fn] of functions) {
      if (path !== 'operations/migrate') expect(fn.DependsOn, path).toContain(trigger);
    }
  });

  test('keeps the database private, encrypted and undeletable', () => {
    const servers = [
      ...template.of('AWS::RDS::DBCluster'),
      ...template.of('AWS::RDS::DBInstance').filter(([, it]) => it.Properties.StorageEncrypted),
    ];
    expect(servers).toHaveLength(1);
    const [[, server] = []] = servers;
    expect(server?.Properties).toMatchObject({ StorageEncrypted: true, DeletionProtection: true });
    for (const [, { Properties }] of template.of('AWS::RDS::DBInstance')) {
      expect(Properties.PubliclyAccessible ?? false).toBe(false);
    }
  });
});

test('the database of a household pauses; the one of production has a proxy in front', () => {
  const [[, cluster] = []] = new Synthesized('household').of('AWS::RDS::DBCluster');
  expect(cluster?.Properties.ServerlessV2ScalingConfiguration).toEqual({
    MinCapacity: 0,
    MaxCapacity: 2,
    SecondsUntilAutoPause: 300,
  });
  const production = new Synthesized('production');
  const [[, proxy] = []] = production.of('AWS::RDS::DBProxy');
  expect(proxy?.Properties.RequireTLS).toBe(true);
  expect(production.of('AWS::RDS::DBCluster')).toHaveLength(0);
});

import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ENV } from '#shared/env.ts';
import { Synthesized } from './synthesized.ts';

const template = new Synthesized('household');
const functions = template.functions();

const OneOrMany = <T extends z.core.$ZodType>(schema: T) => z.union([schema, z.array(schema)]);
const Statement = z.object({
  Effect: z.literal('Allow'),
  Action: OneOrMany(z.string()),
  Resource: OneOrMany(z.unknown()),
});
const Reference = z.union([
  z.object({ Ref: z.string() }),
  z.object({ 'Fn::GetAtt': z.array(z.string()) }),
]);
const Join = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });

/** A readable name of a resource: logical ids without the hash that CDK appends. */
function nameOf(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const join = Join.safeParse(resource);
  if (join.success) return join.data['Fn::Join'][1].map(nameOf).join(join.data['Fn::Join'][0]);
  const reference = Reference.parse(resource);
  const id = 'Ref' in reference ? reference.Ref : reference['Fn::GetAtt'][0];
  return (id ?? '').replace(/[0-9A-F]{8}$/, '');
}

/** Permissions for a function's own log, trace and network interface. */
const OF_EVERY_FUNCTION = /^(logs|xray|ec2):/;

/** Each action on each resource with the functions whose role allows it. */
function whoMay(): Map<string, string[]> {
  const may = new Map<string, string[]>();
  const policies = template.policies();
  for (const [path, fn] of functions) {
    const role = fn.Properties.Role['Fn::GetAtt'][0];
    const statements = policies
      .filter(([, { Properties }]) => JSON.stringify(Properties.Roles).includes(`"${role}"`))
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
    for (const { Action, Resource } of z.array(Statement).parse(statements)) {
      for (const action of [Action].flat()) {
        if (OF_EVERY_FUNCTION.test(action)) continue;
        for (const resource of [Resource].flat()) {
          const what = `${action} ${nameOf(resource)}`;
          may.set(what, [...(may.get(what) ?? []), path].sort());
        }
      }
    }
  }
  return may;
}

const MAY = whoMay();
const mayDo = (prefix: string) =>
  Object.fromEntries([...MAY].filter(([what]) => what.startsWith(prefix)));

test('only the upload writes originals, and each step only its own results', () => {
  expect(mayDo('s3:Put')).toEqual({
    // A restore puts back what was lost.
    's3:PutObject uploadsBucket/uploads/*': ['api/upload', 'steps/restore-objects'],
    's3:PutObject backupsBucket/*': [
      'api/backup',
      'operations/keep-backups',
      'steps/copy-objects',
      'steps/copy-tables',
      'steps/fail-backup',
      'steps/load-backup',
      'steps/switch-backup',
      'steps/verify-backup',
    ],
    's3:PutObject uploadsBucket/readings/*': ['agents/ocr'],
    's3:PutObject uploadsBucket/parsed/*': ['steps/parse-receipt'],
    's3:PutObject uploadsBucket/matched/*': ['steps/match-products'],
    's3:PutObject indexBucket/chunks/*': ['workers/index-documents'],
    's3:PutObject uploadsBucket/extracted/*': ['steps/extract-document'],
  });
});

test('a stored file is read only by the functions that process it', () => {
  expect(mayDo('s3:Get')).toEqual({
    's3:GetObject uploadsBucket/uploads/*': [
      'agents/ocr',
      'api/receipt-images',
      'api/receipts',
      'steps/copy-objects',
      'steps/extract-document',
      'workers/start-receipt',
    ],
    's3:GetObject backupsBucket/*': [
      'api/backup',
      'operations/keep-backups',
      'steps/copy-objects',
      'steps/fail-backup',
      'steps/load-backup',
      'steps/restore-objects',
      'steps/switch-backup',
      'steps/verify-backup',
    ],
    's3:GetObject uploadsBucket/readings/*': ['steps/parse-receipt'],
    's3:GetObject uploadsBucket/parsed/*': ['steps/match-products'],
    's3:GetObject uploadsBucket/matched/*': ['steps/save-receipt'],
    's3:GetObject indexBucket/chunks/*': ['agents/rag', 'api/knowledge', 'workers/index-documents'],
    's3:GetObject uploadsBucket/extracted/*': ['steps/chunk-document'],
  });
});

test('the functions that may list the bucket are those that have its name in their environment', () => {
  const configured = (name: string) =>
    [...functions]
      .filter(([, fn]) => name in fn.Properties.Environment.Variables)
      .map(([path]) => path)
      .sort();
  expect(mayDo('s3:List')).toEqual({
    's3:ListBucket uploadsBucket': configured(ENV.uploadsBucket),
    's3:ListBucket indexBucket': configured(ENV.indexBucket),
    's3:ListBucket backupsBucket': configured(ENV.backupsBucket),
  });
});

test('no function may delete objects or change a bucket, but for the writer of the index and of backups', () => {
  const others = [...MAY].filter(([what]) => /^s3:(?!(Get|Put)Object |ListBucket )/.test(what));
  expect(Object.fromEntries(others)).toEqual({
    's3:DeleteObject indexBucket/chunks/*': ['workers/index-documents'],
    's3:AbortMultipartUpload indexBucket/chunks/*': ['workers/index-documents'],
    's3:DeleteObject backupsBucket/*': ['api/backup', 'operations/keep-backups'],
  });
});

test('only functions that relay the outbox send to a queue, and only its consumer receives', () => {
  const consumer = ['workers/start-receipt'];
  const writer = ['workers/index-documents'];
  const teller = ['workers/send-notifications'];
  const chat = ['workers/answer-message'];
  const chatSenders = ['api/chat', 'operations/relay-outbox', ...chat];
  const ofChat = ['chatqueueQueue', 'chatbackgroundqueueQueue'].flatMap((queue) => [
    [`sqs:SendMessage ${queue}`, chatSenders],
    ...['ReceiveMessage', 'DeleteMessage', 'ChangeMessageVisibility', 'GetQueueUrl'].map(
      (action) => [`sqs:${action} ${queue}`, chat],
    ),
    [`sqs:GetQueueAttributes ${queue}`, chat],
  ]);
  expect(mayDo('sqs:')).toEqual({
    ...Object.fromEntries(ofChat),
    'sqs:SendMessage receiptsqueueQueue': [
      // Another attempt at an upload is confirmed in a talk too.
      'api/chat',
      'api/documents',
      'api/upload',
      'operations/relay-outbox',
      'operations/sweep-uploads',
      'steps/chunk-document',
      'steps/fail-upload',
      'steps/parse-receipt',
      'workers/answer-message',
      'workers/start-receipt',
    ],
    'sqs:ReceiveMessage receiptsqueueQueue': consumer,
    'sqs:DeleteMessage receiptsqueueQueue': consumer,
    'sqs:ChangeMessageVisibility receiptsqueueQueue': consumer,
    'sqs:GetQueueUrl receiptsqueueQueue': consumer,
    'sqs:GetQueueAttributes receiptsqueueQueue': ['api/health', ...consumer],
    'sqs:SendMessage notificationsqueueQueue': [
      'api/alerts',
      'api/chat',
      'api/meal-plans',
      'operations/receive-alarms',
      'operations/relay-outbox',
      'operations/remind-expiring',
      'steps/save-receipt',
      'workers/answer-message',
      'workers/send-notifications',
    ],
    'sqs:ReceiveMessage notificationsqueueQueue': teller,
    'sqs:DeleteMessage notificationsqueueQueue': teller,
    'sqs:ChangeMessageVisibility notificationsqueueQueue': teller,
    'sqs:GetQueueUrl notificationsqueueQueue': teller,
    'sqs:GetQueueAttributes notificationsqueueQueue': teller,
    'sqs:SendMessage indexqueueQueue': [
      'agents/rag',
      'api/documents',
      'api/knowledge',
      'api/recipes',
      'operations/relay-outbox',
      'steps/chunk-document',
      'workers/index-documents',
    ],
    'sqs:ReceiveMessage indexqueueQueue': writer,
    'sqs:DeleteMessage indexqueueQueue': writer,
    'sqs:ChangeMessageVisibility indexqueueQueue': writer,
    'sqs:GetQueueUrl indexqueueQueue': writer,
    'sqs:GetQueueAttributes indexqueueQueue': writer,
  });
});

test('only their worker starts workflows of uploads, only operators and the hourly look those of backups, only the chat and its worker invoke its agents, only OCR calls Textract', () => {
  expect({ ...mayDo('states:'), ...mayDo('lambda:'), ...mayDo('textract:') }).toEqual({
    'states:StartExecution receiptworkflowStateMachine': ['workers/start-receipt'],
    'states:StartExecution documentworkflowStateMachine': ['workers/start-receipt'],
    'states:StartExecution backupworkflowStateMachine': ['api/backup', 'operations/keep-backups'],
    'states:StartExecution restoreworkflowStateMachine': ['api/backup', 'operations/keep-backups'],
    'lambda:InvokeFunction chefFunction': ['api/chat', 'workers/answer-message'],
    'lambda:InvokeFunction conversationFunction': ['api/chat', 'workers/answer-message'],
    'lambda:InvokeFunction mealplannerFunction': ['api/chat', 'workers/answer-message'],
    'lambda:InvokeFunction ragFunction': ['api/chat', 'workers/answer-message'],
    'lambda:InvokeFunction receipttalkFunction': ['api/chat', 'workers/answer-message'],
    'lambda:InvokeFunction searchFunction': ['api/chat', 'workers/answer-message'],
    'lambda:InvokeFunction weatherFunction': ['api/chat', 'workers/answer-message'],
    'textract:DetectDocumentText *': ['agents/ocr'],
  });
});

test('a function may read the secrets named in its environment, and no others', () => {
  for (const [path, fn] of functions) {
    const { Variables } = fn.Properties.Environment;
    const configured = [
      ENV.databaseSecret,
      ENV.appRoleSecret,
      ENV.workerRoleSecret,
      ENV.backupRoleSecret,
      ENV.redisSecret,
      ENV.webhookSecret,
    ]
      .filter((name) => name in Variables)
      .map((name) => nameOf(Variables[name]));
    const readable = [...MAY]
      .filter(([what, who]) => what.startsWith('secretsmanager:Get') && who.includes(path))
      .map(([what]) => what.replace(/^\S+ (\S+:secret:)?/, '').replace(/-\?{6}$/, ''));
    expect(readable.sort(), path).toEqual(configured.sort());
  }
});

test('no function has permissions on any other service', () => {
  const services = new Set([...MAY.keys()].map((what) => what.slice(0, what.indexOf(':'))));
  expect([...services].sort()).toEqual([
    'lambda',
    's3',
    'secretsmanager',
    'sqs',
    'states',
    'textract',
  ]);
  const secrets = [...MAY.keys()].filter((what) => what.startsWith('secretsmanager:'));
  expect(secrets.filter((what) => !/:(Get|Describe)Secret/.test(what))).toEqual([]);
});

import { expect, test } from 'vitest';
import { ENV } from '#shared/env.ts';
import { FILE_PREFIXES } from '#shared/household-erasure/traces.ts';
import { functions, MAY, mayDo, nameOf } from './who-may.ts';

test('only the upload writes originals, and each step only its own results', () => {
  expect(mayDo('s3:Put')).toEqual({
    // A restore puts back what was lost.
    's3:PutObject uploadsBucket/uploads/*': ['api/upload', 'steps/restore-objects'],
    's3:PutObject backupsBucket/*': [
      'api/backup',
      'operations/keep-backups',
      'steps/copy-objects',
      'steps/copy-tables',
      // Notes whom no restore brings back.
      'steps/erase-household',
      'steps/fail-backup',
      'steps/load-backup',
      'steps/switch-backup',
      'steps/verify-backup',
    ],
    's3:PutObject uploadsBucket/exports/*': ['steps/export-household'],
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
      'steps/export-household',
      'steps/extract-document',
      'workers/start-receipt',
    ],
    's3:GetObject backupsBucket/*': [
      'api/backup',
      'operations/keep-backups',
      'steps/copy-objects',
      'steps/erase-household',
      'steps/fail-backup',
      'steps/load-backup',
      'steps/restore-objects',
      'steps/switch-backup',
      'steps/verify-backup',
    ],
    // The links that it signs.
    's3:GetObject uploadsBucket/exports/*': ['api/household-data'],
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
  expect(mayDo('s3:ListBucket ')).toEqual({
    's3:ListBucket uploadsBucket': configured(ENV.uploadsBucket),
    's3:ListBucket indexBucket': configured(ENV.indexBucket),
    's3:ListBucket backupsBucket': configured(ENV.backupsBucket),
  });
});

test('only an erasure, the writer of the index and that of backups delete objects, and no function changes a bucket', () => {
  const eraser = ['steps/erase-household'];
  const erased = [
    ...FILE_PREFIXES.map((prefix) => `uploadsBucket/${prefix}/*`),
    'indexBucket/chunks/*',
  ];
  const others = [...MAY].filter(([what]) => /^s3:(?!(Get|Put)Object |ListBucket )/.test(what));
  expect(Object.fromEntries(others)).toEqual({
    ...Object.fromEntries(
      erased.flatMap((objects) => [
        [`s3:DeleteObject ${objects}`, eraser],
        [`s3:DeleteObjectVersion ${objects}`, eraser],
      ]),
    ),
    's3:ListBucketVersions uploadsBucket': eraser,
    's3:ListBucketVersions indexBucket': eraser,
    's3:AbortMultipartUpload uploadsBucket/exports/*': ['steps/export-household'],
    's3:DeleteObject indexBucket/chunks/*': [...eraser, 'workers/index-documents'],
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
    [`sqs:GetQueueAttributes ${queue}`, ['api/metrics', ...chat]],
  ]);
  expect(mayDo('sqs:')).toEqual({
    ...Object.fromEntries(ofChat),
    'sqs:SendMessage receiptsqueueQueue': [
      // Another attempt at an upload is confirmed in a talk too.
      'api/chat',
      'api/documents',
      'api/meal-plans',
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
    'sqs:GetQueueAttributes receiptsqueueQueue': ['api/health', 'api/metrics', ...consumer],
    'sqs:SendMessage notificationsqueueQueue': [
      'api/alerts',
      'api/chat',
      'api/meal-plans',
      'operations/receive-alarms',
      'operations/relay-outbox',
      'operations/remind-expiring',
      'steps/plan-meals',
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
    'sqs:GetQueueAttributes indexqueueQueue': ['api/metrics', ...writer],
  });
});

test('only their worker starts workflows of uploads and plans, only operators and the hourly look those of backups, only the chat and its worker invoke its agents, only OCR calls Textract', () => {
  expect({ ...mayDo('states:'), ...mayDo('lambda:'), ...mayDo('textract:') }).toEqual({
    'states:StartExecution receiptworkflowStateMachine': ['workers/start-receipt'],
    'states:StartExecution documentworkflowStateMachine': ['workers/start-receipt'],
    'states:StartExecution planworkflowStateMachine': ['workers/start-receipt'],
    'states:StartExecution backupworkflowStateMachine': ['api/backup', 'operations/keep-backups'],
    'states:StartExecution restoreworkflowStateMachine': ['api/backup', 'operations/keep-backups'],
    'states:StartExecution householdworkflowStateMachine': ['api/household-data'],
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

test('an erasure looks wherever a function may write something of a household', () => {
  const written = [...MAY.keys()].flatMap(
    (what) => /^s3:PutObject uploadsBucket\/([a-z]+)/.exec(what)?.[1] ?? [],
  );
  expect(written.sort()).toEqual([...FILE_PREFIXES].sort());
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

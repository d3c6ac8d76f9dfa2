import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { functionTable } from '#cdk/functions.ts';
import { RelayRequest } from '#functions/operations/relay-outbox/request.ts';
import { SnsEvent } from '#shared/alerts/alarm-event.ts';
import { NotificationMessage } from '#shared/alerts/notification-message.ts';
import { BackupRun, FailedBackupRun } from '#shared/backup/backup-run.ts';
import { ChatTicket } from '#shared/chat-queue/request-schema.ts';
import { ErasureRun } from '#shared/household-erasure/erasure-run.ts';
import { ExportRun } from '#shared/household-export/export-run.ts';
import { PlanRun } from '#shared/meal-plans/later/plan-run.ts';
import { allRoutes } from '#shared/openapi/all-routes.ts';
import { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { IndexMessage } from '#shared/search-index/index-message.ts';

const texts = z.record(z.string(), z.string());
const nullable = z.nullable(texts);

const ApiEvent = z.object({
  resource: z.string(),
  path: z.string(),
  httpMethod: z.string(),
  headers: texts,
  multiValueHeaders: z.record(z.string(), z.array(z.string())),
  queryStringParameters: nullable,
  multiValueQueryStringParameters: z.nullable(z.record(z.string(), z.array(z.string()))),
  pathParameters: nullable,
  requestContext: z.object({
    requestId: z.uuid(),
    resourcePath: z.string(),
    identity: z.object({ sourceIp: z.string() }),
    authorizer: z.optional(
      z.object({
        householdId: z.uuid(),
        userId: z.uuid(),
        role: z.enum(['owner', 'member', 'viewer']),
        scopes: z.string(),
        via: z.enum(['token', 'device-key']),
      }),
    ),
  }),
  body: z.nullable(z.base64()),
  isBase64Encoded: z.boolean(),
});

const AuthorizerEvent = z.object({
  type: z.literal('REQUEST'),
  methodArn: z.string().check(z.startsWith('arn:aws:execute-api:')),
  headers: texts,
  requestContext: z.object({ requestId: z.uuid() }),
});

const WorkflowInput = z.object({
  uploadId: z.uuid(),
  householdId: z.uuid(),
  attempt: z.int().check(z.minimum(1)),
});
const key = (prefix: string) => z.string().check(z.startsWith(`${prefix}/`));
const ParseInput = z.extend(WorkflowInput, { readingsKey: key('readings') });
const ChunkInput = z.extend(WorkflowInput, {
  documentId: z.uuid(),
  extractedKey: key('extracted'),
});
const MatchInput = z.extend(ParseInput, { parsedKey: key('parsed') });

const S3Event = z.object({
  Records: z.array(
    z.object({
      eventName: z.string().check(z.startsWith('ObjectCreated:')),
      s3: z.object({
        bucket: z.object({ name: z.string() }),
        object: z.object({ key: key('uploads'), sequencer: z.string() }),
      }),
    }),
  ),
});
const Look = z.object({ look: z.array(z.uuid()), householdId: z.uuid() });
const sqsEvent = (message: z.core.$ZodType) =>
  z.object({
    Records: z.array(
      z.object({
        messageId: z.uuid(),
        body: z.pipe(
          z.pipe(
            z.string(),
            z.transform((text): unknown => JSON.parse(text)),
          ),
          message,
        ),
        eventSource: z.literal('aws:sqs'),
        attributes: z.object({ ApproximateReceiveCount: z.string() }),
      }),
    ),
  });
const ScheduledEvent = z.object({
  'detail-type': z.literal('Scheduled Event'),
  source: z.literal('aws.events'),
  detail: z.object({}),
});

/** What each function that is no endpoint is called with. */
const SCHEMAS: Record<string, z.core.$ZodType> = {
  authorizer: AuthorizerEvent,
  ocr: WorkflowInput,
  chef: AgentRequest,
  conversation: AgentRequest,
  rag: AgentRequest,
  weather: AgentRequest,
  'meal-planner': AgentRequest,
  'receipt-talk': AgentRequest,
  search: AgentRequest,
  'parse-receipt': ParseInput,
  'match-products': MatchInput,
  'save-receipt': z.extend(MatchInput, { matchedKey: key('matched') }),
  'extract-document': WorkflowInput,
  'chunk-document': ChunkInput,
  'fail-upload': z.extend(WorkflowInput, {
    error: z.object({ Error: z.string(), Cause: z.string() }),
  }),
  'plan-meals': PlanRun,
  'export-household': ExportRun,
  'erase-household': ErasureRun,
  'copy-tables': BackupRun,
  'copy-objects': BackupRun,
  'verify-backup': BackupRun,
  'load-backup': BackupRun,
  'restore-objects': BackupRun,
  'switch-backup': BackupRun,
  'fail-backup': FailedBackupRun,
  'start-receipt': sqsEvent(z.union([S3Event, WorkflowInput, Look])),
  'index-documents': sqsEvent(IndexMessage),
  'answer-message': sqsEvent(ChatTicket),
  // The trigger of a deployment sends nothing.
  migrate: z.strictObject({}),
  'sweep-uploads': ScheduledEvent,
  'relay-outbox': ScheduledEvent,
  'keep-backups': ScheduledEvent,
  'receive-alarms': SnsEvent,
  'remind-expiring': ScheduledEvent,
  'send-notifications': sqsEvent(NotificationMessage),
};

/** `relay-outbox.resend.json` is a second sample of `relay-outbox`: what a person sends it. */
const files = globSync('events/*.json').map((file) => basename(file, '.json'));
const samples = files.filter((name) => !name.includes('.'));

function sample(name: string): unknown {
  return JSON.parse(readFileSync(`events/${name}.json`, 'utf8'));
}

test('there is one sample for each function', () => {
  const names = [...functionTable.keys()].map((path) => basename(path));
  expect(samples.sort()).toEqual(names.sort());
});

describe.each(Object.entries(SCHEMAS))('%s', (name, schema) => {
  test('the sample is what the function is called with', () => {
    z.parse(schema, sample(name));
  });
});

test('what a person may send the relay is a request that it takes', () => {
  expect(files.filter((name) => name.includes('.'))).toEqual(['relay-outbox.resend']);
  expect(RelayRequest.parse(sample('relay-outbox.resend'))).toEqual({ resend: 'all' });
  expect(RelayRequest.parse(sample('relay-outbox'))).toEqual({ source: 'aws.events' });
});

const endpoints = samples.filter((name) => !(name in SCHEMAS));

describe.each(endpoints)('%s', (name) => {
  const event = ApiEvent.parse(sample(name));

  test('the sample asks for a route of the endpoint, signed in unless it is open', () => {
    const route = allRoutes.find(
      ({ method, path }) => method === event.httpMethod && path === event.resource,
    );
    expect(route?.endpoint).toBe(name);
    expect(event.requestContext.authorizer === undefined).toBe(route?.scope === 'open');
    expect(event.requestContext.resourcePath).toBe(event.resource);
  });

  test('the sample’s body and query pass the schemas of the route', () => {
    const route = allRoutes.find(({ endpoint, method, path }) => {
      return endpoint === name && method === event.httpMethod && path === event.resource;
    });
    if (event.body !== null && route?.body && '_zod' in route.body) {
      z.parse(route.body, JSON.parse(Buffer.from(event.body, 'base64').toString()));
    }
    if (event.queryStringParameters && route?.query) {
      z.parse(route.query, event.queryStringParameters);
    }
  });
});

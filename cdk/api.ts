import { ENV } from '#shared/env.ts';
import type { EndpointName } from '#shared/openapi/all-routes.ts';
import { CHAT_AGENTS, weatherServers } from './agents.ts';
import type { FunctionEntry, FunctionTable } from './compute/function-entry.ts';
import type { Stage } from './stage.ts';

/** What an endpoint with a limited route counts by. */
const requestLimits = ({ rateLimits }: Stage) => ({ [ENV.rateLimits]: rateLimits });

/** Decides for every route that is not open who is asking; it answers no route itself. */
export const AUTHORIZER = {
  'api/authorizer': {
    // Waits for a paused database, about 15 s; API Gateway gives an authorizer no more than 30 s.
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: { database: 'app', signIn: 'verify-tokens' },
  },
} as const satisfies FunctionTable<'api'>;

/** The endpoints: exactly one for each table of routes, which the type checks. */
export const ENDPOINTS = {
  'api/upload': {
    // Streams the progress of an upload as it happens, so its response may take minutes.
    size: { memoryMb: 512, timeoutSeconds: 300 },
    access: {
      database: 'app',
      cache: 'read-write',
      uploads: { uploads: ['write'] },
    },
    environment: requestLimits,
  },
  'api/receipts': {
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: { database: 'app', uploads: { uploads: ['read'] } },
  },
  'api/receipt-images': {
    // Decodes the whole photograph to cut one line out of it.
    size: { memoryMb: 1769, timeoutSeconds: 29 },
    layers: ['imaging'],
    access: { database: 'app', uploads: { uploads: ['read'] } },
  },
  'api/pantry': {
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: { database: 'app' },
  },
  'api/insights': {
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: { database: 'app' },
  },
  'api/products': {
    // May wait for a server outside of AWS.
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: { database: 'app' },
    environment: ({ productLookup }) => ({ [ENV.productLookup]: productLookup }),
  },
  'api/forecast': {
    // May wait for a server outside of AWS.
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: { database: 'app', cache: 'read-write' },
    environment: (stage) => ({ ...weatherServers(stage), ...requestLimits(stage) }),
  },
  'api/recipes': {
    // Reads and ranks all recipes: twice the processor, and the shipped ones in memory.
    size: { memoryMb: 1024, timeoutSeconds: 29 },
    access: { database: 'app' },
  },
  'api/documents': {
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: { database: 'app' },
  },
  'api/meal-plans': {
    // Plans for about a second of processor; reads and ranks all recipes before, and may ask for the weather.
    size: { memoryMb: 1769, timeoutSeconds: 29 },
    access: { database: 'app', cache: 'read-write' },
    environment: weatherServers,
  },
  'api/shopping-lists': {
    // The list of a plan reads all recipes, as planning does.
    size: { memoryMb: 1024, timeoutSeconds: 29 },
    access: { database: 'app' },
  },
  'api/calendar': {
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: { database: 'app' },
  },
  'api/chat': {
    // Waits for the agents it invokes; its gate reads every answer. The router makes a vector of every
    // message, some 9 ms of a whole processor, with 100 MB for its model.
    size: { memoryMb: 1024, timeoutSeconds: 29 },
    // For onnxruntime alone.
    layers: ['imaging'],
    access: {
      database: 'app',
      cache: 'read-write',
      agents: CHAT_AGENTS,
    },
    environment: requestLimits,
  },
  'api/knowledge': {
    // The index's library takes 160 MB, the network that embeds questions 100.
    size: { memoryMb: 1024, timeoutSeconds: 29 },
    layers: ['lancedb'],
    access: { database: 'app', cache: 'read-write', index: 'read' },
    environment: requestLimits,
  },
  'api/profile': {
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: { database: 'app' },
  },
  'api/household': {
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: { database: 'app' },
  },
  'api/household-data': {
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: {
      database: 'app',
      // Signs links to archives.
      uploads: { exports: ['read'] },
      householdWorkflow: 'start',
    },
  },
  'api/members': {
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: { database: 'app' },
  },
  'api/backup': {
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: {
      // For idempotency keys alone: what there is of backups is known where they lie.
      database: 'app',
      backups: ['read', 'write', 'remove'],
      backupWorkflow: 'start',
      restoreWorkflow: 'start',
    },
  },
  'api/alerts': {
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: { database: 'app', webhookKey: 'read' },
    environment: ({ webhookHosts }) => ({ [ENV.webhookHosts]: webhookHosts }),
  },
  'api/health': {
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: {
      database: 'app',
      // Open, but shows details only to a caller with a valid token.
      signIn: 'verify-tokens',
      cache: 'read-write',
      uploads: 'list',
      index: 'list',
      receiptsQueue: ['read-depth'],
    },
    model: 'probe',
  },
  'api/metrics': {
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: {
      cache: 'read-write',
      receiptsQueue: ['read-depth'],
      indexQueue: ['read-depth'],
      chatQueue: ['read-depth'],
      chatBackgroundQueue: ['read-depth'],
    },
  },
  'api/usage': {
    size: { memoryMb: 512, timeoutSeconds: 29 },
    access: { database: 'app' },
    // The budget that the functions with a model keep to.
    environment: ({ largeModels, smallModels, visionModel, modelTokensPerDay }) => ({
      [ENV.modelTokensPerDay]:
        largeModels.length + smallModels.length > 0 || visionModel !== undefined
          ? String(modelTokensPerDay)
          : undefined,
    }),
  },
  'api/docs': { size: { memoryMb: 512, timeoutSeconds: 10 } },
} as const satisfies Readonly<Record<`api/${EndpointName}`, FunctionEntry>>;
